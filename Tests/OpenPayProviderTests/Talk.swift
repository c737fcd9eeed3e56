// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import ProviderKit
import Testing
import TillCore

@testable import OpenPayProvider

/// A conversation with the platform, trip by trip.
struct Talk<Answer: Sendable> {
    let answer: Answer
    let requests: [ProviderRequest]

    /// `POST /v1/payments` and so on.
    var lines: [String] { requests.map { "\($0.head.method) \($0.head.path ?? "")" } }
}

/// Holds a conversation in which the platform says one thing after the other; all of it has to be heard.
///
/// The n-th request is made with a nonce of n in each byte.
func talk<Answer>(
    _ exchange: Exchange<Answer>, _ said: [Said], at now: Timestamp = Platform.start,
    platformAt: Timestamp? = nil
) throws -> Talk<Answer> {
    var exchange = exchange
    var requests: [ProviderRequest] = []
    while case .send(let make, let read) = exchange {
        let next = try #require(
            requests.count < said.count ? said[requests.count] : nil, "nothing left to say")
        let request = try make(moment(requests.count + 1, at: now))
        requests.append(request)
        exchange = try read(try next.reply(to: request, at: platformAt ?? now), moment(99, at: now))
    }
    guard case .answered(let answer) = exchange else { throw ProviderError.noReply("no answer") }
    try #require(requests.count == said.count, "not all was heard")
    return Talk(answer: answer, requests: requests)
}

/// Why a conversation gave no answer; nil if it gave one.
func failure<Answer>(
    _ exchange: Exchange<Answer>, _ said: [Said], at now: Timestamp = Platform.start,
    platformAt: Timestamp? = nil
) throws -> ProviderError? {
    do {
        _ = try talk(exchange, said, at: now, platformAt: platformAt)
        return nil
    } catch let error as ProviderError {
        return error
    }
}

/// The answer that a conversation comes to before the platform falls silent; nil for an error or none.
func answer<Answer>(_ exchange: Exchange<Answer>, _ said: [Said], at now: Timestamp) throws
    -> Answer?
{
    var exchange = exchange
    for said in said {
        guard case .send(let make, let read) = exchange else { break }
        let request = try make(moment(1, at: now))
        let reply = try said.reply(to: request, at: now)
        do throws(ProviderError) {
            exchange = try read(reply, moment(2, at: now))
        } catch {
            return nil
        }
    }
    if case .answered(let answer) = exchange { return answer } else { return nil }
}

/// The first request of an exchange.
func request<Answer>(
    _ exchange: Exchange<Answer>, _ number: Int = 1, at now: Timestamp = Platform.start
) throws
    -> ProviderRequest
{
    guard case .send(let make, _) = exchange else { throw ProviderError.noReply("nothing to send") }
    return try make(moment(number, at: now))
}

func moment(_ number: Int, at now: Timestamp = Platform.start) -> Moment {
    Moment(now: now, nonce: [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 16))
}

func cny(_ minorUnits: Int64) -> Money { Money(minorUnits: minorUnits, .cny) }

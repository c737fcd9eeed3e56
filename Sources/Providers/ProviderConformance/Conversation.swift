// SPDX-License-Identifier: Apache-2.0

import ProviderKit
import TillCore

/// How an exchange went: what was asked, and what came of it.
struct Conversation<Answer: Sendable>: Sendable {
    /// The round trips that an exchange may take.
    static var mostTrips: Int { 3 }

    /// The requests in their order.
    private(set) var requests: [ProviderRequest] = []
    /// What came of it; nil if it wanted more than ``mostTrips``.
    private(set) var result: Result<Answer, ProviderError>?

    /// Holds it: each request is answered by `reply`, which is told how many came before.
    init(
        _ exchange: () throws(ProviderError) -> Exchange<Answer>, at now: Timestamp,
        reply: (ProviderRequest, Int) throws -> ProviderReply
    ) throws {
        do {
            var exchange = try exchange()
            while true {
                switch exchange {
                case .answered(let answer):
                    result = .success(answer)
                    return
                case .send(let make, let read):
                    guard requests.count < Self.mostTrips else { return }
                    let request = try make(Self.moment(now, requests.count))
                    requests.append(request)
                    let reply = try reply(request, requests.count - 1)
                    exchange = try read(reply, Self.moment(now, requests.count + 64))
                }
            }
        } catch let error as ProviderError {
            result = .failure(error)
        }
    }

    /// A moment with a nonce of its own.
    static func moment(_ now: Timestamp, _ number: Int) -> Moment {
        Moment(now: now, nonce: [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 16))
    }
}

extension Conversation {
    /// The answer; nil if there was none.
    var answer: Answer? {
        if case .success(let answer) = result { answer } else { nil }
    }

    /// Why there was no answer; nil if there was one.
    var error: ProviderError? {
        if case .failure(let error) = result { error } else { nil }
    }
}

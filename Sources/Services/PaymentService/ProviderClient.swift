// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
package import ProviderKit

/// Sends one request to an acquirer and brings its reply.
package protocol Transport: Sendable {
    /// Sends a request, once unless it only asks.
    ///
    /// - Throws: ``ProviderKit/ProviderError/unreachable(_:)`` if no byte of it left,
    ///   ``ProviderKit/ProviderError/noReply(_:)`` if some may have.
    func send(_ request: ProviderRequest) async throws(ProviderError) -> ProviderReply
}

/// Carries exchanges out. The only code that speaks to acquirers.
package struct ProviderClient: Sendable {
    /// Round trips that one answer may take: ask, make, close.
    package static let hopsMax = 3

    private let transport: any Transport
    private let moment: @Sendable () -> Moment

    /// - Parameter moment: now and a nonce, fresh at each call.
    package init(transport: any Transport, moment: @escaping @Sendable () -> Moment) {
        self.transport = transport
        self.moment = moment
    }

    /// Carries an exchange out to its answer.
    package func answer<Answer: Sendable>(
        to exchange: Exchange<Answer>, within hosts: Set<String>
    ) async throws(ProviderError) -> Answer {
        var exchange = exchange
        for hop in 0...Self.hopsMax {
            switch exchange {
            case .answered(let answer): return answer
            case .send(let make, let read):
                guard hop < Self.hopsMax else { break }
                let request = try make(moment())
                // An address that a reply named may lead anywhere.
                guard let host = request.head.authority, hosts.contains(host) else {
                    throw .misconfigured(
                        "the host \(request.head.authority ?? "(none)") among the account's")
                }
                let reply: ProviderReply
                do throws(ProviderError) {
                    reply = try await transport.send(request)
                } catch {
                    // Only the first hop can say that nothing happened: a later one cannot tell
                    // what the earlier ones began.
                    throw hop == 0 || error.consequence == .moneyMayHaveMoved
                        ? error : .noReply("\(error)")
                }
                exchange = try read(reply, moment())
            }
        }
        throw .unreadable("no answer after \(Self.hopsMax) round trips")
    }
}

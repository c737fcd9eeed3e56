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
    /// Who knows how far the clock is off; nil if nobody looks.
    let watch: ClockWatch?

    /// Takes what the client needs.
    ///
    /// - Parameters:
    ///   - moment: now and a nonce, fresh at each call.
    ///   - watch: learns from replies how far the clock is off, and is asked before anything is
    ///     signed.
    package init(
        transport: any Transport, moment: @escaping @Sendable () -> Moment,
        watch: ClockWatch? = nil
    ) {
        self.transport = transport
        self.moment = moment
        self.watch = watch
    }

    /// Carries an exchange out to its answer.
    package func answer<Answer: Sendable>(
        to exchange: Exchange<Answer>, within hosts: Set<String>
    ) async throws(ProviderError) -> Answer {
        try await answer(
            to: exchange, within: hosts, admitting: { () throws(ProviderError) in },
            hearing: { _, _ in })
    }

    /// Carries an exchange out, hop by hop.
    ///
    /// - Parameters:
    ///   - admit: asked before a request is made; what it throws keeps it from being made.
    ///   - hear: given each reply, and whether it could be read.
    func answer<Answer: Sendable>(
        to exchange: Exchange<Answer>, within hosts: Set<String>,
        admitting admit: () throws(ProviderError) -> Void,
        hearing hear: (_ reply: ProviderReply, _ isRead: Bool) -> Void
    ) async throws(ProviderError) -> Answer {
        var exchange = exchange
        for hop in 0...Self.hopsMax {
            switch exchange {
            case .answered(let answer): return answer
            case .send(let make, let read):
                guard hop < Self.hopsMax else { break }
                do throws(ProviderError) { try admit() } catch { throw Self.told(error, at: hop) }
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
                    throw Self.told(error, at: hop)
                }
                do throws(ProviderError) {
                    exchange = try read(reply, moment())
                } catch {
                    hear(reply, false)
                    throw error
                }
                hear(reply, true)
            }
        }
        throw .unreadable("no answer after \(Self.hopsMax) round trips")
    }

    /// What an error means that came before the reply of a hop.
    ///
    /// Only the first hop can say that nothing happened: a later one cannot tell what the earlier
    /// ones began.
    private static func told(_ error: ProviderError, at hop: Int) -> ProviderError {
        hop == 0 || error.consequence == .moneyMayHaveMoved ? error : .noReply("\(error)")
    }
}

// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import PaymentService
import ProviderKit
import SandboxAcquirer
import Synchronization
import TillTesting

/// The line of a daemon that may be dead: what is dead sends nothing.
final class SimulatedLine: Transport {
    private struct State {
        var requests = 0
        var stale = 0
        var afterDeath = 0
    }

    private let bank: PlayedSandbox
    private let disk: SimulatedDisk
    private let weakness: Weakness?
    private let state = Mutex(State())

    init(bank: PlayedSandbox, disk: SimulatedDisk, weakness: Weakness?) {
        self.bank = bank
        self.disk = disk
        self.weakness = weakness
    }

    /// Requests that a living daemon sent.
    var requests: Int { state.withLock { $0.requests } }

    /// Queries that were answered "not found" although the acquirer has the payment.
    var staleQueries: Int { state.withLock { $0.stale } }

    func send(_ request: ProviderRequest) async throws(ProviderError) -> ProviderReply {
        guard !disk.isOff else { throw .unreachable("the daemon is dead") }
        state.withLock { $0.requests += 1 }
        // What was written before it is durable only now.
        defer { if weakness == .sendFirst { disk.flush() } }
        do throws(ProviderError) {
            let reply = try await bank.send(request)
            if request.isQuery, reply.head.status == .notFound, isKnown(request) { state.withLock { $0.stale += 1 } }
            return reply
        } catch {
            guard weakness == .silenceIsNothing, case .noReply(let why) = error, !disk.isOff else { throw error }
            throw .unreachable(why)
        }
    }

    private func isKnown(_ request: ProviderRequest) -> Bool {
        guard let path = request.head.path, let name = path.firstRange(of: "order_no=") else { return false }
        // Books that cannot be read are found by the audit.
        let payments = try? bank.books.payments(orderNo: String(path[name.upperBound...]))
        return payments?.isEmpty == false
    }
}

// SPDX-License-Identifier: Apache-2.0

import TillCore
import TillStore

extension ProviderWorker {
    /// Has a person look at an attempt that is still in doubt long after the order's deadline; it
    /// is asked about all the same.
    func noteStuck(_ order: Order, _ job: Job) async throws -> Order {
        guard let attempt = order.attempt(job.attempt.reference), !attempt.state.isFinal,
            ledger.time.now >= order.deadline + Order.watchedFor,
            !order.holds.contains(where: { $0.reason == .stuckAttempt(attempt.reference) })
        else { return order }
        return try await record(.stuck, job)
    }

    /// Has a person look at a refund that is still in doubt long after it was asked for.
    func noteStuck(_ order: Order, _ id: RefundID, _ job: Job) async throws -> Order {
        guard let refund = order.refund(id), !refund.state.isFinal, let since = refund.askedAt,
            ledger.time.now >= since + Order.watchedFor,
            !order.holds.contains(where: { $0.reason == .stuckRefund(id) })
        else { return order }
        return try await record(.stuck, id, job)
    }
}

// SPDX-License-Identifier: Apache-2.0

package import TillCore

extension Ledger {
    /// Carries a command out, or finds that the same key did before.
    ///
    /// - Throws: ``OrderError`` if the command makes no sense as the order stands, and then nothing
    ///   is saved, the key neither; or ``LedgerError``, which is what ``condition`` has against new
    ///   sales for a new attempt or a refund.
    package func accept(
        _ command: OrderCommand, about id: OrderID, key: IdempotencyKey?, by: String
    ) async throws -> Accepted {
        let refusal = command.asksTheAcquirerForMore ? condition.refusal : nil
        return try await write { write in
            let before = try write.order(id)
            if try write.isRepeated(key, about: id.text) {
                return try write.accepted(before, isReplay: true)
            }
            if let refusal { throw refusal }
            let transition = try before.accepting(command, on: write.occasion)
            try write.save(transition, from: before, because: .accepted(command), by: by)
            try write.remember(key, subject: id.text)
            return try write.accepted(transition.order, isReplay: false)
        }
    }

    /// Starts a new attempt with a name of its own.
    ///
    /// - Throws: as ``accept(_:about:key:by:)``.
    package func startAttempt(
        of id: OrderID, account: AccountID, key: IdempotencyKey?, by: String
    ) async throws -> Accepted {
        let now = time.now
        let wall = clocks.wall()
        let deadline = try await order(id).deadline
        return try await accept(
            .newAttempt(
                AttemptReference(Ulid.text(wall, clocks.randomBytes(10))), account: account,
                expiresAt: wall + deadline.since(now)),
            about: id, key: key, by: by)
    }
}

extension OrderCommand {
    /// Whether it begins something with the acquirer that must be seen to its end.
    fileprivate var asksTheAcquirerForMore: Bool {
        switch self {
        case .newAttempt, .refund: true
        case .cancel, .reprint, .settle: false
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

package import TillCore

extension Ledger {
    /// Carries a command out, or finds that the same key did before.
    ///
    /// - Throws: ``OrderError`` if the command makes no sense as the order stands, and then nothing
    ///   is saved, the key neither; or ``LedgerError``.
    package func accept(
        _ command: OrderCommand, about id: OrderID, key: IdempotencyKey?, by: String
    ) async throws -> Accepted {
        try await write { write in
            let before = try write.order(id)
            if try write.isRepeated(key, about: id.text) {
                return Accepted(order: before, isReplay: true)
            }
            let transition = try before.accepting(command, on: write.occasion)
            try write.save(transition, from: before, because: .accepted(command), by: by)
            try write.remember(key, subject: id.text)
            return Accepted(order: transition.order, isReplay: false)
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

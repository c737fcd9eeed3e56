// SPDX-License-Identifier: Apache-2.0

package import TillCore

/// Who steers the queue.
package struct Steerer: Sendable, Hashable {
    /// The person, as they call themselves.
    package let person: String
    /// The door that they came through, for the journal.
    package let door: String

    /// States both.
    package init(person: String, door: String) {
        self.person = person.storable
        self.door = door
    }
}

extension Ledger {
    /// Holds work back until it is released: nobody tries it, and the order does not look settled
    /// for it. What is being tried is tried to its end.
    ///
    /// - Returns: whether the key had been used before; nothing was done this time then.
    /// - Throws: ``LedgerError/noSuchWork(_:)``, ``LedgerError/noSuchOrder(_:)``,
    ///   ``LedgerError/nothingOwed(_:)`` or ``LedgerError/deadlineIsNotHeld``. Nothing has changed
    ///   then.
    package func hold(
        _ target: QueueTarget, why: String, by steerer: Steerer, key: IdempotencyKey?
    ) async throws -> Bool {
        try await steer(target, key) { try $0.hold(target, why: why.storable, by: steerer) }
    }

    /// Lets held work go on.
    ///
    /// Releasing an order releases all its rows; releasing a lane leaves those held that are held by
    /// themselves or with their order.
    ///
    /// - Returns: whether the key had been used before; nothing was done this time then.
    /// - Throws: ``LedgerError/noSuchWork(_:)`` or ``LedgerError/noSuchOrder(_:)``.
    package func release(
        _ target: QueueTarget, why: String?, by steerer: Steerer, key: IdempotencyKey?
    ) async throws -> Bool {
        try await steer(target, key) { try $0.release(target, why: why?.storable, by: steerer) }
    }

    private func steer(
        _ target: QueueTarget, _ key: IdempotencyKey?,
        _ work: @escaping @Sendable (LedgerWrite) throws -> Void
    ) async throws -> Bool {
        let isReplay = try await write { write in
            if try write.isRepeated(key, about: target.name) { return true }
            try work(write)
            try write.remember(key, subject: target.name)
            return false
        }
        // After the COMMIT, so that whoever is woken reads what it says.
        steering.noteHolds()
        wakeups.wake([.lane(.provider), .lane(.print)])
        return isReplay
    }

    /// Makes what waits for its time due now, as if it had never been tried: the work of an order,
    /// or all. What is held stays held, and deadlines come when they come.
    ///
    /// - Returns: whether the key had been used before; nothing was done this time then.
    /// - Throws: ``LedgerError/noSuchOrder(_:)``.
    package func flush(_ order: OrderID?, by steerer: Steerer, key: IdempotencyKey?) async throws
        -> Bool
    {
        let (isReplay, flushed) = try await write { write in
            if try write.isRepeated(key, about: order?.text ?? "") { return (true, Steered()) }
            let flushed = try write.flush(order, by: steerer)
            try write.remember(key, subject: order?.text ?? "")
            return (false, flushed)
        }
        steering.noteFlush(flushed.flushed, flushed.accounts)
        wakeups.wake([.lane(.provider), .lane(.print)])
        return isReplay
    }
}

// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Carries what a write made from inside its savepoint to after its COMMIT.
final class WriteResult<Value: Sendable>: Sendable {
    /// What it made.
    struct Outcome: Sendable {
        let value: Value
        /// Whom to wake.
        let topics: Set<Topic>
        /// The last row that it appended, if it did.
        let head: RowEnd?
        /// What changed about orders.
        let news: [OrderNews]
    }

    private let stored = Mutex<Outcome?>(nil)

    func set(_ value: Value, _ write: LedgerWrite) {
        let outcome = Outcome(value: value, topics: write.topics, head: write.head, news: write.news)
        stored.withLock { $0 = outcome }
    }

    func get() -> Outcome? { stored.withLock { $0 } }
}

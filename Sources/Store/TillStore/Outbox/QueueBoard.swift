// SPDX-License-Identifier: Apache-2.0

import Synchronization
package import TillCore

/// What those who drain the lanes know and do not save: when a poll comes, what is under way, and
/// which acquirer is spared. Losing it costs nothing.
package final class QueueBoard: Sendable {
    /// Where one row stands with whoever works on it.
    package struct Standing: Sendable, Hashable {
        /// When it is tried next, in ledger time.
        package let dueAt: Timestamp
        /// How often it was tried since the start.
        package let tries: Int
        /// What the last try brought, if it brought no answer.
        package let lastAnswer: String?

        /// States all three.
        package init(dueAt: Timestamp, tries: Int, lastAnswer: String?) {
            self.dueAt = dueAt
            self.tries = tries
            self.lastAnswer = lastAnswer
        }
    }

    /// What is known of one lane.
    package struct Sight: Sendable, Hashable {
        /// The rows, by their numbers.
        package var standings: [Int64: Standing] = [:]
        /// The row of each order that is under way.
        package var underWay: [OrderID: Int64] = [:]
        /// Until when accounts are spared, in ledger time.
        package var rests: [AccountID: Timestamp] = [:]

        package init() {}
    }

    private let sights = Mutex<[Lane: Sight]>([:])

    init() {}

    /// Replaces what is known of a lane.
    package func publish(_ sight: Sight, of lane: Lane) { sights.withLock { $0[lane] = sight } }

    /// Takes note which row of an order is under way in a lane that several drain; nil is none any more.
    package func note(_ row: Int64?, underWayFor order: OrderID, in lane: Lane) {
        sights.withLock { $0[lane, default: Sight()].underWay[order] = row }
    }

    /// What is known of a lane; empty if nobody has worked on it yet.
    package func sight(of lane: Lane) -> Sight { sights.withLock { $0[lane] ?? Sight() } }
}

// SPDX-License-Identifier: Apache-2.0

package import TillCore

/// Somebody who follows the journal with a cursor of its own, and is told of what concerns them.
///
/// ```
///  journal   1 2 3 4 5 6 7 8 9        what is wanted of rows 1 to seq has become deliveries:
///                    ▲ seq            made ones have no row any more, the others wait or are dead
/// ```
package struct Follower: Sendable, Hashable {
    /// Its name, which no other one has or had.
    package let id: String
    /// Which service it belongs to, such as `webhook`.
    package let kind: String
    /// The last row of the journal that it was considered for.
    package let seq: Int64
    /// Who it is, in the words of its service.
    package let body: String
    /// Since when it follows.
    package let since: Timestamp
    /// Why nothing is told to it for now; nil if it is told.
    package let stopped: String?
    /// Deliveries that were made.
    package let delivered: Int
    /// When the last of them was made; nil if none was.
    package let deliveredAt: Timestamp?
    /// Deliveries that are still to be made.
    package let waiting: Int
    /// Deliveries that were given up.
    package let dead: Int
}

/// One row of the journal on its way to one follower.
package struct Delivery: Sendable, Hashable {
    /// Its row in the ledger.
    package let id: Int64
    /// Who is told.
    package let follower: String
    /// The row of the journal.
    package let seq: Int64
    /// What it is called on the way, the same at each try.
    package let message: String
    /// The order that it is about; nil for the terminal itself.
    package let order: OrderID?
    /// When it is tried next, in ledger time.
    package let dueAt: Timestamp
    /// How often it was tried.
    package let tries: Int
    /// When it was tried last; nil if it was not.
    package let triedAt: Timestamp?
    /// What came of that; nil if it was not tried.
    package let lastAnswer: String?
    /// Whether it was given up.
    package let isDead: Bool
}

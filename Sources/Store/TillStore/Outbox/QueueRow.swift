// SPDX-License-Identifier: Apache-2.0

package import TillCore

/// One row of the outbox as people see it, with what they need to know of its order.
package struct QueueRow: Sendable, Hashable {
    /// The row's number.
    package let id: Int64
    /// Its lane.
    package let lane: Lane
    /// The order that owes it.
    package let order: OrderID
    /// The shop's own name for the sale.
    package let reference: String?
    /// The order's status, one word.
    package let status: String
    /// What the sale is about.
    package let amount: Money
    /// What is owed; nil if this version cannot read it.
    package let effect: Effect?
    /// The account that it goes through; nil for slips and deadlines.
    package let account: AccountID?
    /// When it is tried next as far as it was saved, in ledger time.
    package let dueAt: Timestamp
    /// How often it was tried in vain, as far as it was saved.
    package let tries: Int
    /// What the last try brought, as far as it was saved.
    package let lastAnswer: String?
    /// Since when it is owed, in ledger time.
    package let since: Timestamp
    /// Who holds it back; nil if nobody does.
    package let hold: QueueHold?
    /// Why nobody can work on it; nil if somebody can.
    package let setAside: String?
}

/// Work of an order that people hold back.
package struct HeldWork: Sendable, Hashable {
    /// The number of its row.
    package let row: Int64
    /// What is owed; nil if this version cannot read it.
    package let effect: Effect?
    /// Who holds it back.
    package let hold: QueueHold
}

/// Which rows of the queue are wanted.
package struct QueueFilter: Sendable, Hashable {
    /// Only this lane.
    package var lane: Lane?
    /// Only this order.
    package var order: OrderID?
    /// Only this row.
    package var row: Int64?
    /// Only those that are held, or only those that are not.
    package var isHeld: Bool?
    /// Leaves out the watching of orders that are over, which nobody has to wait for.
    package var isOwedOnly: Bool

    /// Wants all rows, or fewer.
    package init(
        lane: Lane? = nil, order: OrderID? = nil, row: Int64? = nil, isHeld: Bool? = nil,
        isOwedOnly: Bool = false
    ) {
        self.lane = lane
        self.order = order
        self.row = row
        self.isHeld = isHeld
        self.isOwedOnly = isOwedOnly
    }

    /// Wants the rows that a person means.
    package init(_ target: QueueTarget) {
        self.init()
        switch target {
        case .row(let id): row = id
        case .order(let id): order = id
        case .lane(let lane): self.lane = lane
        }
    }
}

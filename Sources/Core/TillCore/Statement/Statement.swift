// SPDX-License-Identifier: Apache-2.0

/// An acquirer's own account of one day at one account of ours: what moved, line by line.
public struct Statement: Sendable, Hashable {
    /// The day, as the acquirer counts days.
    public let day: CalendarDay
    /// What moved that day, in the acquirer's order.
    public let lines: [StatementLine]
    /// The bytes as they came, kept as evidence.
    public let raw: [UInt8]

    /// Puts a statement together.
    public init(day: CalendarDay, lines: [StatementLine], raw: [UInt8]) {
        self.day = day
        self.lines = lines
        self.raw = raw
    }
}

/// One line of a statement: money that came, or money that went back.
public struct StatementLine: Sendable, Hashable, Codable {
    /// Which way the money went.
    public let kind: StatementLineKind
    /// The number that we gave the payment; some other text if the payment is not ours.
    public let orderNumber: String
    /// The acquirer's own reference of the payment.
    public let acquirerReference: String
    /// How much moved; above zero, whichever way.
    public let amount: Money
    /// When, in the acquirer's wall time.
    public let at: Timestamp
    /// The terminal that the payment was made with, for a refund that of its payment; nil if the
    /// acquirer does not say.
    public let terminal: TerminalID?

    /// Puts a line together.
    public init(
        kind: StatementLineKind, orderNumber: String, acquirerReference: String, amount: Money,
        at: Timestamp, terminal: TerminalID? = nil
    ) {
        self.kind = kind
        self.orderNumber = orderNumber
        self.acquirerReference = acquirerReference
        self.amount = amount
        self.at = at
        self.terminal = terminal
    }
}

/// Which way the money of a line went.
public enum StatementLineKind: Sendable, Hashable, Codable {
    /// A payer paid.
    case payment
    /// Money went back to the payer: the number that whoever asked for it gave the refund, and the
    /// acquirer's own reference of it.
    case refund(number: String, acquirerReference: String)
}

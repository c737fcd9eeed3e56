// SPDX-License-Identifier: Apache-2.0

/// What a payer takes home: content, no layout.
public struct Receipt: Sendable, Hashable {
    /// What the slip is for.
    public enum Kind: Sendable, Hashable, Codable {
        /// The one original of a paid sale.
        case sale
        /// A further slip of the same sale; `number` is 1 for the first copy.
        case copy(number: Int)
        /// Money that went back.
        case refund
        /// A payment code on paper, where no screen shows it.
        case code
    }

    /// The shop, as it calls itself.
    public let merchantName: String
    /// The terminal that sold.
    public let terminal: TerminalID
    /// The order that the slip is about.
    public let order: OrderID
    /// What the slip is for.
    public let kind: Kind
    /// Whether an earlier try may have left paper: the slip then says that it may be a duplicate.
    public let mayBeDuplicate: Bool
    /// What was sold, in the shop's words; may be empty.
    public let subject: String
    /// The amount of the sale, of the refund, or to pay.
    public let amount: Money
    /// The wall-clock time that is printed.
    public let at: Timestamp
    /// The local time offset that is printed, in seconds east of UTC.
    public let utcOffsetSeconds: Int
    /// The attempt's reference, by which the acquirer knows the sale.
    public let attemptReference: String?
    /// The acquirer's own reference of the money.
    public let acquirerReference: String?
    /// The account's name, which tells the payer how they paid.
    public let account: String?
    /// The text of the payment code, for ``Kind/code``.
    public let codePayload: String?
    /// How much of the sale has gone back; nil or nothing if none of it has.
    public let refunded: Money?

    /// Puts the content of a slip together.
    public init(
        merchantName: String, terminal: TerminalID, order: OrderID, kind: Kind,
        mayBeDuplicate: Bool = false, subject: String, amount: Money, at: Timestamp,
        utcOffsetSeconds: Int, attemptReference: String? = nil, acquirerReference: String? = nil,
        account: String? = nil, codePayload: String? = nil,
        refunded: Money? = nil
    ) {
        self.merchantName = merchantName
        self.terminal = terminal
        self.order = order
        self.kind = kind
        self.mayBeDuplicate = mayBeDuplicate
        self.subject = subject
        self.amount = amount
        self.at = at
        self.utcOffsetSeconds = utcOffsetSeconds
        self.attemptReference = attemptReference
        self.acquirerReference = acquirerReference
        self.account = account
        self.codePayload = codePayload
        self.refunded = refunded
    }
}

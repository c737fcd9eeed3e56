// SPDX-License-Identifier: Apache-2.0

/// What is needed to open a sale: everything checked, every id already allocated.
public struct SaleDraft: Sendable, Hashable, Codable {
    /// Names the sale.
    public let id: OrderID
    /// Names its first attempt.
    public let attempt: AttemptReference
    /// The terminal that sells.
    public let terminal: TerminalID
    /// The shop's own name for the sale, if it has one.
    public let reference: String?
    /// What the payer owes; above zero.
    public let amount: Money
    /// What is sold, in the shop's words; shown to the payer.
    public let subject: String
    /// The account to be paid through.
    public let account: AccountID
    /// When the shop stops waiting, in ledger time.
    public let deadline: Timestamp
    /// When the acquirer is to close the code by itself, in wall time.
    ///
    /// It is fixed here so that a create that is sent again says the same.
    public let expiresAt: Timestamp
    /// Which slips the sale prints.
    public let slips: SlipPolicy
    /// The shop's own key-value pairs, given back as they came.
    public let metadata: [String: String]
    /// What becomes of money that comes after the sale was over.
    public let lateMoney: LateMoney

    /// Puts a draft together; traps on an amount of zero, which the API refuses before.
    public init(
        id: OrderID, attempt: AttemptReference, terminal: TerminalID, reference: String? = nil,
        amount: Money, subject: String = "", account: AccountID, deadline: Timestamp,
        expiresAt: Timestamp, slips: SlipPolicy = .receipt, metadata: [String: String] = [:],
        lateMoney: LateMoney = .giveBack
    ) {
        precondition(!amount.isZero, "a sale of nothing")
        self.id = id
        self.attempt = attempt
        self.terminal = terminal
        self.reference = reference
        self.amount = amount
        self.subject = subject
        self.account = account
        self.deadline = deadline
        self.expiresAt = expiresAt
        self.slips = slips
        self.metadata = metadata
        self.lateMoney = lateMoney
    }

    /// Reads a draft; one that was written before there was a choice gives late money back.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        id = try members.decode(OrderID.self, forKey: .id)
        attempt = try members.decode(AttemptReference.self, forKey: .attempt)
        terminal = try members.decode(TerminalID.self, forKey: .terminal)
        reference = try members.decodeIfPresent(String.self, forKey: .reference)
        amount = try members.decode(Money.self, forKey: .amount)
        subject = try members.decode(String.self, forKey: .subject)
        account = try members.decode(AccountID.self, forKey: .account)
        deadline = try members.decode(Timestamp.self, forKey: .deadline)
        expiresAt = try members.decode(Timestamp.self, forKey: .expiresAt)
        slips = try members.decode(SlipPolicy.self, forKey: .slips)
        metadata = try members.decode([String: String].self, forKey: .metadata)
        lateMoney = try members.decodeIfPresent(LateMoney.self, forKey: .lateMoney) ?? .giveBack
    }
}

/// Which slips a sale prints; fixed when it opens, from what the terminal has.
public struct SlipPolicy: Sendable, Hashable, Codable {
    /// Whether a paid sale prints a receipt.
    public let receipt: Bool
    /// Whether the payment code is printed, because no screen shows it.
    public let code: Bool

    /// States both.
    public init(receipt: Bool, code: Bool) {
        self.receipt = receipt
        self.code = code
    }

    /// A receipt, and the code on the screen.
    public static let receipt = SlipPolicy(receipt: true, code: false)
    /// No printer at all.
    public static let none = SlipPolicy(receipt: false, code: false)
}

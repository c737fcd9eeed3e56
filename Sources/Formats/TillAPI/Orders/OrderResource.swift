// SPDX-License-Identifier: Apache-2.0

/// One sale, with everything that belongs to it.
public struct OrderResource: Codable, Sendable, Hashable {
    /// The daemon's name for the sale: `"01JNA6S2K4M6P8R0T2V4X6Z8B0"`.
    public var id: String
    /// The shop's own name for it; null if it gave none: `"tea-1"`.
    public var reference: String?
    /// How it stands: `"code"`.
    public var status: OrderStatus
    /// What the payer owes: `{"value": 1250, "currency": "CNY"}`.
    public var amount: MoneyResource
    /// What is sold; null if not said: `"Tea"`.
    public var subject: String?
    /// The tries, oldest first: `[{"reference": "01JNA6T8W3YQ5ZKX0C7VDEFGHJ"}]`.
    public var attempts: [AttemptResource]
    /// The money that acquirers hold for it: `[]`.
    public var transactions: [TransactionResource]
    /// The money that goes back: `[]`.
    public var refunds: [RefundResource]
    /// What a person has to decide, or has decided: `[]`.
    public var holds: [HoldResource]
    /// The slips: `[]`.
    public var prints: [PrintResource]
    /// When it was opened: `"2026-03-01T09:00:00.000Z"`.
    public var openedAt: WireTime
    /// When the daemon gives it up: `"2026-03-01T09:05:00.000Z"`.
    public var deadline: WireTime
    /// Seconds to the deadline by the daemon's own clock, never negative: `287`.
    public var secondsLeft: Int
    /// Grows with every change: `4`.
    public var version: Int64
    /// The shop's own notes, given back as they came: `{"table": "7"}`.
    public var metadata: [String: String]
    /// Work that a person holds back; absent if none is: `[{"row": 17}]`.
    public var held: [HeldWorkResource]?

    /// Creates the message from its parts.
    public init(
        id: String,
        reference: String? = nil,
        status: OrderStatus,
        amount: MoneyResource,
        subject: String? = nil,
        attempts: [AttemptResource],
        transactions: [TransactionResource] = [],
        refunds: [RefundResource] = [],
        holds: [HoldResource] = [],
        prints: [PrintResource] = [],
        openedAt: WireTime,
        deadline: WireTime,
        secondsLeft: Int,
        version: Int64,
        metadata: [String: String] = [:],
        held: [HeldWorkResource]? = nil
    ) {
        self.id = id
        self.reference = reference
        self.status = status
        self.amount = amount
        self.subject = subject
        self.attempts = attempts
        self.transactions = transactions
        self.refunds = refunds
        self.holds = holds
        self.prints = prints
        self.openedAt = openedAt
        self.deadline = deadline
        self.secondsLeft = secondsLeft
        self.version = version
        self.metadata = metadata
        self.held = held
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case reference
        case status
        case amount
        case subject
        case attempts
        case transactions
        case refunds
        case holds
        case prints
        case openedAt = "opened_at"
        case deadline
        case secondsLeft = "seconds_left"
        case version
        case metadata
        case held
    }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(id, forKey: .id)
        try members.encode(reference, forKey: .reference)
        try members.encode(status, forKey: .status)
        try members.encode(amount, forKey: .amount)
        try members.encode(subject, forKey: .subject)
        try members.encode(attempts, forKey: .attempts)
        try members.encode(transactions, forKey: .transactions)
        try members.encode(refunds, forKey: .refunds)
        try members.encode(holds, forKey: .holds)
        try members.encode(prints, forKey: .prints)
        try members.encode(openedAt, forKey: .openedAt)
        try members.encode(deadline, forKey: .deadline)
        try members.encode(secondsLeft, forKey: .secondsLeft)
        try members.encode(version, forKey: .version)
        try members.encode(metadata, forKey: .metadata)
        try members.encodeIfPresent(held, forKey: .held)
    }

    /// The code that a payer can scan now: that of the newest try that shows one.
    public var presentedCode: CodeResource? {
        attempts.last { $0.state == .presented }?.code
    }
}

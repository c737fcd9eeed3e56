// SPDX-License-Identifier: Apache-2.0

/// One piece of work that a sale owes, and why it is not done.
public struct QueueRowResource: Codable, Sendable, Hashable {
    /// The row, a number that is never used twice: `17`.
    public var id: Int64
    /// Who does it: `"provider"`, `"print"` or `"clock"`: `"provider"`.
    public var lane: String
    /// What is to be done: `"watch"`.
    public var what: QueueWork
    /// The attempt, refund or slip that it is about; null if none: `"01JNA6T8W3YQ5ZKX0C7VDEFGHJ"`.
    public var about: String?
    /// The sale: `"01JNA6S2K4M6P8R0T2V4X6Z8B0"`.
    public var order: String
    /// The shop's own name for the sale; null if it gave none: `"tea-1"`.
    public var reference: String?
    /// How the sale stands: `"checking"`.
    public var status: OrderStatus
    /// What the sale is about: `{"value": 1250, "currency": "CNY"}`.
    public var amount: MoneyResource
    /// The account that it goes through; null for slips and deadlines: `"main"`.
    public var account: String?
    /// How often it was tried: `3`.
    public var tries: Int
    /// What the last try brought, if it was in vain; null if not: `"no route"`.
    public var lastAnswer: String?
    /// Why it is not done, a word: `"account_rests"`.
    public var wait: QueueReason
    /// The same as a sentence for people: `"the acquirer of main does not answer: it is asked again in 6 s"`.
    public var detail: String
    /// When it is tried next; null if nobody can tell, or it is there: `"2026-03-01T09:02:08.000Z"`.
    public var nextAt: WireTime?
    /// Seconds to that by the daemon's own clock; null where that is: `6`.
    public var nextSeconds: Int?
    /// Since when it is owed: `"2026-03-01T09:00:00.000Z"`.
    public var since: WireTime
    /// Seconds since then by the daemon's own clock: `128`.
    public var ageSeconds: Int
    /// Who holds it back; null if nobody does: `{"scope": "row"}`.
    public var held: QueueHoldResource?

    /// Creates the message from its parts.
    public init(
        id: Int64,
        lane: String,
        what: QueueWork,
        about: String? = nil,
        order: String,
        reference: String? = nil,
        status: OrderStatus,
        amount: MoneyResource,
        account: String? = nil,
        tries: Int,
        lastAnswer: String? = nil,
        wait: QueueReason,
        detail: String,
        nextAt: WireTime? = nil,
        nextSeconds: Int? = nil,
        since: WireTime,
        ageSeconds: Int,
        held: QueueHoldResource? = nil
    ) {
        self.id = id
        self.lane = lane
        self.what = what
        self.about = about
        self.order = order
        self.reference = reference
        self.status = status
        self.amount = amount
        self.account = account
        self.tries = tries
        self.lastAnswer = lastAnswer
        self.wait = wait
        self.detail = detail
        self.nextAt = nextAt
        self.nextSeconds = nextSeconds
        self.since = since
        self.ageSeconds = ageSeconds
        self.held = held
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case lane
        case what
        case about
        case order
        case reference
        case status
        case amount
        case account
        case tries
        case lastAnswer = "last_answer"
        case wait
        case detail
        case nextAt = "next_at"
        case nextSeconds = "next_seconds"
        case since
        case ageSeconds = "age_seconds"
        case held
    }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(id, forKey: .id)
        try members.encode(lane, forKey: .lane)
        try members.encode(what, forKey: .what)
        try members.encode(about, forKey: .about)
        try members.encode(order, forKey: .order)
        try members.encode(reference, forKey: .reference)
        try members.encode(status, forKey: .status)
        try members.encode(amount, forKey: .amount)
        try members.encode(account, forKey: .account)
        try members.encode(tries, forKey: .tries)
        try members.encode(lastAnswer, forKey: .lastAnswer)
        try members.encode(wait, forKey: .wait)
        try members.encode(detail, forKey: .detail)
        try members.encode(nextAt, forKey: .nextAt)
        try members.encode(nextSeconds, forKey: .nextSeconds)
        try members.encode(since, forKey: .since)
        try members.encode(ageSeconds, forKey: .ageSeconds)
        try members.encode(held, forKey: .held)
    }
}

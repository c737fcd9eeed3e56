// SPDX-License-Identifier: Apache-2.0

/// An event on its way to an endpoint, or given up.
public struct DeliveryResource: Codable, Sendable, Hashable {
    /// The `webhook-id`, which is the event's id: `"e1-42"`.
    public var message: String
    /// The sale that it is about; null if none: `"01JNA6S2K4M6P8R0T2V4X6Z8B0"`.
    public var order: String?
    /// Whether it was given up: `false`.
    public var isDead: Bool
    /// How often it was tried: `3`.
    public var tries: Int
    /// When it was tried last; null if it was not: `"2026-03-01T09:05:06.000Z"`.
    public var triedAt: WireTime?
    /// What came of that; null if it was not tried: `"it answered 500"`.
    public var lastAnswer: String?
    /// When it is tried next; null if it is not: `"2026-03-01T09:35:06.000Z"`.
    public var nextAt: WireTime?

    /// Creates the message from its parts.
    public init(
        message: String,
        order: String? = nil,
        isDead: Bool,
        tries: Int,
        triedAt: WireTime? = nil,
        lastAnswer: String? = nil,
        nextAt: WireTime? = nil
    ) {
        self.message = message
        self.order = order
        self.isDead = isDead
        self.tries = tries
        self.triedAt = triedAt
        self.lastAnswer = lastAnswer
        self.nextAt = nextAt
    }

    private enum CodingKeys: String, CodingKey {
        case message
        case order
        case isDead = "dead"
        case tries
        case triedAt = "tried_at"
        case lastAnswer = "last_answer"
        case nextAt = "next_at"
    }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(message, forKey: .message)
        try members.encode(order, forKey: .order)
        try members.encode(isDead, forKey: .isDead)
        try members.encode(tries, forKey: .tries)
        try members.encode(triedAt, forKey: .triedAt)
        try members.encode(lastAnswer, forKey: .lastAnswer)
        try members.encode(nextAt, forKey: .nextAt)
    }
}

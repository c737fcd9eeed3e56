// SPDX-License-Identifier: Apache-2.0

/// An endpoint of the shop's own systems that is told of sales.
public struct WebhookResource: Codable, Sendable, Hashable {
    /// What the daemon calls it: `"01JNA6S2K4M6P8R0T2V4X6Z8B0"`.
    public var id: String
    /// What people call it; null if it has no name: `"erp"`.
    public var name: String?
    /// Where it is told: `"https://erp.example/till"`.
    public var url: String
    /// Which events it is told of: `["order.paid", "refund.*"]`.
    public var events: [String]
    /// How it does: `"ok"`.
    public var state: WebhookState
    /// What is wrong, for people; null if nothing is: `"it said 410 Gone"`.
    public var detail: String?
    /// The event up to which it was considered: `"e1-42"`.
    public var cursor: String
    /// Deliveries that are still to be made: `0`.
    public var waiting: Int
    /// Deliveries that were given up: `0`.
    public var dead: Int
    /// Deliveries that were made: `812`.
    public var delivered: Int
    /// When the last one was made; null if none was: `"2026-03-01T09:00:01.250Z"`.
    public var deliveredAt: WireTime?
    /// Since when it is there: `"2026-02-01T09:00:00.000Z"`.
    public var since: WireTime
    /// How many secrets it is signed with, two while one takes the place of the other: `1`.
    public var secrets: Int

    /// Creates the message from its parts.
    public init(
        id: String,
        name: String? = nil,
        url: String,
        events: [String],
        state: WebhookState,
        detail: String? = nil,
        cursor: String,
        waiting: Int,
        dead: Int,
        delivered: Int,
        deliveredAt: WireTime? = nil,
        since: WireTime,
        secrets: Int
    ) {
        self.id = id
        self.name = name
        self.url = url
        self.events = events
        self.state = state
        self.detail = detail
        self.cursor = cursor
        self.waiting = waiting
        self.dead = dead
        self.delivered = delivered
        self.deliveredAt = deliveredAt
        self.since = since
        self.secrets = secrets
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case name
        case url
        case events
        case state
        case detail
        case cursor
        case waiting
        case dead
        case delivered
        case deliveredAt = "delivered_at"
        case since
        case secrets
    }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(id, forKey: .id)
        try members.encode(name, forKey: .name)
        try members.encode(url, forKey: .url)
        try members.encode(events, forKey: .events)
        try members.encode(state, forKey: .state)
        try members.encode(detail, forKey: .detail)
        try members.encode(cursor, forKey: .cursor)
        try members.encode(waiting, forKey: .waiting)
        try members.encode(dead, forKey: .dead)
        try members.encode(delivered, forKey: .delivered)
        try members.encode(deliveredAt, forKey: .deliveredAt)
        try members.encode(since, forKey: .since)
        try members.encode(secrets, forKey: .secrets)
    }
}

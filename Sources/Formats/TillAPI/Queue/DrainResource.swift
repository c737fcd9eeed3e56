// SPDX-License-Identifier: Apache-2.0

/// Whether new sales are taken, and what is still owed.
public struct DrainResource: Codable, Sendable, Hashable {
    /// One word: `"draining"`.
    public var state: DrainState
    /// Who asked for it; null if new sales are taken: `"anna"`.
    public var by: String?
    /// Since when; null if new sales are taken: `"2026-03-01T09:02:00.000Z"`.
    public var since: WireTime?
    /// Why, in their own words; null if they did not say: `"closing time"`.
    public var why: String?
    /// Pieces of work that have to be done first: `3`.
    public var owed: Int
    /// Sales that owe them: `2`.
    public var orders: Int
    /// Those pieces that stay until a person does something: `1`.
    public var stuck: Int
    /// Pieces that nobody has to wait for: sales that are over and still looked after: `4`.
    public var watched: Int
    /// The oldest piece that has to be done first, a stuck one before the others; null if none: `{"id": 17}`.
    public var oldest: QueueRowResource?

    /// Creates the message from its parts.
    public init(
        state: DrainState,
        by: String? = nil,
        since: WireTime? = nil,
        why: String? = nil,
        owed: Int,
        orders: Int,
        stuck: Int,
        watched: Int,
        oldest: QueueRowResource? = nil
    ) {
        self.state = state
        self.by = by
        self.since = since
        self.why = why
        self.owed = owed
        self.orders = orders
        self.stuck = stuck
        self.watched = watched
        self.oldest = oldest
    }

    private enum CodingKeys: String, CodingKey {
        case state
        case by
        case since
        case why
        case owed
        case orders
        case stuck
        case watched
        case oldest
    }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(state, forKey: .state)
        try members.encode(by, forKey: .by)
        try members.encode(since, forKey: .since)
        try members.encode(why, forKey: .why)
        try members.encode(owed, forKey: .owed)
        try members.encode(orders, forKey: .orders)
        try members.encode(stuck, forKey: .stuck)
        try members.encode(watched, forKey: .watched)
        try members.encode(oldest, forKey: .oldest)
    }
}

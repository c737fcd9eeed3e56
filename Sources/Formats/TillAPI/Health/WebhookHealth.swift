// SPDX-License-Identifier: Apache-2.0

/// How an endpoint does that is told of sales.
public struct WebhookHealth: Codable, Sendable, Hashable {
    /// What the daemon calls it: `"01JNA6S2K4M6P8R0T2V4X6Z8B0"`.
    public var id: String
    /// What people call it; null if it has no name: `"erp"`.
    public var name: String?
    /// How it does: `"ok"`.
    public var state: WebhookState
    /// Deliveries that are still to be made: `0`.
    public var waiting: Int
    /// Deliveries that were given up: `0`.
    public var dead: Int
    /// What is wrong, for people; null if nothing is: `"it said 410 Gone"`.
    public var detail: String?

    /// Creates the message from its parts.
    public init(
        id: String,
        name: String? = nil,
        state: WebhookState,
        waiting: Int,
        dead: Int,
        detail: String? = nil
    ) {
        self.id = id
        self.name = name
        self.state = state
        self.waiting = waiting
        self.dead = dead
        self.detail = detail
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case name
        case state
        case waiting
        case dead
        case detail
    }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(id, forKey: .id)
        try members.encode(name, forKey: .name)
        try members.encode(state, forKey: .state)
        try members.encode(waiting, forKey: .waiting)
        try members.encode(dead, forKey: .dead)
        try members.encode(detail, forKey: .detail)
    }
}

// SPDX-License-Identifier: Apache-2.0

/// How much work waits.
public struct QueueHealth: Codable, Sendable, Hashable {
    /// Pieces of work that are not done: `7`.
    public var waiting: Int
    /// Those of them that could be done now: `0`.
    public var due: Int
    /// Seconds that the oldest due one has waited; null if none is due: `12`.
    public var oldestSeconds: Int?
    /// Those pieces that a person holds back: `0`.
    public var held: Int
    /// Those pieces that this version cannot read: `0`.
    public var setAside: Int
    /// Whether the terminal takes no new sales because a person drains it: `false`.
    public var isDraining: Bool

    /// Creates the message from its parts.
    public init(
        waiting: Int,
        due: Int,
        oldestSeconds: Int? = nil,
        held: Int = 0,
        setAside: Int = 0,
        isDraining: Bool = false
    ) {
        self.waiting = waiting
        self.due = due
        self.oldestSeconds = oldestSeconds
        self.held = held
        self.setAside = setAside
        self.isDraining = isDraining
    }

    private enum CodingKeys: String, CodingKey {
        case waiting
        case due
        case oldestSeconds = "oldest_seconds"
        case held
        case setAside = "set_aside"
        case isDraining = "draining"
    }

    /// Reads the message; an older daemon holds nothing back.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        waiting = try members.decode(Int.self, forKey: .waiting)
        due = try members.decode(Int.self, forKey: .due)
        oldestSeconds = try members.decodeIfPresent(Int.self, forKey: .oldestSeconds)
        held = try members.decodeIfPresent(Int.self, forKey: .held) ?? 0
        setAside = try members.decodeIfPresent(Int.self, forKey: .setAside) ?? 0
        isDraining = try members.decodeIfPresent(Bool.self, forKey: .isDraining) ?? false
    }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(waiting, forKey: .waiting)
        try members.encode(due, forKey: .due)
        try members.encode(oldestSeconds, forKey: .oldestSeconds)
        try members.encode(held, forKey: .held)
        try members.encode(setAside, forKey: .setAside)
        try members.encode(isDraining, forKey: .isDraining)
    }
}

// SPDX-License-Identifier: Apache-2.0

/// How much work waits.
public struct QueueHealth: Codable, Sendable, Hashable {
    /// Pieces of work that are not done: `7`.
    public var waiting: Int
    /// Those of them that could be done now: `0`.
    public var due: Int
    /// Seconds that the oldest due one has waited; null if none is due: `12`.
    public var oldestSeconds: Int?

    /// Creates the message from its parts.
    public init(
        waiting: Int,
        due: Int,
        oldestSeconds: Int? = nil
    ) {
        self.waiting = waiting
        self.due = due
        self.oldestSeconds = oldestSeconds
    }

    private enum CodingKeys: String, CodingKey {
        case waiting
        case due
        case oldestSeconds = "oldest_seconds"
    }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(waiting, forKey: .waiting)
        try members.encode(due, forKey: .due)
        try members.encode(oldestSeconds, forKey: .oldestSeconds)
    }
}

// SPDX-License-Identifier: Apache-2.0

/// One step of what happened to a sale, as people read it.
public struct SentenceResource: Codable, Sendable, Hashable {
    /// The row of the journal that it tells of; null for a wait, a moved clock, and the end: `42`.
    public var seq: Int64?
    /// When, in the ledger's time, which never goes back: `"2026-03-01T09:00:01.250Z"`.
    public var at: WireTime
    /// When, by the wall clock: `"2026-03-01T09:00:01.250Z"`.
    public var wall: WireTime
    /// Who, as the journal has it: `"socket"`.
    public var by: String
    /// How it came to be known, `"cashier"`, `"answer"`, `"query"`, `"notify"`, `"printer"` or `"daemon"`.
    public var source: String
    /// What happened and what it meant: `"The acquirer said (asked by query) that it holds 12.50 CNY."`.
    public var text: String

    /// Creates the message from its parts.
    public init(
        seq: Int64?,
        at: WireTime,
        wall: WireTime,
        by: String,
        source: String,
        text: String
    ) {
        self.seq = seq
        self.at = at
        self.wall = wall
        self.by = by
        self.source = source
        self.text = text
    }

    private enum CodingKeys: String, CodingKey {
        case seq
        case at
        case wall
        case by
        case source
        case text
    }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(seq, forKey: .seq)
        try members.encode(at, forKey: .at)
        try members.encode(wall, forKey: .wall)
        try members.encode(by, forKey: .by)
        try members.encode(source, forKey: .source)
        try members.encode(text, forKey: .text)
    }
}

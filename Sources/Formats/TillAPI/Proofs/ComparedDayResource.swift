// SPDX-License-Identifier: Apache-2.0

/// A day whose statement was compared with the ledger.
public struct ComparedDayResource: Codable, Sendable, Hashable {
    /// The day, as the acquirer counts days: `"2026-03-01"`.
    public var day: String
    /// When it was compared: `"2026-03-02T00:10:00.000Z"`.
    public var comparedAt: WireTime
    /// How many lines the statement has: `118`.
    public var lines: Int
    /// SHA-256 of the statement's bytes in hexadecimal digits: `"9f86d0…"`.
    public var hash: String
    /// The holds that its differences opened: `[]`.
    public var holds: [String]
    /// How many of them wait for a person: `0`.
    public var open: Int

    /// Creates the message from its parts.
    public init(
        day: String,
        comparedAt: WireTime,
        lines: Int,
        hash: String,
        holds: [String],
        open: Int
    ) {
        self.day = day
        self.comparedAt = comparedAt
        self.lines = lines
        self.hash = hash
        self.holds = holds
        self.open = open
    }

    private enum CodingKeys: String, CodingKey {
        case day
        case comparedAt = "compared_at"
        case lines
        case hash
        case holds
        case open
    }
}

// SPDX-License-Identifier: Apache-2.0

/// A question that only a person can answer.
public struct HoldResource: Codable, Sendable, Hashable {
    /// The hold's own name: `"01JNA6W7S9T1V3X5Z7B9D1F3H5"`.
    public var id: String
    /// What it is about, a word: `"amount_differs"`.
    public var about: String
    /// The same as a sentence for people: `"the acquirer reports 12.00 CNY, asked were 12.50 CNY"`.
    public var detail: String
    /// Since when it waits: `"2026-03-01T09:02:00.000Z"`.
    public var openedAt: WireTime
    /// How it was settled; null while it is open: `{"decision": "give_back"}`.
    public var settled: HoldSettlement?
    /// The decisions that fit: `["give_back", "leave"]`.
    public var decisions: [String]
    /// The sale that it belongs to; only in the list of holds: `"01JNA6S2K4M6P8R0T2V4X6Z8B0"`.
    public var order: String?

    /// Creates the message from its parts.
    public init(
        id: String,
        about: String,
        detail: String,
        openedAt: WireTime,
        settled: HoldSettlement? = nil,
        decisions: [String],
        order: String? = nil
    ) {
        self.id = id
        self.about = about
        self.detail = detail
        self.openedAt = openedAt
        self.settled = settled
        self.decisions = decisions
        self.order = order
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case about
        case detail
        case openedAt = "opened_at"
        case settled
        case decisions
        case order
    }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(id, forKey: .id)
        try members.encode(about, forKey: .about)
        try members.encode(detail, forKey: .detail)
        try members.encode(openedAt, forKey: .openedAt)
        try members.encode(settled, forKey: .settled)
        try members.encode(decisions, forKey: .decisions)
        try members.encodeIfPresent(order, forKey: .order)
    }
}

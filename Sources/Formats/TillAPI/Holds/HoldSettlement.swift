// SPDX-License-Identifier: Apache-2.0

/// How a person settled a hold.
public struct HoldSettlement: Codable, Sendable, Hashable {
    /// The decision, one of those that the hold offered: `"give_back"`.
    public var decision: String
    /// Who decided: `"uid:1000"`.
    public var by: String
    /// Why, in the person's own words: `"payer has left"`.
    public var note: String
    /// When: `"2026-03-01T09:20:00.000Z"`.
    public var at: WireTime

    /// Creates the message from its parts.
    public init(
        decision: String,
        by: String,
        note: String,
        at: WireTime
    ) {
        self.decision = decision
        self.by = by
        self.note = note
        self.at = at
    }

    private enum CodingKeys: String, CodingKey {
        case decision
        case by
        case note
        case at
    }
}

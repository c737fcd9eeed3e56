// SPDX-License-Identifier: Apache-2.0

/// A hold of a sale or a lane: work that comes while it stands is held as well.
public struct StandingHoldResource: Codable, Sendable, Hashable {
    /// The sale; null if it is a lane: `"01JNA6S2K4M6P8R0T2V4X6Z8B0"`.
    public var order: String?
    /// The lane; null if it is a sale: `"print"`.
    public var lane: String?
    /// Who, since when and why: `{"scope": "lane"}`.
    public var held: QueueHoldResource

    /// Creates the message from its parts.
    public init(
        order: String? = nil,
        lane: String? = nil,
        held: QueueHoldResource
    ) {
        self.order = order
        self.lane = lane
        self.held = held
    }

    private enum CodingKeys: String, CodingKey {
        case order
        case lane
        case held
    }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(order, forKey: .order)
        try members.encode(lane, forKey: .lane)
        try members.encode(held, forKey: .held)
    }
}

// SPDX-License-Identifier: Apache-2.0

/// Something that happened, as the journal has it.
public struct EventResource: Codable, Sendable, Hashable {
    /// Epoch and number; a reader goes on after it: `"e1-42"`.
    public var id: String
    /// What kind of event, see ``EventType``: `"order.paid"`, or `"reset"` if the reader has to start over.
    public var type: String
    /// The sale that it is about; null if none: `"01JNA6S2K4M6P8R0T2V4X6Z8B0"`.
    public var order: String?
    /// When: `"2026-03-01T09:00:01.250Z"`.
    public var at: WireTime
    /// The journal's word for it; null if none: `"codeIssued"`.
    public var entry: String?
    /// How the sale stood after it; null if it is about none: `"code"`.
    public var status: OrderStatus?

    /// Creates the message from its parts.
    public init(
        id: String,
        type: String,
        order: String? = nil,
        at: WireTime,
        entry: String? = nil,
        status: OrderStatus? = nil
    ) {
        self.id = id
        self.type = type
        self.order = order
        self.at = at
        self.entry = entry
        self.status = status
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case type
        case order
        case at
        case entry
        case status
    }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(id, forKey: .id)
        try members.encode(type, forKey: .type)
        try members.encode(order, forKey: .order)
        try members.encode(at, forKey: .at)
        try members.encode(entry, forKey: .entry)
        try members.encode(status, forKey: .status)
    }
}

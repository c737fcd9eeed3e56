// SPDX-License-Identifier: Apache-2.0

/// What an endpoint is told of an event: the body of a webhook.
///
/// Its bytes are the same at each try. Members may be added in later versions; those that are there keep their meaning.
///
/// Source: Standard Webhooks 1.0.0, payload structure.
public struct EventMessage: Codable, Sendable, Hashable {
    /// What happened: `"order.paid"`.
    public var type: EventType
    /// When it happened, by the terminal's wall clock: `"2026-03-01T09:00:01.250Z"`.
    public var timestamp: WireTime
    /// What there is to know: `{"id": "e1-42"}`.
    public var data: Content

    /// The largest body, in bytes: of a sale with more to it, ``Content/order`` is left out.
    ///
    /// Source: Standard Webhooks 1.0.0, payload size.
    public static let bytesMax = 20_000

    /// Creates the message from its parts.
    public init(type: EventType, timestamp: WireTime, data: Content) {
        self.type = type
        self.timestamp = timestamp
        self.data = data
    }

    /// What there is to know of an event.
    public struct Content: Codable, Sendable, Hashable {
        /// The event's id, which is the `webhook-id` as well; later events of one ledger have a larger number behind
        /// the dash: `"e1-42"`.
        public var id: String
        /// The terminal where it happened: `"T-0001"`.
        public var terminal: String
        /// The journal's word for it; null if it is a trial: `"recorded.paid"`.
        public var entry: String?
        /// The head of the journal after it, as `tilld verify --head` takes it; null if it is a trial:
        /// `"01JNA6S2K4M6P8R0T2V4X6Z8B0-42:9f86d081…"`.
        public var head: String?
        /// The sale that it is about; null if none: `"01JNA6S2K4M6P8R0T2V4X6Z8B0"`.
        public var orderID: String?
        /// How the sale stood after it; null if it is about none: `"paid"`.
        public var status: OrderStatus?
        /// The sale as it was after it; null if it is about none, or the body would be too large: `{"id": "01JN…"}`.
        public var order: OrderResource?

        /// Creates the message from its parts.
        public init(
            id: String, terminal: String, entry: String? = nil, head: String? = nil, orderID: String? = nil,
            status: OrderStatus? = nil, order: OrderResource? = nil
        ) {
            self.id = id
            self.terminal = terminal
            self.entry = entry
            self.head = head
            self.orderID = orderID
            self.status = status
            self.order = order
        }

        private enum CodingKeys: String, CodingKey {
            case id
            case terminal
            case entry
            case head
            case orderID = "order_id"
            case status
            case order
        }

        /// Writes the message; a member without a value is written as null.
        public func encode(to encoder: any Encoder) throws {
            var members = encoder.container(keyedBy: CodingKeys.self)
            try members.encode(id, forKey: .id)
            try members.encode(terminal, forKey: .terminal)
            try members.encode(entry, forKey: .entry)
            try members.encode(head, forKey: .head)
            try members.encode(orderID, forKey: .orderID)
            try members.encode(status, forKey: .status)
            try members.encode(order, forKey: .order)
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

/// What an endpoint said to a trial.
public struct WebhookTestResource: Codable, Sendable, Hashable {
    /// The endpoint: `"01JNA6S2K4M6P8R0T2V4X6Z8B0"`.
    public var webhook: String
    /// The `webhook-id` that it was sent with: `"test_01JN…"`.
    public var message: String
    /// Whether it was taken: `true`.
    public var isDelivered: Bool
    /// The HTTP status; null if no answer came: `204`.
    public var status: Int?
    /// What came of it, for people: `"it answered 204"`.
    public var detail: String
    /// How long it took: `12`.
    public var milliseconds: Int

    /// Creates the message from its parts.
    public init(
        webhook: String,
        message: String,
        isDelivered: Bool,
        status: Int? = nil,
        detail: String,
        milliseconds: Int
    ) {
        self.webhook = webhook
        self.message = message
        self.isDelivered = isDelivered
        self.status = status
        self.detail = detail
        self.milliseconds = milliseconds
    }

    private enum CodingKeys: String, CodingKey {
        case webhook
        case message
        case isDelivered = "delivered"
        case status
        case detail
        case milliseconds
    }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(webhook, forKey: .webhook)
        try members.encode(message, forKey: .message)
        try members.encode(isDelivered, forKey: .isDelivered)
        try members.encode(status, forKey: .status)
        try members.encode(detail, forKey: .detail)
        try members.encode(milliseconds, forKey: .milliseconds)
    }
}

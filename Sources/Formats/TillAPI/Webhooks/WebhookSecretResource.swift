// SPDX-License-Identifier: Apache-2.0

/// An endpoint with a secret that was made for it, which is told this once.
public struct WebhookSecretResource: Codable, Sendable, Hashable {
    /// The endpoint: `{"id": "01JN…"}`.
    public var webhook: WebhookResource
    /// What it is to verify with; null in the answer to a repetition: `"whsec_…"`.
    public var secret: String?
    /// Until when it is signed with the secret before as well; null if there was none: `"2026-03-02T09:00:00.000Z"`.
    public var overlapUntil: WireTime?

    /// Creates the message from its parts.
    public init(
        webhook: WebhookResource,
        secret: String? = nil,
        overlapUntil: WireTime? = nil
    ) {
        self.webhook = webhook
        self.secret = secret
        self.overlapUntil = overlapUntil
    }

    private enum CodingKeys: String, CodingKey {
        case webhook
        case secret
        case overlapUntil = "overlap_until"
    }

    /// Writes the message; a member without a value is written as null.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(webhook, forKey: .webhook)
        try members.encode(secret, forKey: .secret)
        try members.encode(overlapUntil, forKey: .overlapUntil)
    }
}

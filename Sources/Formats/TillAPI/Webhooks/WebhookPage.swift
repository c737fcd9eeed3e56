// SPDX-License-Identifier: Apache-2.0

/// The endpoints that are told of sales.
public struct WebhookPage: Codable, Sendable, Hashable {
    /// The endpoints, the oldest first: `[]`.
    public var webhooks: [WebhookResource]

    /// Creates the message from its parts.
    public init(
        webhooks: [WebhookResource]
    ) {
        self.webhooks = webhooks
    }

    private enum CodingKeys: String, CodingKey {
        case webhooks
    }
}

// SPDX-License-Identifier: Apache-2.0

/// What waits for an endpoint, and what was given up.
public struct DeliveryPage: Codable, Sendable, Hashable {
    /// The deliveries, the oldest event first: `[]`.
    public var deliveries: [DeliveryResource]
    /// Where the next page starts, as `after`: `"e1-42"`.
    public var last: String

    /// Creates the message from its parts.
    public init(
        deliveries: [DeliveryResource],
        last: String
    ) {
        self.deliveries = deliveries
        self.last = last
    }

    private enum CodingKeys: String, CodingKey {
        case deliveries
        case last
    }
}

// SPDX-License-Identifier: Apache-2.0

/// A list of sales.
public struct OrderPage: Codable, Sendable, Hashable {
    /// The sales, oldest first: `[]`.
    public var orders: [OrderResource]

    /// Creates the message from its parts.
    public init(
        orders: [OrderResource]
    ) {
        self.orders = orders
    }

    private enum CodingKeys: String, CodingKey {
        case orders
    }
}

// SPDX-License-Identifier: Apache-2.0

/// An amount of one currency.
public struct MoneyResource: Codable, Sendable, Hashable {
    /// Minor units of the currency: `1250` is twelve yuan fifty.
    public var value: Int64
    /// The ISO 4217 letters: `"CNY"`.
    public var currency: String

    /// Creates the message from its parts.
    public init(
        value: Int64,
        currency: String
    ) {
        self.value = value
        self.currency = currency
    }

    private enum CodingKeys: String, CodingKey {
        case value
        case currency
    }
}

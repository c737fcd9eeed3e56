// SPDX-License-Identifier: Apache-2.0

/// How the way to one acquirer does.
public struct AccountHealth: Codable, Sendable, Hashable {
    /// The account of the configuration: `"main"`.
    public var id: String
    /// The adapter that it uses: `"openpay"`.
    public var provider: String
    /// Whether it is asked at all: `"closed"` is well, `"open"` and `"half_open"` are not.
    public var breaker: String
    /// The currency that it takes; absent if not known: `"CNY"`.
    public var currency: String?
    /// Decimals of that currency; absent if not known: `2`.
    public var currencyExponent: Int?
    /// Seconds that our clock is ahead of the acquirer's; absent if not known: `-3605`.
    public var clockOffsetSeconds: Int?

    /// Creates the message from its parts.
    public init(
        id: String,
        provider: String,
        breaker: String,
        currency: String? = nil,
        currencyExponent: Int? = nil,
        clockOffsetSeconds: Int? = nil
    ) {
        self.id = id
        self.provider = provider
        self.breaker = breaker
        self.currency = currency
        self.currencyExponent = currencyExponent
        self.clockOffsetSeconds = clockOffsetSeconds
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case provider
        case breaker
        case currency
        case currencyExponent = "currency_exponent"
        case clockOffsetSeconds = "clock_offset_seconds"
    }
}

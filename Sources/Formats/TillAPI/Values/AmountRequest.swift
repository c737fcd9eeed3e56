// SPDX-License-Identifier: Apache-2.0

/// An amount that somebody asks for: in minor units or as a decimal, never both.
///
/// `{"value": 1250, "currency": "CNY"}` and `{"decimal": "12.50", "currency": "CNY"}` are equal.
public struct AmountRequest: Codable, Sendable, Hashable {
    /// How much.
    public enum Figure: Sendable, Hashable {
        /// Minor units, the member `value`: `1250`.
        case value(Int64)
        /// Whole units and decimals, the member `decimal`: `"12.50"`.
        case decimal(String)
    }

    /// How much: `1250` as `value`, or `"12.50"` as `decimal`.
    public var figure: Figure
    /// The ISO 4217 letters: `"CNY"`.
    public var currency: String

    /// Asks for minor units.
    public init(value: Int64, currency: String) {
        figure = .value(value)
        self.currency = currency
    }

    /// Asks for a decimal, such as `12.50`.
    public init(decimal: String, currency: String) {
        figure = .decimal(decimal)
        self.currency = currency
    }

    /// The amount in minor units of a currency that has so many decimals.
    ///
    /// It is nil if the decimal has more decimals than the currency, is no decimal at all, or does
    /// not fit.
    ///
    /// - Parameter exponent: Decimals of the currency, 0 to 4: 2 for CNY.
    public func minorUnits(exponent: Int) -> Int64? {
        switch figure {
        case .value(let value): value
        case .decimal(let text): DecimalText.minorUnits(of: text, exponent: exponent)
        }
    }

    private enum CodingKeys: String, CodingKey {
        case value
        case decimal
        case currency
    }

    /// Reads the wire form leniently; ``RequestReader`` is the strict way.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        currency = try members.decode(String.self, forKey: .currency)
        if let value = try members.decodeIfPresent(Int64.self, forKey: .value) {
            figure = .value(value)
        } else {
            figure = .decimal(try members.decode(String.self, forKey: .decimal))
        }
    }

    /// Writes the wire form.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        switch figure {
        case .value(let value): try members.encode(value, forKey: .value)
        case .decimal(let text): try members.encode(text, forKey: .decimal)
        }
        try members.encode(currency, forKey: .currency)
    }
}

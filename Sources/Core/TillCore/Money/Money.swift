// SPDX-License-Identifier: Apache-2.0

/// An amount of money: whole minor units of one currency, never negative.
///
/// No floating point is on any path to or from it, and arithmetic is checked.
public struct Money: Sendable, Hashable {
    /// Hundredths for CNY, whole yen for JPY, thousandths for KWD; 0 to ``largest``.
    public let minorUnits: Int64
    /// What the units are units of.
    public let currency: Currency

    /// The largest amount that is handled: 10^12 minor units.
    ///
    /// Far above any sale, and far below where sums of a day could overflow.
    public static let largest: Int64 = 1_000_000_000_000

    /// Makes an amount that is known to be in range; traps if it is not.
    public init(minorUnits: Int64, _ currency: Currency) {
        precondition((0...Self.largest).contains(minorUnits), "an amount out of range")
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// Checks an amount that came from outside.
    ///
    /// - Throws: ``MoneyError/negative`` or ``MoneyError/tooLarge(largest:)``.
    public init(checking minorUnits: Int64, _ currency: Currency) throws(MoneyError) {
        guard minorUnits >= 0 else { throw .negative }
        guard minorUnits <= Self.largest else {
            throw .tooLarge(largest: Money(minorUnits: Self.largest, currency).decimalString)
        }
        self.init(minorUnits: minorUnits, currency)
    }

    /// Whether it is nothing at all.
    public var isZero: Bool { minorUnits == 0 }

    /// Adds two amounts.
    ///
    /// - Throws: ``MoneyError/currenciesDiffer`` or ``MoneyError/tooLarge(largest:)``.
    public func adding(_ other: Money) throws(MoneyError) -> Money {
        guard currency == other.currency else { throw .currenciesDiffer }
        return try Money(checking: minorUnits + other.minorUnits, currency)
    }

    /// Takes an amount away.
    ///
    /// - Throws: ``MoneyError/currenciesDiffer``, or ``MoneyError/negative`` if `other` is more.
    public func subtracting(_ other: Money) throws(MoneyError) -> Money {
        guard currency == other.currency else { throw .currenciesDiffer }
        return try Money(checking: minorUnits - other.minorUnits, currency)
    }
}

extension Money: Codable {
    private enum CodingKeys: String, CodingKey {
        case minorUnits = "value"
        case currency
    }

    /// Reads `{"value": 1250, "currency": "CNY"}`; throws if the value is out of range.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let value = try container.decode(Int64.self, forKey: .minorUnits)
        let currency = try container.decode(Currency.self, forKey: .currency)
        self = try Money(checking: value, currency)
    }

    /// Writes `{"value": 1250, "currency": "CNY"}`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(minorUnits, forKey: .minorUnits)
        try container.encode(currency, forKey: .currency)
    }
}

extension Money: CustomStringConvertible {
    /// The decimals and the code, such as `12.50 CNY`.
    public var description: String { "\(decimalString) \(currency)" }
}

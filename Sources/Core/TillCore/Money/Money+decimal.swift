// SPDX-License-Identifier: Apache-2.0

extension Money {
    /// Reads a decimal such as `12.50`, `12.5` or `12`: ASCII digits and at most one point.
    ///
    /// - Throws: ``MoneyError`` for letters, signs, spaces, grouping, too many decimals, too much.
    public init(decimal text: String, _ currency: Currency) throws(MoneyError) {
        var digits = Substring(text)
        if digits.first == "-" {
            digits.removeFirst()
            guard Self.isDecimal(digits) else { throw .notANumber(text) }
            throw .negative
        }
        guard Self.isDecimal(digits) else { throw .notANumber(text) }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        let fraction = parts.count == 2 ? parts[1] : ""
        guard fraction.utf8.count <= currency.exponent else {
            throw .tooManyDecimals(currency: currency)
        }
        let padding = String(repeating: "0", count: currency.exponent - fraction.utf8.count)
        guard let minorUnits = Int64(parts[0] + fraction + padding) else {
            throw .tooLarge(largest: Money(minorUnits: Self.largest, currency).decimalString)
        }
        try self.init(checking: minorUnits, currency)
    }

    /// The amount with all decimals of its currency and no grouping: `12.50`, `1250`, `1.250`.
    public var decimalString: String {
        guard currency.exponent > 0 else { return String(minorUnits) }
        let (units, rest) = minorUnits.quotientAndRemainder(dividingBy: currency.minorUnitsPerUnit)
        let fraction = String(rest)
        let zeros = String(repeating: "0", count: currency.exponent - fraction.utf8.count)
        return "\(units).\(zeros)\(fraction)"
    }

    /// Digits, or digits, a point and digits.
    private static func isDecimal(_ text: Substring) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count <= 2
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            }
    }
}

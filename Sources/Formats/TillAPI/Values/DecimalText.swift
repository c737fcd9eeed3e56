// SPDX-License-Identifier: Apache-2.0

/// Amounts as people write them: `12.50`.
public enum DecimalText {
    /// The longest decimal that is read: more digits than any amount has.
    public static let limit = 24

    /// Whether a text is digits, or digits, a point and digits.
    ///
    /// There is no sign, no thousands separator, no comma and no exponent.
    public static func isDecimal(_ text: String) -> Bool {
        guard text.utf8.count <= limit else { return false }
        let parts = text.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
        return parts.count <= 2
            && parts.allSatisfy { part in
                !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) }
            }
    }

    /// Minor units of a decimal: 1250 of `12.5` with two decimals.
    ///
    /// It is nil if the text is no decimal, has more decimals than the currency (even zeros), or
    /// does not fit.
    public static func minorUnits(of text: String, exponent: Int) -> Int64? {
        guard isDecimal(text), (0...4).contains(exponent) else { return nil }
        let parts = text.split(separator: ".")
        let decimals = parts.count == 2 ? parts[1] : ""
        guard decimals.count <= exponent else { return nil }
        return Int64(parts[0] + decimals + String(repeating: "0", count: exponent - decimals.count))
    }

    /// A decimal of minor units: `12.50` of 1250 with two decimals.
    public static func text(minorUnits: Int64, exponent: Int) -> String {
        let digits = String(minorUnits.magnitude)
        let sign = minorUnits < 0 ? "-" : ""
        guard exponent > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, exponent + 1 - digits.count)) + digits
        return sign + padded.dropLast(exponent) + "." + padded.suffix(exponent)
    }
}

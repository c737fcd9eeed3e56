// SPDX-License-Identifier: Apache-2.0

package import TillCore

/// Names that are unique for ever and sort by time: 26 characters of `[0-9A-Z]`.
///
/// 48 bits of wall time and 80 random bits, so that a restored ledger does not use a name again.
///
/// Source: the ULID specification (layout and Crockford's base 32).
package enum Ulid {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    /// Makes a name from a time and ten random bytes.
    package static func text(_ at: Timestamp, _ random: [UInt8]) -> String {
        precondition(random.count == 10, "a name takes ten random bytes")
        var text = ""
        let milliseconds = UInt64(clamping: at.milliseconds) & 0xFFFF_FFFF_FFFF
        for shift in stride(from: 45, through: 0, by: -5) {
            text.append(alphabet[Int((milliseconds >> UInt64(shift)) & 31)])
        }
        for half in [random[0..<5], random[5..<10]] {
            let bits = half.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            for shift in stride(from: 35, through: 0, by: -5) {
                text.append(alphabet[Int((bits >> UInt64(shift)) & 31)])
            }
        }
        return text
    }
}

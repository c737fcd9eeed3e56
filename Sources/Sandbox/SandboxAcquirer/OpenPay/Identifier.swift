// SPDX-License-Identifier: Apache-2.0

/// Names that cannot be guessed.
enum Identifier {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// A prefix and 26 letters and digits of 128 random bits.
    static func make(_ prefix: String, random: () -> UInt64) -> String {
        var text = Array(prefix.utf8)
        for _ in 0..<2 {
            var bits = random()
            for _ in 0..<13 {
                text.append(alphabet[Int(bits & 31)])
                bits >>= 5
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

// SPDX-License-Identifier: Apache-2.0

/// Writes and reads base64, strictly: one text for each byte string and the other way round.
///
/// Source: RFC 4648, sections 3.5, 4 and 5.
package enum Base64 {
    private static let standard = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let url = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    private static let standardValues = values(of: standard)
    private static let urlValues = values(of: url)
    private static let none: UInt8 = 0xFF

    /// Gives padded base64.
    package static func encode(_ bytes: [UInt8]) -> String {
        encode(bytes, with: standard, padded: true)
    }

    /// Gives base64url without padding.
    package static func encodeURL(_ bytes: [UInt8]) -> String {
        encode(bytes, with: url, padded: false)
    }

    /// Reads padded base64; nil for a foreign character, wrong padding or bits left over.
    package static func decode(_ text: String) -> [UInt8]? {
        var characters = Array(text.utf8)[...]
        guard characters.count.isMultiple(of: 4) else { return nil }
        for _ in 0..<2 where characters.last == UInt8(ascii: "=") { characters.removeLast() }
        return decode(characters, with: standardValues)
    }

    /// Reads base64url without padding; nil for a foreign character or bits left over.
    package static func decodeURL(_ text: String) -> [UInt8]? {
        decode(Array(text.utf8)[...], with: urlValues)
    }

    private static func values(of alphabet: [UInt8]) -> [UInt8] {
        var values = [UInt8](repeating: none, count: 256)
        for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
        return values
    }

    private static func encode(_ bytes: [UInt8], with alphabet: [UInt8], padded: Bool) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var bits: UInt32 = 0
        var held = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            held += 8
            while held >= 6 {
                held -= 6
                text.append(alphabet[Int(bits >> UInt32(held) & 63)])
            }
        }
        if held > 0 { text.append(alphabet[Int(bits << UInt32(6 - held) & 63)]) }
        if padded {
            while !text.count.isMultiple(of: 4) { text.append(UInt8(ascii: "=")) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func decode(_ characters: ArraySlice<UInt8>, with values: [UInt8]) -> [UInt8]? {
        guard characters.count % 4 != 1 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(characters.count / 4 * 3 + 2)
        var bits: UInt32 = 0
        var held = 0
        for character in characters {
            let value = values[Int(character)]
            guard value != none else { return nil }
            bits = bits << 6 | UInt32(value)
            held += 6
            if held >= 8 {
                held -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
            }
        }
        let leftOver = bits & ((1 << UInt32(held)) - 1)
        return leftOver == 0 ? bytes : nil
    }
}

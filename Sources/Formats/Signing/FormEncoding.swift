// SPDX-License-Identifier: Apache-2.0

/// Decodes and encodes the names and values of a query.
///
/// Source: RFC 9421, section 2.2.8; the URL standard, sections 1.3 and 5.
enum FormEncoding {
    /// Reads percent-encoded bytes and plus signs; a stray percent sign stands for itself.
    static func decode(_ text: some StringProtocol) -> [UInt8] {
        let characters = Array(text.utf8)
        var bytes: [UInt8] = []
        var at = 0
        while at < characters.count {
            let character = characters[at]
            if character == UInt8(ascii: "%"), at + 2 < characters.count,
                let high = Hex.value(characters[at + 1]), let low = Hex.value(characters[at + 2])
            {
                bytes.append(high << 4 | low)
                at += 3
            } else {
                bytes.append(character == UInt8(ascii: "+") ? UInt8(ascii: " ") : character)
                at += 1
            }
        }
        return bytes
    }

    /// Percent-encodes all but letters, digits and `*-._`; a space becomes `%20`.
    static func encode(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var text: [UInt8] = []
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"):
                text.append(byte)
            default:
                text += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

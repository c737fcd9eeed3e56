// SPDX-License-Identifier: Apache-2.0

import ProviderKit

/// Texts that go into addresses, fields and messages, and what they may be made of.
enum OpenPayName {
    /// The longest subject that the platform takes, in characters.
    static let longestSubject = 128

    /// Letters, digits, `-` and `_`.
    static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// Whether a text is 1 to 64 plain characters.
    static func isNumber(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count) && text.utf8.allSatisfy(isPlain)
    }

    /// A number of ours: `order_no` or `refund_no`.
    static func number(_ text: String) throws(ProviderError) -> String {
        guard isNumber(text) else {
            throw .unsupported("a number other than 1 to 64 letters, digits, - and _")
        }
        return text
    }

    /// An id of the platform's that we kept.
    static func id(_ text: String) throws(ProviderError) -> String {
        guard isNumber(text) else { throw .unsupported("money whose id is not of this platform") }
        return text
    }

    /// An id in an answer of the platform's.
    static func idOfTheirs(_ text: String) throws(ProviderError) -> String {
        guard isNumber(text) else {
            throw .unreadable("an id other than 1 to 64 letters, digits, - and _")
        }
        return text
    }

    /// What is sold, without line breaks and not too long; the number if there is nothing to say.
    static func subject(_ text: String, or number: String) -> String {
        let line = shown(text, longest: longestSubject)
        return line.allSatisfy({ $0 == " " }) ? number : line
    }

    /// The beginning of a text on one line: whole characters, at most so many code points.
    static func shown(_ text: String, longest: Int) -> String {
        var line = ""
        var count = 0
        for character in text {
            let scalars = character.unicodeScalars
            count += scalars.count
            guard count <= longest else { break }
            line.append(scalars.contains(where: breaksLine) ? " " : character)
        }
        return line
    }

    private static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}

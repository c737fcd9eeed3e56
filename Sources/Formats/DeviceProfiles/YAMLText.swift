// SPDX-License-Identifier: Apache-2.0

/// What a text of YAML may be before it is read, and how what stands in it may be shown.
package enum YAMLText {
    /// The largest text, in bytes.
    package static let largest = 65_536
    /// The most aliases of a text: each may double what it stands in.
    package static let mostAliases = 16

    /// What is wrong with a text as a whole, and what to do; nil if nothing is.
    package static func objection(to text: String) -> String? {
        guard text.utf8.count <= largest else { return "has more than \(largest) bytes: shorten it" }
        guard aliases(in: text) <= mostAliases else {
            return "has more than \(mostAliases) aliases, such as *this: write out what they stand for"
        }
        if let line = lineOfKeyWithParts(in: text) {
            return "has a key in line \(line) that is a list or a mapping: write one word and a colon"
        }
        return nil
    }

    /// Text of a file on one line: a value may be a page long, or move a terminal's cursor.
    package static func shown(_ text: String, longest: Int) -> String {
        let scalars = text.unicodeScalars.prefix(longest).map { scalar -> Unicode.Scalar in
            guard !(0x20...0x7E).contains(scalar.value) else { return scalar }
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: return "\u{FFFD}"
            default: return scalar
            }
        }
        let isCut = text.unicodeScalars.count > longest
        return String(String.UnicodeScalarView(scalars)) + (isCut ? "…" : "")
    }

    /// Counts whatever could be an alias: a star with a name behind it, where a value may begin.
    private static func aliases(in text: String) -> Int {
        let bytes = Array(text.utf8)
        var count = 0
        for index in bytes.indices.dropLast() where bytes[index] == UInt8(ascii: "*") {
            let before = index == 0 ? UInt8(ascii: " ") : bytes[index - 1]
            let after = bytes[index + 1]
            let mayBegin = before <= UInt8(ascii: " ") || ",[{:?-".utf8.contains(before)
            if mayBegin, after > UInt8(ascii: " "), !"*,[]{}".utf8.contains(after) { count += 1 }
        }
        return count
    }
}

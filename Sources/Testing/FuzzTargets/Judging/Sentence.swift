// SPDX-License-Identifier: Apache-2.0

import TillAPI

/// What an error's sentence has to be, whatever the bytes were that it is about.
enum Sentence {
    /// The longest sentence that a log or a screen is asked to take, in Unicode scalars.
    static let longest = 1200

    /// What is wrong with a sentence; nil if nothing is.
    static func fault(of text: String) -> String? {
        if text.isEmpty { return "an error without a word" }
        if text.unicodeScalars.count > longest { return "an error of \(text.unicodeScalars.count) characters" }
        if let scalar = text.unicodeScalars.first(where: breaksLine) {
            return "an error carries U+\(String(scalar.value, radix: 16)) out of the input: \(text.prefix(80))"
        }
        return nil
    }

    /// Whether a scalar could forge a line of a log, or move a terminal's cursor.
    private static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
        default: false
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What a till prints for signs of books and telephones that a printer lacks.
package enum LookAlike {
    /// The plainer text for a character; nil if there is none that means the same.
    package static func text(for character: Character) -> String? { table[character] }

    /// The letter without its accents, for where nothing can draw them; nil if it has none.
    package static func base(of character: Character) -> Character? {
        if let stroked = stroked[character] { return stroked }
        let scalars = String(character).decomposedStringWithCanonicalMapping.unicodeScalars
        guard scalars.count > 1, let first = scalars.first, first.properties.isAlphabetic else { return nil }
        return Character(first)
    }

    private static let table: [Character: String] = [
        "\u{2018}": "'", "\u{2019}": "'", "\u{201A}": "'", "\u{201B}": "'", "\u{2032}": "'", "\u{02BC}": "'",
        "\u{201C}": "\"", "\u{201D}": "\"", "\u{201E}": "\"", "\u{2033}": "\"",
        "\u{2010}": "-", "\u{2011}": "-", "\u{2012}": "-", "\u{2013}": "-", "\u{2014}": "-", "\u{2015}": "-",
        "\u{2212}": "-", "\u{00AD}": "", "\u{2026}": "...", "\u{00A0}": " ", "\u{2002}": " ", "\u{2003}": " ",
        "\u{2009}": " ", "\u{202F}": " ", "\u{2022}": "*", "\u{00D7}": "x", "\u{2044}": "/", "\u{2215}": "/",
        "\u{2039}": "<", "\u{203A}": ">", "\u{FB01}": "fi", "\u{FB02}": "fl",
    ]

    /// Letters whose stroke is no accent of Unicode's.
    private static let stroked: [Character: Character] = [
        "Đ": "D", "đ": "d", "Ł": "L", "ł": "l", "Ø": "O", "ø": "o", "Ħ": "H", "ħ": "h", "ı": "i",
    ]
}

extension String {
    /// The text in normal form C, in which a letter and its accents are one sign where there is one.
    var precomposed: String { precomposedStringWithCanonicalMapping }
}

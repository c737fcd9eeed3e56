// SPDX-License-Identifier: Apache-2.0

/// A single-byte character set that a printer can be switched to.
///
/// Bytes 20 to 7E are ASCII in all of them; the upper half differs.
/// Source: the mapping tables of the Unicode consortium, folders MICSFT/PC and MICSFT/WINDOWS.
package enum CodePage: String, Sendable, Hashable, CaseIterable {
    /// The page for the United States.
    case cp437
    /// The page for Greek.
    case cp737
    /// The page for the Baltic.
    case cp775
    /// The page for Western Europe.
    case cp850
    /// The page for Central Europe.
    case cp852
    /// The page for Turkish.
    case cp857
    /// The page for Western Europe with the euro sign.
    case cp858
    /// The page for Portuguese.
    case cp860
    /// The page for Canadian French.
    case cp863
    /// The page for the Nordic countries.
    case cp865
    /// The page for Cyrillic.
    case cp866
    /// The page for Central Europe, Windows.
    case cp1250
    /// The page for Cyrillic, Windows.
    case cp1251
    /// The page for Western Europe, Windows.
    case cp1252
    /// The page for Greek, Windows.
    case cp1253
    /// The page for Turkish, Windows.
    case cp1254
    /// The page for the Baltic, Windows.
    case cp1257

    /// Finds the byte of a character; nil if the page does not have it.
    package func byte(for character: Character) -> UInt8? {
        if let ascii = character.asciiValue { return (0x20...0x7E).contains(ascii) ? ascii : nil }
        return Self.bytes[self]?[character]
    }

    /// Finds the character of a byte; nil for controls and holes.
    package func character(for byte: UInt8) -> Character? {
        if (0x20...0x7E).contains(byte) { return Character(Unicode.Scalar(byte)) }
        guard byte >= 0x80 else { return nil }
        let scalar = Self.characters[self]?[Int(byte) - 0x80]
        return scalar == Self.hole ? nil : scalar
    }

    /// Stands in the tables where a page has no character.
    private static let hole: Character = "\u{FFFD}"

    // Keyed by character and not by scalar, so that a letter followed by its accent finds the
    // precomposed letter of the page.
    private static let bytes: [CodePage: [Character: UInt8]] = characters.mapValues { upper in
        var bytes: [Character: UInt8] = [:]
        for (index, character) in upper.enumerated() where character != hole {
            bytes[character] = UInt8(0x80 + index)
        }
        return bytes
    }

    private static let characters: [CodePage: [Character]] = upperHalves.mapValues { upper in
        upper.unicodeScalars.map { Character($0) }
    }
}

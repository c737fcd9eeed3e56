// SPDX-License-Identifier: Apache-2.0

/// Writes letters and their marks as one character each where there is one, so that a font finds them.
///
/// Source: Unicode Standard, annex 15 (normal form C) and section 3.12 (Hangul); letters of living
/// scripts that are set without shaping, not every character that could be composed.
enum ComposedText {
    /// Lists the characters of a text, the first ones only if there are many.
    static func scalars(of text: String, atMost limit: Int) -> [Unicode.Scalar] {
        // Nearly all texts have no mark that could be composed, and need no look for characters.
        guard text.unicodeScalars.prefix(limit).contains(where: isMark) else {
            return Array(text.unicodeScalars.prefix(limit))
        }
        var scalars: [Unicode.Scalar] = []
        for character in text {
            guard scalars.count < limit else { break }
            if let composed = composed(character) {
                scalars.append(composed)
            } else {
                scalars.append(contentsOf: character.unicodeScalars.prefix(limit - scalars.count))
            }
        }
        return scalars
    }

    /// Combining marks, the marks of kana, and vowels and finals of Hangul.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x300...0x36F, 0x1161...0x11FF, 0x3099...0x309A: true
        default: false
        }
    }

    /// The one scalar that means the same as a character of several; nil if it has one, or there is none.
    private static func composed(_ character: Character) -> Unicode.Scalar? {
        let scalars = character.unicodeScalars
        guard let first = scalars.first, scalars.index(after: scalars.startIndex) < scalars.endIndex else { return nil }
        // Jamo of Hangul are put together by arithmetic: there are 11172 syllables.
        if (0x1100...0x1112).contains(first.value) { return syllable(Array(scalars.prefix(4))) }
        return letters[character]
    }

    private static func syllable(_ jamo: [Unicode.Scalar]) -> Unicode.Scalar? {
        guard jamo.count == 2 || jamo.count == 3, (0x1161...0x1175).contains(jamo[1].value) else { return nil }
        var value = 0xAC00 + ((jamo[0].value - 0x1100) * 21 + jamo[1].value - 0x1161) * 28
        if jamo.count == 3 {
            guard (0x11A8...0x11C2).contains(jamo[2].value) else { return nil }
            value += jamo[2].value - 0x11A7
        }
        return Unicode.Scalar(value)
    }

    /// Latin, Greek, Cyrillic, Vietnamese and kana letters by what they mean: characters that are written
    /// in different ways are equal, and so are their hashes.
    private static let letters: [Character: Unicode.Scalar] = {
        var letters: [Character: Unicode.Scalar] = [:]
        for range in [0xC0...0x24F, 0x370...0x52F, 0x1E00...0x1FFF, 0x3040...0x30FF] as [ClosedRange<UInt32>] {
            for scalar in range.compactMap({ Unicode.Scalar($0) })
            where scalar.properties.generalCategory != .unassigned {
                // Of two that mean the same, the first is the one that is not deprecated.
                let character = Character(scalar)
                if letters[character] == nil { letters[character] = scalar }
            }
        }
        return letters
    }()
}

// SPDX-License-Identifier: Apache-2.0

import EscPos

/// Text that has been made fit for a line: cleaned, measured, cut and broken by cells.
enum SlipText {
    /// The most characters of one text from outside that are printed.
    static let longest = 256

    /// The most scalars of one character: letters with their accents and joined signs have fewer.
    private static let mostScalars = 12

    /// Removes what would steer a printer or a terminal, and doubled spaces.
    ///
    /// - Parameters:
    ///   - text: what came from outside.
    ///   - keepingLength: whether a text that was put together from cleaned parts may be longer.
    static func clean(_ text: String, keepingLength: Bool = false) -> String {
        if isClean(text) { return text }
        var cleaned = ""
        for character in text.prefix(keepingLength ? longest * 8 : longest) {
            let isSpace = character.isWhitespace || character.unicodeScalars.contains(where: steers)
            if isSpace {
                if cleaned.last != " " { cleaned.append(" ") }
            } else if let longer = LookAlike.text(for: character), longer.utf8.count > 1 {
                // What takes more cells than it seems to would not be measured right later.
                cleaned += longer
            } else if character.unicodeScalars.count > mostScalars {
                cleaned.unicodeScalars.append(contentsOf: character.unicodeScalars.prefix(mostScalars))
            } else {
                cleaned.append(character)
            }
        }
        if cleaned.first == " " { cleaned.removeFirst() }
        if cleaned.last == " " { cleaned.removeLast() }
        return cleaned
    }

    /// Whether a text is short, of plain letters or Chinese characters, and without doubled spaces:
    /// most are.
    private static func isClean(_ text: String) -> Bool {
        guard text.utf8.count <= longest, text.utf8.first != 0x20 else { return false }
        var last: UInt32 = 0
        for scalar in text.unicodeScalars {
            let value = scalar.value
            guard (0x21...0x7E).contains(value) || (0x4E00...0x9FA5).contains(value) || value == 0x20 && last != 0x20
            else { return false }
            last = value
        }
        return last != 0x20
    }

    private static func steers(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
        // Joiners belong to the signs they join; the other format characters turn text around.
        case .format: scalar.value != 0x200C && scalar.value != 0x200D
        default: false
        }
    }

    /// Cuts a name to a number of cells, with three dots where something is missing.
    static func shortened(_ text: String, to cells: Int) -> String {
        guard CellWidth.of(text) > cells else { return text }
        guard cells > 3 else { return prefix(of: text, cells: cells) }
        var head = prefix(of: text, cells: cells - 3)
        while head.last == " " { head.removeLast() }
        return head + "..."
    }

    /// Breaks a text into lines of at most so many cells: at spaces, beside wide characters (but not before
    /// their stops), and within a word only where it is longer than a line.
    static func wrapped(_ text: String, to cells: Int) -> [String] {
        // Most texts need no second line.
        if CellWidth.of(text) <= cells {
            let line = text.trimmedEnd
            return line.isEmpty ? [] : [line]
        }
        var lines: [String] = []
        var line = ""
        for piece in pieces(of: text) {
            if CellWidth.of(line) + CellWidth.of(piece.trimmedEnd) <= cells {
                line += piece
                continue
            }
            if !line.isEmpty { lines.append(line.trimmedEnd) }
            var rest = piece
            while CellWidth.of(rest.trimmedEnd) > cells {
                let head = prefix(of: rest, cells: cells)
                // A character that is wider than the line itself cannot be set at all.
                guard !head.isEmpty else { return lines }
                lines.append(head)
                rest.removeFirst(head.count)
            }
            line = rest
        }
        if !line.trimmedEnd.isEmpty { lines.append(line.trimmedEnd) }
        return lines
    }

    /// Breaks a text into at most so many lines and shortens the last one.
    static func wrapped(_ text: String, to cells: Int, lines most: Int) -> [String] {
        let lines = wrapped(text, to: cells)
        guard lines.count > most, most > 0 else { return lines }
        let rest = lines[(most - 1)...].joined(separator: " ")
        return Array(lines.prefix(most - 1)) + [shortened(rest, to: cells)]
    }

    /// Breaks a reference into pieces; nothing is left out.
    static func chunks(of text: String, cells: Int) -> [String] {
        var chunks: [String] = []
        var rest = text
        while !rest.isEmpty {
            let head = prefix(of: rest, cells: cells)
            guard !head.isEmpty else { return chunks }
            chunks.append(head)
            rest.removeFirst(head.count)
        }
        return chunks
    }

    private static func prefix(of text: String, cells: Int) -> String {
        var head = ""
        var used = 0
        for character in text {
            used += CellWidth.of(character)
            guard used <= cells else { break }
            head.append(character)
        }
        return head
    }

    /// Where a line may end: after spaces and beside wide characters, but not before a stop or behind an
    /// opening bracket.
    private static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var piece = ""
        for character in text {
            if let last = piece.last, mayEnd(after: last, before: character) {
                pieces.append(piece)
                piece = ""
            }
            piece.append(character)
        }
        return piece.isEmpty ? pieces : pieces + [piece]
    }

    private static func mayEnd(after last: Character, before next: Character) -> Bool {
        guard next != " ", !closing.contains(next), !opening.contains(last) else { return false }
        return last == " " || CellWidth.of(last) == 2 || CellWidth.of(next) == 2
    }

    /// What begins no line, as Chinese and Japanese are set.
    ///
    /// Source: W3C, Requirements for Chinese Text Layout, section 3.1.3, and for Japanese Text Layout, 3.1.7.
    private static let closing = Set("，。、；：？！）》〉」』】〕〗｝］％…—·ー々,.;:?!)]}%”’")
    /// What ends no line, from the same places.
    private static let opening = Set("（《〈「『【〔〖｛［([{“‘")
}

extension String {
    /// The text without spaces at its end.
    fileprivate var trimmedEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}

// SPDX-License-Identifier: Apache-2.0

/// What output has to look like: lines with `…`, `⋮` and `«name»` in them.
struct Pattern {
    private enum Piece {
        case text([Character])
        case anything
        case word(String)
    }

    private let lines: [[Piece]?]

    /// Reads the lines of a transcript; `⋮` alone becomes nil, any lines.
    init(_ lines: [String]) {
        self.lines = lines.map { $0 == "⋮" ? nil : Self.pieces(of: $0) }
    }

    /// Compares, and gives the words with those that were new; nil if the output is another.
    func match(_ output: [String], _ words: [String: String]) -> [String: String]? {
        matchLines(lines[...], output[...], words)
    }

    /// Puts kept words into a command.
    static func filled(_ command: String, _ words: [String: String]) -> String {
        words.reduce(command) { $0.replacing("«\($1.key)»", with: $1.value) }
    }

    private func matchLines(
        _ lines: ArraySlice<[Piece]?>, _ output: ArraySlice<String>, _ words: [String: String]
    ) -> [String: String]? {
        guard let first = lines.first else { return output.isEmpty ? words : nil }
        guard let pieces = first else {
            for skipped in 0...output.count {
                if let found = matchLines(lines.dropFirst(), output.dropFirst(skipped), words) {
                    return found
                }
            }
            return nil
        }
        guard let line = output.first,
            let found = Self.match(pieces[...], Array(line)[...], words)
        else { return nil }
        return matchLines(lines.dropFirst(), output.dropFirst(), found)
    }

    private static func match(
        _ pieces: ArraySlice<Piece>, _ text: ArraySlice<Character>, _ words: [String: String]
    ) -> [String: String]? {
        guard let first = pieces.first else { return text.isEmpty ? words : nil }
        let rest = pieces.dropFirst()
        switch first {
        case .text(let expected):
            guard text.starts(with: expected) else { return nil }
            return match(rest, text.dropFirst(expected.count), words)
        case .anything:
            for count in 0...text.count {
                if let found = match(rest, text.dropFirst(count), words) { return found }
            }
            return nil
        case .word(let name):
            if let known = words[name] {
                guard text.starts(with: known) else { return nil }
                return match(rest, text.dropFirst(known.count), words)
            }
            let longest = text.prefix { !$0.isWhitespace && $0 != "\"" }.count
            for count in stride(from: 1, through: longest, by: 1) {
                var kept = words
                kept[name] = String(text.prefix(count))
                if let found = match(rest, text.dropFirst(count), kept) { return found }
            }
            return nil
        }
    }

    private static func pieces(of line: String) -> [Piece] {
        var pieces: [Piece] = []
        var text: [Character] = []
        var rest = Array(line)[...]
        func endText() {
            if !text.isEmpty { pieces.append(.text(text)) }
            text = []
        }
        while let character = rest.popFirst() {
            if character == "…" {
                endText()
                pieces.append(.anything)
            } else if character == "«", let end = rest.firstIndex(of: "»") {
                endText()
                pieces.append(.word(String(rest[..<end])))
                rest = rest[rest.index(after: end)...]
            } else {
                text.append(character)
            }
        }
        endText()
        return pieces
    }
}

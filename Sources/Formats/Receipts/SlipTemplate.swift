// SPDX-License-Identifier: Apache-2.0

/// A text with fields and words in it: `Order {order}`, `<order> {order}`.
struct SlipTemplate: Sendable, Hashable {
    /// One part of the text.
    enum Piece: Sendable, Hashable {
        /// Letters as they are.
        case letters(String)
        /// What the slip says there.
        case field(SlipField)
        /// A word of the catalogue, in the slip's language or in one that is named.
        case word(String, language: String?)
    }

    /// The parts in order.
    let pieces: [Piece]
    /// The line of the file that it stands in.
    let line: Int

    /// The longest text of one line of a file, in characters.
    static let longest = 400

    /// Puts a text together from parts.
    init(pieces: [Piece], line: Int) {
        self.pieces = pieces
        self.line = line
    }

    /// The fields it has, words apart.
    var fields: [SlipField] {
        pieces.compactMap { piece in
            if case .field(let field) = piece { field } else { nil }
        }
    }

    /// Reads a text.
    ///
    /// - Parameters:
    ///   - text: what stands in the file; `\` before `{`, `<`, `|` and `\` takes it as it is.
    ///   - line: the number of its line.
    ///   - mayHaveWords: whether words of a catalogue are known where it stands.
    ///   - problems: takes what is wrong.
    init(_ text: some StringProtocol, line: Int, mayHaveWords: Bool = true, problems: inout [SlipProblem]) {
        var pieces: [Piece] = []
        var letters = ""
        if text.count > Self.longest {
            problems.append(SlipProblem(line: line, "the text is longer than \(Self.longest) characters: shorten it"))
        }
        func close(_ mark: Character, _ rest: inout Substring) -> String? {
            guard let end = rest.firstIndex(of: mark) else { return nil }
            let name = rest[..<end]
            rest = rest[rest.index(after: end)...]
            return String(name)
        }
        var source = Substring(String(text.prefix(Self.longest)))
        while let character = source.popFirst() {
            switch character {
            case "\\":
                if let next = source.popFirst() { letters.append(next) }
            case "{",
                "<" where mayHaveWords:
                guard let name = close(character == "{" ? "}" : ">", &source) else {
                    problems.append(
                        SlipProblem(line: line, "a \(character) is not closed: close it, or write \\\(character)"))
                    source = ""
                    continue
                }
                if !letters.isEmpty { pieces.append(.letters(letters)) }
                letters = ""
                if let piece = Self.piece(name, isField: character == "{", line: line, &problems) {
                    pieces.append(piece)
                }
            default: letters.append(character)
            }
        }
        if !letters.isEmpty { pieces.append(.letters(letters)) }
        self.init(pieces: pieces, line: line)
    }

    private static func piece(
        _ name: String, isField: Bool, line: Int, _ problems: inout [SlipProblem]
    ) -> Piece? {
        guard isField else {
            let parts = name.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
            guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else {
                problems.append(
                    SlipProblem(
                        line: line, "<\(SlipText.clean(name))> is no word: write <word> or <word@language>"))
                return nil
            }
            return .word(parts[0], language: parts.count == 2 ? parts[1] : nil)
        }
        guard let field = SlipField(rawValue: name) else {
            problems.append(
                SlipProblem(
                    line: line,
                    "there is no field {\(SlipText.clean(name))}: the fields are "
                        + SlipField.allCases.map(\.rawValue).joined(separator: ", ")))
            return nil
        }
        return .field(field)
    }
}

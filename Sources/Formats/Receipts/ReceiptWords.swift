// SPDX-License-Identifier: Apache-2.0

/// What slips say besides their content, in one language: a catalogue of words.
///
/// ```
/// language = en
/// paid = PAID
/// pay_before = Pay before {pay_before}
/// ```
package struct ReceiptWords: Sendable, Hashable {
    /// The language's tag, such as `en` or `zh-Hans`.
    package let language: String
    private let words: [String: SlipTemplate]

    /// The most bytes of a file.
    package static let fileLimit = 64 << 10

    /// Reads a catalogue.
    ///
    /// - Parameters:
    ///   - text: the file: a word and its text a line, with ` = ` between them.
    ///   - name: what it is called in complaints.
    /// - Throws: ``SlipLayoutError`` with everything that is wrong.
    package init(_ text: String, name: String) throws(SlipLayoutError) {
        try self.init(text, name: name, needed: Self.english.words.keys.sorted())
    }

    init(_ text: String, name: String, needed: [String]) throws(SlipLayoutError) {
        guard text.utf8.count <= Self.fileLimit else {
            let problem = SlipProblem(
                line: 0, "the file has \(text.utf8.count) bytes: at most \(Self.fileLimit) are read")
            throw SlipLayoutError(file: name, problems: [problem])
        }
        var problems: [SlipProblem] = []
        var words: [String: SlipTemplate] = [:]
        var language: String?
        for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = raw.trimmed
            guard let first = line.first, first != "#" else { continue }
            let key = line.prefix { $0 != "=" }
            guard key.endIndex < line.endIndex, SlipLayoutParser.isName(key.trimmed) else {
                problems.append(SlipProblem(line: index + 1, "this is no word: write a name, = and its text"))
                continue
            }
            let name = String(key.trimmed)
            let value = line[line.index(after: key.endIndex)...].trimmed
            if name == "language" {
                if Self.isTag(String(value)) {
                    language = String(value)
                } else {
                    problems.append(
                        SlipProblem(line: index + 1, "the language is a tag of letters, such as en or zh-Hans"))
                }
            } else {
                if words[name] != nil {
                    problems.append(SlipProblem(line: index + 1, "\(name) stands here twice: keep one"))
                }
                words[name] = SlipTemplate(value, line: index + 1, mayHaveWords: false, problems: &problems)
            }
        }
        if language == nil {
            problems.append(SlipProblem(line: 0, "the language is missing: write language = and its tag"))
        }
        for word in needed where words[word] == nil {
            problems.append(SlipProblem(line: 0, "the word \(word) is missing: write \(word) = and its text"))
        }
        guard problems.isEmpty, let language else { throw SlipLayoutError(file: name, problems: problems) }
        self.language = language
        self.words = words
    }

    /// A catalogue that is known to be right.
    init(language: String, words: [String: SlipTemplate]) {
        self.language = language
        self.words = words
    }

    /// The text of a word; nil if the catalogue lacks it.
    subscript(word: String) -> SlipTemplate? { words[word] }

    /// The names of its words, in order.
    package var names: [String] { words.keys.sorted() }

    /// The catalogues that are built in.
    package static let standard = [english, simplifiedChinese]

    /// Finds words by a language tag such as `en` or `zh-Hans`; nil if there are none.
    package static func language(_ tag: String) -> ReceiptWords? {
        switch tag.lowercased() {
        case "en": english
        case "zh-hans", "zh-cn", "zh": simplifiedChinese
        default: nil
        }
    }

    static func isTag(_ text: String) -> Bool {
        (2...35).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
            }
    }
}

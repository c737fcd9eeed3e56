// SPDX-License-Identifier: Apache-2.0

import Wording

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
    package static let fileLimit = WordFile.fileLimit

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
        let file = WordFile(text)
        var problems = file.problems.map { SlipProblem(line: $0.line, $0.message) }
        guard text.utf8.count <= Self.fileLimit else { throw SlipLayoutError(file: name, problems: problems) }
        var words: [String: SlipTemplate] = [:]
        for entry in file.entries {
            words[entry.name] = SlipTemplate(entry.text, line: entry.line, mayHaveWords: false, problems: &problems)
        }
        for word in needed where words[word] == nil {
            problems.append(SlipProblem(line: 0, "the word \(word) is missing: write \(word) = and its text"))
        }
        guard problems.isEmpty, let language = file.language else {
            throw SlipLayoutError(file: name, problems: problems)
        }
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

    static func isTag(_ text: String) -> Bool { WordFile.isTag(text) }
}

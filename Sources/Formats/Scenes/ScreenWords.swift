// SPDX-License-Identifier: Apache-2.0

package import Wording

/// Holds the words of screens in one language: a catalogue.
///
/// ```
/// language = en
/// paid = Paid
/// ```
///
/// A word that a catalogue lacks is the English one.
package struct ScreenWords: Hashable, Sendable {
    /// The language's tag, such as `en` or `zh-Hans`.
    package let language: String
    /// The words that the catalogue lacks, in the order of their names.
    package let missing: [ScreenWord]
    private let texts: [ScreenWord: String]

    /// The most bytes of a file.
    package static let fileLimit = WordFile.fileLimit
    /// The longest text of a word, in characters.
    package static let longest = 100

    /// Reads a catalogue.
    ///
    /// - Parameters:
    ///   - text: the file: a word and its text a line, with ` = ` between them.
    ///   - name: what it is called in complaints.
    /// - Throws: `WordFileError` with everything that is wrong.
    package init(_ text: String, name: String) throws(WordFileError) {
        let file = WordFile(text)
        var problems = file.problems
        var texts: [ScreenWord: String] = [:]
        for entry in file.entries {
            guard let word = ScreenWord(rawValue: entry.name) else {
                let known = ScreenWord.allCases.map(\.rawValue).joined(separator: ", ")
                problems.append(
                    WordProblem(line: entry.line, "screens have no word \(entry.name): these are: \(known)"))
                continue
            }
            if let fault = Self.fault(of: entry.text) {
                problems.append(WordProblem(line: entry.line, "the text of \(entry.name) \(fault)"))
            }
            texts[word] = entry.text
        }
        guard problems.isEmpty, let language = file.language else {
            throw WordFileError(file: name, problems: problems)
        }
        self.init(language: language, texts: texts)
    }

    init(language: String, texts: [ScreenWord: String]) {
        self.language = language
        self.texts = texts
        missing = ScreenWord.allCases.filter { texts[$0] == nil }.sorted { $0.rawValue < $1.rawValue }
    }

    /// The text of a word.
    package subscript(word: ScreenWord) -> String {
        // The English catalogue is whole, which a test sees to.
        texts[word] ?? Self.english.texts[word] ?? word.rawValue
    }

    /// The catalogues that are built in.
    package static let standard = [english, simplifiedChinese]

    /// Finds the catalogue for a tag such as `zh-CN` or `en-GB`.
    ///
    /// - Parameters:
    ///   - tag: the language; case and the kind of hyphen do not matter.
    ///   - catalogues: those there are; the first that fits best is taken.
    /// - Returns: nil if none is written in it.
    package static func find(_ tag: String, among catalogues: [ScreenWords] = standard) -> ScreenWords? {
        let wanted = parts(of: tag)
        if let same = catalogues.first(where: { parts(of: $0.language) == wanted }) { return same }
        // Traditional characters are another script, and no reader of them is served simplified ones.
        let isTraditional = !Set(wanted).isDisjoint(with: ["hant", "tw", "hk", "mo"])
        return catalogues.first { words in
            let there = parts(of: words.language)
            return there.first == wanted.first && !(isTraditional && !there.contains("hant"))
        }
    }

    /// All words one after the other, to find out whether a font has them.
    var everything: String {
        ScreenWord.allCases.map { self[$0] }.joined(separator: " ")
    }

    /// Says why there will be no payment, and what to do about it.
    func lines(for reason: NotPaidReason) -> [String] {
        switch reason {
        case .cancelled: [self[.cancelled]]
        case .expired: [self[.expired], self[.askForNewCode]]
        case .refused: [self[.refused], self[.askForNewCode]]
        case .unavailable: [self[.unavailable], self[.askStaff]]
        }
    }

    private static func fault(of text: String) -> String? {
        if text.isEmpty { return "is empty: write one, or leave the line out for the English one" }
        if text.count > longest { return "is longer than \(longest) characters: shorten it" }
        return SceneText.clean(text) == text ? nil : "has characters that no screen shows: take them out"
    }

    private static func parts(of tag: String) -> [String] {
        tag.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init)
    }
}

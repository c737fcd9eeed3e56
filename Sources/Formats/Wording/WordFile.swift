// SPDX-License-Identifier: Apache-2.0

/// A catalogue of words as it stands in a file, before anybody asks what the words are for.
///
/// ```
/// # Words in English.
/// language = en
/// paid = PAID
/// ```
package struct WordFile: Sendable, Hashable {
    /// A word and its text.
    package struct Entry: Sendable, Hashable {
        /// The word's name: small letters, digits and `_`.
        package let name: String
        /// What stands behind ` = `, without the blanks around it.
        package let text: String
        /// The line that it stands in, from 1.
        package let line: Int
    }

    /// The language's tag, such as `en` or `zh-Hans`; nil if the file does not say.
    package private(set) var language: String?
    /// The words, in the order of the file; none stands twice.
    package private(set) var entries: [Entry] = []
    /// What is wrong.
    package private(set) var problems: [WordProblem] = []

    /// The most bytes of a file.
    package static let fileLimit = 64 << 10

    /// Reads a file, as far as it can be read.
    package init(_ text: String) {
        guard text.utf8.count <= Self.fileLimit else {
            problems = [
                WordProblem(line: 0, "the file has \(text.utf8.count) bytes: at most \(Self.fileLimit) are read")
            ]
            return
        }
        var known: Set<String> = []
        // Editors on some systems begin a file with a mark of the byte order.
        let lines = (text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...])
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, raw) in lines.enumerated() {
            let line = Self.trimmed(raw)
            guard let first = line.first, first != "#" else { continue }
            let key = line.prefix { $0 != "=" }
            let name = String(Self.trimmed(key))
            guard key.endIndex < line.endIndex, Self.isName(name) else {
                problems.append(WordProblem(line: index + 1, "this is no word: write a name, = and its text"))
                continue
            }
            let value = String(Self.trimmed(line[line.index(after: key.endIndex)...]))
            if name == "language" {
                takeLanguage(value, line: index + 1)
            } else if known.insert(name).inserted {
                entries.append(Entry(name: name, text: value, line: index + 1))
            } else {
                problems.append(WordProblem(line: index + 1, "\(name) stands here twice: keep one"))
            }
        }
        if language == nil {
            problems.append(WordProblem(line: 0, "the language is missing: write language = and its tag"))
        }
    }

    private mutating func takeLanguage(_ tag: String, line: Int) {
        guard Self.isTag(tag) else {
            problems.append(WordProblem(line: line, "the language is a tag of letters, such as en or zh-Hans"))
            return
        }
        language = tag
    }

    /// Tells whether a text can be the tag of a language, such as `en` or `zh-Hans`.
    package static func isTag(_ text: String) -> Bool {
        (2...35).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
            }
    }

    private static func isName(_ text: String) -> Bool {
        (1...40).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}

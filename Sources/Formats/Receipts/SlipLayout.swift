// SPDX-License-Identifier: Apache-2.0

/// How slips look: what stands on them line by line, as a shop writes it in a file.
///
/// ```
/// languages own                         or one or two, such as: languages en zh-Hans
/// [sale]                                a section: a slip, or a part that slips use
/// use top                               the lines of the section [top]
/// center fit bold: <paid>               a word of the catalogue, as large as it fits
/// row: <date> | {date} {time}           a field of the slip; without its value the line is left out
/// if refunded                           lines only where the slip says so
/// ```
/// The whole language is described in `Devices/Slips/README.md`.
package struct SlipLayout: Sendable, Hashable {
    /// The sections by name.
    let sections: [String: [SlipNode]]
    /// The languages that the file asks for; empty is the terminal's own.
    package let languages: [String]
    /// The words that it needs and where, to be looked for in catalogues.
    let words: [WordUse]

    /// A word that stands in a layout.
    struct WordUse: Sendable, Hashable {
        /// Its name in the catalogue.
        var word: String
        /// The language it is asked for in; nil is the slip's.
        var language: String?
        /// The line of the file.
        var line: Int
    }

    /// The slips that every layout has, by way of the standard one if not of its own.
    package static let slips = ["sale", "copy", "refund", "code", "agreement", "day", "journal_day", "test"]
    /// The most bytes of a file.
    package static let fileLimit = 64 << 10

    /// Reads a file; sections that it lacks are those of the standard layout.
    ///
    /// - Parameters:
    ///   - text: the file.
    ///   - name: what it is called in complaints.
    /// - Throws: ``SlipLayoutError`` with everything that is wrong.
    package init(_ text: String, name: String) throws(SlipLayoutError) {
        try self.init(text, name: name, over: Self.standard)
    }

    /// Reads a file over another layout, whose sections stay where it has none.
    init(_ text: String, name: String, over base: SlipLayout?) throws(SlipLayoutError) {
        var parser = SlipLayoutParser(text)
        let parsed = parser.parse()
        let sections = (base?.sections ?? [:]).merging(parsed.sections) { $1 }
        var problems = parsed.problems
        if problems.isEmpty {
            var uses = SlipLayoutUses(sections: sections)
            problems += uses.problems(of: Set(parsed.sections.keys))
            for slip in Self.slips where sections[slip] == nil {
                problems.append(SlipProblem(line: 0, "there is no section [\(slip)]: write one"))
            }
        }
        guard problems.isEmpty else { throw SlipLayoutError(file: name, problems: problems) }
        self.sections = sections
        languages = parsed.languages ?? base?.languages ?? []
        words = (base?.words ?? []) + parsed.words
    }

    /// Says which of its words and languages catalogues lack.
    ///
    /// - Parameters:
    ///   - catalogues: all there are.
    ///   - own: the terminal's language.
    ///   - name: what the file is called in complaints.
    /// - Throws: ``SlipLayoutError`` with everything that is missing.
    package func check(_ catalogues: [ReceiptWords], own: String, name: String) throws(SlipLayoutError) {
        var problems: [SlipProblem] = []
        let slips = languages.isEmpty ? [own] : languages
        let tags = Set(catalogues.map(\.language))
        for tag in slips where !tags.contains(tag) {
            problems.append(
                SlipProblem(line: 0, "there is no catalogue of \(SlipText.clean(tag)): add its file or choose another"))
        }
        for use in words {
            for tag in use.language.map({ [$0] }) ?? slips {
                guard let catalogue = catalogues.first(where: { $0.language == tag }) else {
                    if use.language != nil {
                        problems.append(
                            SlipProblem(line: use.line, "there is no catalogue of \(SlipText.clean(tag)): add its file")
                        )
                    }
                    continue
                }
                if catalogue[use.word] == nil {
                    problems.append(
                        SlipProblem(
                            line: use.line,
                            "the catalogue of \(SlipText.clean(tag)) has no word <\(SlipText.clean(use.word))>: add it there"
                        ))
                }
            }
        }
        guard problems.isEmpty else { throw SlipLayoutError(file: name, problems: problems) }
    }
}

// SPDX-License-Identifier: Apache-2.0

/// Writes text in the tables that a printer has, and remembers which one is selected.
package struct EscPosText: Sendable {
    private let pages: [EscPosPage]
    private var selected: Int

    /// The longest text that is encoded in one piece, in characters; more is not a line.
    package static let longestText = 512

    /// Takes the tables in order of preference; without any, only ASCII can be written.
    package init(pages: [EscPosPage]) {
        self.pages = pages
        selected = 0
    }

    /// Whether a text can be written without a picture.
    package func canEncode(_ text: String) -> Bool {
        text.count <= Self.longestText
            && text.allSatisfy { character in
                isASCII(character) || pages.contains { Self.byte(for: character, in: $0) != nil }
            }
    }

    /// Selects the first table again and returns the command.
    mutating func selectFirst() -> [UInt8] {
        selected = 0
        guard let first = pages.first else { return [] }
        return [0x1B, 0x74, first.number]
    }

    /// Encodes a text, with a change of table wherever one is needed.
    ///
    /// - Throws: ``EscPosError/notInAnyPage(_:)``; the selected table has not changed then.
    mutating func encoded(_ text: String) throws(EscPosError) -> [UInt8] {
        var bytes: [UInt8] = []
        var current = selected
        var rest = text.prefix(Self.longestText)[...]
        while let character = rest.first {
            if isASCII(character), let ascii = character.asciiValue {
                bytes.append(ascii)
                rest.removeFirst()
            } else if current < pages.count, let byte = Self.byte(for: character, in: pages[current]) {
                bytes.append(byte)
                rest.removeFirst()
            } else {
                current = try page(for: rest)
                bytes += [0x1B, 0x74, pages[current].number]
            }
        }
        selected = current
        return bytes
    }

    /// The first table that has the longest beginning of the text.
    private func page(for text: Substring) throws(EscPosError) -> Int {
        var best = (index: 0, length: 0)
        for (index, page) in pages.enumerated() {
            let length = text.prefix { isASCII($0) || Self.byte(for: $0, in: page) != nil }.count
            if length > best.length { best = (index, length) }
        }
        guard best.length > 0 else { throw .notInAnyPage(text.first ?? " ") }
        return best.index
    }

    private func isASCII(_ character: Character) -> Bool {
        character.asciiValue.map { (0x20...0x7E).contains($0) } ?? false
    }

    private static func byte(for character: Character, in page: EscPosPage) -> UInt8? {
        if let byte = page.page.byte(for: character) { return byte }
        return lookAlikes[character].flatMap { page.page.byte(for: $0) }
    }

    /// Signs of books and telephones, and what a till prints for them.
    private static let lookAlikes: [Character: Character] = [
        "\u{2018}": "'", "\u{2019}": "'", "\u{201A}": "'", "\u{201C}": "\"", "\u{201D}": "\"",
        "\u{201E}": "\"", "\u{2010}": "-", "\u{2011}": "-", "\u{2012}": "-", "\u{2013}": "-",
        "\u{2014}": "-", "\u{2212}": "-", "\u{00A0}": " ", "\u{2009}": " ", "\u{202F}": " ",
        "\u{2022}": "*", "\u{00D7}": "x",
    ]
}

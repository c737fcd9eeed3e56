// SPDX-License-Identifier: Apache-2.0

/// Writes text in the tables that a printer has, and remembers which one is selected.
///
/// For each run of text the selected table stays if it has the character; else the first of the
/// printer's tables that takes the most of what follows is selected; else the printer's multi-byte
/// set is switched on for the run. ASCII is the same in all of them, so amounts and numbers never
/// depend on any of this.
package struct EscPosText: Sendable {
    private let pages: [EscPosPage]
    private let multiByte: MultiByteSet?
    private var selected: Int
    private var multiByteSize = EscPosSize.normal

    /// The longest text that is encoded in one piece, in characters; more is not a line.
    package static let longestText = 512

    /// Takes the tables in order of preference; without any, only ASCII can be written.
    ///
    /// - Parameters:
    ///   - pages: tables of one byte a character.
    ///   - multiByte: the set that the printer was built with besides them.
    package init(pages: [EscPosPage], multiByte: MultiByteSet? = nil) {
        self.pages = pages
        self.multiByte = multiByte
        selected = 0
    }

    /// Whether a text can be written without a picture.
    package func canEncode(_ text: String) -> Bool {
        if Self.isPlain(text) { return true }
        guard text.count <= Self.longestText, !TextScript.needsDrawing(text) else { return false }
        return text.allSatisfy { has($0) || Self.plainer($0) { has($0) } != nil }
    }

    /// Selects the first table again and returns the command.
    mutating func selectFirst() -> [UInt8] {
        selected = 0
        multiByteSize = .normal
        guard let first = pages.first else { return [] }
        return [0x1B, 0x74, first.number]
    }

    /// Encodes a text, with a change of table wherever one is needed.
    ///
    /// - Parameters:
    ///   - text: one line or a part of it.
    ///   - size: the size it is printed in, which multi-byte characters have to be told apart.
    /// - Throws: ``EscPosError/notInAnyPage(_:)``; the selected table has not changed then.
    mutating func encoded(_ text: String, size: EscPosSize = .normal) throws(EscPosError) -> [UInt8] {
        if Self.isPlain(text) { return Array(text.utf8) }
        var bytes: [UInt8] = []
        var current = selected
        var rest = try written(text.prefix(Self.longestText))[...]
        while let character = rest.first {
            if let ascii = Self.ascii(character) {
                bytes.append(ascii)
                rest.removeFirst()
            } else if current < pages.count, let byte = pages[current].page.byte(for: character) {
                bytes.append(byte)
                rest.removeFirst()
            } else if let page = page(for: rest) {
                current = page
                bytes += [0x1B, 0x74, pages[current].number]
            } else if let multiByte, multiByte.code(for: character) != nil {
                bytes += sized(size)
                bytes += multiByte.opening + Self.takeRun(of: &rest, in: multiByte) + multiByte.closing
            } else {
                throw .notInAnyPage(character)
            }
        }
        selected = current
        return bytes
    }

    /// Replaces what the printer lacks by what it has and means the same.
    private func written(_ text: Substring) throws(EscPosError) -> String {
        var written = ""
        for character in text {
            if has(character) {
                written.append(character)
            } else if let plainer = Self.plainer(character, where: { has($0) }) {
                written += plainer
            } else {
                throw .notInAnyPage(character)
            }
        }
        return written
    }

    private func has(_ character: Character) -> Bool {
        Self.ascii(character) != nil || pages.contains { $0.page.byte(for: character) != nil }
            || multiByte?.code(for: character) != nil
    }

    private static func plainer(_ character: Character, where has: (Character) -> Bool) -> String? {
        LookAlike.text(for: character).flatMap { $0.allSatisfy(has) ? $0 : nil }
    }

    /// The first table that has the longest beginning of the text; nil if none has its first character.
    private func page(for text: Substring) -> Int? {
        var best = (index: 0, length: 0)
        for (index, page) in pages.enumerated() {
            let length = text.prefix { Self.ascii($0) != nil || page.page.byte(for: $0) != nil }.count
            if length > best.length { best = (index, length) }
        }
        guard best.length > 0 else { return nil }
        return best.index
    }

    /// Takes characters of the set and the ASCII between them; what stands behind the last one stays.
    private static func takeRun(of text: inout Substring, in set: MultiByteSet) -> [UInt8] {
        var bytes: [UInt8] = []
        var pending: [UInt8] = []
        var scan = text
        while let character = scan.first {
            if let code = set.code(for: character) {
                bytes += pending
                pending = []
                if code > 0xFF { bytes.append(UInt8(code >> 8)) }
                bytes.append(UInt8(code & 0xFF))
                scan.removeFirst()
                text = scan
            } else if let ascii = ascii(character) {
                pending.append(ascii)
                scan.removeFirst()
            } else {
                break
            }
        }
        return bytes
    }

    /// Sizes of their own, which printers keep for multi-byte characters.
    private mutating func sized(_ size: EscPosSize) -> [UInt8] {
        guard size != multiByteSize else { return [] }
        multiByteSize = size
        return [0x1C, 0x21, (size.width > 1 ? 0x04 : 0) | (size.height > 1 ? 0x08 : 0)]
    }

    private static func isPlain(_ text: String) -> Bool {
        text.utf8.count <= longestText && text.utf8.allSatisfy { 0x20 <= $0 && $0 <= 0x7E }
    }

    private static func ascii(_ character: Character) -> UInt8? {
        guard let byte = character.asciiValue, 0x20 <= byte, byte <= 0x7E else { return nil }
        return byte
    }
}

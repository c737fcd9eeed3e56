// SPDX-License-Identifier: Apache-2.0

import Yams

extension ProfileKey {
    /// Reads a text of one line that is not empty.
    static func text(_ node: Node, longest: Int = 500) -> String? {
        guard let text = node.string, !text.isEmpty, node.tag == Tag(.str) else { return nil }
        guard text.unicodeScalars.count <= longest, text == YAMLText.shown(text, longest: longest) else { return nil }
        return text
    }

    /// Reads the name of a file without its ending.
    static func id(_ node: Node) -> String? {
        guard let text = text(node, longest: 64) else { return nil }
        let words = text.split(separator: "-", omittingEmptySubsequences: false)
        return words.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isSmall) } ? text : nil
    }

    /// Reads true or false.
    static func flag(_ node: Node) -> Bool? { node.tag == Tag(.bool) ? node.bool : nil }

    /// Reads a whole number of a range.
    static func number(_ node: Node, in range: ClosedRange<Int> = Int.min...Int.max) -> Int? {
        guard node.tag == Tag(.int), let number = node.int, range.contains(number) else { return nil }
        return number
    }

    /// Reads a list of texts.
    static func texts(_ node: Node, longest: Int = 200) -> [String]? {
        guard let items = node.sequence, items.count <= longestList else { return nil }
        let texts = items.compactMap { text($0, longest: longest) }
        return texts.count == items.count ? texts : nil
    }

    /// Reads USB vendors and products; a star is any product.
    static func usbIDs(_ node: Node) -> [String]? {
        texts(node).flatMap { $0.allSatisfy { isUSB($0, mayStar: true) } ? $0 : nil }
    }

    /// Reads a list of whole numbers.
    static func numbers(_ node: Node) -> [Int]? {
        guard let items = node.sequence, items.count <= longestList else { return nil }
        let numbers = items.compactMap { number($0) }
        return numbers.count == items.count ? numbers : nil
    }

    /// Reads width and height in millimetres, a decimal point allowed, as micrometres.
    static func micrometres(_ node: Node, in range: ClosedRange<Int>) -> FontCell? {
        guard let items = node.sequence, items.count == 2 else { return nil }
        let sides = items.compactMap { item -> Int? in
            guard let text = item.string, text.utf8.count <= 8,
                text.utf8.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") }), let millimetres = Double(text)
            else { return nil }
            let micrometres = Int((millimetres * 1000).rounded())
            return (range.lowerBound * 1000...range.upperBound * 1000).contains(micrometres) ? micrometres : nil
        }
        return sides.count == 2 ? FontCell(width: sides[0], height: sides[1]) : nil
    }

    /// Reads rolls by their width.
    static func papers(_ node: Node) -> [PaperWidth]? {
        guard let mapping = node.mapping, !mapping.isEmpty, mapping.count <= longestList else { return nil }
        let papers = mapping.compactMap { key, value -> PaperWidth? in
            guard let millimetres = key.string.flatMap({ Int($0) }), (20...216).contains(millimetres),
                let fields = value.mapping, fields.count == 1,
                let dots = fields["dots"].flatMap({ number($0, in: 96...2048) })
            else { return nil }
            return PaperWidth(millimetres: millimetres, dots: dots)
        }
        guard papers.count == mapping.count, Set(papers.map(\.millimetres)).count == papers.count else { return nil }
        return papers
    }

    /// Reads cells by the letter of their font; font A has to be there.
    static func cells(_ node: Node) -> [String: FontCell]? {
        guard let mapping = node.mapping else { return nil }
        var cells: [String: FontCell] = [:]
        for (key, value) in mapping {
            guard let name = key.string, ["A", "B", "C"].contains(name), cells[name] == nil,
                let sides = numbers(value), sides.count == 2, sides.allSatisfy((4...64).contains)
            else { return nil }
            cells[name] = FontCell(width: sides[0], height: sides[1])
        }
        return cells["A"] == nil ? nil : cells
    }

    /// Reads tables by their number, in the order of the file.
    static func pages(_ node: Node) -> [CharacterTable]? {
        guard let mapping = node.mapping, !mapping.isEmpty, mapping.count <= 256 else { return nil }
        let pages = mapping.compactMap { key, value -> CharacterTable? in
            guard let number = key.string.flatMap({ UInt8($0) }), let name = text(value, longest: 20),
                name.utf8.allSatisfy({ isSmall($0) || $0 == UInt8(ascii: "_") })
            else { return nil }
            return CharacterTable(number: number, name: name)
        }
        guard pages.count == mapping.count, Set(pages.map(\.number)).count == pages.count else { return nil }
        return pages
    }

    /// Whether a text is vendor and product of a USB device in small hexadecimal digits.
    static func isUSB(_ text: String, mayStar: Bool) -> Bool {
        let sides = text.split(separator: ":", omittingEmptySubsequences: false)
        guard sides.count == 2, isFourDigits(sides[0]) else { return false }
        return isFourDigits(sides[1]) || (mayStar && sides[1] == "*")
    }

    private static func isFourDigits(_ text: Substring) -> Bool {
        text.utf8.count == 4
            && text.utf8.allSatisfy { isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// Whether a byte is a small letter or a digit.
    private static func isSmall(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
}

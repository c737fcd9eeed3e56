// SPDX-License-Identifier: Apache-2.0

import Yams

extension ProfileKey {
    /// Says what is wrong with a value; nil if nothing is.
    func objection(to node: Node) -> String? {
        switch kind {
        case .text:
            Self.text(node) == nil ? "has to be a text that is not empty: put it in quotes" : nil
        case .flag:
            Self.flag(node) == nil ? "has to be true or false" : nil
        case .number(let range):
            Self.number(node, in: range) == nil
                ? "has to be a whole number from \(range.lowerBound) to \(range.upperBound)" : nil
        case .word(let words):
            Self.text(node).map(words.contains) == true
                ? nil : "has to be one of \(words.joined(separator: ", "))"
        case .words(let words):
            Self.texts(node)?.allSatisfy(words.contains) == true
                ? nil : "has to be a list of words from \(words.joined(separator: ", "))"
        case .texts:
            Self.texts(node) == nil ? "has to be a list of texts" : nil
        case .numbers(let allowed):
            Self.numbers(node)?.allSatisfy(allowed.contains) == true
                ? nil : "has to be a list of numbers from \(allowed.map(String.init).joined(separator: ", "))"
        case .pair(let range):
            Self.numbers(node).map { $0.count == 2 && $0.allSatisfy(range.contains) } == true
                ? nil
                : "has to be a list of two numbers from \(range.lowerBound) to \(range.upperBound)"
        case .papers:
            Self.papers(node) == nil
                ? "has to name rolls and their dots, as in 80: { dots: 576 }" : nil
        case .cells:
            Self.cells(node) == nil ? "has to name font A and its cell, as in A: [12, 24]" : nil
        case .pages:
            Self.pages(node) == nil ? "has to name tables by number, as in 0: cp437" : nil
        }
    }

    /// Reads a text that is not empty.
    static func text(_ node: Node) -> String? {
        guard let text = node.string, !text.isEmpty, node.tag == Tag(.str) else { return nil }
        return text
    }

    /// Reads true or false.
    static func flag(_ node: Node) -> Bool? { node.tag == Tag(.bool) ? node.bool : nil }

    /// Reads a whole number of a range.
    static func number(_ node: Node, in range: ClosedRange<Int> = Int.min...Int.max) -> Int? {
        guard node.tag == Tag(.int), let number = node.int, range.contains(number) else { return nil }
        return number
    }

    /// Reads a list of texts.
    static func texts(_ node: Node) -> [String]? {
        guard let items = node.sequence else { return nil }
        let texts = items.compactMap(text)
        return texts.count == items.count ? texts : nil
    }

    /// Reads a list of whole numbers.
    static func numbers(_ node: Node) -> [Int]? {
        guard let items = node.sequence else { return nil }
        let numbers = items.compactMap { number($0) }
        return numbers.count == items.count ? numbers : nil
    }

    /// Reads rolls by their width.
    static func papers(_ node: Node) -> [PaperWidth]? {
        guard let mapping = node.mapping, !mapping.isEmpty else { return nil }
        let papers = mapping.compactMap { key, value -> PaperWidth? in
            guard let millimetres = key.string.flatMap({ Int($0) }), (20...216).contains(millimetres),
                let fields = value.mapping, fields.count == 1,
                let dots = fields["dots"].flatMap({ number($0, in: 96...2048) })
            else { return nil }
            return PaperWidth(millimetres: millimetres, dots: dots)
        }
        return papers.count == mapping.count ? papers : nil
    }

    /// Reads cells by the letter of their font; font A has to be there.
    static func cells(_ node: Node) -> [String: FontCell]? {
        guard let mapping = node.mapping else { return nil }
        var cells: [String: FontCell] = [:]
        for (key, value) in mapping {
            guard let name = key.string, ["A", "B", "C"].contains(name),
                let sides = numbers(value), sides.count == 2, sides.allSatisfy((4...64).contains)
            else { return nil }
            cells[name] = FontCell(width: sides[0], height: sides[1])
        }
        return cells["A"] == nil ? nil : cells
    }

    /// Reads tables by their number, in the order of the file.
    static func pages(_ node: Node) -> [CharacterTable]? {
        guard let mapping = node.mapping, !mapping.isEmpty else { return nil }
        let pages = mapping.compactMap { key, value -> CharacterTable? in
            guard let number = key.string.flatMap({ UInt8($0) }), let name = text(value) else { return nil }
            return CharacterTable(number: number, name: name)
        }
        return pages.count == mapping.count ? pages : nil
    }
}

// SPDX-License-Identifier: Apache-2.0

import Yams

extension ProfileKey {
    /// The most entries of a list.
    static let longestList = 32

    /// Says what is wrong with a value; nil if nothing is.
    func objection(to node: Node) -> String? {
        switch kind {
        case .text, .id, .flag, .word, .number, .choice: objectionToOne(node)
        case .words, .texts, .usbIDs, .numbers, .list, .millimetres: objectionToList(node)
        case .papers:
            Self.papers(node) == nil
                ? "has to name rolls and their dots, as in 80: { dots: 576 }" : nil
        case .cells:
            Self.cells(node) == nil ? "has to name font A and its cell, as in A: [12, 24]" : nil
        case .pages:
            if let pages = Self.pages(node) {
                Self.repeated(pages.map(\.name)).map { "names \($0) twice: keep its lowest number" }
            } else {
                "has to name tables by number, as in 0: cp437"
            }
        }
    }

    private func objectionToOne(_ node: Node) -> String? {
        switch kind {
        case .text(let longest):
            Self.text(node, longest: longest) == nil ? Self.textRule(longest) : nil
        case .id:
            Self.id(node) == nil
                ? "has to be small letters, digits and hyphens, 64 at most, as in epson-tm-t88v" : nil
        case .flag:
            Self.flag(node) == nil ? "has to be true or false" : nil
        case .number(let range):
            Self.number(node, in: range) == nil
                ? "has to be a whole number from \(range.lowerBound) to \(range.upperBound)" : nil
        case .choice(let numbers):
            Self.number(node).map(numbers.contains) == true
                ? nil : "has to be one of \(numbers.map(String.init).joined(separator: ", "))"
        case .word(let words):
            Self.text(node).map(words.contains) == true
                ? nil : "has to be one of \(words.joined(separator: ", "))"
        default: nil
        }
    }

    private func objectionToList(_ node: Node) -> String? {
        if let count = node.sequence?.count, count > Self.longestList {
            return "has more than \(Self.longestList) entries: remove some"
        }
        let rule: String? =
            switch kind {
            case .words(let words):
                Self.texts(node)?.allSatisfy(words.contains) == true
                    ? nil : "has to be a list of words from \(words.joined(separator: ", "))"
            case .texts(let longest):
                Self.texts(node, longest: longest) == nil
                    ? "has to be a list of texts, each of \(longest) characters at most" : nil
            case .usbIDs:
                Self.usbIDs(node) == nil
                    ? "has to be a list of vendor and product, as in \"04b8:0202\" or \"04b8:*\"" : nil
            case .numbers(let allowed):
                Self.numbers(node)?.allSatisfy(allowed.contains) == true
                    ? nil : "has to be a list of numbers from \(allowed.map(String.init).joined(separator: ", "))"
            case .list(let range, let counts):
                Self.numbers(node).map { counts.contains($0.count) && $0.allSatisfy(range.contains) } == true
                    ? nil : "has to be a list of \(Self.count(counts)) from \(range.lowerBound) to \(range.upperBound)"
            case .millimetres(let range):
                Self.micrometres(node, in: range) == nil
                    ? "has to be width and height in millimetres, as in [21.7, 10.9]" : nil
            default: nil
            }
        if let rule { return rule }
        if case .list(_, let counts) = kind, counts.lowerBound == counts.upperBound { return nil }
        if case .millimetres = kind { return nil }
        return Self.repeated(node.sequence.map { $0.compactMap(\.string) } ?? [])
            .map { "names \($0) twice: remove one" }
    }

    private static func count(_ counts: ClosedRange<Int>) -> String {
        counts == 2...2 ? "two numbers" : "at most \(counts.upperBound) numbers"
    }

    private static func textRule(_ longest: Int) -> String {
        "has to be a text that is not empty: put it in quotes, on one line, \(longest) characters at most"
    }

    /// The first value that stands twice.
    private static func repeated(_ values: [String]) -> String? {
        var seen: Set<String> = []
        return values.first { !seen.insert($0).inserted }
    }
}

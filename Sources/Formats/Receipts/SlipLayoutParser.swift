// SPDX-License-Identifier: Apache-2.0

import EscPos

/// Reads a layout line by line and collects everything that is wrong.
struct SlipLayoutParser {
    /// What was read.
    struct Parsed {
        /// The sections by name.
        var sections: [String: [SlipNode]] = [:]
        /// The languages; nil if the file does not say.
        var languages: [String]?
        /// The words that stand in it.
        var words: [SlipLayout.WordUse] = []
        /// What is wrong.
        var problems: [SlipProblem] = []
    }

    /// A group of lines that `end` closes.
    private struct Group {
        enum Kind {
            case choice([SlipCondition])
            case each(SlipList)
        }
        var kind: Kind
        var line: Int
        var nodes: [SlipNode] = []
        var then: [SlipNode]?
    }

    /// The most lines of a file.
    static let mostLines = 2000
    /// How many groups deep lines may stand.
    static let deepest = 8

    private let text: String
    private var parsed = Parsed()
    private var section: String?
    private var nodes: [SlipNode] = []
    private var groups: [Group] = []

    /// Takes a file.
    init(_ text: String) { self.text = String(text.unmarked) }

    /// Reads it.
    mutating func parse() -> Parsed {
        guard text.utf8.count <= SlipLayout.fileLimit else {
            complain(0, "the file has \(text.utf8.count) bytes: at most \(SlipLayout.fileLimit) are read")
            return parsed
        }
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        guard lines.count <= Self.mostLines else {
            complain(0, "the file has \(lines.count) lines: at most \(Self.mostLines) are read")
            return parsed
        }
        for (index, line) in lines.enumerated() { read(line.trimmed, index + 1) }
        closeSection(lines.count)
        return parsed
    }

    private mutating func complain(_ line: Int, _ message: String) {
        parsed.problems.append(SlipProblem(line: line, message))
    }

    private mutating func read(_ line: Substring, _ number: Int) {
        guard let first = line.first, first != "#" else { return }
        if first == "[" { return openSection(line, number) }
        let head = line.prefix { $0 != ":" }
        let text = head.endIndex < line.endIndex ? line[line.index(after: head.endIndex)...].trimmed : nil
        let words = head.split(separator: " ").map(String.init)
        guard let name = words.first else {
            return complain(number, "the line has no command before the colon: write one")
        }
        let options = Array(words.dropFirst())
        if name == "languages" { return readLanguages(options, number) }
        guard section != nil else {
            return complain(
                number,
                "\"\(SlipText.clean(name))\" stands before the first section: write [sale] or another one above it")
        }
        switch name {
        case "if", "each": open(name, options, number)
        case "else": otherwise(number)
        case "end": close(number)
        default:
            if let node = node(name, options, text, number) { add(node) }
        }
    }

    private mutating func openSection(_ line: Substring, _ number: Int) {
        closeSection(number)
        let name = line.dropFirst().prefix { $0 != "]" }
        guard line.last == "]", name.count == line.count - 2, Self.isName(name) else {
            return complain(number, "a section is a name of small letters in brackets, such as [sale]")
        }
        if parsed.sections[String(name)] != nil {
            complain(number, "there are two sections [\(name)]: keep one")
        }
        section = String(name)
    }

    private mutating func closeSection(_ number: Int) {
        for group in groups { complain(group.line, "this is not ended: write end below its lines") }
        groups = []
        if let section { parsed.sections[section] = nodes }
        section = nil
        nodes = []
    }

    private mutating func readLanguages(_ tags: [String], _ number: Int) {
        guard section == nil, parsed.languages == nil else {
            return complain(number, "languages stands once, above the first section")
        }
        guard tags.count == 1 || tags.count == 2, tags.allSatisfy(ReceiptWords.isTag) else {
            return complain(number, "languages takes own, or one or two languages such as en and zh-Hans")
        }
        parsed.languages = tags == ["own"] ? [] : tags
    }

    private mutating func add(_ node: SlipNode) {
        if groups.isEmpty { nodes.append(node) } else { groups[groups.count - 1].nodes.append(node) }
    }

    private mutating func open(_ name: String, _ options: [String], _ number: Int) {
        if groups.count >= Self.deepest { complain(number, "this is more than \(Self.deepest) groups deep: use fewer") }
        if name == "each" {
            let list = options.first.flatMap { SlipList(rawValue: $0) }
            if list == nil || options.count != 1 {
                complain(number, "each takes a list: \(SlipList.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            groups.append(Group(kind: .each(list ?? .accounts), line: number))
        } else {
            groups.append(Group(kind: .choice(conditions(options, number)), line: number))
        }
    }

    private mutating func conditions(_ words: [String], _ number: Int) -> [SlipCondition] {
        let parts = words.split(separator: "and", omittingEmptySubsequences: false)
        return parts.compactMap { part in
            let isDenied = part.first == "not"
            let asked = Array(isDenied ? part.dropFirst() : part)
            if asked.count == 2, asked[0] == "language", ReceiptWords.isTag(asked[1]) {
                return SlipCondition(subject: .language(asked[1]), isDenied: isDenied)
            }
            if asked.count == 1, let field = SlipField(rawValue: asked[0]) {
                return SlipCondition(subject: .field(field), isDenied: isDenied)
            }
            if asked.count == 1, let list = SlipList(rawValue: asked[0]) {
                return SlipCondition(subject: .list(list), isDenied: isDenied)
            }
            complain(
                number,
                "if takes a field, a list or a language, each with not before it or without, and and between them")
            return nil
        }
    }

    private mutating func otherwise(_ number: Int) {
        guard var group = groups.last, case .choice = group.kind, group.then == nil else {
            return complain(number, "else stands without an if above it: remove it")
        }
        group.then = group.nodes
        group.nodes = []
        groups[groups.count - 1] = group
    }

    private mutating func close(_ number: Int) {
        guard let group = groups.popLast() else {
            return complain(number, "end stands without an if or each above it: remove it")
        }
        switch group.kind {
        case .choice(let conditions):
            let then = group.then ?? group.nodes
            add(.choice(conditions, then: then, otherwise: group.then == nil ? [] : group.nodes))
        case .each(let list): add(.each(list, group.nodes))
        }
    }

    static func isName(_ text: some StringProtocol) -> Bool {
        (1...40).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
    }
}

extension SlipLayoutParser {
    /// Reads a line that is set by itself; nil if it is none.
    private mutating func node(
        _ name: String, _ options: [String], _ text: Substring?, _ number: Int
    ) -> SlipNode? {
        switch name {
        case "left", "center", "right": return line(name, options, text, number)
        case "row": return row(options, text, number)
        case "rule", "logo", "cut", "drawer":
            guard options.isEmpty, text == nil else {
                complain(number, "\(name) stands alone: remove what follows")
                return nil
            }
            return name == "rule" ? .rule : name == "logo" ? .logo : name == "cut" ? .cut : .drawer
        case "blank": return count(name, options, text, 1...20, number).map { .blank($0) }
        case "feed": return count(name, options, text, 1...20, number).map { .feed($0) }
        case "buzzer": return count(name, options, text, 1...9, number).map { .buzzer($0) }
        case "qr":
            guard options.isEmpty, let template = template(text, name, number) else { return nil }
            return .code(template)
        case "barcode":
            guard options.count == 1, let kind = BarCode.Kind(rawValue: options[0]) else {
                complain(
                    number, "barcode takes a kind: \(BarCode.Kind.allCases.map(\.rawValue).joined(separator: ", "))")
                return nil
            }
            return template(text, name, number).map { .barCode(kind, $0) }
        case "use":
            guard options.count == 1, text == nil, Self.isName(options[0]) else {
                complain(number, "use takes the name of a section, such as: use header")
                return nil
            }
            return .use(options[0], line: number)
        default:
            complain(
                number,
                "\"\(SlipText.clean(name))\" is no command: the commands are left, center, right, row, rule, blank, "
                    + "logo, qr, barcode, feed, cut, drawer, buzzer, use, if, else, each and end")
            return nil
        }
    }

    private mutating func line(
        _ name: String, _ options: [String], _ text: Substring?, _ number: Int
    ) -> SlipNode? {
        var manner = SlipManner(place: name == "left" ? .left : name == "center" ? .centre : .right)
        for option in options {
            switch option {
            case "bold": manner.isBold = true
            case "plain": manner.isPlain = true
            case "tall": manner.size = .tall
            case "large": manner.size = .large
            case "fit": manner.size = .fit
            default:
                guard option.hasPrefix("lines="), let lines = Int(option.dropFirst(6)), (1...20).contains(lines) else {
                    complain(
                        number,
                        "\"\(SlipText.clean(option))\" is no manner of a text: use bold, tall, large, fit, plain or lines=1 to 20"
                    )
                    continue
                }
                manner.lines = lines
            }
        }
        return template(text, name, number).map { .text($0, manner) }
    }

    private mutating func row(_ options: [String], _ text: Substring?, _ number: Int) -> SlipNode? {
        guard options.isEmpty || options == ["bold"] else {
            complain(number, "row takes bold or nothing before its colon")
            return nil
        }
        guard let text, !text.isEmpty else {
            complain(number, "row takes two or three texts: row: <date> | {date}")
            return nil
        }
        var parts: [String] = [""]
        var isTaken = false
        for character in text {
            if character == "|", !isTaken { parts.append("") } else { parts[parts.count - 1].append(character) }
            isTaken = character == "\\" && !isTaken
        }
        guard parts.count == 2 || parts.count == 3 else {
            complain(number, "row takes two or three texts with | between them, not \(parts.count)")
            return nil
        }
        let templates = parts.compactMap { template(Substring($0).trimmed, "row", number) }
        return templates.count == parts.count ? .row(templates, isBold: !options.isEmpty) : nil
    }

    private mutating func count(
        _ name: String, _ options: [String], _ text: Substring?, _ range: ClosedRange<Int>, _ number: Int
    ) -> Int? {
        if options.isEmpty, text == nil { return 1 }
        guard options.count == 1, text == nil, let count = Int(options[0]), range.contains(count) else {
            complain(number, "\(name) takes a number from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return count
    }

    private mutating func template(_ text: Substring?, _ name: String, _ number: Int) -> SlipTemplate? {
        guard let text, !text.isEmpty else {
            complain(number, "\(name) takes a text after a colon")
            return nil
        }
        let template = SlipTemplate(text, line: number, problems: &parsed.problems)
        for case .word(let word, let language) in template.pieces {
            parsed.words.append(SlipLayout.WordUse(word: word, language: language, line: number))
        }
        return template
    }
}

extension String {
    /// The text without the mark that some editors put before a file.
    var unmarked: Substring {
        unicodeScalars.first == "\u{FEFF}" ? Substring(unicodeScalars.dropFirst()) : self[...]
    }
}

extension Substring {
    /// The text without blanks at both ends.
    var trimmed: Substring {
        var text = self
        while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
        while let last = text.last, last == " " || last == "\t" || last == "\r" { text.removeLast() }
        return text
    }
}

// SPDX-License-Identifier: Apache-2.0

import EscPos

/// Sets the content of a slip in lines, as a layout says, for a number of columns.
struct SlipSetter {
    /// Cells of a line.
    let columns: Int
    private let layout: SlipLayout
    private let slipWords: [ReceiptWords]
    private let catalogues: [ReceiptWords]
    /// Whether the printer's own letters have a character.
    private let prints: @Sendable (Character) -> Bool

    /// The fewest columns that a slip is laid out for: the longest amount and its currency.
    static let fewestColumns = 20
    /// The most lines of a slip, pictures and feeds counted by their height; a layout that goes through
    /// long lists is cut there.
    static let mostLines = 600
    /// The most members of a list that are set.
    static let mostMembers = 64
    /// Fewer columns than this are a narrow roll's.
    private static let narrow = 40

    /// Takes a layout and what it is set in.
    ///
    /// - Parameters:
    ///   - columns: cells of a line.
    ///   - layout: what stands where.
    ///   - own: the terminal's language, for layouts that ask for none.
    ///   - catalogues: all there are.
    ///   - prints: whether the printer's own letters have a character.
    init(
        columns: Int, layout: SlipLayout, own: ReceiptWords, catalogues: [ReceiptWords],
        prints: @escaping @Sendable (Character) -> Bool = { $0.isASCII }
    ) {
        self.columns = max(columns, Self.fewestColumns)
        self.layout = layout
        self.catalogues = catalogues
        self.prints = prints
        let chosen = layout.languages.compactMap { tag in catalogues.first { $0.language == tag } }
        slipWords = chosen.isEmpty ? [own] : chosen
    }

    /// Sets a slip.
    func lines(for content: SlipContent) -> [SlipLine] {
        var sheet = SlipSheet()
        set(layout.sections[content.section] ?? [], Values(content, columns: columns), onto: &sheet)
        return sheet.lines
    }

    /// The texts that are at hand for a group of lines.
    private struct Values {
        var content: SlipContent
        var member: [SlipField: String]?
        let isNarrow: Bool

        init(_ content: SlipContent, columns: Int) {
            self.content = content
            isNarrow = columns < SlipSetter.narrow
        }

        subscript(field: SlipField) -> String? {
            if field == .narrow { return isNarrow ? SlipContent.set : nil }
            return member?[field] ?? content.fields[field]
        }
    }

    private func set(_ nodes: [SlipNode], _ values: Values, onto sheet: inout SlipSheet) {
        for node in nodes {
            guard sheet.follows() else { return }
            set(node, values, onto: &sheet)
        }
    }

    private func set(_ node: SlipNode, _ values: Values, onto sheet: inout SlipSheet) {
        switch node {
        case .text(let template, let manner): for line in text(template, manner, values) { sheet.add(line) }
        case .row(let templates, let isBold): for line in row(templates, isBold: isBold, values) { sheet.add(line) }
        case .rule: sheet.add(.rule)
        case .blank(let count): for _ in 0..<count { sheet.add(.blank) }
        case .logo: sheet.add(.logo)
        case .code(let template):
            if let payload = raw(template, values), !payload.isEmpty {
                sheet.add(.code(payload: payload, isNeeded: template.fields.contains(.code)))
            }
        case .barCode(let kind, let template): for line in barCode(kind, template, values) { sheet.add(line) }
        case .feed(let count): sheet.add(.feed(count))
        case .cut: sheet.add(.cut)
        case .drawer: sheet.add(.drawer)
        case .buzzer(let times): sheet.add(.buzzer(times))
        case .use(let name, _): set(layout.sections[name] ?? [], values, onto: &sheet)
        case .choice(let conditions, let then, let otherwise):
            set(conditions.allSatisfy { holds($0, values) } ? then : otherwise, values, onto: &sheet)
        case .each(let list, let nodes):
            for member in (values.content.lists[list] ?? []).prefix(Self.mostMembers) {
                guard sheet.follows() else { return }
                var inner = values
                inner.member = member
                set(nodes, inner, onto: &sheet)
            }
        }
    }

    private func holds(_ condition: SlipCondition, _ values: Values) -> Bool {
        let answer =
            switch condition.subject {
            case .field(let field): values[field].map { !$0.isEmpty } ?? false
            case .list(let list): values.content.lists[list].map { !$0.isEmpty } ?? false
            case .language(let tag): slipWords.contains { $0.language == tag }
            }
        return answer != condition.isDenied
    }
}

extension SlipSetter {
    /// A text with its fields filled in; nil if it has fields and none of them says anything.
    private func filled(_ template: SlipTemplate, _ values: Values, withWords: Bool = true) -> String? {
        var text = ""
        var asked = 0
        var answered = 0
        func take(_ template: SlipTemplate) {
            for piece in template.pieces {
                switch piece {
                case .letters(let letters): text += letters
                case .field(let field):
                    asked += 1
                    guard let value = value(of: field, values), !value.isEmpty else { continue }
                    answered += 1
                    text += value
                case .word(let word, let language):
                    guard withWords else { continue }
                    let named = language.map { tag in catalogues.filter { $0.language == tag } } ?? slipWords
                    var texts: [SlipTemplate] = []
                    for catalogue in named {
                        if let word = catalogue[word], !texts.contains(where: { $0.pieces == word.pieces }) {
                            texts.append(word)
                        }
                    }
                    for (index, template) in texts.enumerated() {
                        if index > 0 { text += " " }
                        take(template)
                    }
                }
            }
        }
        take(template)
        guard asked == 0 || answered > 0 else { return nil }
        return SlipText.clean(text, keepingLength: true)
    }

    private func value(of field: SlipField, _ values: Values) -> String? {
        guard field == .amountWithSign else { return values[field].map { SlipText.clean($0) } }
        return values.content.amount.map { CurrencySign.text($0, prints: prints) }
    }

    /// The text of a code, in which every character counts.
    private func raw(_ template: SlipTemplate, _ values: Values) -> String? {
        var text = ""
        for piece in template.pieces {
            switch piece {
            case .letters(let letters): text += letters
            case .field(let field):
                guard let value = values[field] else { return nil }
                text += value
            case .word: break
            }
        }
        return text
    }

    private func text(_ template: SlipTemplate, _ manner: SlipManner, _ values: Values) -> [SlipLine] {
        guard var text = filled(template, values), !text.isEmpty else { return [] }
        if manner.isPlain, !text.utf8.allSatisfy({ $0 < 0x80 }) || CellWidth.of(text) > columns {
            text = filled(template, values, withWords: false) ?? text
        }
        var size: SlipSize
        var isBold = manner.isBold
        switch manner.size {
        case .normal: size = .normal
        case .tall: size = .tall
        case .large: size = .large
        case .fit:
            size = CellWidth.of(text) * 2 <= columns ? .large : .tall
            if size == .tall { isBold = true }
        }
        let cells = columns / size.widthFactor
        let wrapped =
            manner.lines.map { SlipText.wrapped(text, to: cells, lines: $0) } ?? SlipText.wrapped(text, to: cells)
        return wrapped.map { line in
            let free = columns - CellWidth.of(line) * size.widthFactor
            let indent = manner.place == .left ? 0 : manner.place == .centre ? free / 2 : free
            return .text(line, indent: max(indent, 0), size: size, bold: isBold)
        }
    }

    /// A label at the left and its value at the right; a value that needs more room gets lines of
    /// its own, because a reference with a part missing is none.
    private func row(_ templates: [SlipTemplate], isBold: Bool, _ values: Values) -> [SlipLine] {
        let texts = templates.map { filled($0, values) }
        guard let last = texts.last, let value = last, !value.isEmpty else { return [] }
        let label = (texts.first ?? nil) ?? ""
        let middle = texts.count == 3 ? texts[1] ?? "" : ""
        let width = CellWidth.of(value)
        if !middle.isEmpty, let line = three(label, middle, value) {
            return [.text(line, indent: 0, size: .normal, bold: isBold)]
        }
        let head = middle.isEmpty ? label : label + "  " + middle
        let gap = columns - CellWidth.of(head) - width
        if gap >= 2 || (gap == 1 && columns < Self.narrow) {
            return [.text(head + String(repeating: " ", count: gap) + value, indent: 0, size: .normal, bold: isBold)]
        }
        return SlipText.wrapped(head, to: columns).map { .text($0, indent: 0, size: .normal, bold: isBold) }
            + SlipText.chunks(of: value, cells: columns).map { chunk in
                .text(chunk, indent: columns - CellWidth.of(chunk), size: .normal, bold: isBold)
            }
    }

    /// Three texts in one line: the middle one ends where most values begin; nil if they do not fit.
    private func three(_ label: String, _ middle: String, _ value: String) -> String? {
        let room = columns - max(CellWidth.of(value), columns * 2 / 5) - 2
        let gap = room - CellWidth.of(label) - CellWidth.of(middle)
        guard gap >= 1 else { return nil }
        let rest = columns - room - CellWidth.of(value)
        return label + String(repeating: " ", count: gap) + middle + String(repeating: " ", count: rest) + value
    }

    /// A bar code with its text below; a text that is no bar code of the kind is set as text alone.
    private func barCode(_ kind: BarCode.Kind, _ template: SlipTemplate, _ values: Values) -> [SlipLine] {
        guard let text = raw(template, values), !text.isEmpty else { return [] }
        let shown = SlipText.wrapped(SlipText.clean(text), to: columns).map { line in
            SlipLine.text(line, indent: (columns - CellWidth.of(line)) / 2, size: .normal, bold: false)
        }
        guard let code = try? BarCode(kind, text) else { return shown }
        return [.barCode(code)] + shown
    }
}

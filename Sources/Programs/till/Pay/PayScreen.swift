// SPDX-License-Identifier: Apache-2.0

import TillAPI

/// Shows a sale on a terminal: the amount, the code, and one line that is kept up to date.
///
/// ```
/// 12.50 CNY  Tea
/// █▀▀▀▀▀█ ▄▀▄ █▀▀▀▀▀█
/// ...
/// scan to pay, 4:47 left
/// ```
///
/// The block is drawn anew at the same place, and wiped before the end is shown, so that nobody
/// scans a code that no longer counts.
struct PayScreen: PayView {
    /// How amounts are written.
    let currencies: Currencies
    private let clock = ContinuousClock()
    private var order: OrderResource?
    private var isOver = false
    private var deadline: ContinuousClock.Instant
    private var drawing: (payload: String, lines: [String])?
    private var sentence: String?
    private var linesDrawn = 0

    /// Starts with nothing drawn.
    init(currencies: Currencies) {
        self.currencies = currencies
        deadline = clock.now
    }

    /// Draws the block anew.
    mutating func show(_ order: OrderResource) {
        self.order = order
        deadline = clock.now + .seconds(order.secondsLeft)
        draw()
    }

    /// Draws the block anew with the code in it.
    mutating func show(drawing lines: [String], of payload: String) {
        drawing = (payload, lines)
        draw()
    }

    /// Writes the last line anew, with the time that is left.
    mutating func secondPassed() {
        guard let order, linesDrawn > 0 else { return }
        Terminal.write("\r\u{1B}[K" + statusLine(order, Terminal.size.columns))
    }

    /// Adds a sentence to the last line.
    mutating func say(_ sentence: String) {
        self.sentence = sentence
        if order == nil { Failure.say(sentence) } else { draw() }
    }

    /// Wipes the block and writes how the sale ended.
    mutating func end(_ order: OrderResource) {
        wipe()
        let style = Style.of(order.status)
        Terminal.write(
            "\(style(Self.verdict(order.status)))  \(currencies.text(order.amount))  \(Style.dim(Terminal.safe(order.id)))\n"
        )
        for hold in order.holds where hold.settled == nil {
            Terminal.line("\(hold.detail): decide with \"till hold settle \(hold.id)\"")
        }
    }

    /// Wipes the block.
    mutating func leave() {
        wipe()
    }

    private mutating func wipe() {
        guard linesDrawn > 0 else { return }
        let up = linesDrawn > 1 ? "\u{1B}[\(linesDrawn - 1)A" : ""
        Terminal.write("\r\(up)\u{1B}[J")
        linesDrawn = 0
    }

    private mutating func draw() {
        guard let order else { return }
        wipe()
        let size = Terminal.size
        var title = Style.bold(currencies.text(order.amount))
        if let subject = order.subject {
            title +=
                "  " + Self.cut(subject, to: size.columns - currencies.text(order.amount).count - 3)
        }
        var lines = [title]
        if order.status == .code, let code = order.presentedCode {
            lines += codeLines(code.payload, columns: size.columns, rows: size.rows - 3)
        }
        lines.append(statusLine(order, size.columns))
        Terminal.write(lines.joined(separator: "\n"))
        linesDrawn = lines.count
    }

    private func codeLines(_ payload: String, columns: Int, rows: Int) -> [String] {
        var lines: [String] = []
        if let drawing, drawing.payload == payload {
            let width = drawing.lines.map(\.count).max() ?? 0
            if drawing.lines.count <= rows, width < columns {
                return drawing.lines.map { Style.code(Terminal.safe($0)) }
            }
            let need = "\(width + 1) columns and \(drawing.lines.count + 3) rows"
            lines.append(
                Self.cut("the window is too small for the code: make it \(need)", to: columns - 1))
        }
        var rest = Terminal.safe(payload)[...]
        while !rest.isEmpty, lines.count < max(rows, 2) {
            lines.append(String(rest.prefix(max(columns - 1, 1))))
            rest = rest.dropFirst(max(columns - 1, 1))
        }
        return lines
    }

    private func statusLine(_ order: OrderResource, _ columns: Int) -> String {
        // Rounded up, so that it starts with what the daemon said and ends with the deadline.
        let rest = max(.zero, deadline - clock.now + .milliseconds(999))
        let left = OrderText.timeLeft(Int(rest.components.seconds))
        let state =
            switch order.status {
            case .opening: "asking for a code"
            case .code: "scan to pay, \(left) left"
            case .checking: "checking with the acquirer"
            default: order.status.rawValue
            }
        let text = sentence.map { "\(state); \($0)" } ?? state
        return Style.of(order.status)(Self.cut(text, to: columns - 1))
    }

    /// The end of a sale in words that are read from afar.
    private static func verdict(_ status: OrderStatus) -> String {
        switch status {
        case .paid: "PAID"
        case .accepted: "ACCEPTED"
        case .notPaid: "NOT PAID"
        case .paidLate: "PAID LATE, the money goes back"
        case .needsPerson: "A PERSON HAS TO LOOK"
        default: status.rawValue
        }
    }

    /// As much of a text as fits into some columns; characters beyond Latin may take two.
    private static func cut(_ text: String, to columns: Int) -> String {
        var width = 0
        let fitting = Terminal.safe(text).prefix { character in
            width += character.unicodeScalars.contains { $0.value >= 0x1100 } ? 2 : 1
            return width <= columns
        }
        return String(fitting)
    }
}

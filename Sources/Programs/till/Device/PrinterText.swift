// SPDX-License-Identifier: Apache-2.0

import TillAPI

/// Printers in words.
enum PrinterText {
    /// One matter a line.
    static func block(_ printer: PrinterResource) -> [String] {
        var lines = [
            OrderText.row("printer", printer.id), OrderText.row("role", printer.role),
            OrderText.row("profile", printer.profile),
            OrderText.row("port", printer.port), OrderText.row("columns", "\(printer.columns)"),
            OrderText.row("state", printer.state + (printer.detail.map { ": \($0)" } ?? "")),
            OrderText.row("answers", answers(printer)),
            OrderText.row("waiting", waiting(printer)),
        ]
        if let last = printer.last { lines.append(OrderText.row("last line", last == 0 ? "none yet" : "\(last)")) }
        if printer.doubtful > 0 {
            lines.append(OrderText.row("doubtful", "\(slips(printer.doubtful)): \"till printer resolve\" settles it"))
        }
        return lines
    }

    /// What came of a slip that somebody asked for: `counter printed`.
    static func line(_ slip: PrintedSlipResource) -> String {
        "\(slip.printer) \(slip.result)" + (slip.detail.map { ": \($0)" } ?? "")
    }

    /// Whether all of a slip went out.
    static func isOut(_ slip: PrintedSlipResource) -> Bool { slip.result == "printed" || slip.result == "unconfirmed" }

    private static func answers(_ printer: PrinterResource) -> String {
        let sure =
            switch printer.answers {
            case "marks": "says when a slip is on paper"
            case "ordered": "says when a slip was taken, and then that it is well"
            case "at_once": "says how it is, and not what it has printed"
            case "silent": "says nothing: a slip that broke off is for a person to look at"
            default: "was not asked yet"
            }
        return sure + (printer.counts == true ? "; counts its cuts" : "")
    }

    /// What waits for it: `2 slips`, or `120 lines`.
    private static func waiting(_ printer: PrinterResource) -> String {
        guard printer.role == "journal" else { return slips(printer.waiting) }
        return "\(printer.waiting) line\(printer.waiting == 1 ? "" : "s")"
    }

    /// What waits for a printer, in a line: `roll 120 line(s) wait: out of paper`.
    static func backlog(_ printer: PrinterResource) -> String {
        "\(printer.id) " + (printer.detail ?? "\(waiting(printer)) on the way")
    }

    /// On whose paper to look for slips in doubt: `kitchen left 1 slip in doubt`.
    static func doubt(_ printer: PrinterResource) -> String { "\(printer.id) left \(slips(printer.doubtful)) in doubt" }

    private static func slips(_ count: Int) -> String { "\(count) slip\(count == 1 ? "" : "s")" }
}

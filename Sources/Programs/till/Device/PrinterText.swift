// SPDX-License-Identifier: Apache-2.0

import TillAPI

/// Printers in words.
enum PrinterText {
    /// One matter a line.
    static func block(_ printer: PrinterResource) -> [String] {
        var lines = [
            OrderText.row("printer", printer.id), OrderText.row("profile", printer.profile),
            OrderText.row("port", printer.port), OrderText.row("columns", "\(printer.columns)"),
            OrderText.row("state", printer.state + (printer.detail.map { ": \($0)" } ?? "")),
            OrderText.row("answers", answers(printer)),
            OrderText.row("waiting", slips(printer.waiting)),
        ]
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

    private static func slips(_ count: Int) -> String { "\(count) slip\(count == 1 ? "" : "s")" }
}

// SPDX-License-Identifier: Apache-2.0

extension PrinterProfile {
    /// What is right by itself, and wrong together.
    var objections: [(key: String, message: String)] {
        paperObjections + columnObjections + mechanicalObjections + claimObjections
    }

    private var paperObjections: [(key: String, message: String)] {
        var found: [(key: String, message: String)] = []
        for roll in print.paper where roll.dots * 254 > roll.millimetres * 10 * print.dpi {
            found.append(
                (
                    "print.paper",
                    "\(roll.dots) dots of \(print.dpi) an inch are wider than \(roll.millimetres) mm: "
                        + "state the dots that are printed"
                ))
        }
        for roll in print.paper where roll.dots / cell.width < Self.fewestColumns {
            found.append(
                (
                    "fonts",
                    "leaves \(roll.dots / cell.width) columns on \(roll.millimetres) mm, and a slip needs "
                        + "\(Self.fewestColumns): correct the cell or the dots"
                ))
        }
        if text.kanji != .none, text.kanjiCell.width != 2 * cell.width {
            found.append(
                (
                    "text.kanji_cell",
                    "is \(text.kanjiCell.width) dots wide and has to be \(2 * cell.width), two of font A, "
                        + "or no column stands under another"
                ))
        }
        if lineSpacingUnits > 255 {
            found.append(
                (
                    "print.line_spacing_dots",
                    "is \(lineSpacingUnits) vertical units, and the command takes 255: correct one of the two"
                ))
        }
        return found
    }

    private var columnObjections: [(key: String, message: String)] {
        guard image.modes.contains(.column) else {
            return image.columnsInText
                ? [("image.columns_in_text", "is true, and image.modes names no column: correct one of the two")] : []
        }
        let units = image.columns.rows * print.verticalUnit / image.columns.down
        guard units < 1 || units > 255 else { return [] }
        return [
            (
                "image.column_dpi",
                "makes a line of columns \(units) vertical units high, and the command takes 1 to 255: correct one of them"
            )
        ]
    }

    private var mechanicalObjections: [(key: String, message: String)] {
        var found: [(key: String, message: String)] = []
        if mechanism.pulseOnMs * 5 > mechanism.pulseOnMs + mechanism.pulseOffMs {
            found.append(
                (
                    "mechanism.pulse_ms",
                    "drives the drawer's coil more than a fifth of the time, which burns it: rest longer"
                ))
        }
        if quirks.needsPacing != 0, quirks.needsPacing < Self.slowestPace {
            found.append(
                (
                    "quirks.needs_pacing",
                    "is slower than any port: put at least \(Self.slowestPace) bytes a second, or 0 for no limit"
                ))
        }
        return found
    }

    private var claimObjections: [(key: String, message: String)] {
        var found: [(key: String, message: String)] = []
        if qr.native != (qr.nativeMax > 0) {
            found.append(
                (
                    "qr.native_max",
                    qr.native ? "has to say how long a code may be" : "has to be 0 where the printer makes no codes"
                ))
        }
        if status.tier == .none, status.asb || status.counters || status.clear {
            found.append(("status", "claims answers of a printer that answers nothing: correct one of them"))
        }
        if !status.counters, !(status.cutCounters + status.lineCounters).isEmpty {
            found.append(("status.counters", "is false, and counters are named: correct one of the two"))
        }
        for command in quirks.printsAsText where claims(command) {
            found.append(
                ("quirks.prints_as_text", "names \(command.rawValue), which the profile claims: correct one of the two")
            )
        }
        return found
    }

    private func claims(_ command: UnknownCommand) -> Bool {
        switch command {
        case .graphics: image.modes.contains(.graphics) || logo.stored == .graphics
        case .buzzer: mechanism.buzzer == .escA
        case .codes: qr.native
        case .processID: status.processID
        }
    }

    /// The columns without which no amount stands beside its name.
    static let fewestColumns = 20
    /// Bytes a second of 2400 baud.
    private static let slowestPace = 240
}

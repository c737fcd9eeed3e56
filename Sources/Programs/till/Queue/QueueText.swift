// SPDX-License-Identifier: Apache-2.0

import TillAPI

/// The queue in words.
enum QueueText {
    /// Prints rows in columns, and the holds that wait for more below them.
    static func show(
        _ rows: [QueueRowResource], _ standing: [StandingHoldResource], _ currencies: Currencies,
        _ output: OutputOptions
    ) throws {
        guard !output.isJSON else {
            for row in rows { try output.json(row) }
            return
        }
        for line in table(rows.map { columns($0, currencies) }) { Terminal.line(line) }
        for hold in standing { Terminal.line(line(hold)) }
    }

    /// A row: number, what, sale, amount, account, age, tries and the reason.
    static func columns(_ row: QueueRowResource, _ currencies: Currencies) -> [String] {
        [
            "\(row.id)", row.what.rawValue,
            row.reference.map { "\(row.order) (\($0))" } ?? row.order, row.status.rawValue,
            currencies.text(row.amount), row.account ?? "-", age(row.ageSeconds),
            "\(row.tries)x", row.detail,
        ]
    }

    /// Lines whose columns stand below each other; the last one may be of any width.
    static func table(_ rows: [[String]]) -> [String] {
        var widths: [Int] = []
        for row in rows {
            for (index, text) in row.dropLast().enumerated() {
                if index == widths.count { widths.append(0) }
                widths[index] = max(widths[index], text.count)
            }
        }
        return rows.map { row in
            row.enumerated().map { index, text in
                index < widths.count
                    ? text + String(repeating: " ", count: max(0, widths[index] - text.count)) : text
            }.joined(separator: "  ")
        }
    }

    /// How long ago: `45 s`, `12 min`, `3 h`, `2 d`.
    static func age(_ seconds: Int) -> String {
        switch seconds {
        case ..<120: "\(max(0, seconds)) s"
        case ..<7200: "\(seconds / 60) min"
        case ..<172_800: "\(seconds / 3600) h"
        default: "\(seconds / 86_400) d"
        }
    }

    /// A hold that waits for more: `lane print is held by anna since …, with what comes: …`.
    static func line(_ standing: StandingHoldResource) -> String {
        let what = standing.lane.map { "lane \($0)" } ?? "sale \(standing.order ?? "")"
        let held = standing.held
        return "\(what) is held by \(held.by) since \(held.since.text), with what comes: \(held.why)"
    }

    /// Work of a sale that is held: `row 17 watch is held by anna since …: why`.
    static func held(_ work: HeldWorkResource) -> String {
        "row \(work.row) \(work.what.rawValue) is held by \(work.held.by) since \(work.held.since.text): \(work.held.why)"
    }
}

// SPDX-License-Identifier: Apache-2.0

import TillAPI

/// The figures of a day in words.
enum DayText {
    /// One matter a line.
    static func block(_ day: DayResource, _ currencies: Currencies) -> [String] {
        var lines = [OrderText.row("day", day.isOver ? day.day : "\(day.day), not over yet")]
        lines += day.sales.map { OrderText.row("sales", line($0, currencies)) }
        if day.sales.isEmpty { lines.append(OrderText.row("sales", "none")) }
        lines += day.refunds.map { OrderText.row("refunds", line($0, currencies)) }
        lines.append(OrderText.row("head", day.head.line))
        return lines
    }

    private static func line(_ line: DayResource.Line, _ currencies: Currencies) -> String {
        "\(line.account) \(line.count) \(currencies.text(line.total))"
    }
}

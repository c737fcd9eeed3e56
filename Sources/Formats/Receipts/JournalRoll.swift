// SPDX-License-Identifier: Apache-2.0

import EscPos
package import TillCore

/// Writes the lines of a journal printer's roll: one a sale or refund, and what explains gaps.
///
/// ```
/// --- 2026-07-27 ---
/// 000123 14:32 main      CNY 12.50            32 columns
/// 000123 14:32 main      CNY 12.50    1234.50 from 42 columns, with the sum of the lines since the last total
/// 000124 14:33 main      CNY -3.00            money that went back
/// 000125*14:33 main       CNY 3.00            it may stand above as well
/// --- restart 15:02, last confirmed 000123 ---
/// ```
package struct JournalRoll: Sendable {
    /// One line of the turnover, as the ledger has it.
    package struct Line: Sendable, Hashable {
        /// Its running number.
        package let number: Int64
        /// The moment that it belongs to.
        package let at: Timestamp
        /// The local time offset that is printed, in seconds east of UTC.
        package let utcOffsetSeconds: Int
        /// The account that the money came by.
        package let account: String
        /// The amount.
        package let amount: Money
        /// Whether it went back.
        package let isRefund: Bool
        /// What the lines since the last total add up to with this one, in minor units of its currency.
        package let sumSoFar: Int64?

        /// Puts a line together.
        package init(
            number: Int64, at: Timestamp, utcOffsetSeconds: Int, account: String, amount: Money,
            isRefund: Bool = false, sumSoFar: Int64? = nil
        ) {
            self.number = number
            self.at = at
            self.utcOffsetSeconds = utcOffsetSeconds
            self.account = account
            self.amount = amount
            self.isRefund = isRefund
            self.sumSoFar = sumSoFar
        }
    }

    private let columns: Int

    /// The fewest columns of a roll.
    package static let fewestColumns = 32
    /// From so many columns on a line has room for the sum.
    private static let columnsForSum = 42

    /// Takes the cells of a line.
    package init(columns: Int) { self.columns = max(columns, Self.fewestColumns) }

    /// A line, at most as wide as the roll.
    ///
    /// - Parameters:
    ///   - line: what it says.
    ///   - mayBeDouble: whether an interruption may have left the line above as well.
    package func text(_ line: Line, mayBeDouble: Bool = false) -> String {
        let clock = CivilTime(line.at, utcOffsetSeconds: line.utcOffsetSeconds).hourAndMinute
        let head = Self.number(line.number) + (mayBeDouble ? "*" : " ") + clock
        let sign = line.isRefund ? "-" : ""
        var tail = "\(line.amount.currency.code) \(sign)\(line.amount.decimalString)"
        if columns >= Self.columnsForSum, let text = line.sumSoFar.flatMap({ Self.sum($0, line.amount.currency) }) {
            let padded = String(repeating: " ", count: max(10 - text.utf8.count, 0)) + text
            // The amount goes before the sum: that one can be counted again.
            if CellWidth.of(head) + CellWidth.of(tail) + CellWidth.of(padded) + 2 <= columns { tail += " " + padded }
        }
        let room = columns - CellWidth.of(head) - CellWidth.of(tail) - 2
        let account = room > 0 ? SlipText.shortened(SlipText.clean(line.account), to: room) : ""
        let middle = account.isEmpty ? "" : " " + account
        let gap = columns - CellWidth.of(head) - CellWidth.of(middle) - CellWidth.of(tail)
        return head + middle + String(repeating: " ", count: max(gap, 1)) + tail
    }

    /// The line before those of a day.
    package func day(_ day: CalendarDay) -> String { fitted(["--- \(day) ---"]) }

    /// The line after an interruption.
    ///
    /// - Parameters:
    ///   - time: when the roll goes on.
    ///   - utcOffsetSeconds: the local time offset, in seconds east of UTC.
    ///   - lastConfirmed: the number of the last line that surely stands above; nil if there is none.
    package func restart(at time: Timestamp, utcOffsetSeconds: Int, lastConfirmed: Int64?) -> String {
        let clock = CivilTime(time, utcOffsetSeconds: utcOffsetSeconds).hourAndMinute
        let last = lastConfirmed.map { Self.number($0) } ?? "none"
        return fitted(["--- restart \(clock), last confirmed \(last) ---", "- restart \(clock), last \(last) -"])
    }

    /// The line before those of a time when the roll could not be written.
    ///
    /// - Parameters:
    ///   - lines: how many wait.
    ///   - since: when the first of them was written into the ledger.
    ///   - utcOffsetSeconds: the local time offset, in seconds east of UTC.
    package func catchingUp(lines: Int, since: Timestamp, utcOffsetSeconds: Int) -> String {
        let time = CivilTime(since, utcOffsetSeconds: utcOffsetSeconds)
        let count = "\(lines) line\(lines == 1 ? "" : "s")"
        return fitted([
            "--- catching up: \(count) since \(time.date) \(time.hourAndMinute) ---",
            "- late: \(lines) since \(time.date) \(time.hourAndMinute) -", "- late: \(lines) since \(time.date) -",
            "- late: \(lines) -",
        ])
    }

    /// The line with which a roll begins on a terminal that has sold before.
    package func begins(after number: Int64) -> String {
        fitted(["--- this roll begins after \(Self.number(number)) ---", "- begins after \(Self.number(number)) -"])
    }

    /// The line with which a roll goes on for a printer that is there no more.
    package func goesOn(from printer: String) -> String {
        let name = SlipText.shortened(SlipText.clean(printer), to: 12)
        return fitted(["--- this roll goes on from that of \(name) ---", "- goes on from \(name) -"])
    }

    /// The line after the ledger was restored: what stands above behind a number was lost, and its numbers come again.
    package func restored(after number: Int64) -> String {
        let last = Self.number(number)
        return fitted([
            "--- ledger restored: again from after \(last) ---", "--- restored: after \(last) ---",
            "- restored after \(last) -",
        ])
    }

    /// The line where the roll had got to a number that the ledger does not have.
    package func ahead(at number: Int64) -> String {
        let last = Self.number(number)
        return fitted(["--- \(last) is not in the ledger ---", "- \(last) not in the ledger -"])
    }

    /// The line above a total that may stand above as well.
    package func totalAgain() -> String {
        fitted(["--- * this total may stand above as well ---", "- * total again -"])
    }

    /// The line above the total of a day where some lines above belong to others.
    package func ofOtherDays(_ lines: Int) -> String {
        fitted(["--- \(lines) above of other days, not counted ---", "- \(lines) of other days -"])
    }

    /// The first of some texts that fits, or as much of the last one as does.
    private func fitted(_ texts: [String]) -> String {
        texts.first { CellWidth.of($0) <= columns } ?? SlipText.shortened(texts.last ?? "", to: columns)
    }

    private static func number(_ number: Int64) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(6 - digits.utf8.count, 0)) + digits
    }

    /// A sum with its sign; nil for one that no amount can hold.
    private static func sum(_ units: Int64, _ currency: Currency) -> String? {
        guard let amount = try? Money(checking: Int64(clamping: units.magnitude), currency) else { return nil }
        return (units < 0 ? "-" : "") + amount.decimalString
    }
}

// SPDX-License-Identifier: Apache-2.0

import EscPos
package import TillCore

/// Writes the lines of a journal printer's roll: one a completed sale, and what explains gaps.
///
/// ```
/// 000123 14:32 main      CNY 12.50            32 columns
/// 000123 14:32 main      CNY 12.50    1234.50 from 42 columns, with the sum of the day so far
/// 000124*14:33 main       CNY 3.00            it may stand above as well
/// --- restart 15:02, last confirmed 000123 ---
/// ```
package struct JournalRoll: Sendable {
    /// One completed sale, as the ledger has it.
    package struct Sale: Sendable, Hashable {
        /// Its running number.
        package let number: Int64
        /// When it was completed.
        package let at: Timestamp
        /// The local time offset that is printed, in seconds east of UTC.
        package let utcOffsetSeconds: Int
        /// The account that the money came by.
        package let account: String
        /// The amount.
        package let amount: Money
        /// The sum of the day up to this sale, in its currency.
        package let daySoFar: Money?

        /// Puts a sale together.
        package init(
            number: Int64, at: Timestamp, utcOffsetSeconds: Int, account: String, amount: Money,
            daySoFar: Money? = nil
        ) {
            self.number = number
            self.at = at
            self.utcOffsetSeconds = utcOffsetSeconds
            self.account = account
            self.amount = amount
            self.daySoFar = daySoFar
        }
    }

    private let columns: Int

    /// The fewest columns of a roll.
    package static let fewestColumns = 32
    /// From so many columns on a line has room for the sum of the day.
    private static let columnsForSum = 42

    /// Takes the cells of a line.
    package init(columns: Int) { self.columns = max(columns, Self.fewestColumns) }

    /// The line of a sale, at most as wide as the roll.
    ///
    /// - Parameters:
    ///   - sale: what it says.
    ///   - mayBeDouble: whether an interruption may have left the line above as well.
    package func line(_ sale: Sale, mayBeDouble: Bool = false) -> String {
        let clock = CivilTime(sale.at, utcOffsetSeconds: sale.utcOffsetSeconds).hourAndMinute
        let head = Self.number(sale.number) + (mayBeDouble ? "*" : " ") + clock
        var tail = SlipContent.text(sale.amount)
        if columns >= Self.columnsForSum, let sum = sale.daySoFar {
            let text = sum.decimalString
            let padded = String(repeating: " ", count: max(10 - text.utf8.count, 0)) + text
            // The amount goes before the sum: that one can be counted again.
            if CellWidth.of(head) + CellWidth.of(tail) + CellWidth.of(padded) + 2 <= columns { tail += " " + padded }
        }
        let room = columns - CellWidth.of(head) - CellWidth.of(tail) - 2
        let account = room > 0 ? SlipText.shortened(SlipText.clean(sale.account), to: room) : ""
        let gap = columns - CellWidth.of(head) - CellWidth.of(tail) - 1 - CellWidth.of(account)
        return head + " " + account + String(repeating: " ", count: max(gap, 1)) + tail
    }

    /// The line after an interruption.
    ///
    /// - Parameters:
    ///   - time: when the roll goes on.
    ///   - utcOffsetSeconds: the local time offset, in seconds east of UTC.
    ///   - lastConfirmed: the number of the last sale that surely stands above; nil if there is none.
    package func restart(at time: Timestamp, utcOffsetSeconds: Int, lastConfirmed: Int64?) -> String {
        let clock = CivilTime(time, utcOffsetSeconds: utcOffsetSeconds).hourAndMinute
        let last = lastConfirmed.map { Self.number($0) } ?? "none"
        return fitted(["--- restart \(clock), last confirmed \(last) ---", "- restart \(clock), last \(last) -"])
    }

    /// The line before sales of a time when the roll could not be written.
    package func catchingUp(first: Int64, last: Int64) -> String {
        let range = "\(Self.number(first)) - \(Self.number(last))"
        return fitted(["--- catching up \(range) ---", "- late: \(range) -"])
    }

    /// The first of some texts that fits, or the last one.
    private func fitted(_ texts: [String]) -> String {
        texts.first { CellWidth.of($0) <= columns } ?? SlipText.shortened(texts.last ?? "", to: columns)
    }

    private static func number(_ number: Int64) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(6 - digits.utf8.count, 0)) + digits
    }
}

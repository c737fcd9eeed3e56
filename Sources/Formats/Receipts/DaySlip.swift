// SPDX-License-Identifier: Apache-2.0

package import TillCore

/// What a terminal sold on one day: content, no layout.
///
/// All of it is computed from the ledger, and never from what was printed.
package struct DaySlip: Sendable, Hashable {
    /// The sales of one account in one currency.
    package struct Account: Sendable, Hashable {
        /// The account's name.
        package let account: String
        /// How many sales.
        package let count: Int
        /// Their sum.
        package let total: Money

        /// Puts a line together.
        package init(account: String, count: Int, total: Money) {
            self.account = account
            self.count = count
            self.total = total
        }
    }

    /// The shop, as it calls itself.
    package let merchantName: String
    /// The terminal that sold.
    package let terminal: TerminalID
    /// The day.
    package let day: CalendarDay
    /// The wall-clock time that is printed.
    package let at: Timestamp
    /// The local time offset that is printed, in seconds east of UTC.
    package let utcOffsetSeconds: Int
    /// How many sales.
    package let count: Int
    /// Their sums, one a currency.
    package let sums: [Money]
    /// The sales by account.
    package let accounts: [Account]
    /// How many refunds were done.
    package let refundCount: Int
    /// Their sums, one a currency.
    package let refundSums: [Money]
    /// The running number of the first sale.
    package let firstNumber: Int64?
    /// The running number of the last sale.
    package let lastNumber: Int64?
    /// The newest link of the journal's chain, in hexadecimal.
    package let chainHead: String?

    /// Puts the content of a day slip together.
    package init(
        merchantName: String, terminal: TerminalID, day: CalendarDay, at: Timestamp, utcOffsetSeconds: Int,
        count: Int, sums: [Money], accounts: [Account], refundCount: Int = 0, refundSums: [Money] = [],
        firstNumber: Int64? = nil, lastNumber: Int64? = nil, chainHead: String? = nil
    ) {
        self.merchantName = merchantName
        self.terminal = terminal
        self.day = day
        self.at = at
        self.utcOffsetSeconds = utcOffsetSeconds
        self.count = count
        self.sums = sums
        self.accounts = accounts
        self.refundCount = refundCount
        self.refundSums = refundSums
        self.firstNumber = firstNumber
        self.lastNumber = lastNumber
        self.chainHead = chainHead
    }
}

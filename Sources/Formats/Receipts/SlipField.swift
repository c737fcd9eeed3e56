// SPDX-License-Identifier: Apache-2.0

/// What a layout may put into a line or ask about, by the name it has there.
package enum SlipField: String, Sendable, Hashable, CaseIterable {
    /// The shop, as it calls itself.
    case merchant
    /// The terminal's id.
    case terminal
    /// The order's id.
    case order
    /// What was sold.
    case subject
    /// The amount, with the code of its currency before it.
    case amount
    /// The amount with the sign of its currency where the printer has that, else as ``amount``.
    case amountWithSign = "amount_sign"
    /// The day of the slip, such as 2026-07-27.
    case date
    /// Its time of day with seconds.
    case time
    /// Its time of day without seconds.
    case clock
    /// The number of a copy.
    case number
    /// The account that the money came by.
    case account
    /// The attempt's reference.
    case reference
    /// The acquirer's reference.
    case acquirerReference = "acquirer_reference"
    /// The text of a code.
    case code
    /// Until when a code can be paid, or a permission lasts.
    case payBefore = "pay_before"
    /// How much of a sale went back; nothing if none did.
    case refunded
    /// Whether all of a sale went back.
    case refundedWhole = "refunded_whole"
    /// Whether the slip may have been printed before.
    case duplicate
    /// Whether a line has fewer than 40 cells.
    case narrow
    /// The day of a day slip.
    case day
    /// How many.
    case count
    /// Their sum, with the code of its currency before it.
    case total
    /// How many refunds.
    case refundCount = "refund_count"
    /// The number of the first sale of a day.
    case first
    /// The number of the last sale of a day.
    case last
    /// The newest link of the journal's chain.
    case head
    /// The id of an agreement.
    case agreement
    /// Who may be charged, as the acquirer masks them.
    case payer
    /// The most that may be charged at once.
    case limit
    /// The most that may be charged in a day.
    case dayLimit = "day_limit"
    /// Whether an agreement has ended.
    case ended
    /// Whether an agreement still has to be signed.
    case unsigned
    /// The name of the printer in the configuration.
    case printer
    /// The profile of the printer.
    case profile
    /// Digits that fill a line to its last cell.
    case ruler
}

/// What a layout may go through with `each`.
package enum SlipList: String, Sendable, Hashable, CaseIterable {
    /// The accounts of a day: account, count and total of each.
    case accounts
    /// The sums of a day by currency.
    case sums
    /// The sums of a day's refunds by currency.
    case refundSums = "refund_sums"
}

// SPDX-License-Identifier: Apache-2.0

package import TillCore

/// One line of the turnover: a sale, or money of one that went back.
///
/// Lines are numbered without gaps in the order in which they were written; a number never changes.
package struct TurnoverLine: Sendable, Hashable {
    /// What a line is about.
    package enum Kind: String, Sendable, Hashable {
        /// Money that is kept.
        case sale
        /// Money of a sale that is back with the payer.
        case refund
    }

    /// The running number; counts from 1.
    package let number: Int64
    /// The order that it is about.
    package let order: OrderID
    /// What it is.
    package let kind: Kind
    /// The account that the money came by.
    package let account: AccountID
    /// How much, whichever way it went.
    package let amount: Money
    /// The moment that it belongs to: when the sale was paid, as on its receipt, or when the money was back.
    package let at: Timestamp
    /// When it was written, in ledger time; never before that of the line before.
    package let writtenAt: Timestamp

    /// States a line.
    package init(
        number: Int64, order: OrderID, kind: Kind, account: AccountID, amount: Money, at: Timestamp,
        writtenAt: Timestamp
    ) {
        self.number = number
        self.order = order
        self.kind = kind
        self.account = account
        self.amount = amount
        self.at = at
        self.writtenAt = writtenAt
    }

    /// The amount in minor units, below zero for money that went back.
    package var signedUnits: Int64 { kind == .sale ? amount.minorUnits : -amount.minorUnits }
}

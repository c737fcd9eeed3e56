// SPDX-License-Identifier: Apache-2.0

package import TillCore

/// What a payer takes home of a permission to be charged without a scan: content, no layout.
package struct AgreementSlip: Sendable, Hashable {
    /// Where the permission stands.
    package enum State: Sendable, Hashable {
        /// The payer has to scan this text to sign.
        case unsigned(payload: String)
        /// It holds.
        case signed
        /// It holds no more.
        case ended
    }

    /// The shop, as it calls itself.
    package let merchantName: String
    /// The terminal.
    package let terminal: TerminalID
    /// The agreement's id.
    package let agreement: String
    /// Where it stands.
    package let state: State
    /// What may be charged for, in the shop's words; may be empty.
    package let subject: String
    /// The account that charges.
    package let account: String?
    /// The payer, as the acquirer masks them.
    package let payer: String?
    /// The most that may be charged at once.
    package let limit: Money?
    /// The most that may be charged in a day.
    package let dayLimit: Money?
    /// The acquirer's own reference.
    package let acquirerReference: String?
    /// When it ends by itself.
    package let lastsUntil: Timestamp?
    /// The wall-clock time that is printed.
    package let at: Timestamp
    /// The local time offset that is printed, in seconds east of UTC.
    package let utcOffsetSeconds: Int
    /// Whether an earlier try may have left paper.
    package let mayBeDuplicate: Bool

    /// Puts the content of an agreement slip together.
    package init(
        merchantName: String, terminal: TerminalID, agreement: String, state: State, subject: String = "",
        account: String? = nil, payer: String? = nil, limit: Money? = nil, dayLimit: Money? = nil,
        acquirerReference: String? = nil, lastsUntil: Timestamp? = nil, at: Timestamp, utcOffsetSeconds: Int,
        mayBeDuplicate: Bool = false
    ) {
        self.merchantName = merchantName
        self.terminal = terminal
        self.agreement = agreement
        self.state = state
        self.subject = subject
        self.account = account
        self.payer = payer
        self.limit = limit
        self.dayLimit = dayLimit
        self.acquirerReference = acquirerReference
        self.lastsUntil = lastsUntil
        self.at = at
        self.utcOffsetSeconds = utcOffsetSeconds
        self.mayBeDuplicate = mayBeDuplicate
    }
}

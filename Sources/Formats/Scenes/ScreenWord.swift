// SPDX-License-Identifier: Apache-2.0

/// The words that screens have, by the names that they have in a catalogue.
package enum ScreenWord: String, CaseIterable, Hashable, Sendable {
    /// The machine has just started.
    case starting
    /// The payer has nothing to do.
    case pleaseWait = "please_wait"
    /// Below the shop's name between sales.
    case welcome
    /// The code is not there yet.
    case preparing
    /// Above the amount, beside a code.
    case scanToPay = "scan_to_pay"
    /// Before the minutes and seconds that are left.
    case timeLeft = "time_left"
    /// Before a time of day.
    case validUntil = "valid_until"
    /// Before an order's short word.
    case order
    /// Nobody knows yet whether the money is there.
    case checking
    /// What a payer must not do then.
    case doNotPayAgain = "do_not_pay_again"
    /// The money is there.
    case paid
    /// Below it.
    case thankYou = "thank_you"
    /// There will be no payment.
    case notPaid = "not_paid"
    /// Because the shop gave the sale up.
    case cancelled
    /// Because the time was over.
    case expired
    /// Because the acquirer said no.
    case refused
    /// Because no code could be had; and when no sale is opened at all.
    case unavailable
    /// What a payer may do then.
    case askForNewCode = "ask_for_new_code"
    /// The money came after the sale had ended.
    case paidLate = "paid_late"
    /// A person of the shop has to look.
    case askStaff = "ask_staff"
    /// No acquirer answers.
    case offline
    /// A person looks whether the display is set up right.
    case test
}

// SPDX-License-Identifier: Apache-2.0

/// Where a payment stands: `created → pending → paid | closed | cancelled | failed`.
///
/// Source: OpenPay, section 2.
package enum PaymentStatus: String, Sendable, Hashable, CaseIterable {
    /// Made; nobody has scanned the code.
    case created
    /// The payer has the payment on the phone.
    case pending
    /// The platform holds the payer's money. It never becomes anything else.
    case paid
    /// It takes no more money: closed by the merchant, or its time is over.
    case closed
    /// The merchant ended it before it was paid.
    case cancelled
    /// The payer declined.
    case failed

    /// Whether the payer can still pay.
    package var isOpen: Bool { self == .created || self == .pending }
}

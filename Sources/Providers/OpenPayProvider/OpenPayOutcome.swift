// SPDX-License-Identifier: Apache-2.0

import ProviderKit
import TillCore

/// What the platform's status words mean.
///
/// Only `paid` is paid, and only a word that says that it is over is refused. Every other word,
/// `unknown` and tomorrow's included, is pending: we ask again.
///
/// Source: OpenPay, section 2, `status`.
enum OpenPayOutcome {
    /// The longest text that fits a code, in bytes.
    static let longestCode = 1024

    /// Reads a payment. A code comes with it only while it asks the payer for the amount that we ask.
    static func outcome(of payment: OpenPayMessages.Payment, asking: Money?) throws(ProviderError)
        -> Outcome
    {
        switch payment.status {
        case "paid":
            return .paid(try self.payment(payment))
        case "closed", "cancelled", "failed":
            // A paid payment is never anything but paid, so one of the two is not true.
            guard payment.paid_amount == nil, payment.paid_at == nil else {
                throw .unreadable("a payment that is \(payment.status) and was paid")
            }
            return .refused(reason: payment.status)
        case "created", "pending":
            return .pending(try code(of: payment, asking: asking))
        default:
            return .pending(nil)
        }
    }

    /// Whether the platform waits for the payer, in a word that we know.
    static func isOpen(_ payment: OpenPayMessages.Payment) -> Bool {
        payment.status == "created" || payment.status == "pending"
    }

    /// Reads a refund: only `done` is done.
    static func outcome(of refund: OpenPayMessages.Refund) -> RefundOutcome {
        switch refund.status {
        case "done": .done
        case "failed": .refused(reason: "failed")
        default: .pending
        }
    }

    private static func payment(_ payment: OpenPayMessages.Payment) throws(ProviderError)
        -> Payment
    {
        Payment(
            acquirerReference: try OpenPayName.idOfTheirs(payment.id),
            amount: try (payment.paid_amount ?? payment.amount).money(),
            // A time that cannot be read must not keep the money from being known.
            paidAt: payment.paid_at.flatMap(RFC3339.time))
    }

    private static func code(of payment: OpenPayMessages.Payment, asking: Money?)
        throws(ProviderError) -> PaymentCode?
    {
        guard let asking, payment.amount == OpenPayMessages.Amount(asking),
            let payload = payment.code, (1...longestCode).contains(payload.utf8.count),
            payload.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
        else { return nil }
        return PaymentCode(
            payload, acquirerReference: try OpenPayName.idOfTheirs(payment.id),
            expiresAt: payment.expires_at.flatMap(RFC3339.time))
    }
}

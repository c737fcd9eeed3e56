// SPDX-License-Identifier: Apache-2.0

/// An acquirer's word on a payment.
public enum Outcome: Sendable, Hashable, Codable {
    /// The acquirer knows of no such payment. It may still come.
    case unseen
    /// The acquirer knows the payment and waits for the payer; the code, if it said it again.
    case pending(PaymentCode?)
    /// The acquirer holds the money.
    case paid(Payment)
    /// The acquirer says that it is over, and that it holds no money.
    case refused(reason: String)
}

/// Money, as an acquirer reports it.
public struct Payment: Sendable, Hashable, Codable {
    /// The acquirer's own reference, unique within the account.
    public let acquirerReference: String
    /// How much was paid.
    public let amount: Money
    /// When, in the acquirer's wall time, if it said so.
    public let paidAt: Timestamp?

    /// Puts a report together.
    public init(acquirerReference: String, amount: Money, paidAt: Timestamp? = nil) {
        self.acquirerReference = acquirerReference
        self.amount = amount
        self.paidAt = paidAt
    }
}

/// An acquirer's word on a refund.
public enum RefundOutcome: Sendable, Hashable, Codable {
    /// The acquirer knows of no such refund. The request may still be on its way.
    case unseen
    /// The acquirer has it and works on it.
    case pending
    /// The money is back with the payer.
    case done
    /// The acquirer says no, and that no money moved.
    case refused(reason: String)
}

// SPDX-License-Identifier: Apache-2.0

/// What an authentic notify says.
public enum NotifyWord: Sendable, Hashable {
    /// The acquirer's word on the payment of an attempt.
    case payment(AttemptReference, Outcome)
    /// The acquirer's word on a refund; with what was given back, if it says so, since the refund
    /// may be none of ours.
    case refund(RefundID, RefundOutcome, RefundReport? = nil)
    /// It concerns another merchant than the account's; the words say what.
    case foreign(subject: String)
}

/// What an acquirer says of money that it gave back, whoever asked for it.
public struct RefundReport: Sendable, Hashable, Codable {
    /// The acquirer's own reference of the refund.
    public let acquirerReference: String
    /// The acquirer's own reference of the payment that it was taken from.
    public let payment: String
    /// How much went back.
    public let amount: Money

    /// Puts a report together.
    public init(acquirerReference: String, payment: String, amount: Money) {
        self.acquirerReference = acquirerReference
        self.payment = payment
        self.amount = amount
    }
}

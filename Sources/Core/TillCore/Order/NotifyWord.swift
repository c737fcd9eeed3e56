// SPDX-License-Identifier: Apache-2.0

/// What an authentic notify says.
public enum NotifyWord: Sendable, Hashable {
    /// The acquirer's word on the payment of an attempt.
    case payment(AttemptReference, Outcome)
    /// The acquirer's word on a refund.
    case refund(RefundID, RefundOutcome)
}

// SPDX-License-Identifier: Apache-2.0

/// Says why there will be no payment.
package enum NotPaidReason: CaseIterable, Hashable, Sendable {
    /// The shop gave the sale up.
    case cancelled
    /// The code's time is over.
    case expired
    /// The payment was refused.
    case refused
    /// No code could be had.
    case unavailable
}

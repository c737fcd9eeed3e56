// SPDX-License-Identifier: Apache-2.0

/// A notify as the books keep it.
struct Notify: Sendable {
    /// "evt_" and 26 letters and digits; the same for every try.
    let id: String
    /// The merchant's number.
    let merchant: String
    /// The platform's number of the payment.
    let payment: String
    /// Where it goes.
    let url: String
    /// "payment.paid".
    let type: String
    /// JSON, the same for every try.
    let body: String
    /// Where it stands.
    var state: NotifyState
    /// Milliseconds since 1970 UTC; nil when it is not sent any more.
    var dueAt: Int64?
    /// How often it has been handed out.
    var tries: Int64
    /// What the next wait after a failure is, jitter included, in milliseconds.
    var retryDelay: Int64
    /// How many successful deliveries are still wanted.
    var copies: Int64
    /// Whether it waits for the next notify of the same payment.
    let isHeldBack: Bool
    /// What is wrong with its signatures; nil for nothing.
    let flaw: NotifyFlaw?
    /// Milliseconds since 1970 UTC.
    let createdAt: Int64
    /// The HTTP status of the last try; nil when no answer came.
    var lastStatus: Int64?
}

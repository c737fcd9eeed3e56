// SPDX-License-Identifier: Apache-2.0

/// One thing that is going to happen at a time.
struct BookEvent: Sendable {
    /// Milliseconds since 1970 UTC.
    let dueAt: Int64
    /// What happens.
    let kind: BookEventKind
    /// The platform's number of the payment.
    let payment: String
    /// The platform's number of the refund, when it is about one.
    let refund: String?
}

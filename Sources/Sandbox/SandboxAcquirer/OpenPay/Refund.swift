// SPDX-License-Identifier: Apache-2.0

/// A refund as the books keep it.
package struct Refund: Sendable, Hashable {
    /// The platform's number: "ref_" and 26 letters and digits.
    package let id: String
    /// The merchant's number.
    package let merchant: String
    /// The merchant's number for it, unique for the merchant.
    package let refundNo: String
    /// The platform's number of the payment.
    package let payment: String
    /// The merchant's number of the payment.
    package let orderNo: String
    /// The request's members in the order of their names, and the payment.
    package let content: String
    /// In the currency of the money that came in.
    package let amount: Amount
    /// What the merchant wrote.
    package let reason: String?
    /// Where it stands.
    package var status: RefundStatus
    /// Milliseconds since 1970 UTC.
    package let createdAt: Int64
    /// Milliseconds since 1970 UTC.
    package var doneAt: Int64?
    /// One for a new refund, one more with each change.
    package var version: Int64

    /// The refund as answers and notifies carry it.
    var resource: JSONValue {
        .object(
            ("id", .string(id)),
            ("merchant", .string(merchant)),
            ("refund_no", .string(refundNo)),
            ("payment", .string(payment)),
            ("order_no", .string(orderNo)),
            ("status", .string(status.rawValue)),
            ("amount", amount.resource),
            ("reason", reason.map { .string($0) }),
            ("created_at", .string(RFC3339.text(createdAt))),
            ("done_at", doneAt.map { .string(RFC3339.text($0)) }),
            ("version", .integer(version)))
    }
}

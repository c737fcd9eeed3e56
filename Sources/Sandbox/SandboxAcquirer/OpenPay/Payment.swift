// SPDX-License-Identifier: Apache-2.0

/// A payment as the books keep it.
package struct Payment: Sendable, Hashable {
    /// The platform's number: "pay_" and 26 letters and digits.
    package let id: String
    /// The merchant's number.
    package let merchant: String
    /// The merchant's number for it, unique for the merchant but for twins.
    package let orderNo: String
    /// The payment of which this one is the second for the same order number.
    package let twinOf: String?
    /// The request's members in the order of their names.
    package let content: String
    /// The id of the terminal that it was made with.
    package let terminal: String
    /// What happens to it.
    package let script: Script
    /// Where it stands.
    package var status: PaymentStatus
    /// What the merchant asked for.
    package let amount: Amount
    /// Who shows a code.
    package let flow: PaymentFlow
    /// What the payer reads.
    package let subject: String
    /// Where notifies go; nil for none.
    package let notifyURL: String?
    /// What the phone page is found by.
    package let codeID: String
    /// Milliseconds since 1970 UTC.
    package let expiresAt: Int64
    /// Milliseconds since 1970 UTC.
    package let createdAt: Int64
    /// Milliseconds since 1970 UTC.
    package var paidAt: Int64?
    /// What the payer's money was; scripts can make it differ from ``amount``.
    package var paidAmount: Amount?
    /// Masked: "wallet ***42".
    package var payer: String?
    /// Minor units of the paid amount's currency that went back.
    package var refunded: Int64
    /// One for a new payment, one more with each change.
    package var version: Int64

    /// The payment as answers and notifies carry it; the code is there while it can be paid.
    ///
    /// Source: OpenPay, section 2.
    func resource(code: String) -> JSONValue {
        .object(
            ("id", .string(id)),
            ("merchant", .string(merchant)),
            ("order_no", .string(orderNo)),
            ("status", .string(status.rawValue)),
            ("amount", amount.resource),
            ("code", status.isOpen && flow == .showCode ? .string(code) : nil),
            ("expires_at", .string(RFC3339.text(expiresAt))),
            ("paid_at", paidAt.map { .string(RFC3339.text($0)) }),
            ("paid_amount", paidAmount?.resource),
            ("payer", payer.map { .string($0) }),
            ("refunded", Amount(value: refunded, currency: (paidAmount ?? amount).currency).resource),
            ("version", .integer(version)))
    }
}

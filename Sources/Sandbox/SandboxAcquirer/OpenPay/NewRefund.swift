// SPDX-License-Identifier: Apache-2.0

/// What `POST /payments/{id}/refunds` asks for: `{refund_no, amount {value, currency}, reason? ≤128}`.
struct NewRefund {
    /// 1 to 64 of 0-9, A-Z, a-z, "_" and "-".
    let refundNo: String
    /// In the currency of the money that came in.
    let amount: Amount
    /// At most 128 characters.
    let reason: String?
    /// The whole request with the payment, so that equal content can be told.
    let content: String

    /// Reads a body.
    init(_ body: JSONValue, of payment: Payment) throws(Problem) {
        let reader = try BodyReader(body, knows: ["refund_no", "amount", "reason"])
        refundNo = try reader.reference("refund_no")
        amount = try reader.amount("amount", currency: (payment.paidAmount ?? payment.amount).currency)
        reason = try reader.optionalText("reason", 0...128)
        content = JSONValue.object(("payment", .string(payment.id)), ("request", body)).canonical
    }
}

// SPDX-License-Identifier: Apache-2.0

/// What `POST /sandbox/refunds` answers, as far as a person needs it.
struct ControlRefund: Codable {
    /// The platform's own number of it.
    let refund_no: String
    /// The merchant's number of the payment.
    let order_no: String
    /// How much went back.
    let amount: ControlBooks.Money
}

// SPDX-License-Identifier: Apache-2.0

/// What the phone is told about a payment.
struct PaidPayment: Codable {
    /// "A-1".
    let order_no: String
    /// "paid".
    let status: String
    /// What was asked for.
    let amount: ControlBooks.Money
}

// SPDX-License-Identifier: Apache-2.0

/// One line of a statement: money that came in, or money that went back.
struct StatementEntry: Sendable {
    /// The merchant's number of the payment.
    var orderNo: String
    /// The platform's number of the payment.
    var payment: String
    /// Both numbers of the refund; nil for a payment.
    let refund: (number: String, id: String)?
    /// How much moved; above zero, whichever way.
    var amount: Amount
    /// Milliseconds since 1970 UTC.
    let at: Int64
    /// The id of the terminal that the payment was made with.
    let terminal: String
    /// The payment's script, where it holds a word about statements.
    let script: Script?
}

// SPDX-License-Identifier: Apache-2.0

/// A call with what it is about.
struct PreparedCall {
    /// What is asked for.
    let call: OpenPayCall
    /// Who asks.
    let merchant: Merchant
    /// What a POST is known by.
    var idempotencyKey: IdempotencyKey?
    /// The order number that it is about, also when there is no payment of it.
    var orderNo: String?
    /// The payment, where there is one.
    var payment: Payment?
    /// The refund of a query, where there is one.
    var refund: Refund?
    /// What a create asks for.
    var newPayment: NewPayment?
    /// What a refund asks for.
    var newRefund: NewRefund?
    /// What time it is for the caller, in milliseconds since 1970 UTC.
    var serverTime: Int64 = 0
    /// What the order number's script is; nil for a number that was never asked for.
    var script: Script?
}

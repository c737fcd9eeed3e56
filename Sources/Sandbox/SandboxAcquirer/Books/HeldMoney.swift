// SPDX-License-Identifier: Apache-2.0

/// What the acquirer holds for one order number in one currency: what came in less what went back.
package struct HeldMoney: Sendable, Hashable {
    /// The merchant's number.
    package let merchant: String
    /// The merchant's number of the sale; twins share it.
    package let orderNo: String
    /// Zero when all of it went back.
    package let amount: Amount

    /// Puts the parts together.
    package init(merchant: String, orderNo: String, amount: Amount) {
        self.merchant = merchant
        self.orderNo = orderNo
        self.amount = amount
    }
}

// SPDX-License-Identifier: Apache-2.0

extension OpenPayDesk {
    /// `POST /sandbox/refunds`: `{payment, amount?}` or `{order_no, amount?}`, in minor units; all that is left without one.
    ///
    /// It is made at the platform's own console, so its number is none of the merchant's, and scripts do not delay it.
    func refundAtConsole(_ content: JSONValue) throws -> JSONValue {
        let reader = try BodyReader(content, knows: ["payment", "order_no", "amount"])
        let (payment, left) = try refundable(reader)
        let value = content["amount"] == nil ? left.value : content["amount"]?.whole ?? 0
        guard (1...left.value).contains(value) else {
            throw Problem(
                .refundExceeds, "amount: \(left.value) minor units are left to refund: send 1 to \(left.value)",
                field: "amount")
        }
        return try giveBack(Amount(value: value, currency: left.currency), of: payment).resource
    }

    /// Gives all that is left of a payment's money back at the console; where nothing is left nothing happens.
    func refundRest(of payment: Payment) throws {
        guard let left = try left(of: payment) else { return }
        _ = try giveBack(left, of: payment)
    }

    private func giveBack(_ amount: Amount, of payment: Payment) throws -> Refund {
        let refund = Refund(
            id: identifier("ref_"), merchant: payment.merchant, refundNo: identifier("console_"), payment: payment.id,
            orderNo: payment.orderNo, content: "console", amount: amount, reason: "console", status: .pending,
            createdAt: now, doneAt: nil, version: 1)
        try books.insert(refund)
        return try finish(refund, of: payment, as: .done)
    }

    private func left(of payment: Payment) throws -> Amount? {
        guard payment.status == .paid, var left = payment.paidAmount else { return nil }
        left.value -= try books.refunding(payment.id)
        return left.value > 0 ? left : nil
    }

    /// The payment that is meant, and what is left of its money; a number that twins share has to leave no choice.
    private func refundable(_ reader: BodyReader) throws -> (Payment, Amount) {
        let found: [Payment]
        switch (try reader.optionalText("payment", 1...64), try reader.optionalText("order_no", 1...64)) {
        case (let id?, nil): found = try books.payment(id).map { [$0] } ?? []
        case (nil, let orderNo?): found = try books.payments(orderNo: orderNo, limit: Self.usualRows)
        default: throw Problem.invalid("payment", "send payment or order_no, one of them")
        }
        guard !found.isEmpty else { throw Self.noPayment }
        let refundable = try found.compactMap { payment in try left(of: payment).map { (payment, $0) } }
        guard let choice = refundable.first else {
            throw Problem(.refundExceeds, "no money of it is left to refund", field: "payment")
        }
        guard refundable.count == 1 else {
            let ids = refundable.map(\.0.id).joined(separator: ", ")
            throw Problem.invalid("order_no", "several payments have it: name one of \(ids)")
        }
        return choice
    }
}

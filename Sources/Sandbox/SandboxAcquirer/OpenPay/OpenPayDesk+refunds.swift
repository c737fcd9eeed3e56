// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

extension OpenPayDesk {
    /// How long a refund is pending that is going to fail, in milliseconds.
    static let failDelay: Int64 = 1000

    /// Makes a refund, or finds the one of the same number and content.
    func refund(_ new: NewRefund, of payment: Payment) throws -> (HTTPResponse.Status, Refund) {
        if let known = try books.refund(refundNo: new.refundNo, of: payment.merchant) {
            guard known.content == new.content else {
                throw Problem(
                    .orderConflict, "refund_no \(new.refundNo) exists with other content: choose another",
                    field: "refund_no")
            }
            return (.ok, known)
        }
        guard payment.status == .paid, let paid = payment.paidAmount else {
            throw Problem(
                .refundExceeds, "the payment is \(payment.status.rawValue): no money can go back", field: "amount.value"
            )
        }
        if payment.script.has(.refundRefused) {
            throw Problem(.dailyQuota, "the quota of the day is used up: refund tomorrow")
        }
        let left = paid.value - (try books.refunding(payment.id))
        guard new.amount.value <= left else {
            throw Problem(.refundExceeds, "\(left) minor units are left to refund", field: "amount.value")
        }
        let refund = Refund(
            id: identifier("ref_"), merchant: payment.merchant, refundNo: new.refundNo, payment: payment.id,
            orderNo: payment.orderNo, content: new.content, amount: new.amount, reason: new.reason, status: .pending,
            createdAt: now, doneAt: nil, version: 1)
        try books.insert(refund)
        if payment.script.has(.refundFailed) {
            try books.schedule(.refundFailed, of: payment.id, refund: refund.id, at: now + Self.failDelay)
        } else if let delay = payment.script[.refundAfter] {
            try books.schedule(.refundDone, of: payment.id, refund: refund.id, at: now + delay)
        } else {
            return (.created, try finish(refund, of: payment, as: .done))
        }
        return (.created, refund)
    }

    /// Ends a refund that is pending.
    @discardableResult
    func finish(_ refund: Refund, of payment: Payment, as status: RefundStatus) throws -> Refund {
        var next = refund
        next.status = status
        next.version += 1
        if status == .done {
            next.doneAt = now
            var changed = payment
            changed.refunded += refund.amount.value
            _ = try save(changed)
            try books.giveBack(next, at: now)
        }
        try books.update(next)
        try announce(status == .done ? "refund.done" : "refund.failed", payment, next.resource)
        return next
    }
}

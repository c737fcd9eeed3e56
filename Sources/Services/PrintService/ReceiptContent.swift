// SPDX-License-Identifier: Apache-2.0

package import TillCore

/// Puts together what a slip says, from the order and what the terminal is called.
package struct ReceiptContent: Sendable {
    /// The shop, as it calls itself.
    package let merchant: String
    /// Seconds east of UTC at a moment, for the time that is printed.
    private let utcOffset: @Sendable (Timestamp) -> Int

    /// Takes the shop's name and its local time.
    package init(merchant: String, utcOffset: @escaping @Sendable (Timestamp) -> Int) {
        self.merchant = merchant
        self.utcOffset = utcOffset
    }

    /// What a print job's slip says; nil if the order has no longer what it is about.
    package func receipt(of order: Order, job: PrintJob) -> Receipt? {
        switch job.kind {
        case .sale, .copy:
            guard let kept = order.keptTransaction else { return nil }
            return receipt(
                order, kind: job.kind, mayBeDuplicate: job.mayBeDuplicate, amount: order.amount,
                at: kept.paidAt ?? kept.learntAt, transaction: kept, payload: nil)
        case .refund:
            guard let refund = job.refund.flatMap({ order.refund($0) }),
                let money = order.transactions.first(where: { $0.key == refund.transaction })
            else { return nil }
            return receipt(
                order, kind: .refund, mayBeDuplicate: job.mayBeDuplicate, amount: refund.amount,
                at: money.learntAt, transaction: money, payload: nil)
        case .code:
            guard let attempt = job.attempt.flatMap({ order.attempt($0) }), attempt.state.isLive,
                let code = attempt.code
            else { return nil }
            return receipt(
                order, kind: .code, mayBeDuplicate: false, amount: order.amount,
                at: order.openedAt, transaction: nil, payload: code.payload)
        }
    }

    /// What the receipt of an order says, printed or not; nil if it is not paid.
    package func receipt(of order: Order) -> Receipt? {
        receipt(of: order, job: PrintJob(id: "", kind: .sale))
    }

    private func receipt(
        _ order: Order, kind: Receipt.Kind, mayBeDuplicate: Bool, amount: Money, at: Timestamp,
        transaction: Transaction?, payload: String?
    ) -> Receipt {
        Receipt(
            merchantName: merchant, terminal: order.terminal, order: order.id, kind: kind,
            mayBeDuplicate: mayBeDuplicate, subject: order.subject, amount: amount, at: at,
            utcOffsetSeconds: utcOffset(at), attemptReference: transaction?.attempt.text,
            acquirerReference: transaction?.key.acquirerReference,
            account: transaction?.key.account.text, codePayload: payload)
    }
}

// SPDX-License-Identifier: Apache-2.0

package import Receipts
package import TillCore
package import TillStore

/// Puts together what a slip says, from the order and what the terminal is called.
package struct ReceiptContent: Sendable {
    /// The shop, as it calls itself.
    package let merchant: String
    /// Seconds east of UTC at a moment, for the time that is printed.
    private let utcOffset: @Sendable (Timestamp) -> Int

    /// The shop's days.
    package var calendar: ShopCalendar { ShopCalendar(utcOffset: utcOffset) }

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

    /// What the test slip of a printer says.
    package func testSlip(terminal: TerminalID, printer: String, profile: String, at: Timestamp) -> TestSlip {
        TestSlip(
            merchantName: merchant, terminal: terminal, printer: printer, profile: profile, at: at,
            utcOffsetSeconds: utcOffset(at))
    }

    /// What the slip of a day says.
    ///
    /// - Parameter numbers: the running numbers of its lines on a roll; nil for a slip that stands alone.
    package func daySlip(
        _ day: CalendarDay, _ figures: DayFigures, numbers: ClosedRange<Int64>? = nil, terminal: TerminalID,
        at: Timestamp
    ) -> DaySlip {
        DaySlip(
            merchantName: merchant, terminal: terminal, day: day, at: at, utcOffsetSeconds: utcOffset(at),
            count: figures.sales.reduce(0) { $0 + $1.count }, sums: Self.sums(figures.sales),
            accounts: figures.sales.map {
                DaySlip.Account(account: $0.account.text, count: $0.count, total: $0.total)
            },
            refundCount: figures.refunds.reduce(0) { $0 + $1.count }, refundSums: Self.sums(figures.refunds),
            firstNumber: numbers?.lowerBound, lastNumber: numbers?.upperBound,
            chainHead: figures.head.text)
    }

    /// One sum a currency; what no amount can hold is left to the lines of the accounts.
    private static func sums(_ lines: [DayFigures.Line]) -> [Money] {
        var sums: [Currency: Int64] = [:]
        for line in lines {
            let (sum, isTooMuch) = sums[line.total.currency, default: 0].addingReportingOverflow(line.total.minorUnits)
            sums[line.total.currency] = isTooMuch ? .max : sum
        }
        return sums.sorted { $0.key.code < $1.key.code }.compactMap { try? Money(checking: $0.value, $0.key) }
    }

    /// Until when the code on a code slip can be paid; nil for other slips.
    func payBefore(of order: Order, job: PrintJob) -> Timestamp? {
        guard job.kind == .code, let attempt = job.attempt.flatMap({ order.attempt($0) }) else { return nil }
        return min(attempt.code?.expiresAt ?? attempt.expiresAt, attempt.expiresAt)
    }

    /// What the receipt of an order says, printed or not; nil if it is not paid.
    package func receipt(of order: Order) -> Receipt? {
        receipt(of: order, job: PrintJob(id: "", kind: .sale))
    }

    private func receipt(
        _ order: Order, kind: Receipt.Kind, mayBeDuplicate: Bool, amount: Money, at: Timestamp,
        transaction: Transaction?, payload: String?
    ) -> Receipt {
        // Only the slip of a sale says what became of it: a refund's own slip is about the refund.
        let isOfSale = if case .refund = kind { false } else { true }
        return Receipt(
            merchantName: merchant, terminal: order.terminal, order: order.id, kind: kind,
            mayBeDuplicate: mayBeDuplicate, subject: order.subject, amount: amount, at: at,
            utcOffsetSeconds: utcOffset(at), attemptReference: transaction?.attempt.text,
            acquirerReference: transaction?.key.acquirerReference,
            account: transaction?.key.account.text, codePayload: payload,
            refunded: isOfSale ? transaction.flatMap { refunded(of: $0, in: order) } : nil)
    }

    /// How much of the money of a sale is back with the payer; nil if none of it is.
    private func refunded(of transaction: Transaction, in order: Order) -> Money? {
        let done = order.refunds.filter { $0.transaction == transaction.key && $0.state == .done }
        let sum = done.reduce(0) { $0 + $1.amount.minorUnits }
        return sum > 0 ? try? Money(checking: sum, transaction.amount.currency) : nil
    }
}

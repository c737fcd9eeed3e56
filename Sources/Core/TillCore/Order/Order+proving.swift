// SPDX-License-Identifier: Apache-2.0

extension Order {
    /// The first day whose statement proves a closed attempt, where clocks are `offset` ahead of
    /// UTC; nil if it is not closed, or not watched any more.
    ///
    /// Ledger time serves for the day: it is within minutes of wall time, and the statements of
    /// all later days are compared as well.
    public static func dayToProve(_ attempt: PaymentAttempt, offset: Duration) -> CalendarDay? {
        guard case .closed = attempt.state, let until = attempt.watchedUntil else { return nil }
        return CalendarDay(of: until + (.zero - watchedFor), offset: offset)
    }

    /// How a refund that others made is named here, so that it counts once however often it is told.
    public static func refundElsewhere(
        _ acquirerReference: String, of attempt: AttemptReference
    ) -> RefundID {
        RefundID("\(attempt)E\(acquirerReference)")
    }

    /// Takes note of money that went back without us.
    ///
    /// It counts against what may still go back, and a person has to know of it.
    mutating func recordRefundElsewhere(
        _ report: RefundReport, of key: TransactionKey, on occasion: Occasion
    ) {
        guard let known = transactions.firstIndex(where: { $0.key == key }),
            !report.amount.isZero
        else { return }
        let transaction = transactions[known]
        let id = Self.refundElsewhere(report.acquirerReference, of: transaction.attempt)
        guard refund(id) == nil else { return }
        // Money of another currency cannot be counted against it; the hold names it.
        if report.amount.currency == transaction.amount.currency {
            refunds.append(
                Refund(
                    id: id, transaction: key, attempt: transaction.attempt,
                    amount: report.amount, reason: .elsewhere, note: "", askedAt: occasion.at,
                    doneAt: occasion.at, state: .done))
            if transaction.fate == .held, isBack(transaction) {
                transactions[known].fate = .returned
            }
        }
        openOnce(.refundedElsewhere(id, report.amount), on: occasion)
    }

    /// Takes note of what a statement does not have.
    mutating func recordLack(
        of matter: StatementMatter, _ day: CalendarDay, on occasion: Occasion
    ) {
        let isOurs =
            switch matter {
            case .transaction(let key): transactions.contains { $0.key == key }
            case .refund(let id): refund(id)?.state == .done
            }
        if isOurs { openOnce(.missingInStatement(matter, day), on: occasion) }
    }

    /// Takes note of a refund that a statement has with another amount.
    mutating func recordDifference(
        of id: RefundID, _ reported: Money, on occasion: Occasion
    ) {
        guard let refund = refund(id), refund.amount != reported else { return }
        openOnce(.refundDiffers(id, reported: reported), on: occasion)
    }

    /// Ends the watch over a closed attempt that a statement proved.
    mutating func recordProof(_ day: CalendarDay, _ index: Int) {
        guard case .closed = attempts[index].state else { return }
        attempts[index].watchedUntil = nil
    }

    /// Has a person look at an attempt that stays in doubt; it is asked about all the same.
    mutating func recordStuck(_ index: Int, on occasion: Occasion) {
        switch attempts[index].state {
        case .asking, .presented, .uncertain, .closing:
            guard occasion.at >= deadline + Self.watchedFor else { return }
            openOnce(.stuckAttempt(attempts[index].reference), on: occasion)
        case .opened, .paid, .closed: break
        }
    }
}

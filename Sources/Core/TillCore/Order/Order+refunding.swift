// SPDX-License-Identifier: Apache-2.0

extension Order {
    /// What may still go back of a transaction: its amount without all refunds not refused.
    public func refundable(of transaction: Transaction) -> Money {
        let reserved = refunds.filter { $0.transaction == transaction.key && $0.state.reserves }
            .reduce(0) { $0 + $1.amount.minorUnits }
        return Money(
            minorUnits: max(0, transaction.amount.minorUnits - reserved),
            transaction.amount.currency)
    }

    /// Sends back all that is left of a transaction.
    mutating func queueRefund(
        of transaction: Transaction, reason: RefundReason, on occasion: Occasion
    ) {
        queueRefund(
            of: transaction, amount: refundable(of: transaction), reason: reason, note: "",
            on: occasion)
    }

    /// Sends back a part of a transaction.
    mutating func queueRefund(
        of transaction: Transaction, amount: Money, reason: RefundReason, note: String,
        on occasion: Occasion
    ) {
        guard !amount.isZero else { return }
        // Made from what is unique for ever, so that no randomness is needed here and a replay
        // gives the same id. An acquirer takes an id once: a restored ledger, which has forgotten
        // refunds, must not use theirs.
        let id = RefundID("\(transaction.attempt)R\(refunds.count + 1)\(occasion.lineMark)")
        refunds.append(
            Refund(
                id: id, transaction: transaction.key, attempt: transaction.attempt, amount: amount,
                reason: reason, note: note, askedAt: occasion.at))
    }

    /// Records what happened to a refund.
    mutating func record(_ fact: RefundFact, aboutRefund index: Int, on occasion: Occasion) {
        switch fact {
        case .sending: move(index, from: .asked, to: .sent)
        case .notSent: move(index, from: .sent, to: .asked)
        case .answerLost, .outcome(.pending): move(index, from: .sent, to: .unknown)
        // The same id goes out again: the acquirer takes it once.
        case .outcome(.unseen): move(index, from: .unknown, to: .asked)
        case .outcome(.done): recordRefundDone(index, on: occasion)
        case .outcome(.refused(let reason)): recordRefundRefusal(reason, index, on: occasion)
        case .stuck:
            guard !refunds[index].state.isFinal else { return }
            openOnce(.stuckRefund(refunds[index].id), on: occasion)
        }
    }

    private mutating func move(_ index: Int, from: RefundState, to: RefundState) {
        if refunds[index].state == from { refunds[index].state = to }
    }

    private mutating func recordRefundDone(_ index: Int, on occasion: Occasion) {
        guard !refunds[index].state.isFinal else {
            if refunds[index].state != .done {
                openOnce(.refundDoneAfterAll(refunds[index].id), on: occasion)
            }
            return
        }
        refunds[index].state = .done
        refunds[index].doneAt = occasion.at
        let refund = refunds[index]
        if let known = transactions.firstIndex(where: { $0.key == refund.transaction }),
            transactions[known].fate == .returning
        {
            transactions[known].fate = .returned
        }
        if refund.reason == .asked, slips.receipt { queueSlip(.refund, refund: refund.id) }
    }

    private mutating func recordRefundRefusal(
        _ reason: String, _ index: Int, on occasion: Occasion
    ) {
        guard !refunds[index].state.isFinal else {
            // It was done, and now it is not: nothing leaves a final state, so a person has to look.
            if refunds[index].state == .done {
                openOnce(.refundRefused(refunds[index].id, reason: reason), on: occasion)
            }
            return
        }
        refunds[index].state = .refused(reason)
        let refund = refunds[index]
        if let known = transactions.firstIndex(where: { $0.key == refund.transaction }),
            transactions[known].fate == .returning
        {
            // What somebody else gave back meanwhile need not go back again.
            transactions[known].fate = isBack(transactions[known]) ? .returned : .held
        }
        open(.refundRefused(refund.id, reason: reason), on: occasion)
    }

    /// Whether all of a transaction is back with the payer.
    func isBack(_ transaction: Transaction) -> Bool {
        let back = refunds.filter { $0.transaction == transaction.key && $0.state == .done }
            .reduce(0) { $0 + $1.amount.minorUnits }
        return back >= transaction.amount.minorUnits
    }
}

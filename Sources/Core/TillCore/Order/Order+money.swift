// SPDX-License-Identifier: Apache-2.0

extension Order {
    /// Takes note of money that an acquirer says it holds, and decides its fate.
    ///
    /// One rule for late, second, wrong and unwanted money: it is not kept, so it goes back, or a
    /// person decides.
    mutating func receive(
        _ payment: Payment, _ index: Int, from source: FactSource, on occasion: Occasion
    ) {
        let key = TransactionKey(
            account: attempts[index].account, acquirerReference: payment.acquirerReference)
        if let known = transactions.firstIndex(where: { $0.key == key }) {
            receiveAgain(payment, known, attempt: index, on: occasion)
            return
        }
        let fate = fate(of: payment)
        transactions.append(
            Transaction(
                key: key, attempt: attempts[index].reference, amount: payment.amount,
                paidAt: payment.paidAt, source: source, learntAt: occasion.at, fate: fate.fate))
        switch fate {
        case .keep:
            // A closed attempt stays closed, even if its money is what pays for the order.
            if !attempts[index].state.isFinal { attempts[index].state = .paid }
            // Late money that is kept does not open a closed order again.
            if state != .closed { state = .paid }
            for other in attempts.indices { giveUp(other, because: .superseded) }
            if slips.receipt { queueSlip(.sale) }
        case .giveBack(let reason):
            if !attempts[index].state.isFinal { attempts[index].state = .paid }
            queueRefund(of: transactions[transactions.count - 1], reason: reason, on: occasion)
        case .askAboutAmount:
            giveUpForWrongMoney(index)
            open(.amountDiffers(key, reported: payment.amount), on: occasion)
        case .askAboutLateness:
            open(.lateMoney(key), on: occasion)
        }
    }

    /// What is done with money that is new to us.
    private enum Decision {
        case keep
        case giveBack(RefundReason)
        case askAboutAmount
        case askAboutLateness

        var fate: TransactionFate {
            switch self {
            case .keep: .kept
            case .giveBack: .returning
            case .askAboutAmount, .askAboutLateness: .held
            }
        }
    }

    private func fate(of payment: Payment) -> Decision {
        guard payment.amount == amount else { return .askAboutAmount }
        switch state {
        // An expired or replaced attempt that is paid before the acquirer closed it is still a
        // sale: the payer is at the counter, phone in hand.
        case .open: return .keep
        case .cancelling: return .giveBack(.cancelled)
        case .paid: return .giveBack(.surplus)
        case .closed: return fateOfLateMoney
        }
    }

    private var fateOfLateMoney: Decision {
        // Late money that was kept pays for the order as well: the next is one too many.
        guard keptTransaction == nil else { return .giveBack(.surplus) }
        switch lateMoney {
        case .giveBack: return .giveBack(.late)
        case .keep: return .keep
        case .ask: return .askAboutLateness
        }
    }

    /// The same money told again, by whichever way.
    private mutating func receiveAgain(
        _ payment: Payment, _ known: Int, attempt index: Int, on occasion: Occasion
    ) {
        let transaction = transactions[known]
        guard transaction.attempt == attempts[index].reference else {
            let reason = HoldReason.strayNotify(
                transaction.key.account,
                subject: "money \(transaction.key.acquirerReference) of \(transaction.attempt), "
                    + "now told for \(attempts[index].reference)")
            openOnce(reason, on: occasion)
            return
        }
        if payment.amount != transaction.amount {
            let reason = HoldReason.amountDiffers(transaction.key, reported: payment.amount)
            openOnce(reason, on: occasion)
        }
        switch attempts[index].state {
        // The acquirer answers a close with money that we know of: there is nothing to close.
        case .closing(.wrongMoney): close(index, because: .wrongMoney, on: occasion)
        case .opened, .asking, .presented, .uncertain, .closing:
            attempts[index].state = .paid
        case .paid, .closed: break
        }
    }

    private mutating func giveUpForWrongMoney(_ index: Int) {
        switch attempts[index].state {
        case .opened, .asking, .presented, .uncertain, .closing:
            attempts[index].state = .closing(.wrongMoney)
        case .paid, .closed: break
        }
    }

    /// Opens a hold unless there was one for the same reason.
    mutating func openOnce(_ reason: HoldReason, on occasion: Occasion) {
        if !holds.contains(where: { $0.reason == reason }) { open(reason, on: occasion) }
    }

    /// Opens a hold beside the order, which stays what it was.
    mutating func open(_ reason: HoldReason, on occasion: Occasion) {
        let id = HoldID("\(id)-H\(holds.count + 1)")
        holds.append(Hold(id: id, reason: reason, openedAt: occasion.at))
    }
}

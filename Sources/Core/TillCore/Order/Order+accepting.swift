// SPDX-License-Identifier: Apache-2.0

extension Order {
    /// Accepts a command, or says why not.
    ///
    /// - Throws: ``OrderError`` if the command makes no sense for the order as it stands. Nothing
    ///   has changed then.
    public func accepting(_ command: OrderCommand, on occasion: Occasion) throws(OrderError)
        -> Transition
    {
        var next = self
        switch command {
        case .cancel: try next.cancel()
        case .newAttempt(let reference, let account, let expiresAt):
            try next.startAttempt(reference, account, expiresAt, on: occasion)
        case .refund(let amount, let note): try next.askRefund(amount, note: note, on: occasion)
        case .reprint: try next.reprint()
        case .settle(let hold, let decision, let by, let note):
            try next.settle(
                hold,
                HoldSettlement(decision: decision, by: by, note: note, at: occasion.at),
                on: occasion)
        }
        next.settle()
        return Transition(from: self, to: next)
    }

    private mutating func cancel() throws(OrderError) {
        switch state {
        case .open:
            state = .cancelling
            for index in attempts.indices { giveUp(index, because: .cancelled) }
        // Asked twice is asked.
        case .cancelling: break
        case .paid: throw .alreadyPaid(id)
        case .closed: throw .alreadyOver(id)
        }
    }

    private mutating func startAttempt(
        _ reference: AttemptReference, _ account: AccountID, _ expiresAt: Timestamp,
        on occasion: Occasion
    ) throws(OrderError) {
        switch state {
        case .open: break
        case .paid: throw .alreadyPaid(id)
        case .cancelling, .closed: throw .alreadyOver(id)
        }
        guard occasion.at < deadline else { throw .alreadyOver(id) }
        guard attempts.count < Self.attemptsMax else {
            throw .tooManyAttempts(limit: Self.attemptsMax)
        }
        for index in attempts.indices { giveUp(index, because: .replaced) }
        attempts.append(
            PaymentAttempt(
                reference: reference, account: account, amount: amount, subject: subject,
                expiresAt: expiresAt))
    }

    private mutating func askRefund(_ amount: Money?, note: String, on occasion: Occasion)
        throws(OrderError)
    {
        guard let kept = keptTransaction else { throw .notPaid(id) }
        let left = refundable(of: kept)
        let wanted = amount ?? left
        guard wanted.currency == left.currency else {
            throw .currencyDiffers(expected: left.currency)
        }
        guard wanted.minorUnits <= left.minorUnits, !left.isZero else {
            throw .refundExceeds(left: left)
        }
        guard !wanted.isZero else { throw .refundOfNothing }
        queueRefund(of: kept, amount: wanted, reason: .asked, note: note, on: occasion)
    }

    private mutating func reprint() throws(OrderError) {
        guard keptTransaction != nil else { throw .notPaid(id) }
        guard slips.receipt else { throw .printsNothing(id) }
        guard nextCopyNumber <= Self.copiesMax else { throw .tooManyCopies(limit: Self.copiesMax) }
        queueSlip(.copy(number: nextCopyNumber))
    }

    private mutating func settle(
        _ id: HoldID, _ settlement: HoldSettlement, on occasion: Occasion
    ) throws(OrderError) {
        guard let index = holds.firstIndex(where: { $0.id == id }) else { throw .noSuchHold(id) }
        guard holds[index].isOpen else { throw .alreadySettled(id) }
        let reason = holds[index].reason
        guard reason.decisions.contains(settlement.decision) else {
            throw .decisionDoesNotFit(reason.decisions)
        }
        if case (.refundRefused(let id, _), .retry) = (reason, settlement.decision) {
            try checkRetry(of: id)
        }
        holds[index].settlement = settlement
        carryOut(settlement.decision, of: reason, on: occasion)
    }

    /// What another refund gave back since cannot go back a second time.
    private func checkRetry(of id: RefundID) throws(OrderError) {
        guard let refund = refund(id),
            let money = transactions.first(where: { $0.key == refund.transaction })
        else { return }
        // The money went back already, whatever was said first.
        guard !holds.contains(where: { $0.reason == .refundDoneAfterAll(id) }) else {
            throw .decisionDoesNotFit([.leave])
        }
        let left = refundable(of: money)
        guard refund.amount.minorUnits <= left.minorUnits else { throw .refundExceeds(left: left) }
    }

    private mutating func carryOut(
        _ decision: HoldDecision, of reason: HoldReason, on occasion: Occasion
    ) {
        switch (reason, decision) {
        case (.amountDiffers(let key, _), .giveBack), (.lateMoney(let key), .giveBack):
            giveBack(key, reason: .decided, on: occasion)
        case (.lateMoney(let key), .keep):
            keep(key, on: occasion)
        case (.refundRefused(let id, _), .retry):
            guard let refund = refund(id) else { return }
            retry(refund, on: occasion)
        case (.receiptInDoubt(let id), .printed):
            end(id, as: .printed)
        case (.receiptInDoubt(let id), .printAgain):
            end(id, as: .abandoned)
            guard let job = print(id) else { return }
            queueSlip(job.kind, mayBeDuplicate: true, refund: job.refund)
        case (.amountDiffers, _), (.refundRefused, _), (.receiptInDoubt, _), (.lateMoney, _),
            (.refundDoneAfterAll, _), (.strayNotify, _), (.refundedElsewhere, _),
            (.missingInStatement, _), (.refundDiffers, _), (.strayLine, _), (.stuckAttempt, _),
            (.stuckRefund, _), (.displayDiffers, _):
            break
        }
    }

    private mutating func giveBack(
        _ key: TransactionKey, reason: RefundReason, on occasion: Occasion
    ) {
        guard let index = transactions.firstIndex(where: { $0.key == key }) else { return }
        if transactions[index].fate == .held { transactions[index].fate = .returning }
        queueRefund(of: transactions[index], reason: reason, on: occasion)
    }

    /// Keeps late money, unless other money was kept meanwhile: then this is one too many.
    private mutating func keep(_ key: TransactionKey, on occasion: Occasion) {
        guard keptTransaction == nil else {
            return giveBack(key, reason: .surplus, on: occasion)
        }
        guard let index = transactions.firstIndex(where: { $0.key == key }),
            transactions[index].fate == .held
        else { return }
        transactions[index].fate = .kept
        if slips.receipt { queueSlip(.sale) }
    }

    private mutating func retry(_ refund: Refund, on occasion: Occasion) {
        guard let index = transactions.firstIndex(where: { $0.key == refund.transaction }) else {
            return
        }
        if transactions[index].fate == .held { transactions[index].fate = .returning }
        let left = refundable(of: transactions[index])
        guard refund.amount.minorUnits <= left.minorUnits else { return }
        queueRefund(
            of: transactions[index], amount: refund.amount, reason: refund.reason,
            note: refund.note, on: occasion)
    }

    private mutating func end(_ id: PrintID, as state: PrintState) {
        guard let index = prints.firstIndex(where: { $0.id == id }) else { return }
        if prints[index].state == .doubtful { prints[index].state = state }
    }
}

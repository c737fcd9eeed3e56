// SPDX-License-Identifier: Apache-2.0

extension Order {
    /// Records a fact and says what is owed next.
    ///
    /// Total: every fact has a place in every state, because an acquirer may tell us anything,
    /// twice, late, and in any order. What we cannot explain becomes a ``Hold``.
    ///
    /// Pure: no clock, no store, no network. The caller saves the transition whole, or not at all.
    public func recording(_ fact: OrderFact, on occasion: Occasion) -> Transition {
        var next = self
        switch fact {
        case .attempt(let reference, let fact):
            if let index = next.attempts.firstIndex(where: { $0.reference == reference }) {
                next.record(fact, aboutAttempt: index, on: occasion)
            }
        case .refund(let id, let fact):
            if let index = next.refunds.firstIndex(where: { $0.id == id }) {
                next.record(fact, aboutRefund: index, on: occasion)
            }
        case .print(let id, let fact):
            if let index = next.prints.firstIndex(where: { $0.id == id }) {
                next.record(fact, aboutPrint: index, on: occasion)
            }
        case .deadlinePassed:
            next.recordDeadline(on: occasion)
        case .refundedElsewhere(let key, let report):
            next.recordRefundElsewhere(report, of: key, on: occasion)
        case .statementLacks(let matter, let day):
            next.recordLack(of: matter, day, on: occasion)
        case .statementDiffers(let id, let reported):
            next.recordDifference(of: id, reported, on: occasion)
        }
        next.settle()
        return Transition(from: self, to: next)
    }

    private mutating func record(
        _ fact: AttemptFact, aboutAttempt index: Int, on occasion: Occasion
    ) {
        switch fact {
        case .asking: recordAsking(index)
        case .notSent: recordNotSent(index, on: occasion)
        case .codeIssued(let code): recordCode(code, index, on: occasion)
        case .outcome(.unseen, _): recordAbsence(index, on: occasion)
        case .outcome(.pending(let code), _): recordPending(code, index, on: occasion)
        case .outcome(.paid(let payment), let source):
            receive(payment, index, from: source, on: occasion)
        case .outcome(.refused(let reason), _): recordRefusal(reason, index, on: occasion)
        case .answerLost: recordLostAnswer(index, on: occasion)
        case .closeConfirmed: recordClose(index, on: occasion)
        case .watchOver: recordWatchOver(index, on: occasion)
        case .proven(let day): recordProof(day, index)
        case .stuck: recordStuck(index, on: occasion)
        case .displayDiffers(let seen): recordWrongDisplay(seen, index, on: occasion)
        }
    }

    private mutating func recordAsking(_ index: Int) {
        switch attempts[index].state {
        case .opened: attempts[index].state = .asking
        case .asking, .presented, .uncertain, .closing, .paid, .closed: break
        }
    }

    private mutating func recordNotSent(_ index: Int, on occasion: Occasion) {
        switch attempts[index].state {
        case .asking: attempts[index].state = .opened
        // It was given up while the request failed to leave. It stays watched, in case that this
        // is not what became of an earlier request.
        case .closing(let reason) where attempts[index].code == nil:
            close(index, because: reason, on: occasion)
        case .opened, .presented, .uncertain, .closing, .paid, .closed: break
        }
    }

    private mutating func recordCode(_ code: PaymentCode, _ index: Int, on occasion: Occasion) {
        switch attempts[index].state {
        case .opened, .asking, .uncertain:
            attempts[index].code = code
            attempts[index].state = .presented(boot: occasion.boot)
            queueCodeSlip(for: attempts[index])
        // Too late to be shown, and yet evidence.
        case .closing where attempts[index].code == nil: attempts[index].code = code
        case .presented, .closing, .paid, .closed: break
        }
    }

    private mutating func recordAbsence(_ index: Int, on occasion: Occasion) {
        switch attempts[index].state {
        // Not an answer while the request may still be on its way. Long after, the number is
        // closed at the acquirer before anything else is tried.
        case .uncertain(let since) where occasion.at.since(since) >= Self.absenceCountsAfter:
            attempts[index].state = .closing(.lost)
        // A replica of the acquirer's that lags says the same.
        case .uncertain, .opened, .asking, .presented, .closing, .paid, .closed: break
        }
    }

    private mutating func recordPending(
        _ code: PaymentCode?, _ index: Int, on occasion: Occasion
    ) {
        switch attempts[index].state {
        case .uncertain:
            guard let code = code ?? attempts[index].code else { return }
            recordCode(code, index, on: occasion)
        case .presented: attempts[index].state = .presented(boot: occasion.boot)
        case .opened, .asking, .closing, .paid, .closed: break
        }
    }

    private mutating func recordRefusal(_ reason: String, _ index: Int, on occasion: Occasion) {
        switch attempts[index].state {
        case .asking, .presented, .uncertain:
            close(index, because: .refused(reason), on: occasion)
        case .closing(let because): close(index, because: because, on: occasion)
        case .opened, .paid, .closed: break
        }
    }

    private mutating func recordLostAnswer(_ index: Int, on occasion: Occasion) {
        switch attempts[index].state {
        case .asking: attempts[index].state = .uncertain(since: occasion.at)
        // The work is still owed, so it will be tried again.
        case .opened, .presented, .uncertain, .closing, .paid, .closed: break
        }
    }

    private mutating func recordClose(_ index: Int, on occasion: Occasion) {
        switch attempts[index].state {
        case .closing(let reason): close(index, because: reason, on: occasion)
        case .opened, .asking, .presented, .uncertain, .paid, .closed: break
        }
    }

    private mutating func recordWatchOver(_ index: Int, on occasion: Occasion) {
        guard let until = attempts[index].watchedUntil, occasion.at >= until else { return }
        attempts[index].watchedUntil = nil
    }

    private mutating func recordDeadline(on occasion: Occasion) {
        guard state == .open, occasion.at >= deadline else { return }
        for index in attempts.indices { giveUp(index, because: .expired) }
    }

    /// How long an acquirer may say "not found" before that counts.
    ///
    /// Source: failures, section 4.2, row "unknown, not found".
    static let absenceCountsAfter: Duration = .seconds(30)
}

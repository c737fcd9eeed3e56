// SPDX-License-Identifier: Apache-2.0

import TillCore

/// Stories in English: every text that they have, in one file.
struct EnglishStory: StoryWords {
    let senseless = "That makes no sense for the order as it stood: the journal was changed by hand."
    let otherStory = "The tables say otherwise than the journal: run \"till verify\"."

    // MARK: What a row says

    func sentence(of happening: Happening, in scene: Scene) -> String {
        switch happening {
        case .started(let version): "The daemon started again (version \(version))."
        case .opened(let draft): opening(draft, scene)
        case .accepted(let command): sentence(of: command, scene)
        case .recorded(let fact): sentence(of: fact, scene)
        case .unbelieved(let account, let why):
            "Something that claimed to come from the acquirer of \(account) was not believed: \(why). It changed nothing."
        case .stray(let account, let subject):
            "The acquirer of \(account) told us of \(subject), which belongs to no order here."
        case .restored(let seq): "The ledger was restored from a backup that ended with row \(seq)."
        case .compared(let account, let day, let differences):
            "The statement of \(day) of \(account) was compared; differences: \(differences)."
        case .clockStepped(let step): clockStep(step)
        case .timeCaughtUp(let lag):
            "The ledger's own time, which had started without a clock to believe, was set ahead by \(span(lag)) to the acquirer's."
        case .steered(let what, let person, let why):
            "\(self.person(person)) \(words(of: what))\(remark(why ?? ""))."
        case .settledStray(let hold, let decision, let by, let note):
            "\(person(by)) settled hold \(hold) with \(decision.rawValue)\(remark(note))."
        }
    }

    private func opening(_ draft: SaleDraft, _ scene: Scene) -> String {
        let subject = draft.subject.isEmpty ? "" : " for \"\(draft.subject)\""
        let reference = draft.reference.map { ", the shop's reference \($0)" } ?? ""
        let time = scene.order.map { ", to be paid within \(span(draft.deadline.since($0.openedAt)))" } ?? ""
        return
            "\(person(scene.by)) opened a sale of \(draft.amount)\(subject) through \(draft.account)\(reference)\(time)."
    }

    private func sentence(of command: OrderCommand, _ scene: Scene) -> String {
        let who = person(scene.by)
        switch command {
        case .cancel: return "\(who) gave the sale up."
        case .newAttempt(_, let account, _): return "\(who) asked for a new code through \(account)."
        case .refund(nil, let note): return "\(who) asked for all that is left to go back\(remark(note))."
        case .refund(let amount?, let note): return "\(who) asked for \(amount) to go back\(remark(note))."
        case .reprint: return "\(who) asked for another copy of the receipt."
        case .settle(let hold, let decision, let by, let note):
            return "\(person(by)) settled hold \(hold) with \(decision.rawValue)\(remark(note))."
        }
    }

    private func sentence(of fact: OrderFact, _ scene: Scene) -> String {
        switch fact {
        case .attempt(let reference, let fact): sentence(of: fact, scene.attempt(reference), scene)
        case .refund(let id, let fact): sentence(of: fact, scene.order?.refund(id), scene)
        case .print(let id, let fact):
            sentence(of: fact, scene.order?.print(id).map { slip($0.kind) } ?? "a slip", scene)
        case .deadlinePassed: "The time that the payer had was over."
        case .refundedElsewhere(_, let report):
            "The acquirer gave \(report.amount) back as \(report.acquirerReference), which nobody here had asked for."
        case .statementLacks(.transaction(let key), let day):
            "The acquirer's statement of \(day) lacked \(key.acquirerReference)."
        case .statementLacks(.refund(let id), let day):
            "The acquirer's statement of \(day) lacked \(scene.order.map { refund(id, $0) } ?? "a refund")."
        case .statementDiffers(let id, let reported):
            "The acquirer's statement had \(scene.order.map { refund(id, $0) } ?? "a refund") with \(reported)."
        }
    }

    private func sentence(of fact: AttemptFact, _ attempt: Scene.Try?, _ scene: Scene) -> String {
        let about = named(attempt)
        switch fact {
        case .asking:
            let account = attempt.map { " of \($0.account)" } ?? ""
            return "The daemon asked the acquirer\(account) for a payment code\(about)."
        case .notSent: return "The request certainly never left the terminal\(about)."
        case .codeIssued(let code):
            let reference = code.acquirerReference.map { ", its reference \($0)" } ?? ""
            return "The acquirer made the payment and issued a code\(reference)\(about)."
        case .outcome(let outcome, let source):
            return "The acquirer said (\(way(source))) \(words(of: outcome))\(about)."
        case .answerLost where scene.isAfterRestart:
            return "The daemon had ended while a request was under way\(about): nobody knows whether it arrived."
        case .answerLost: return "No answer that can be believed came\(about)."
        case .closeConfirmed: return "The acquirer agreed to take no more money\(about)."
        case .watchOver:
            return "The acquirer was asked for long enough after the end\(about), and its last answer came."
        case .proven(let day): return "The acquirer's statement of \(day) was compared\(about)."
        case .stuck: return "Two days after the end nobody could tell what became of the payment\(about)."
        case .displayDiffers(let seen): return "The customer's screen was read back and showed \(seen)\(about)."
        }
    }

    private func words(of steering: Steering) -> String {
        switch steering {
        case .held: "held work back"
        case .released: "let held work go on"
        case .flushed: "wanted what waits tried now"
        case .drainingBegun: "had the terminal take no new sales"
        case .drainingEnded: "had the terminal take new sales again"
        }
    }

    private func words(of outcome: Outcome) -> String {
        switch outcome {
        case .unseen: "that it knows of no such payment"
        case .pending: "that it waits for the payer"
        case .paid(let payment): "that it holds \(payment.amount), its reference \(payment.acquirerReference)"
        case .refused(let reason): "that it is over and that it holds no money: \(reason)"
        }
    }

    private func sentence(of fact: RefundFact, _ refund: Refund?, _ scene: Scene) -> String {
        let what = refund.map { "the refund of \($0.amount)" } ?? "a refund"
        switch fact {
        case .sending: return "The daemon sent \(what) to the acquirer."
        case .notSent: return "The request for \(what) certainly never left the terminal."
        case .outcome(.unseen): return "The acquirer said that it knows nothing of \(what)."
        case .outcome(.pending): return "The acquirer said that it works on \(what)."
        case .outcome(.done): return "The acquirer said that \(what) is done."
        case .outcome(.refused(let reason)): return "The acquirer refused \(what): \(reason)."
        case .answerLost where scene.isAfterRestart:
            return "The daemon had ended while \(what) was under way: nobody knows whether it arrived."
        case .answerLost: return "No answer that can be believed came about \(what)."
        case .stuck: return "Two days after it was asked for nobody could tell what became of \(what)."
        }
    }

    private func sentence(of fact: PrintFact, _ slip: String, _ scene: Scene) -> String {
        switch fact {
        case .started: return "The printer was given \(slip)."
        case .noted(let beginning):
            let count = beginning.cutsBefore.map { ", and had cut \($0) times" } ?? ""
            return "The printer was ready for \(slip)\(count)."
        case .nothingPrinted: return "The printer failed before any of \(slip) reached it."
        case .finished(confirmed: true): return "The printer said that \(slip) is on paper."
        case .finished(confirmed: false): return "All of \(slip) went to the printer, which cannot confirm it."
        case .interrupted where scene.isAfterRestart:
            return "The daemon had ended while \(slip) was being printed: nobody can tell what is on paper."
        case .interrupted: return "Printing \(slip) broke off: nobody can tell what is on paper."
        case .torn: return "Printing \(slip) broke off: as far as the printer can tell, it did not come out whole."
        }
    }

    // MARK: What it meant

    func clause(of consequence: Consequence) -> String {
        switch consequence {
        case .paid: "the order was paid"
        case .cancelling: "the order was being cancelled, which only the acquirer can confirm"
        case .closed: "the order was over, and not paid"
        case .codeUp(let attempt, again: false): "the code could be shown\(named(attempt))"
        case .codeUp(let attempt, again: true): "the code could be shown again\(named(attempt))"
        case .attemptOpenAgain(let attempt): "it was to be asked again\(named(attempt))"
        case .attemptInDoubt(let attempt):
            "it was not known whether the payment was made, and questions followed\(named(attempt))"
        case .attemptClosing(let attempt, let reason, let wasUp):
            "the \(wasUp ? "code was taken down" : "payment was given up") because \(cause(reason)), "
                + "and the acquirer was to close it\(named(attempt))"
        case .attemptClosed(let attempt, let reason, let watched):
            "the payment was closed because \(cause(reason))\(watched ? ", and stayed watched for late money" : "")\(named(attempt))"
        case .watchEnded(let attempt): "it was watched no more\(named(attempt))"
        case .moneyUnwanted(let amount): "the \(amount) did not pay for the order"
        case .moneyReturned(let amount): "the \(amount) were back with the payer"
        case .refundQueued(let amount, .asked): "a refund of \(amount) was queued"
        case .refundQueued(let amount, let reason): "a refund of \(amount) was queued because \(cause(reason))"
        case .refundInDoubt(let amount):
            "it was not known whether the refund of \(amount) was done, and questions followed"
        case .refundAgain(let amount): "the refund of \(amount) was to be sent again under the same id"
        case .holdOpened(let reason): "a person had to look: \(matter(reason))"
        case .slipQueued(let kind, mayBeDuplicate: false): "\(slip(kind)) was queued"
        case .slipQueued(let kind, mayBeDuplicate: true):
            "\(slip(kind)) was queued again, marked as a possible duplicate"
        case .slipWaits(let kind): "\(slip(kind)) waited for the printer"
        case .slipDropped(let kind): "\(slip(kind)) was not to be printed any more"
        case .slipDone(let kind): "\(slip(kind)) counted as printed"
        }
    }

    func joined(_ clauses: [String]) -> String {
        let text = clauses.joined(separator: "; ")
        return text.prefix(1).uppercased() + text.dropFirst() + "."
    }

    private func cause(_ reason: CloseReason) -> String {
        switch reason {
        case .cancelled: "the cashier gave the sale up"
        case .expired: "its time was over"
        case .refused(let words): "the acquirer or the payer said no (\(words))"
        case .lost: "the acquirer had not seen it long after it was asked"
        case .replaced: "another attempt took its place"
        case .superseded: "another attempt was paid"
        case .wrongMoney: "money of another amount or currency had come"
        }
    }

    private func cause(_ reason: RefundReason) -> String {
        switch reason {
        case .asked: "the cashier asked for it"
        case .late: "the money came after the order was over"
        case .surplus: "the order was paid already with other money"
        case .cancelled: "the sale was being cancelled when the money came"
        case .decided: "a person decided so"
        case .elsewhere: "it was made at the acquirer by other means"
        }
    }

    private func matter(_ reason: HoldReason) -> String {
        switch reason {
        case .amountDiffers(let key, let reported):
            "the acquirer of \(key.account) reports \(reported) as \(key.acquirerReference), which is not what the sale was for"
        case .refundRefused(let id, let reason): "refund \(id) was not done: \(reason)"
        case .refundDoneAfterAll(let id): "refund \(id) was refused, and now the acquirer says that it is done"
        case .receiptInDoubt(let id): "look whether slip \(id) came out whole"
        case .strayNotify(let account, let subject):
            "the acquirer of \(account) told us of \(subject), which belongs to no order here"
        case .lateMoney(let key): "\(key.acquirerReference) came after the order was over: keep it or give it back"
        case .refundedElsewhere(let id, let amount):
            "the acquirer gave \(amount) back as \(id), which nobody here had asked for"
        case .missingInStatement(.transaction(let key), let day):
            "the statement of \(day) lacks \(key.acquirerReference): ask the acquirer where the money is"
        case .missingInStatement(.refund(let id), let day):
            "the statement of \(day) lacks refund \(id): ask the acquirer whether it was done"
        case .refundDiffers(let id, let reported): "the acquirer's statement has refund \(id) with \(reported)"
        case .strayLine(let account, let day, let subject):
            "the statement of \(day) of \(account) has \(subject), which belongs to no order here"
        case .stuckAttempt: "nobody can tell what became of the payment: ask the acquirer"
        case .stuckRefund(let id): "nobody can tell what became of refund \(id): ask the acquirer"
        case .displayDiffers(_, let seen):
            "the customer's screen showed \(seen): look at it before the next sale"
        }
    }

    // MARK: Silence, clocks, and the end

    func silence(_ duration: Duration) -> String { "Nothing was heard for \(span(duration))." }

    func clockStep(_ duration: Duration) -> String {
        let isForward = duration > .zero
        return "The wall clock had been set \(isForward ? "forward" : "back") by "
            + "\(span(isForward ? duration : .zero - duration)) meanwhile; the ledger's own time was not moved."
    }

    func standing(_ outlook: Outlook) -> String {
        let order = outlook.order
        var sentences = [status(order)]
        let work = order.effects.map { self.work($0, outlook) }
        if !work.isEmpty { sentences.append("By itself the daemon will \(list(work)).") }
        for hold in order.holds where hold.isOpen {
            let choice = hold.reason.decisions.map(\.rawValue).joined(separator: " or ")
            sentences.append("A person has to settle hold \(hold.id) with \(choice): \(matter(hold.reason)).")
        }
        if sentences.count == 1 { sentences.append("Nothing is left to do.") }
        return sentences.joined(separator: " ")
    }

    private func status(_ order: Order) -> String {
        switch order.status {
        case .opening: "Now no code is up yet."
        case .code: "Now a code is up, and as far as we know nobody has paid it."
        case .checking: "Now nobody knows whether it is paid: do not pay again."
        case .paid: "Now it is paid: \(order.keptTransaction?.amount ?? order.amount) are kept."
        case .notPaid where order.keptTransaction != nil: "Now all of its money is back with the payer."
        case .notPaid: "Now it is over and not paid."
        case .paidLate where order.keptTransaction != nil: "Now it is over, and money that came late is kept."
        case .paidLate: "Now it is over; money that came for it is on its way back."
        case .needsPerson: "Now it waits for a person."
        }
    }

    private func work(_ effect: Effect, _ outlook: Outlook) -> String {
        let order = outlook.order
        switch effect {
        case .provider(.create): return "ask the acquirer for a payment code"
        case .provider(.watch(let reference)):
            let about = named(outlook.attempt(reference))
            guard let until = order.attempt(reference)?.watchedUntil else {
                return "keep asking the acquirer what became of the payment\(about)"
            }
            let left = until.since(outlook.now)
            return left > .zero
                ? "keep asking for another \(span(left)) whether money comes late\(about)"
                : "ask a last time whether money came late\(about)"
        case .provider(.close(let reference)):
            return "ask the acquirer to close the payment until it agrees\(named(outlook.attempt(reference)))"
        case .provider(.refund(let id)): return "send \(refund(id, order))"
        case .provider(.queryRefund(let id)): return "keep asking what became of \(refund(id, order))"
        case .print(let id): return "print \(order.print(id).map { slip($0.kind) } ?? "a slip")"
        case .deadline:
            let left = order.deadline.since(outlook.now)
            return left > .zero ? "give up in \(span(left))" : "give up now"
        }
    }

    private func refund(_ id: RefundID, _ order: Order) -> String {
        order.refund(id).map { "the refund of \($0.amount)" } ?? "a refund"
    }

    // MARK: Small words

    private func person(_ by: String) -> String { "The cashier (\(by))" }

    private func remark(_ note: String) -> String { note.isEmpty ? "" : ": \"\(note)\"" }

    private func way(_ source: FactSource) -> String {
        switch source {
        case .query: "asked by query"
        case .notify: "unasked, by notify"
        case .statement: "in its statement of the day"
        }
    }

    /// An attempt's number, where there is more than one.
    private func named(_ attempt: Scene.Try?) -> String {
        guard let attempt, attempt.of > 1 else { return "" }
        return " (attempt \(attempt.number))"
    }

    private func slip(_ kind: Receipt.Kind) -> String {
        switch kind {
        case .sale: "the receipt"
        case .copy(let number): "copy \(number) of the receipt"
        case .refund: "the refund slip"
        case .code: "the code on paper"
        }
    }

    private func list(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " and " + last
    }

    /// Two units at most: `4 min 10 s`, `47 h 58 min`, `3 d 2 h`.
    private func span(_ duration: Duration) -> String {
        let seconds = max(0, duration.components.seconds)
        let units = [
            (seconds / 86_400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s"),
        ]
        guard let first = units.firstIndex(where: { $0.0 > 0 }) else { return "0 s" }
        return units[first...].prefix(2).filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " ")
    }
}

// SPDX-License-Identifier: Apache-2.0

import TillCore
import TillStore
import TillTesting

/// One sale of the core: what it owes is done in any order, half done, or done late.
struct CoreSale {
    /// When every sale begins.
    static let beginning = Timestamp(milliseconds: WorldClock.beginning)

    private(set) var order: Order
    private(set) var now = CoreSale.beginning
    private(set) var crashes = 0
    private(set) var findings: [String] = []
    private(set) var situations: [Situation: Int] = [:]
    var acquirer = CoreAcquirer()
    var dice: Dice
    let swarm: CoreSwarm
    private var boot = 1
    private var owed: Set<Effect>
    private var journal: [(Occasion, JournalEntry)] = []
    private let trace: (@Sendable (String) -> Void)?
    /// Requests that arrive long after their sender gave up.
    private var late: [Effect] = []
    /// Words of the acquirer that may be said once more.
    private var said: [OrderFact] = []
    private var printed = 0

    init(number: Int, seed: UInt64, swarm: CoreSwarm, dice: Dice, trace: (@Sendable (String) -> Void)?) {
        self.dice = dice
        self.swarm = swarm
        self.trace = trace
        let name = "S\(seed)N\(number)"
        let draft = SaleDraft(
            id: OrderID(name), attempt: AttemptReference(name + "A1"), terminal: "T-0001",
            amount: Money(minorUnits: self.dice.number(in: 1...5000), .cny), account: "main",
            deadline: now + .seconds(60), expiresAt: now + .seconds(60), lateMoney: swarm.lateMoney)
        let opening = Order.opening(draft, on: Occasion(at: now, boot: 1))
        order = opening.order
        owed = Set(opening.begins)
        enter(.opened(draft))
    }

    /// Trouble for a while, then calm, then the audit.
    mutating func play() throws {
        for _ in 0..<Int(dice.number(in: 10...60)) where findings.isEmpty {
            now = now + .milliseconds(dice.number(in: 0...8000))
            trouble()
        }
        calm()
        guard findings.isEmpty else { return }
        var audit = Audit()
        try audit.check(order, journal: journal, held: acquirer.held, atRest: true)
        findings += audit.findings
        notice()
    }

    /// One thing happens.
    private mutating func trouble() {
        if dice.happens(swarm.crash) { crash() }
        if dice.happens(swarm.people * 0.3) { command() }
        if dice.happens(swarm.repeats), let word = said.randomElement(using: &dice) { record(word) }
        if dice.happens(0.3) { pay() }
        if dice.happens(swarm.console) { giveBackElsewhere() }
        if dice.happens(0.05) { doubt() }
        if !late.isEmpty, dice.happens(0.3) { arrive(late.removeFirst()) }
        if now >= order.deadline, order.effects.contains(.deadline) { record(.deadlinePassed) }
        guard let effect = order.effects.randomElement(using: &dice) else { return }
        work(effect, isCalm: false)
    }

    /// Everything that is owed is done, until only watching is left and then nothing.
    private mutating func calm() {
        for turn in 0..<60 where findings.isEmpty {
            now = now + (turn < 40 ? .seconds(40) : .seconds(8 * 3600))
            while !late.isEmpty { arrive(late.removeFirst()) }
            // Nobody pays days after the close; what nobody watches is the statement's to find.
            if turn < 20 { pay() }
            if order.effects.contains(.deadline), now >= order.deadline { record(.deadlinePassed) }
            for reference in order.attempts.map(\.reference) { tellElsewhere(reference) }
            for hold in order.holds where hold.isOpen { settle(hold) }
            for effect in order.effects { work(effect, isCalm: true) }
            if order.effects.isEmpty, !order.holds.contains(where: \.isOpen) { return }
        }
        if findings.isEmpty { find("still owes \(order.effects)") }
    }

    private mutating func work(_ effect: Effect, isCalm: Bool) {
        guard order.effects.contains(effect) else { return }
        switch effect {
        case .deadline: break
        case .print(let id): print(id, isCalm: isCalm)
        case .provider(.create(let reference)): create(reference, isCalm)
        case .provider(.watch(let reference)): watch(reference, isCalm)
        case .provider(.close(let reference)): close(reference, isCalm)
        case .provider(.refund(let id)): refund(id, isCalm)
        case .provider(.queryRefund(let id)):
            guard let refund = order.refund(id), isCalm || !dice.happens(swarm.lost) else { return }
            say(.refund(id, .outcome(acquirer.word(refund))))
        }
    }

    private mutating func create(_ reference: AttemptReference, _ isCalm: Bool) {
        record(.attempt(reference, .asking))
        guard let attempt = order.attempt(reference), attempt.state == .asking else { return }
        if !isCalm {
            if dice.happens(swarm.crash) { return crash(reaching: .provider(.create(reference))) }
            if dice.happens(swarm.unreachable) { return record(.attempt(reference, .notSent)) }
            if dice.happens(swarm.late) { late.append(.provider(.create(reference))) }
            if dice.happens(swarm.lost) {
                if dice.happens(0.5) { _ = acquirer.create(attempt) }
                return record(.attempt(reference, .answerLost))
            }
        }
        say(.attempt(reference, acquirer.create(attempt)))
    }

    private mutating func watch(_ reference: AttemptReference, _ isCalm: Bool) {
        if !isCalm, dice.happens(swarm.lost) { return }
        let isStale = !isCalm && dice.happens(swarm.stale)
        if isStale, acquirer.word(reference) != .unseen { note(.staleQuery) }
        say(.attempt(reference, .outcome(isStale ? .unseen : acquirer.word(reference), .query)))
        if let until = order.attempt(reference)?.watchedUntil, now >= until { record(.attempt(reference, .watchOver)) }
    }

    private mutating func close(_ reference: AttemptReference, _ isCalm: Bool) {
        if !isCalm, dice.happens(swarm.unreachable) { return }
        let word = acquirer.close(reference, &dice)
        if !isCalm, dice.happens(swarm.crash) { return crash() }
        if !isCalm, dice.happens(swarm.lost) { return }
        say(.attempt(reference, word))
    }

    private mutating func refund(_ id: RefundID, _ isCalm: Bool) {
        record(.refund(id, .sending))
        guard let refund = order.refund(id), refund.state == .sent else { return }
        if !isCalm {
            if dice.happens(swarm.crash) { return crash(reaching: .provider(.refund(id))) }
            if dice.happens(swarm.unreachable) { return record(.refund(id, .notSent)) }
            if dice.happens(swarm.late) { late.append(.provider(.refund(id))) }
            if dice.happens(swarm.lost) {
                if dice.happens(0.5) { _ = acquirer.refund(refund, &dice, mayRefuse: swarm.refusals) }
                return record(.refund(id, .answerLost))
            }
        }
        say(.refund(id, .outcome(acquirer.refund(refund, &dice, mayRefuse: swarm.refusals && !isCalm))))
    }

    private mutating func print(_ id: PrintID, isCalm: Bool) {
        record(.print(id, .started))
        if order.print(id)?.kind == .sale, order.print(id)?.mayBeDuplicate == false {
            if !isCalm, dice.happens(0.1) { return record(.print(id, .nothingPrinted)) }
            printed += 1
            if printed > 1 { find("has \(printed) unmarked receipts on paper") }
        }
        if !isCalm, dice.happens(swarm.crash) { return crash() }
        record(.print(id, .noted(PrintBeginning(cutsBefore: printed, cuts: 1))))
        if !isCalm, dice.happens(0.05) { return record(.print(id, .torn)) }
        if !isCalm, dice.happens(0.05) { return record(.print(id, .interrupted)) }
        record(.print(id, .finished(confirmed: dice.happens(0.8))))
    }

    /// A request arrives that its sender has given up.
    private mutating func arrive(_ request: Effect) {
        switch request {
        case .provider(.create(let reference)):
            if let attempt = order.attempt(reference) { _ = acquirer.create(attempt) }
        case .provider(.refund(let id)):
            if let refund = order.refund(id) { _ = acquirer.refund(refund, &dice, mayRefuse: false) }
        case .provider, .print, .deadline: break
        }
    }

    /// Payers pay, and the acquirer may tell of it.
    private mutating func pay() {
        guard let attempt = order.attempts.randomElement(using: &dice) else { return }
        let isAgain = dice.happens(swarm.money * 0.2)
        guard let payment = acquirer.pay(attempt, wrong: dice.happens(swarm.money * 0.5), again: isAgain) else {
            return
        }
        // Nothing but notifies tell of two moneys of one number, and they are sent until they arrive.
        if isAgain, case .paid(let first) = acquirer.word(attempt.reference) {
            say(.attempt(attempt.reference, .outcome(.paid(first), .notify)))
        }
        guard isAgain || dice.happens(0.6) else { return }
        say(.attempt(attempt.reference, .outcome(.paid(payment), .notify)))
        if dice.happens(0.3) { say(.attempt(attempt.reference, .outcome(.paid(payment), .notify))) }
    }

    /// Somebody gives money back at the acquirer, which may tell of it.
    private mutating func giveBackElsewhere() {
        guard let attempt = order.attempts.randomElement(using: &dice),
            acquirer.refundElsewhere(attempt.reference, &dice) != nil, dice.happens(0.5)
        else { return }
        tellElsewhere(attempt.reference)
    }

    /// The acquirer tells of all that went back without us, and of the money before it.
    private mutating func tellElsewhere(_ reference: AttemptReference) {
        guard let book = acquirer.books[reference], !book.elsewhere.isEmpty else { return }
        for money in book.money { say(.attempt(reference, .outcome(.paid(money), .notify))) }
        for report in book.elsewhere {
            say(.refundedElsewhere(TransactionKey(account: "main", acquirerReference: report.payment), report))
        }
    }

    /// What the daemon records after two days, and what a statement brings, too early and too often.
    private mutating func doubt() {
        let today = CalendarDay(of: now, offset: .zero)
        for attempt in order.attempts { record(.attempt(attempt.reference, .stuck)) }
        for refund in order.refunds { record(.refund(refund.id, .stuck)) }
        if dice.happens(0.2), let transaction = order.transactions.first {
            record(.statementLacks(.transaction(transaction.key), today))
        }
    }

    private mutating func command() {
        let part = Money(minorUnits: dice.number(in: 1...5000), .cny)
        switch dice.number(in: 0...6) {
        case 0: accept(.cancel)
        case 1...2:
            accept(
                .newAttempt(
                    AttemptReference("\(order.id)A\(order.attempts.count + 1)"), account: "main",
                    expiresAt: now + .seconds(60)))
        case 3: accept(.refund(nil, note: ""))
        case 4: accept(.refund(part, note: ""))
        case 5: accept(.reprint)
        default: if let hold = order.holds.first(where: \.isOpen) { settle(hold) }
        }
    }

    private mutating func settle(_ hold: Hold) {
        let fitting = hold.reason.decisions
        let tries = order.refunds.count
        let isRetried = fitting.contains(.retry) && tries > 3
        guard let decision = isRetried ? .leave : fitting.randomElement(using: &dice) else { return }
        if !accept(.settle(hold.id, decision, by: "owner", note: "")), decision == .retry {
            accept(.settle(hold.id, .leave, by: "owner", note: ""))
        }
    }

    /// The daemon dies and comes back: what was under way is in doubt.
    private mutating func crash(reaching request: Effect? = nil) {
        if let request, dice.happens(0.5) { arrive(request) }
        crashes += 1
        boot += 1
        for attempt in order.attempts {
            if case .closing = attempt.state { note(.crashClosing) }
            if attempt.state == .asking {
                note(.crashAsking)
                record(.attempt(attempt.reference, .answerLost))
            }
        }
        for refund in order.refunds where refund.state == .sent {
            note(.crashRefunding)
            record(.refund(refund.id, .answerLost))
        }
        for job in order.prints where job.state == .started {
            note(.crashPrinting)
            record(.print(job.id, .interrupted))
        }
    }

    private mutating func say(_ word: OrderFact) {
        said.append(word)
        record(word)
    }

    private mutating func record(_ fact: OrderFact) {
        trace?("\(order.id) \(now.milliseconds - Self.beginning.milliseconds) \(fact)")
        let transition = order.recording(fact, on: Occasion(at: now, boot: boot))
        apply(transition, .recorded(fact))
    }

    @discardableResult
    private mutating func accept(_ command: OrderCommand) -> Bool {
        do throws(OrderError) {
            let transition = try order.accepting(command, on: Occasion(at: now, boot: boot))
            trace?("\(order.id) \(now.milliseconds - Self.beginning.milliseconds) \(command)")
            apply(transition, .accepted(command))
            return true
        } catch {
            if case .refundExceeds = error { note(.racingRefund) }
            return false
        }
    }

    private mutating func apply(_ transition: Transition, _ entry: JournalEntry) {
        let before = order
        order = transition.order
        if transition.isEmpty {
            if before != order || !transition.begins.isEmpty || !transition.ends.isEmpty { find("changed by nothing") }
            return
        }
        enter(entry)
        for effect in transition.ends where owed.remove(effect) == nil { find("ends \(effect), which was not owed") }
        for effect in transition.begins where !owed.insert(effect).inserted { find("owes \(effect) twice") }
        if owed != Set(order.effects) { find("owes what it does not list") }
        checkStep(from: before)
    }

    private mutating func checkStep(from before: Order) {
        if before.state == .paid || before.state == .closed, before.state != order.state {
            find("left \(before.state) for \(order.state)")
        }
        for (old, new) in zip(before.attempts, order.attempts) where old.state.isFinal && new.state != old.state {
            find("\(old.reference) left \(old.state) for \(new.state)")
        }
        for (old, new) in zip(before.refunds, order.refunds) where old.state.isFinal && new.state != old.state {
            find("\(old.id) left \(old.state) for \(new.state)")
        }
        for attempt in order.attempts {
            if case .closed = attempt.state, acquirer.isOpen(attempt.reference) {
                find("\(attempt.reference) is closed here, and can still be paid at the acquirer")
            }
        }
        // What others gave back cannot be refused; what we ask for is never more than what is left.
        for asked in order.refunds.dropFirst(before.refunds.count) where asked.reason != .elsewhere {
            let back = order.refunds.filter { $0.transaction == asked.transaction && $0.state.reserves }
                .reduce(0) { $0 + $1.amount.minorUnits }
            let got = order.transactions.first { $0.key == asked.transaction }?.amount.minorUnits ?? 0
            if back > got { find("gives back more than it got") }
        }
    }

    private mutating func enter(_ entry: JournalEntry) {
        journal.append((Occasion(at: now, boot: boot), entry))
    }

    private mutating func find(_ what: String) {
        trace?("\(order.id) FINDING \(what)")
        findings.append("\(order.id) \(what)")
    }

    private mutating func note(_ situation: Situation) { situations[situation, default: 0] += 1 }

    private mutating func notice() {
        for transaction in order.transactions {
            if transaction.amount != order.amount { note(.wrongMoney) }
            for refund in order.refunds where refund.transaction == transaction.key {
                switch refund.reason {
                case .late: note(.latePaid)
                case .surplus: note(.paidTwice)
                case .cancelled: note(.paidWhileCancelling)
                case .asked: note(.partRefund)
                case .decided: note(.holdSettled)
                case .elsewhere: note(.refundElsewhere)
                }
                if case .refused = refund.state { note(.refundRefused) }
            }
        }
        for hold in order.holds {
            switch hold.reason {
            case .lateMoney: note(.lateAsked)
            case .stuckAttempt, .stuckRefund: note(.stuck)
            case .missingInStatement: note(.missingLine)
            default: break
            }
        }
        if order.state == .closed, order.keptTransaction != nil { note(.lateKept) }
        if order.attempts.contains(where: { $0.state == .closed(.lost) }) { note(.createMissing) }
        if order.prints.contains(where: \.mayBeDuplicate) { note(.slipMarked) }
    }
}

extension Situation {
    /// What the core alone has to reach.
    package static let ofTheCore: [Situation] = [
        .latePaid, .paidTwice, .paidWhileCancelling, .wrongMoney, .partRefund, .racingRefund, .refundRefused,
        .createMissing, .crashAsking, .crashRefunding, .crashPrinting, .crashClosing, .staleQuery, .slipMarked,
        .refundElsewhere, .lateKept, .lateAsked, .missingLine,
    ]
}

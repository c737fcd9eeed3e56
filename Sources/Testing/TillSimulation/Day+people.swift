// SPDX-License-Identifier: Apache-2.0

import PaymentService
import SandboxAcquirer
import TillCore
import TillStore
import TillTesting

extension Day {
    /// The part of the day in which things go wrong.
    func trade() async throws {
        for number in 1...swarm.sales {
            guard report.findings.isEmpty else { return }
            // A shop without a terminal mostly waits for it.
            if life == nil, dice.happens(0.8) { try await spend(milliseconds: downUntil - clock.elapsed + 1) }
            if dice.happens(swarm.crashes) {
                armCrash(within: 120)
            } else if dice.happens(swarm.diskFaults) {
                armFault(within: 120)
            }
            try await askForSale("sale-\(number)")
            // Two tills, at the same moment.
            if dice.happens(0.15) { try await askForSale("sale-\(number)-b") }
            if dice.happens(swarm.meddling * 0.4) { try await changeMind() }
            try await spend(milliseconds: dice.number(in: 0...swarm.pause))
            if dice.happens(swarm.meddling) { try await meddle() }
            if dice.happens(swarm.console) { try await giveBackElsewhere() }
            if dice.happens(swarm.clockSteps) { stepClock() }
            if dice.happens(swarm.restarts) { try await restart() }
            try await askAgain()
        }
    }

    /// The newest sale is given up, or shown a fresh code, before or while its payer pays.
    private func changeMind() async throws {
        guard let newest else { return }
        try await spend(milliseconds: dice.number(in: 0...(dice.happens(0.6) ? 1500 : 6000)))
        if dice.happens(0.6) { try await ask(.cancel, about: newest) } else { try await askNewAttempt(of: newest) }
    }

    /// A till asks for a sale with a key, and sometimes twice.
    func askForSale(_ name: String, patience: Int64? = nil) async throws {
        let sale = Sale(
            amount: Money(minorUnits: dice.number(in: 100...5000), .cny), account: account.id,
            patience: .milliseconds(patience ?? dice.number(in: 12_000...30_000)), reference: name,
            lateMoney: swarm.lateMoney)
        if calmSince == nil { try bank.queue(try Script.ofSale(&dice, swarm)) }
        let key = IdempotencyKey(route: "POST /v1/orders", key: name, body: Array(name.utf8))
        sales[name] = OpenedSale(sale: sale, key: key)
        try await ask(again: name)
        if dice.happens(0.1) {
            report.note(.repeatedKey)
            try await ask(again: name)
        }
    }

    /// A till asks for a sale, with the key that it has.
    private func ask(again name: String) async throws {
        guard let asked = sales[name] else { return }
        let isRefused = life.map { $0.saleClock.fault != nil } ?? false
        if isRefused { report.note(.clockHold) }
        guard life != nil, !isRefused else {
            // Who waits long goes elsewhere.
            if !waiting.contains(name) { waiting = waiting.suffix(2) + [name] }
            return
        }
        deadlineDue = clock.elapsed
        let answer = try await living("opening a sale") {
            try await $0.ledger.open(asked.sale, key: asked.key, by: "till", limit: 1000)
        }
        guard let answer else {
            if asked.order == nil, !unanswered.contains(name) { unanswered.append(name) }
            return
        }
        if let known = asked.order, known != answer.order.id {
            find("\(name) is \(known), and then \(answer.order.id)")
        }
        if asked.order != nil, !answer.isReplay { find("\(name) was opened a second time") }
        sales[name]?.order = answer.order.id
        newest = answer.order.id
        remember(answer.order)
        say("\(name) is \(answer.order.id)")
    }

    /// A till that got no answer looks again when the daemon is back.
    func askAgain() async throws {
        let waited = waiting
        waiting = []
        for name in waited { try await ask(again: name) }
        guard life != nil else { return }
        for name in unanswered {
            let orders = try await living("looking for a sale") { try await $0.ledger.newestOrders(limit: 1000) }
            guard let orders else { return }
            let isSaved = orders.contains { $0.reference == name }
            report.note(isSaved ? .failedAndSaved : .failedAndLost)
            unanswered.removeAll { $0 == name }
            guard dice.happens(0.8) else { continue }
            report.note(.repeatedKeyAfterCrash)
            try await ask(again: name)
        }
    }

    /// Lets somebody do what people do.
    func meddle() async throws {
        guard let order = told.keys.sorted().suffix(12).randomElement(using: &dice) else { return }
        switch dice.number(in: 0...11) {
        case 0...2: try await ask(.cancel, about: order)
        case 3...4: try await askNewAttempt(of: order)
        case 5...6: try await ask(.refund(nil, note: "brought back"), about: order)
        case 7:
            let part = Money(minorUnits: dice.number(in: 1...2000), .cny)
            try await ask(.refund(part, note: "a part"), about: order)
        case 8:
            // Two tills give the same money back.
            let part = Money(minorUnits: dice.number(in: 100...5000), .cny)
            try await ask(.refund(part, note: "the one"), about: order)
            try await ask(.refund(nil, note: "the other"), about: order)
        case 9: try await ask(.reprint, about: order)
        case 10: life?.ledger.hint(order)
        default: try await settleHolds()
        }
    }

    private func ask(_ command: OrderCommand, about order: OrderID) async throws {
        say("asked for \(command) of \(order)")
        let answer = try await living("a command") {
            try await $0.ledger.accept(command, about: order, key: nil, by: "cashier")
        }
        if let answer { remember(answer.order) }
    }

    private func askNewAttempt(of order: OrderID) async throws {
        say("asked for a fresh code of \(order)")
        try bank.queue(try Script.ofSale(&dice, swarm))
        let answer = try await living("a fresh code") { [account] in
            try await $0.ledger.startAttempt(of: order, account: account.id, key: nil, by: "cashier")
        }
        if let answer { remember(answer.order) }
    }

    /// Somebody gives money back at the acquirer's own console, where the acquirer will tell of it.
    ///
    /// Where no statement comes it is money that the ledger knows: a notify of a refund that arrives
    /// before that of its payment is a stray one, which a person sees.
    private func giveBackElsewhere() async throws {
        let payments = try bank.books.payments().filter { payment in
            payment.status == .paid && payment.twinOf == nil
                && (swarm.willProve || !(payment.script.has(.notifyLost) || payment.script.has(.notifyBadlySigned)))
        }
        guard let payment = payments.suffix(8).randomElement(using: &dice) else { return }
        let attempt = AttemptReference(payment.orderNo)
        let order = try await living("an order") { try await $0.ledger.order(of: attempt) }
        let isKnown = order?.transactions.contains { $0.key.acquirerReference == payment.id } ?? false
        guard isKnown || swarm.willProve else { return }
        let part = dice.happens(0.5) ? nil : dice.number(in: 1...2000)
        let isDone = try bank.refundAtConsole(payment.id, part)
        say(
            "at the console \(part.map(String.init) ?? "all") of \(payment.orderNo) \(isDone ? "goes" : "does not go") back"
        )
    }

    private func stepClock() {
        report.note(.clockStep)
        let most: Int64 = dice.happens(0.5) ? 120_000 : 20_000_000
        clock.stepWall(milliseconds: dice.number(in: -most...most) - clock.offset)
        wallRightAt = clock.elapsed + dice.number(in: 1000...40_000)
        say("the wall clock is off by \(clock.offset) ms")
    }

    /// Settles what waits for a person, and says how much it was.
    @discardableResult
    func settleHolds() async throws -> Int {
        let holds = try await living("the holds") { try await $0.ledger.openHolds() }
        for matter in holds ?? [] {
            let decision = try await decision(about: matter)
            let settled = try await living("a decision") {
                try await $0.ledger.settle(matter.hold.id, decision, note: "", key: nil, by: "owner")
            }
            if settled != nil { report.note(.holdSettled) }
        }
        return holds?.count ?? 0
    }

    /// Wrong money goes back, a refund that was refused is tried once more, and paper is looked at.
    private func decision(about matter: HeldMatter) async throws -> HoldDecision {
        switch matter.hold.reason {
        case .amountDiffers: return dice.happens(0.8) ? .giveBack : .leave
        case .refundRefused(let id, _):
            guard let order = matter.order,
                let stored = try await living("an order", { try await $0.ledger.order(order) }),
                let refund = stored.refund(id)
            else { return .leave }
            let tries = stored.refunds.count { $0.transaction == refund.transaction }
            let left = stored.transactions.first { $0.key == refund.transaction }.map { stored.refundable(of: $0) }
            return tries < 3 && (left?.minorUnits ?? 0) >= refund.amount.minorUnits ? .retry : .leave
        case .receiptInDoubt:
            guard let order = matter.order else { return .printed }
            return printer.originals(of: order) > 0 && dice.happens(0.7) ? .printed : .printAgain
        case .lateMoney: return dice.happens(0.5) ? .keep : .giveBack
        case .refundDoneAfterAll, .strayNotify, .refundedElsewhere, .missingInStatement, .refundDiffers, .strayLine,
            .stuckAttempt, .stuckRefund, .displayDiffers:
            return .leave
        }
    }
}

extension Script {
    /// What payer, acquirer and notifies do to one sale.
    ///
    /// One pair is left out where no statement comes: a second payment of a number whose notify is
    /// never sent. No query tells of it.
    static func ofSale(_ dice: inout Dice, _ swarm: Swarm) throws -> Script {
        // Most payers are quick, or each sale would be mostly questions.
        var words = ["paid_at_once"]
        switch dice.number(in: 0...24) {
        case 0...15: break
        case 16...19: words = ["paid_after:\(dice.number(in: 1...5))"]
        case 20: words = ["paid_after:\(dice.number(in: 5...40))"]
        case 21: words = ["still_paying:\(dice.number(in: 1...40))"]
        case 22: words = ["declined"]
        default: words = ["never"]
        }
        if dice.happens(swarm.troubles) { words.append(Self.trouble(&dice)) }
        if words[0] == "never" {
            if dice.happens(swarm.money * 2) { words.append("paid_after_close:\(dice.number(in: 1...30))") }
        } else if dice.happens(swarm.money) {
            let money = [
                "wrong_amount", "wrong_currency", "paid_twice", "refund_after:\(dice.number(in: 1...20))",
                "refund_failed",
                "paid_after_close:\(dice.number(in: 1...30))",
            ]
            words.append(money.randomElement(using: &dice) ?? money[0])
        }
        if dice.happens(swarm.notifies) {
            let told = ["notify_twice", "notify_delayed:\(dice.number(in: 1...90))", "notify_reordered"]
            let lost = ["notify_lost", "notify_badly_signed"]
            let choice = words.contains("paid_twice") && !swarm.willProve ? told : told + lost + lost
            words.append(choice.randomElement(using: &dice) ?? told[0])
        }
        if dice.happens(swarm.statements) {
            let lines = [
                "statement_short", "statement_long", "statement_different", "statement_late:7200", "statement_cut",
            ]
            words.append(lines.randomElement(using: &dice) ?? lines[0])
        }
        return try Script(words.joined(separator: "+"))
    }

    /// One trouble; none of them lasts for ever, as answers slower than anybody waits for would.
    private static func trouble(_ dice: inout Dice) -> String {
        let troubles = [
            "create_lost_done", "create_lost_not_done", "cut", "slow:\(dice.number(in: 1...7))",
            "http_500:\(dice.number(in: 1...3))", "http_429:\(dice.number(in: 1...3))",
            "maintenance:\(dice.number(in: 1...3))", "answer_badly_signed:\(dice.number(in: 1...3))",
            "query_lag:\(dice.number(in: 1...20))",
        ]
        return troubles.randomElement(using: &dice) ?? troubles[0]
    }

    /// Whether the acquirer answers late, wrongly or not at all under it.
    var isTrouble: Bool {
        let words: [ScriptWord] = [
            .createLostDone, .createLostNotDone, .cut, .slow, .http500, .http429, .maintenance, .answerBadlySigned,
            .queryLag,
        ]
        return words.contains(where: has)
    }
}

// SPDX-License-Identifier: Apache-2.0

import SandboxAcquirer
import TillCore
import TillStore
import TillTesting

extension Day {
    /// What people were told about an order, which no crash may take back.
    func remember(_ order: Order) {
        if let known = told[order.id] {
            if order.version < known.version { find("\(order.id) went back from what people were told") }
            if known.state == .paid || known.state == .closed, order.state != known.state {
                find("\(order.id) left \(known.state) for \(order.state)")
            }
        }
        told[order.id] = order
    }

    /// Reads on in the journal: what it said it still says, and no attempt is closed here that can
    /// still be paid at the acquirer.
    func follow() async throws {
        let seen = headSeen
        let rows = try await living("the journal") { try await $0.ledger.journal(after: seen, limit: 10_000) }
        guard let rows else { return }
        var touched: Set<OrderID> = []
        for row in rows {
            headSeen = row.seq
            if let order = row.order, row.entry.mayClose { touched.insert(order) }
        }
        for id in touched.sorted() {
            let order = try await living("an order") { try await $0.ledger.order(id) }
            guard let order else { return }
            remember(order)
            try lookForOpen(order)
        }
    }

    /// After a start: everything that was read in the journal is still there.
    func checkHead() async throws {
        let head = try await living("the journal's head") { try await $0.ledger.journalHead() }
        if let head, head < headSeen { find("the journal ends at row \(head), and row \(headSeen) was read") }
    }

    private func lookForOpen(_ order: Order) throws {
        for attempt in order.attempts {
            guard case .closed(let reason) = attempt.state else { continue }
            if try bank.isOpen(attempt.reference) {
                find("\(attempt.reference) is closed here (\(reason)), and can still be paid at the acquirer")
            }
            if case .refused(let why) = reason, !["closed", "failed", "cancelled"].contains(why) {
                find("\(attempt.reference) was refused by nobody: \(why)")
            }
        }
    }

    /// The part of the day in which nothing goes wrong any more.
    func rest() async throws {
        disk.disarm()
        armed = nil
        bank.set(LineFaults())
        printer.set(PrinterFaults())
        wallRightAt = nil
        clock.stepWall(milliseconds: -clock.offset)
        calmSince = clock.elapsed
        say("calm")
        if life == nil {
            downUntil = clock.elapsed
            try await work()
        }
        try await askAgain()
        for number in 1...2 {
            try bank.queue(try Script("paid_after:\(dice.number(in: 1...8))+notify_lost"))
            try await askForSale("calm-\(number)", patience: 60_000)
            try await spend(milliseconds: 3000)
        }
        try await spend(milliseconds: 130_000)
        if swarm.isLong { try await spend(milliseconds: 49 * 3_600_000) }
        // Only a notify tells of the second money of a number and of refunds that others made, and its
        // next try may be an hour away.
        for _ in 0..<8 where try await isUntold() { try await spend(milliseconds: 3_600_000) }
        for _ in 0..<8 where report.findings.isEmpty {
            guard try await settleHolds() > 0 else { break }
            try await spend(milliseconds: 60_000)
        }
    }

    /// Whether the acquirer has a second payment of a number, or a refund of its own, of which the
    /// ledger does not know.
    private func isUntold() async throws -> Bool {
        for refund in try bank.books.refunds() where refund.reason == "console" {
            let attempt = AttemptReference(refund.orderNo)
            let order = try await living("an order") { try await $0.ledger.order(of: attempt) }
            guard let order else { return false }
            if order.refund(Order.refundElsewhere(refund.id, of: attempt)) == nil { return true }
        }
        for payment in try bank.books.payments() where payment.twinOf != nil {
            let order = try await living("an order") {
                try await $0.ledger.order(of: AttemptReference(payment.orderNo))
            }
            guard let order else { return false }
            if !order.transactions.contains(where: { $0.key.acquirerReference == payment.id }) { return true }
        }
        return false
    }

    /// Compares the books at the end of the day.
    func audit() async throws {
        guard let ledger else { return find("the daemon does not live in a calm world") }
        let orders = try await ledger.newestOrders(limit: 10_000)
        report.sales = orders.count
        var audit = Audit()
        do {
            try await audit.check(ledger, orders: orders.map(\.id), held: bank.held, atRest: true)
        } catch {
            return find("the ledger cannot be read: \(error)")
        }
        for row in audit.journal {
            say("journal \(row.seq) \(row.order?.text ?? "-") \(row.status ?? "-") \(row.entry.name) \(row.entry)")
        }
        for finding in audit.findings { find(finding) }
        let times = try bank.paymentTimes()
        let payments = try bank.books.payments()
        let twins = Set(payments.filter { $0.twinOf != nil }.map(\.id))
        let troubled = Set(payments.filter { $0.script.isTrouble }.map(\.orderNo))
        // Here all work goes one after the other: who waits for a slow answer keeps everybody waiting.
        let isSlow = payments.contains { $0.script.has(.slow) }
        for order in orders {
            remember(order)
            try lookForOpen(order)
            checkPaper(order)
            if !isSlow, !order.attempts.contains(where: { troubled.contains($0.reference.text) }) {
                checkSpeed(order, times, apartFrom: twins)
            }
        }
        checkMemory(orders)
        try checkBooks(orders)
        if swarm.willProve { try await checkProofs(ledger, orders) }
        notice(orders, audit.journal)
        try checkFile()
    }

    /// Nothing that people were told is gone.
    private func checkMemory(_ orders: [Order]) {
        let ids = Set(orders.map(\.id))
        for id in told.keys.sorted() where !ids.contains(id) { find("\(id) was sold and is forgotten") }
        let names = Dictionary(grouping: orders, by: \.reference)
        for (name, same) in names where same.count > 1 { find("\(name ?? "a sale") was sold \(same.count) times") }
        let money = Dictionary(
            orders.flatMap { $0.transactions.map { ($0.key.acquirerReference, $0.attempt) } }
        ) { first, _ in first }
        for (reference, payment) in acknowledged.sorted(by: { $0.key < $1.key })
        where money[payment] == nil { find("money \(payment) for \(reference) was acknowledged and is forgotten") }
    }

    /// Nothing that the acquirer knows is unknown here.
    private func checkBooks(_ orders: [Order]) throws {
        let attempts = Set(orders.flatMap { $0.attempts.map(\.reference.text) })
        for payment in try bank.books.payments() where !attempts.contains(payment.orderNo) {
            find("the acquirer knows \(payment.orderNo), and the ledger does not")
        }
        let refunds = Set(orders.flatMap { $0.refunds.map(\.id.text) })
        for refund in try bank.books.refunds() {
            let elsewhere = Order.refundElsewhere(refund.id, of: AttemptReference(refund.orderNo)).text
            guard !refunds.contains(refund.refundNo), !refunds.contains(elsewhere) else { continue }
            find("the acquirer knows refund \(refund.refundNo), and the ledger does not")
        }
    }

    /// One unmarked receipt at most, and one for each that is said to be printed.
    private func checkPaper(_ order: Order) {
        let originals = printer.originals(of: order.id)
        if originals > 1 { find("\(order.id) has \(originals) unmarked receipts on paper") }
        if originals > 0, order.keptTransaction == nil { find("\(order.id) has a receipt and no money") }
        for job in order.prints where job.kind == .sale && !job.mayBeDuplicate {
            if job.state == .printed || job.state == .unconfirmed, originals == 0 {
                find("\(order.id) has no receipt on paper, and \(job.id) says so")
            }
        }
        for job in order.prints where [.queued, .started, .doubtful].contains(job.state) {
            find("\(job.id) is still \(job.state.rawValue)")
        }
    }

    /// A payment is known within ten seconds of a calm network. Of the second money of a number only a notify tells,
    /// whose next try may be an hour away.
    private func checkSpeed(_ order: Order, _ times: [AttemptReference: Int64], apartFrom twins: Set<String>) {
        guard let kept = order.keptTransaction, let paid = times[kept.attempt], let calmSince,
            !twins.contains(kept.key.acquirerReference)
        else { return }
        let from = swarm.isQuiet ? paid : max(paid, calmSince)
        let life = lives.last { $0.ledger <= kept.learntAt.milliseconds }
        guard let life else { return }
        let known = kept.learntAt.milliseconds - life.ledger + life.elapsed
        if known - from > 10_000 { find("\(order.id) was paid \(known - from) ms before it was known") }
    }

    /// The file is whole by SQLite's own means; its last link is what equal days have in common.
    private func checkFile() throws {
        do {
            try life?.ledger.close()
        } catch {
            find("the ledger does not close: \(error)")
        }
        life = nil
        let integrity = try disk.ask("PRAGMA integrity_check(1)")
        if integrity != "ok" { find("the file is damaged: \(integrity)") }
        report.head = try disk.ask("SELECT seq || '-' || hex(chain) FROM journal ORDER BY seq DESC LIMIT 1")
    }
}

extension JournalEntry {
    /// Whether an attempt may be closed by it.
    fileprivate var mayClose: Bool {
        switch self {
        case .accepted(.cancel), .accepted(.newAttempt), .recorded(.deadlinePassed): true
        case .recorded(.attempt(_, let fact)):
            switch fact {
            case .closeConfirmed, .notSent, .outcome: true
            case .asking, .codeIssued, .answerLost, .watchOver, .proven, .stuck, .displayDiffers: false
            }
        case .started, .restored, .opened, .accepted, .recorded, .unbelieved, .stray, .compared, .settledStray,
            .queueHeld, .queueReleased, .queueFlushed, .drainingBegun, .drainingEnded, .clockStepped,
            .timeCaughtUp:
            false
        }
    }
}

extension Swarm {
    /// Whether nothing stands between a payment and its being known.
    var isQuiet: Bool {
        line.unreachable == 0 && line.requestLost == 0 && line.answerLost == 0 && line.late == 0 && line.twice == 0
            && line.broken == 0 && line.crash == 0 && crashes == 0 && diskFaults == 0 && restarts == 0
            && clockSteps == 0 && deadBattery == 0 && printer.crash == 0 && troubles == 0
    }
}

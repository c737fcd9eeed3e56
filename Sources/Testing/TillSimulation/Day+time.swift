// SPDX-License-Identifier: Apache-2.0

import PaymentService
import PrintService
import ProviderKit
import TillCore
import TillStore
import TillTesting

extension Day {
    /// Lets time pass from one thing that is due to the next.
    func spend(milliseconds: Int64) async throws {
        let end = clock.elapsed + milliseconds
        while report.findings.isEmpty {
            try await work()
            guard clock.elapsed < end else { return }
            let mine =
                life == nil
                ? [downUntil] : [providerDue, deadlineDue, printDue, statementsDue, clocksDue].compactMap { $0 }
            let due = (mine + [wallRightAt, try bank.nextDue()].compactMap { $0 }).min() ?? end
            let next = min(end, max(due, clock.elapsed + 1))
            clock.advance(milliseconds: next - clock.elapsed)
            try bank.advance()
        }
    }

    /// Lets everybody do what is due.
    func work() async throws {
        if let at = wallRightAt, at <= clock.elapsed {
            wallRightAt = nil
            clock.stepWall(milliseconds: -clock.offset)
        }
        if life == nil, downUntil <= clock.elapsed { try await start() }
        for notify in bank.arrivedNotifies() { try await receive(notify) }
        var isWoken = true
        var isNews = false
        while life != nil, isWoken {
            isWoken = try await turn()
            isNews = isNews || isWoken
        }
        if isNews { try await follow() }
        if weakness == .sendFirst, life != nil { disk.flush() }
    }

    /// Calls each lane that is due or was woken by a commit, and says whether there was one.
    private func turn() async throws -> Bool {
        let commits = disk.count(.sync)
        let isWoken = commits != commitsSeen
        commitsSeen = commits
        if isDue(clocksDue) {
            clocksDue = try await living("the clocks") { try await $0.clocks.look() }
                .map { clock.elapsed + Self.clocksLookEvery }
            noteLedgerTime()
        }
        if isDue(deadlineDue) {
            deadlineDue = try await living("the clock lane") { try await $0.deadlines.step() }.flatMap(elapsed)
        }
        if isWoken || isDue(providerDue) {
            var schedule = schedule
            let due = try await living("the provider lane") { try await $0.provider.step(&schedule) }
            if life != nil { self.schedule = schedule }
            providerDue = due.flatMap(elapsed)
        }
        if isWoken || isDue(printDue) {
            printDue = try await living("the print lane") { try await $0.printing.step() }.flatMap(elapsed)
        }
        if isDue(statementsDue) {
            statementsDue = try await living("the statements") { try await $0.statements.step() }.flatMap(elapsed)
        }
        return disk.count(.sync) != commits
    }

    /// Keeps how ledger time and true time go together, if that has changed.
    private func noteLedgerTime() {
        guard let now = life?.ledger.time.now.milliseconds, let last = lives.last,
            now - last.ledger != clock.elapsed - last.elapsed
        else { return }
        lives.append((now, clock.elapsed))
    }

    /// As often as the program does, in milliseconds.
    private static let clocksLookEvery: Int64 = ClockWorker.every.components.seconds * 1000

    private func isDue(_ time: Int64?) -> Bool { time.map { $0 <= clock.elapsed } ?? false }

    /// True time, in milliseconds, at a ledger time.
    private func elapsed(at time: Timestamp?) -> Int64? {
        guard let time, let life else { return nil }
        return clock.elapsed + (time.milliseconds - life.ledger.time.now.milliseconds)
    }

    /// Takes a notify in as the daemon's door does.
    private func receive(_ notify: ArrivedNotify) async throws {
        guard life != nil else { return try notify.acknowledge(nil) }
        let reading: NotifyReading
        do throws(ProviderError) {
            reading = try notify.read(clock.moment())
        } catch {
            _ = try await living("a notify") { [account] in
                try await $0.ledger.note(Doubt(account: account.id, why: "a notify: \(error)"))
            }
            return try notify.acknowledge(life == nil ? nil : 401)
        }
        let isSaved = try await living("a notify") { [account] in
            try await $0.ledger.receive(
                ReceivedNotify(account: account.id, id: reading.id, raw: notify.raw, word: reading.word))
            return true
        }
        guard isSaved == true else { return try notify.acknowledge(nil) }
        if case .payment(let reference, .paid(let payment))? = reading.word {
            acknowledged[reference] = payment.acquirerReference
        }
        try notify.acknowledge(204)
    }
}

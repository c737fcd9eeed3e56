// SPDX-License-Identifier: Apache-2.0

import PaymentService
import TillCore
import TillStore
import TillTesting

extension Day {
    /// Starts the daemon on what its disk has; it may die over it.
    func start() async throws {
        disk.start()
        if calmSince == nil, dice.happens(swarm.deadBattery) {
            report.note(.clock1970)
            clock.stepWall(milliseconds: 86_400_000 - clock.wall.milliseconds)
            wallRightAt = clock.elapsed + dice.number(in: 1000...20_000)
        }
        if calmSince == nil, dice.happens(swarm.crashes * 0.25) { armCrash(within: 40) }
        let isFirst = lives.isEmpty
        do {
            let life = try await Life(day: self)
            self.life = life
            let power = dice.happens(0.5)
            bank.crashes { [disk] in disk.die(power: power) }
            printer.crashes { [disk] in disk.die(power: power) }
            lives.append((life.ledger.time.now.milliseconds, clock.elapsed))
            try await life.ledger.recover(settlingSlips: true)
        } catch {
            if disk.isOff || disk.struck != nil { report.note(.crashOpening) }
            try await die(of: error, during: "starting")
            return
        }
        if disk.isOff { return try await bury() }
        commitsSeen = 0
        providerDue = clock.elapsed
        deadlineDue = clock.elapsed
        printDue = clock.elapsed
        statementsDue = clock.elapsed
        clocksDue = clock.elapsed
        if !isFirst {
            try await checkHead()
            try await lookAtWreck()
        }
        say("started, life \(lives.count)")
    }

    /// Runs what the daemon does. What ends it is a crash if something struck, and a finding if not.
    ///
    /// - Returns: nil if the daemon did not live to answer.
    func living<Value>(_ what: String, _ work: (Life) async throws -> Value) async throws -> Value? {
        guard let life else { return nil }
        do {
            let value = try await work(life)
            if disk.isOff { try await bury() }
            return value
        } catch let error as OrderError {
            // What a person asked for made no sense, which is no fault of theirs.
            if disk.isOff { try await bury() }
            if case .refundExceeds = error { report.note(.racingRefund) }
            say("\(what): \(error)")
            return nil
        } catch {
            try await die(of: error, during: what)
            return nil
        }
    }

    /// Ends a life that an error ended.
    private func die(of error: any Error, during what: String) async throws {
        say("died \(what): \(error)")
        if !disk.isOff {
            // A program whose disk fails ends; an error without a cause is what we look for.
            if disk.struck == nil { find("\(what) failed, and nothing had gone wrong: \(error)") }
            disk.die(power: false)
        }
        try await bury()
    }

    /// Clears away what a crash left.
    func bury() async throws {
        report.crashes += 1
        noteDamage()
        if let life {
            life.ledger.end()
            // Nothing of it reaches the disk any more; only the lock has to be given back.
            try? life.ledger.close()
        }
        forget()
        disk.disarm()
        downUntil = clock.elapsed + dice.number(in: 200...15_000)
    }

    /// Ends a life in order, and perhaps dies over it.
    func restart() async throws {
        guard let life else { return }
        report.note(.restart)
        if dice.happens(swarm.crashes) { armCrash(within: 8) }
        do {
            try life.ledger.close()
        } catch {
            say("did not end in order: \(error)")
        }
        if disk.isOff {
            report.note(.crashEnding)
            noteDamage()
        }
        disk.disarm()
        forget()
        downUntil = clock.elapsed + dice.number(in: 200...15_000)
    }

    private func forget() {
        bank.crashes {}
        printer.crashes {}
        life = nil
        schedule = Schedule()
        providerDue = nil
        deadlineDue = nil
        printDue = nil
        statementsDue = nil
        clocksDue = nil
    }

    /// Lets the power go, or the process, at one of the next writes.
    func armCrash(within count: Int64) {
        let kind: DiskFault.Kind = dice.happens(0.7) ? .powerCut : .kill
        disk.arm(DiskFault(kind, at: UInt64(dice.number(in: 1...count))))
        armed = nil
    }

    /// Lets one of the next writes fail, once or from then on.
    func armFault(within count: Int64) {
        let kind: DiskFault.Kind = [.inputOutput, .full, .short].randomElement(using: &dice) ?? .full
        let operation: DiskOperation = kind == .inputOutput && dice.happens(0.4) ? .sync : .write
        let isLasting = dice.happens(0.4)
        disk.arm(
            DiskFault(kind, at: UInt64(dice.number(in: 1...count)), of: operation, isLasting: isLasting))
        armed = (kind, isLasting)
    }

    private func noteDamage() {
        let struck = disk.struck
        let isFault = armed != nil
        if let struck, !isFault { report.note(struck == .log ? .crashLog : .crashDatabase) }
        if struck != nil, let (kind, isLasting) = armed {
            switch kind {
            case .inputOutput: report.note(.inputOutput)
            case .full: report.note(.diskFull)
            case .short: report.note(.shortWrite)
            case .powerCut, .kill: break
            }
            if isLasting { report.note(.lastingFault) }
        }
        armed = nil
        let damage = (torn: disk.tornSectors, lost: disk.lostSectors)
        report.note(.tornSector, times: Int(damage.torn - damageSeen.torn))
        report.note(.lostSector, times: Int(damage.lost - damageSeen.lost))
        report.note(damage == damageSeen ? .killed : .powerCut)
        damageSeen = damage
        say("down, \(struck.map { "struck in the \($0)" } ?? "struck elsewhere")")
    }

    /// Notes what the crash was over, from what the start found.
    private func lookAtWreck() async throws {
        guard let life else { return }
        _ = try await living("looking around") { _ in
            let head = try await life.ledger.journalHead()
            let rows = try await life.ledger.journal(after: max(0, head - 8), limit: 8)
            for row in rows.reversed() {
                switch row.entry {
                case .recorded(.attempt(_, .answerLost)): report.note(.crashAsking)
                case .recorded(.refund(_, .answerLost)): report.note(.crashRefunding)
                default: return
                }
            }
        }
        _ = try await living("looking around") { life in
            for work in try await life.ledger.work(in: .print) {
                guard case .print(let id) = work.effect else { continue }
                let job = try await life.ledger.order(work.order).print(id)
                if job?.state == .started { report.note(.crashPrinting) }
            }
            for order in try await life.ledger.openOrders() {
                if order.state == .cancelling { report.note(.crashCancelling) }
                for attempt in order.attempts {
                    switch attempt.state {
                    case .closing: report.note(.crashClosing)
                    case .presented: report.note(.crashWatching)
                    default: break
                    }
                }
            }
        }
    }

    /// Ends the day.
    func end() {
        try? life?.ledger.close()
        forget()
    }
}

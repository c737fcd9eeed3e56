// SPDX-License-Identifier: Apache-2.0

import Foundation
import Logging
import PaymentService
import ProviderKit
package import TillCore
package import TillStore

/// A terminal, its acquirer, its payers and its cashiers, in one process and one thread of time.
///
/// Core, ledger and services are those of the program; clock, network, acquirer and people are
/// played from a seed. A crash throws the daemon away at the worst moment and opens the same file
/// again.
package struct World<Acquirer: PlayedAcquirer>: ~Copyable {
    package let clock: WorldClock
    package let acquirer: Acquirer
    /// Every order that was opened, in order.
    package private(set) var orders: [OrderID] = []
    /// How often the daemon died.
    package private(set) var crashes = 0
    package var dice: Dice
    private let path: String
    private var daemon: Daemon?
    private var schedule = Schedule()
    /// When the provider lane wants to be called again, in milliseconds of true time.
    private var workDue: Int64?
    /// When the next deadline is, in milliseconds of true time.
    private var deadlineDue: Int64? = 0

    /// What dies in a crash.
    private struct Daemon {
        let ledger: Ledger
        let worker: ProviderWorker
        let deadlines: DeadlineWorker
    }

    /// The ledger of the daemon that lives.
    package var ledger: Ledger {
        guard let daemon else { preconditionFailure("between two lives nobody asks") }
        return daemon.ledger
    }

    /// Sets the world up with an empty ledger.
    package init(seed: UInt64, clock: WorldClock, acquirer: Acquirer) async throws {
        self.clock = clock
        self.acquirer = acquirer
        dice = Dice(seed: seed ^ 0x7777)
        // In memory where the system has such a place: what is tested is order, not the disk.
        let folder =
            FileManager.default.isWritableFile(atPath: "/dev/shm")
            ? "/dev/shm" : FileManager.default.temporaryDirectory.path
        path = "\(folder)/till-world-\(getpid())-\(UUID().uuidString).sqlite"
        daemon = try Self.start(path, clock, acquirer)
        try await ledger.recover()
    }

    deinit { Self.remove(path) }

    /// Removes a ledger with all that lies beside it.
    private static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm", ".lock", ".head", ".ballast"] {
            // A file that is not there need not be removed.
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
    }

    private static func start(_ path: String, _ clock: WorldClock, _ acquirer: Acquirer) throws
        -> Daemon
    {
        let ledger = try Ledger(
            path: path, terminal: "T-0001", version: "simulated", clocks: clock.clocks,
            onFault: { _ in })
        acquirer.crashes { ledger.end() }
        let client = ProviderClient(transport: acquirer, moment: { clock.moment() })
        var logger = Logger(label: "world", factory: { _ in SwiftLogNoOpLogHandler() })
        logger.logLevel = .critical
        let worker = ProviderWorker(
            ledger: ledger, accounts: [acquirer.account], client: client, breakers: Breakers(),
            logger: logger)
        return Daemon(ledger: ledger, worker: worker, deadlines: DeadlineWorker(ledger: ledger))
    }

    /// Opens a sale.
    @discardableResult
    package mutating func open(minorUnits: Int64, patience: Duration) async throws -> OrderID {
        let sale = Sale(
            amount: Money(minorUnits: minorUnits, .cny), account: acquirer.account.id,
            patience: patience)
        let opened = try await ledger.open(sale, key: nil, by: "cashier", limit: 1000)
        orders.append(opened.order.id)
        deadlineDue = clock.elapsed
        return opened.order.id
    }

    /// Lets a person ask for something; that it makes no sense is no fault of theirs.
    package func ask(_ command: OrderCommand, about order: OrderID) async throws {
        do {
            _ = try await ledger.accept(command, about: order, key: nil, by: "cashier")
        } catch is OrderError {
        }
    }

    /// Lets a person ask for a fresh code.
    package func askNewAttempt(of order: OrderID) async throws {
        do {
            _ = try await ledger.startAttempt(
                of: order, account: acquirer.account.id, key: nil, by: "cashier")
        } catch is OrderError {
        }
    }

    /// Lets time pass, and everybody do what is due at the end of it.
    package mutating func advance(milliseconds: Int64) async throws {
        clock.advance(milliseconds: milliseconds)
        try acquirer.advance()
        do {
            try await work()
        } catch LedgerError.ended {
            // What was under way is lost, as it is when the power goes.
        }
        if ledger.hasEnded { try await restart() }
    }

    /// Lets the daemon do what is due; it is alive and may die over it.
    private mutating func work() async throws {
        guard let daemon else { return }
        for notify in try acquirer.arrivedNotifies() { try await receive(notify, daemon.ledger) }
        if let due = deadlineDue, due <= clock.elapsed {
            deadlineDue = elapsed(at: try await daemon.deadlines.step())
        }
        workDue = elapsed(at: try await daemon.worker.step(&schedule))
    }

    /// True time, in milliseconds, at a ledger time.
    private func elapsed(at time: Timestamp?) -> Int64? {
        time.map { clock.elapsed + ($0.milliseconds - ledger.time.now.milliseconds) }
    }

    /// Lets time pass from one thing that is due to the next.
    package mutating func spend(_ duration: Duration) async throws {
        let end = clock.elapsed + duration.components.seconds * 1000
        // What people asked for meanwhile is due now.
        try await advance(milliseconds: 0)
        while clock.elapsed < end {
            let dues = [workDue, deadlineDue, try acquirer.nextDue()]
            let due = dues.compactMap { $0 }.min() ?? end
            let next = min(end, max(due, clock.elapsed + 1))
            try await advance(milliseconds: next - clock.elapsed)
        }
    }

    /// The orders of which an attempt is closed here and can still be paid at the acquirer: none,
    /// as long as nobody takes silence for an answer.
    package func closedTooEarly() async throws -> [OrderID] {
        var found: [OrderID] = []
        for id in orders {
            for attempt in try await ledger.order(id).attempts {
                guard case .closed = attempt.state else { continue }
                if try acquirer.isOpen(attempt.reference) { found.append(id) }
            }
        }
        return found
    }

    /// Takes a notify in as the daemon's door does.
    private func receive(_ notify: ArrivedNotify, _ ledger: Ledger) async throws {
        let account = acquirer.account.id
        let reading: NotifyReading
        do throws(ProviderError) {
            reading = try notify.read(clock.moment())
        } catch {
            try await ledger.note(Doubt(account: account, why: "a notify: \(error)"))
            return try notify.acknowledge(401)
        }
        do {
            try await ledger.receive(
                ReceivedNotify(
                    account: account, id: reading.id, raw: notify.raw, word: reading.word))
        } catch {
            try notify.acknowledge(nil)
            throw error
        }
        try notify.acknowledge(204)
    }

    /// Makes a backup, loses the machine with everything on it when `test` has played on, and goes
    /// on from the backup; orders that it does not know are forgotten.
    package mutating func loseMachine(
        after test: (inout World) async throws -> Void
    ) async throws {
        let backup = try await ledger.backup(to: "\(path).saved").path
        defer { Self.remove(backup) }
        let known = orders
        try await test(&self)
        crashes += 1
        orders = known
        schedule = Schedule()
        workDue = clock.elapsed
        deadlineDue = clock.elapsed
        ledger.end()
        acquirer.crashes {}
        try ledger.close()
        daemon = nil
        Self.remove(path)
        _ = try Restoration(
            of: backup, to: path, terminal: "T-0001", version: "simulated", clocks: clock.clocks
        ).run(acceptingOlder: false)
        daemon = try Self.start(path, clock, acquirer)
        try await ledger.recover()
    }

    /// Throws the daemon away, and starts it on the same file.
    private mutating func restart() async throws {
        crashes += 1
        schedule = Schedule()
        workDue = clock.elapsed
        deadlineDue = clock.elapsed
        // Its file must be given back before its lock can be taken again.
        acquirer.crashes {}
        try ledger.close()
        daemon = nil
        daemon = try Self.start(path, clock, acquirer)
        try await ledger.recover()
    }
}

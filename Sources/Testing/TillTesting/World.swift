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
package struct World: ~Copyable {
    package let clock: WorldClock
    package let acquirer: ToyAcquirer
    /// Every order that was opened, in order.
    package private(set) var orders: [OrderID] = []
    /// How often the daemon died.
    package private(set) var crashes = 0
    package var dice: Dice
    private let path: String
    private var daemon: Daemon?
    private var schedule = Schedule()

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

    /// The account that all sales go through.
    package static let account: AccountID = "main"

    /// Sets the world up with an empty ledger.
    package init(seed: UInt64) async throws {
        clock = WorldClock(seed: seed)
        acquirer = ToyAcquirer(seed: seed, clock: clock)
        dice = Dice(seed: seed ^ 0x7777)
        // In memory where the system has such a place: what is tested is order, not the disk.
        let folder =
            FileManager.default.isWritableFile(atPath: "/dev/shm")
            ? "/dev/shm" : FileManager.default.temporaryDirectory.path
        path = "\(folder)/till-world-\(getpid())-\(UUID().uuidString).sqlite"
        daemon = try Self.start(path, clock, acquirer)
        try await ledger.recover()
    }

    deinit {
        for suffix in ["", "-wal", "-shm", ".lock"] {
            // A file that is not there need not be removed.
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
    }

    private static func start(_ path: String, _ clock: WorldClock, _ acquirer: ToyAcquirer) throws
        -> Daemon
    {
        let ledger = try Ledger(
            path: path, terminal: "T-0001", version: "simulated", clocks: clock.clocks,
            onFault: { _ in })
        acquirer.crashes { ledger.end() }
        let client = ProviderClient(
            transport: acquirer, moment: { Moment(now: clock.wall, nonce: []) })
        let account = Account(
            id: account, currency: .cny, provider: ToyProvider(), hosts: [ToyProvider.host])
        var logger = Logger(label: "world", factory: { _ in SwiftLogNoOpLogHandler() })
        logger.logLevel = .critical
        let worker = ProviderWorker(
            ledger: ledger, accounts: [account], client: client, breakers: Breakers(),
            logger: logger)
        return Daemon(ledger: ledger, worker: worker, deadlines: DeadlineWorker(ledger: ledger))
    }

    /// Opens a sale.
    package mutating func open(minorUnits: Int64, patience: Duration) async throws {
        let sale = Sale(
            amount: Money(minorUnits: minorUnits, .cny), account: Self.account, patience: patience)
        let opened = try await ledger.open(sale, key: nil, by: "cashier", limit: 1000)
        orders.append(opened.order.id)
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
                of: order, account: Self.account, key: nil, by: "cashier")
        } catch is OrderError {
        }
    }

    /// Lets time pass, and everybody do what is due.
    package mutating func advance(milliseconds: Int64) async throws {
        clock.advance(milliseconds: milliseconds)
        acquirer.advance()
        do {
            for notify in acquirer.arrivedNotifies() {
                try await ledger.receive(
                    ReceivedNotify(
                        account: Self.account, id: notify.id, raw: [], word: notify.word))
            }
            guard let daemon else { return }
            _ = try await daemon.deadlines.step()
            _ = try await daemon.worker.step(&schedule)
        } catch LedgerError.ended {
            // What was under way is lost, as it is when the power goes.
        }
        if ledger.hasEnded { try await restart() }
    }

    /// Throws the daemon away, and starts it on the same file.
    private mutating func restart() async throws {
        crashes += 1
        schedule = Schedule()
        // All that hold the dead daemon's file must be gone before its lock can be taken again.
        acquirer.crashes {}
        try daemon?.ledger.close()
        daemon = nil
        daemon = try Self.start(path, clock, acquirer)
        try await ledger.recover()
    }
}

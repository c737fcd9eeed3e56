// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import PaymentService
import Raster
import Receipts
import SandboxAcquirer
import TillCore
package import TillStore
package import TillTesting

/// One day of one terminal, from one seed: production code from the core to the services, over a
/// played clock, disk, network, acquirer, printer and people.
///
/// ```
/// faults for a while ──▶ calm ──▶ audit
/// ```
package final class Day {
    /// What everything is drawn from.
    package let seed: UInt64
    /// The mix of troubles.
    package let swarm: Swarm
    /// Time, which moves only when the day says so.
    package let clock: WorldClock
    /// Where the ledger lies.
    package let disk: SimulatedDisk
    /// The acquirer, its payers and the line to it.
    package let bank: PlayedSandbox
    /// The printer, and the paper that came out.
    package let printer: PlayedPrinter
    /// What has been seen so far.
    package internal(set) var report: SeedReport
    /// Is told what happens, for people.
    package var trace: (@Sendable (String) -> Void)?

    let weakness: Weakness?
    let line: SimulatedLine
    let account: Account
    let renderer: ReceiptRenderer
    var dice: Dice
    var life: Life?
    var schedule = Schedule()
    /// When each lane wants to be called again, in milliseconds of true time; nil if it does not.
    var providerDue: Int64?
    var deadlineDue: Int64?
    var printDue: Int64?
    var statementsDue: Int64?
    var clocksDue: Int64?
    /// When a daemon that is down starts again, in milliseconds of true time.
    var downUntil: Int64 = 0
    /// When the wall clock is set right after a start in 1970.
    var wallRightAt: Int64?
    /// Since when nothing goes wrong any more; nil while things do.
    var calmSince: Int64?
    /// When each life began, and ledger time was set ahead in it, by ledger time and by true time.
    var lives: [(ledger: Int64, elapsed: Int64)] = []
    /// Commits that were made when the lanes were last called.
    var commitsSeen: UInt64 = 0
    /// The last row of the journal that was read.
    var headSeen: Int64 = 0
    var damageSeen: (torn: UInt64, lost: UInt64) = (0, 0)
    /// What people were told, and may rely on.
    var told: [OrderID: Order] = [:]
    /// The money of which the acquirer was told that it is known.
    var acknowledged: [AttemptReference: String] = [:]
    var sales: [String: OpenedSale] = [:]
    /// The sale that was opened last.
    var newest: OrderID?
    /// Sales whose answer was lost in a crash.
    var unanswered: [String] = []
    /// Sales that a till could not ask for, because nobody was there.
    var waiting: [String] = []
    /// The disk fault that is armed, and whether it lasts; nil if it is a crash or none.
    var armed: (kind: DiskFault.Kind, isLasting: Bool)?

    /// Sets the terminal up with an empty disk; the daemon is not running.
    ///
    /// - Parameters:
    ///   - swarm: the mix of troubles; drawn from the seed if nil.
    ///   - weakness: what is wrong with the world on purpose.
    /// - Throws: ``SimulationError``, or what disk, keys and profile throw.
    package init(seed: UInt64, swarm: Swarm? = nil, weakness: Weakness? = nil) throws {
        var dice = Dice(seed: seed ^ 0xDA71)
        var drawn = Swarm(&dice)
        if let swarm { drawn = swarm }
        weakness?.provoke(&drawn)
        self.seed = seed
        self.swarm = drawn
        self.weakness = weakness
        self.dice = dice
        clock = WorldClock(seed: seed)
        disk = try SimulatedDisk(seed: seed ^ 0xD15C)
        bank = try PlayedSandbox(seed: seed, clock: clock)
        printer = PlayedPrinter(seed: seed)
        line = SimulatedLine(bank: bank, disk: disk, weakness: weakness)
        report = SeedReport(seed: seed)
        account = Account(
            id: bank.account.id, currency: bank.account.currency,
            provider: PlayedProvider(
                bank.account.provider, pollEvery: drawn.pollEvery, hasStatements: drawn.hasStatements,
                weakness: weakness),
            hosts: bank.account.hosts)
        renderer = try Stationery.renderer()
        if weakness == .carelessPrinter { printer.beCareless() }
    }

    /// The ledger of the daemon that lives; nil while none does.
    package var ledger: Ledger? { life?.ledger }

    /// Plays the day, and says what it brought.
    ///
    /// - Throws: ``SimulationError``, or what the acquirer's books throw: then nothing is known.
    package func play() async throws -> SeedReport {
        disk.trust(weakness?.trust ?? .honest)
        bank.set(swarm.line)
        printer.set(swarm.printer)
        try await start()
        try await trade()
        if report.findings.isEmpty { try await rest() }
        if report.findings.isEmpty { try await audit() }
        end()
        report.milliseconds = clock.elapsed
        report.requests = line.requests
        report.note(.staleQuery, times: line.staleQueries)
        return report
    }

    /// Enters what is wrong.
    func find(_ what: String) {
        // Where the disk seems to lie is another place in each process.
        let what = what.replacing(disk.path, with: "ledger.sqlite")
        say("FINDING \(what)")
        report.findings.append(what)
    }

    /// Tells what happens.
    func say(_ what: @autoclosure () -> String) {
        guard let trace else { return }
        trace("\(clock.elapsed) \(what())")
    }
}

/// A sale that a till asked for.
struct OpenedSale {
    let sale: Sale
    let key: IdempotencyKey
    /// The order that the till was told of; nil if the answer never came.
    var order: OrderID?
}

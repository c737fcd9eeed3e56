// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import Logging
import PaymentService
import PrintService
import ProviderKit
import Raster
import Receipts
import TillCore
import TillStore
import TillTesting

/// What a start of the daemon makes, and a crash takes away.
struct Life {
    let ledger: Ledger
    let provider: ProviderWorker
    let deadlines: DeadlineWorker
    let printing: PrintWorker
    let statements: StatementWorker
    let clocks: ClockWorker
    /// What the program asks before it opens a sale.
    let saleClock: SaleClock

    /// When the program was made: 2026.
    private static let released = Timestamp(milliseconds: 1_767_225_600_000)

    /// Opens the ledger and puts the services of the program on it.
    ///
    /// - Throws: ``LedgerError``, or a database error.
    init(day: Day) async throws {
        let disk = day.disk
        let clock = day.clock
        // The anchor beside the ledger is a real file, which no power cut of this disk touches.
        disk.forgetAnchor()
        ledger = try Ledger(
            path: disk.path, terminal: "T-0001", version: "simulated", clocks: clock.clocks,
            // As the program does: there is no result, and nothing may leave.
            onFault: { _ in disk.die(power: false) })
        let watch = ClockWatch(
            wall: { clock.wall }, continuous: clock.clocks.continuous,
            after: try await ledger.lastTimeBeforeStart(), released: Self.released)
        saleClock = SaleClock(ledger: ledger, watch: watch)
        let client = ProviderClient(transport: day.line, moment: { clock.moment() }, watch: watch)
        let logger = Logger(label: "day", factory: { _ in SwiftLogNoOpLogHandler() })
        provider = ProviderWorker(
            ledger: ledger, accounts: [day.account], client: client, breakers: Breakers(), logger: logger)
        deadlines = DeadlineWorker(ledger: ledger)
        statements = StatementWorker(
            ledger: ledger, accounts: [day.account], client: client, board: StatementBoard(), logger: logger)
        clocks = ClockWorker(
            ledger: ledger, accounts: [day.account], client: client, watch: watch, logger: logger)
        printing = PrintWorker(
            ledger: ledger, printer: day.printer, renderer: day.renderer,
            content: ReceiptContent(merchant: "Corner Tea", utcOffset: { _ in 28_800 }), logger: logger)
    }
}

// SPDX-License-Identifier: Apache-2.0

import Foundation
import Logging
import ProviderKit
import Testing
import TillCore
import TillStore
import TillTesting

@testable import PaymentService

/// A terminal whose clock and line to the acquirer are in a test's hands.
final class Desk {
    let clock = WorldClock(seed: 1)
    let line: ScriptedLine
    let ledger: Ledger
    let worker: ProviderWorker
    let breakers = Breakers()
    let watch: ClockWatch
    let accounts: [Account]
    let client: ProviderClient
    var schedule = Schedule()
    private let file: LedgerFile?

    /// - Parameters:
    ///   - isOnDisk: whether the ledger is a file, so that a power cut can be looked at.
    ///   - accounts: the accounts that are configured.
    ///   - log: who keeps what is logged; nil if nobody does.
    init(
        _ answers: [String: String], isOnDisk: Bool = false, accounts: [AccountID] = ["main"],
        provider: WordProvider = WordProvider(), log: LogKeeper? = nil
    ) throws {
        line = ScriptedLine(answers)
        file = isOnDisk ? LedgerFile() : nil
        ledger = try Ledger(
            path: file?.path, terminal: "T-0001", version: "test", clocks: clock.clocks,
            onFault: { _ in })
        watch = ClockWatch(
            wall: { [clock] in clock.wall }, continuous: clock.clocks.continuous,
            earliest: Timestamp(milliseconds: WorldClock.beginning))
        self.accounts = accounts.map {
            Account(id: $0, currency: .cny, provider: provider, hosts: [WordProvider.host])
        }
        client = ProviderClient(
            transport: line, moment: { [clock] in clock.moment() }, watch: watch)
        worker = ProviderWorker(
            ledger: ledger, accounts: self.accounts, client: client, breakers: breakers,
            logger: log?.logger ?? Logger(label: "desk", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    /// Opens a sale of 12.50.
    func open(patience: Duration = .seconds(60)) async throws -> OrderID {
        let sale = Sale(
            amount: Money(minorUnits: 1250, .cny), account: "main", patience: patience)
        return try await ledger.open(sale, key: nil, by: "test").order.id
    }

    /// Does all that is due, and says in how many milliseconds more will be.
    @discardableResult func step() async throws -> Int64? {
        let next = try await worker.step(&schedule)
        return next.map { $0.milliseconds - ledger.time.now.milliseconds }
    }

    /// Lets seconds pass, doing what is due at each.
    func pass(seconds: Int) async throws {
        for _ in 0..<seconds {
            clock.advance(milliseconds: 1000)
            try await step()
        }
    }

    /// The state of an order's first attempt.
    func state(_ id: OrderID) async throws -> AttemptState {
        try await ledger.order(id).attempts[0].state
    }

    /// Where the ledger lies; nil if it is no file.
    var path: String? { file?.path }

    /// The names of the journal's rows from one row on.
    func journal(after seq: Int64 = 1) async throws -> [String] {
        try await ledger.journal(after: seq, limit: 1000).map(\.entry.name)
    }

    /// The row of the outbox that an order owes an acquirer.
    func row(_ id: OrderID) async throws -> Work {
        try #require(try await ledger.work(in: .provider).last { $0.order == id })
    }

    /// The ledger as a power cut at this moment would leave it: its files, copied and opened.
    func afterPowerCut<Answer>(_ read: (Ledger) async throws -> Answer) async throws -> Answer {
        try await Self.afterPowerCut(of: try #require(path), clock, read)
    }

    /// As ``afterPowerCut(_:)``, for those who have the path only.
    static func afterPowerCut<Answer>(
        of path: String, _ clock: WorldClock, _ read: (Ledger) async throws -> Answer
    ) async throws -> Answer {
        let copy = LedgerFile()
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: path + suffix, toPath: copy.path + suffix)
        }
        defer { withExtendedLifetime(copy) {} }
        let ledger = try Ledger(
            path: copy.path, terminal: "T-0001", version: "after", clocks: clock.clocks,
            onFault: { _ in })
        return try await read(ledger)
    }
}

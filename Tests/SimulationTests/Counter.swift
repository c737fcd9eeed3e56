// SPDX-License-Identifier: Apache-2.0

import Logging
import PaymentService
import ProviderKit
import SandboxAcquirer
import Testing
import TillCore
import TillStore
import TillTesting

/// One of the terminals of a merchant that has several: its ledger, and who works for it.
final class Counter {
    let terminal: TerminalID
    let ledger: Ledger
    let account: Account
    private let bank: PlayedSandbox
    private let clock: WorldClock
    private let client: ProviderClient
    private let worker: ProviderWorker
    private let statements: StatementWorker
    private var schedule = Schedule()

    /// Opens a terminal with an empty ledger.
    init(_ terminal: TerminalID, at bank: PlayedSandbox, _ clock: WorldClock) throws {
        self.terminal = terminal
        self.bank = bank
        self.clock = clock
        account = try bank.account(of: terminal)
        ledger = try Ledger(
            path: nil, terminal: terminal, version: "simulated", clocks: clock.clocks,
            onFault: { _ in })
        client = ProviderClient(transport: bank, moment: { clock.moment() })
        let logger = Logger(label: "counter", factory: { _ in SwiftLogNoOpLogHandler() })
        worker = ProviderWorker(
            ledger: ledger, accounts: [account], client: client, breakers: Breakers(),
            logger: logger)
        statements = StatementWorker(
            ledger: ledger, accounts: [account], client: client, board: StatementBoard(),
            logger: logger)
    }

    /// Sells, and works until the acquirer says that it is paid.
    func sell(_ minorUnits: Int64, script: String = "paid_at_once") async throws -> Order {
        try bank.queue(try Script(script))
        let sale = Sale(
            amount: Money(minorUnits: minorUnits, .cny), account: account.id, patience: .seconds(60))
        let id = try await ledger.open(sale, key: nil, by: "anna").order.id
        for _ in 0..<10 where try await ledger.order(id).state == .open { try await work() }
        let order = try await ledger.order(id)
        try #require(order.state == .paid)
        return order
    }

    /// Does what is due, a second later.
    func work() async throws {
        clock.advance(milliseconds: 1000)
        try bank.advance()
        _ = try await worker.step(&schedule)
    }

    /// Gives all the money of an order back, and works until the acquirer says that it did.
    func refund(_ order: Order) async throws {
        _ = try await ledger.accept(.refund(nil, note: ""), about: order.id, key: nil, by: "anna")
        for _ in 0..<3 { try await work() }
    }

    /// Has a payment made and paid as this terminal, which its ledger never hears of.
    func sellPastTheLedger(_ reference: AttemptReference, _ minorUnits: Int64) async throws {
        try bank.queue(try Script("paid_at_once"))
        let attempt = PaymentAttempt(
            reference: reference, account: account.id, amount: Money(minorUnits: minorUnits, .cny),
            subject: "tea", expiresAt: ledger.wall + .seconds(60))
        let exchange = try account.provider.createPayment(for: attempt)
        _ = try await client.answer(to: exchange, within: account.hosts)
        clock.advance(milliseconds: 1000)
        try bank.advance()
    }

    /// Compares the statements of all days that are over; returns how the days stand.
    func prove() async throws -> AccountProof {
        _ = try await statements.step()
        return try await ledger.proof(of: account.id, days: 9)
    }

    /// What a person has to look at.
    func reasons() async throws -> [HoldReason] {
        try await ledger.openHolds().map(\.hold.reason)
    }
}

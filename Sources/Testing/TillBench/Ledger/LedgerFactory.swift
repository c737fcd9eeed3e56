// SPDX-License-Identifier: Apache-2.0

import Foundation
import JournalChain
import TillCore
import TillStore

/// Makes a ledger of many sales, quickly: one is sold by the ledger itself, and its rows are written again for the others, with
/// names and times of their own and a chain that holds.
///
/// What comes out is a ledger like any other: its guards open it, and verify it.
struct LedgerFactory {
    /// The file.
    let path: String
    /// How many sales.
    let orders: Int

    /// The time from one sale to the next, in milliseconds; less where there is not time enough since 2026.
    private static let usualStep: Int64 = 20_000
    /// The first time that a ledger believes: 2026-01-02 00:00 UTC.
    private static let firstTime: Int64 = 1_767_312_000_000
    /// Sales that one write holds.
    private static let batch = 20_000
    /// The account of all sales.
    static let account = "main"
    /// What each sale comes to.
    private static let amount = Money(minorUnits: 1250, .cny)
    /// How long after it is opened each sale is paid, in milliseconds.
    private static let paidAfter: Int64 = 3

    /// When the first sale is opened, and the time from one to the next.
    private let start: Int64
    private let step: Int64

    /// The day after the last sale's: the acquirer's days begin where those of UTC do.
    private let today: CalendarDay

    /// Plans a ledger.
    ///
    /// - Parameter now: a time of the day before which it ends, in milliseconds since 1970.
    /// - Throws: ``BenchFault/missing(_:)`` if there is no such time, or no such number.
    init(path: String, orders: Int, now: Int64) throws(BenchFault) {
        guard (1...10_000_000).contains(orders) else { throw .missing("a ledger of 1 to 10000000 orders can be made") }
        let today = CalendarDay(of: Timestamp(milliseconds: now))
        let end = today.start().milliseconds
        let step = min(Self.usualStep, (end - Self.firstTime) / Int64(orders + 1))
        guard step >= 20 else { throw .missing("the clock of this machine is wrong: set it") }
        self.path = path
        self.orders = orders
        self.step = step
        self.today = today
        start = end - step * Int64(orders + 1)
    }

    /// The name of the so-manieth sale, from 1 to ``orders`` - 1; the first has a name that the ledger gave it.
    func name(_ number: Int) -> String { names(number).order }

    private func names(_ number: Int) -> OrderNames {
        OrderNames(number: number, time: start + step * Int64(number))
    }

    /// Makes the ledger.
    ///
    /// - Parameter tell: hears how many sales there are.
    /// - Throws: ``BenchFault``, or what the ledger throws.
    func make(_ tell: (Int) -> Void) async throws {
        for end in ["", "-wal", "-shm", ".head", ".lock"] { unlink(path + end) }
        let names = try await sell()
        try press(names, tell)
        try await prove(first: names)
    }

    /// Writes the rows of the sale that was sold for all others; the file is its alone meanwhile.
    private func press(_ names: OrderNames, _ tell: (Int) -> Void) throws {
        let database = try BareDatabase(path)
        let rows = try OrderRows(names, in: database)
        guard rows["outbox"] == nil, rows["transactions"] != nil, rows["prints"] != nil, rows["inbox"] != nil else {
            throw BenchFault.control("the sale that is copied is not over, or was not paid, printed and notified")
        }
        // A crash leaves a file that is made again.
        try database.run(
            """
            PRAGMA journal_mode = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = OFF;
            PRAGMA cache_size = -65536;
            """)
        try database.leaveTriggersOut()
        var press = try LedgerPress(rows, in: database)
        var number = 1
        while number < orders {
            try database.run("BEGIN IMMEDIATE")
            for _ in 0..<min(Self.batch, orders - number) {
                try press.print(self.names(number).all, shift: step * Int64(number))
                number += 1
            }
            try database.run("COMMIT")
            tell(number)
        }
        try database.run("PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL")
        guard try database.number("SELECT count(*) FROM orders") == Int64(orders) else {
            throw BenchFault.control("the ledger has another number of orders than were written")
        }
    }

    /// Has the statement of the last day compared, as a terminal would have: whoever opens the ledger owes its acquirer
    /// no question about the days before, and finds no sale that a statement lacks.
    private func prove(first: OrderNames) async throws {
        let day = today.previous
        let lines = (0..<orders).compactMap { number -> StatementLine? in
            let paid = Timestamp(milliseconds: start + step * Int64(number) + Self.paidAfter)
            guard CalendarDay(of: paid) == day else { return nil }
            let attempt = (number == 0 ? first : names(number)).attempt
            return StatementLine(
                kind: .payment, orderNumber: attempt, acquirerReference: "pay_\(attempt)", amount: Self.amount, at: paid
            )
        }
        let clock = FactoryClock(start: today.start().milliseconds)
        let ledger = try Ledger(path: path, terminal: "T-1", version: "bench", clocks: clock.clocks, onFault: { _ in })
        let statement = Statement(day: day, lines: lines, raw: Array("made\n".utf8))
        try await ledger.compare(
            statement, of: StatementDay(account: AccountID(Self.account), day: day, offset: .zero))
        guard try await ledger.figures().openHolds == 0 else {
            throw BenchFault.control(
                "the ledger has sales that the statement of its last day lacks, or the other way round")
        }
        try ledger.close()
    }

    /// Sells once: opened, asked for, shown, notified, printed.
    private func sell() async throws -> OrderNames {
        let clock = FactoryClock(start: start)
        let ledger = try Ledger(path: path, terminal: "T-1", version: "bench", clocks: clock.clocks, onFault: { _ in })
        let key = "made-" + String(repeating: "0", count: OrderNames.length - 5)
        let sale = Sale(
            amount: Self.amount, account: AccountID(Self.account), patience: .seconds(300), subject: "Oolong tea",
            reference: key)
        let opened = try await ledger.open(
            sale, key: IdempotencyKey(route: "POST /v1/orders", key: key, body: Array("{}".utf8)), by: "socket"
        ).order
        guard let attempt = opened.attempts.first?.reference else {
            throw BenchFault.control("a sale without an attempt")
        }
        clock.pass(1)
        try await ledger.record(.attempt(attempt, .asking), about: opened.id)
        clock.pass(1)
        let code = PaymentCode("https://qr.openpay.example/p/\(attempt)", acquirerReference: "pay_\(attempt)")
        try await ledger.record(.attempt(attempt, .codeIssued(code)), about: opened.id)
        clock.pass(1)
        let payment = Payment(acquirerReference: "pay_\(attempt)", amount: Self.amount, paidAt: ledger.wall)
        try await ledger.receive(
            ReceivedNotify(
                account: AccountID(Self.account), id: "msg_\(attempt)",
                raw: Array(#"{"type":"payment.paid","data":{"order_no":"\#(attempt)"}}"#.utf8),
                word: .payment(attempt, .paid(payment))))
        let paid = try await ledger.order(opened.id)
        for job in paid.prints {
            for fact in [PrintFact.started, .noted(PrintBeginning(cuts: 1)), .finished(confirmed: true)] {
                clock.pass(1)
                try await ledger.record(.print(job.id, fact), about: opened.id)
            }
        }
        try ledger.close()
        return try OrderNames(order: opened.id.text, attempt: attempt.text, key: key)
    }
}

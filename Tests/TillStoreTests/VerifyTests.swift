// SPDX-License-Identifier: Apache-2.0

import GRDB
import Synchronization
import Testing
import TillCore

@testable import TillStore

@Suite struct `A verification` {
    private func shop(_ sales: Int = 30) async throws -> Bench {
        let bench = try Bench()
        try await bench.day { ledger in
            for number in 0..<sales {
                var paid = try await ledger.paid(with: "M\(number)")
                paid = try await ledger.accept(
                    .refund(nil, note: ""), about: paid.id, key: nil, by: "anna"
                ).order
            }
            let wrong = try await ledger.present()
            try await ledger.tell(.money("W", 1), of: wrong)
        }
        return bench
    }

    private func finding(_ bench: Bench) async throws -> LedgerError? {
        try await bench.day { ledger in
            do {
                _ = try await ledger.verify()
                return nil
            } catch let error as LedgerError {
                return error
            }
        }
    }

    @Test func `counts what it went through`() async throws {
        let bench = try await shop()

        let (verification, head) = try await bench.day { ledger in
            (try await ledger.verify(), try await ledger.journalHead())
        }

        #expect(verification == Verification(rows: head, orders: 31))
    }

    @Test func `names the first row that does not fit`() async throws {
        let bench = try await shop(120)
        try bench.tamper("UPDATE journal SET by = 'bert' WHERE seq IN (55, 23, 90)")

        #expect(try await finding(bench) == .brokenChain(seq: 23))
    }

    @Test(arguments: [
        "UPDATE orders SET amount = amount + 1",
        "UPDATE orders SET status = 'paid' WHERE status = 'needs_person'",
        "UPDATE orders SET subject = 'Coffee'",
        "UPDATE orders SET deadline = deadline + 1",
        "UPDATE attempts SET account = 'other'",
        "UPDATE attempts SET kind = 'closed'",
        "UPDATE attempts SET body = replace(body, 'main', 'mail')",
        "UPDATE transactions SET amount = 1",
        "UPDATE transactions SET fate = 'held'",
        "UPDATE transactions SET body = replace(body, '1250', '1251')",
        "UPDATE refunds SET amount = 1",
        "UPDATE refunds SET kind = 'done'",
        "UPDATE holds SET is_open = 0",
        "UPDATE prints SET state = 'printed'",
        "DELETE FROM outbox WHERE id = (SELECT max(id) FROM outbox)",
        "UPDATE outbox SET lane = 'clock' WHERE lane = 'print'",
        "UPDATE outbox SET is_watch = 1 - is_watch",
        "DELETE FROM prints",
    ])
    func `finds a table that says something else than the journal`(edit: String) async throws {
        let bench = try await shop(3)
        try bench.tamper(edit)

        guard case .orderDiffers = try await finding(bench) else {
            Issue.record("nothing found")
            return
        }
    }

    @Test(arguments: [
        ("orders", "reference"), ("transactions", "fate"), ("outbox", "due_at"),
        ("holds", "position"), ("journal", "at"),
    ])
    func `finds a row that an index has otherwise`(table: String, column: String) async throws {
        let bench = try await shop(3)
        let healthy = try await bench.day { ledger in
            try await ledger.read { db in
                try TableCheck.compareIndexes(of: table, after: 0, limit: 9, path: "", in: db)
            }
        }
        // The index looks into the pages of another one.
        let index = "spoilt_\(table)"
        try bench.tamper(
            """
            CREATE INDEX \(index) ON \(table) (\(column));
            PRAGMA writable_schema = ON;
            UPDATE sqlite_schema SET rootpage =
                (SELECT rootpage FROM sqlite_schema WHERE name = 'attempts_order')
            WHERE name = '\(index)'
            """)

        try await bench.day { ledger in
            await #expect(throws: (any Error).self) {
                try await ledger.read { db in
                    try TableCheck.compareIndexes(of: table, after: 0, limit: 9, path: "", in: db)
                }
            }
        }
        #expect(healthy != nil)
    }

    @Test func `lets writes through between its slices`() async throws {
        let bench = try await shop(40)
        // Each look at the clock is 4 ms later: a slice of 20 ms is a few rows.
        let looks = Mutex(Duration.zero)
        let clocks = LedgerClocks(
            wall: { HandClock.morning },
            continuous: {
                looks.withLock { time in
                    time += .milliseconds(4)
                    return time
                }
            }, randomBytes: bench.clock.clocks.randomBytes)
        let ledger = try Ledger(
            path: bench.path, terminal: "T-1", version: "test", clocks: clocks, onFault: { _ in })
        let before = try await ledger.journalHead()
        let slices = Mutex(0)
        try await ledger.database.writeWithoutTransaction { db in
            db.trace { event in
                if "\(event)".contains("FROM journal WHERE seq > ") { slices.withLock { $0 += 1 } }
            }
        }

        let hasEnded = Mutex(false)
        async let verified: Int64 = {
            defer { hasEnded.withLock { $0 = true } }
            return try await ledger.verify().rows
        }()
        // On a busy machine it may be through before the last of them.
        for _ in 0..<10 where !hasEnded.withLock({ $0 }) { _ = try await ledger.sell() }
        let rows = try await verified

        #expect(rows > before, "it went on to rows that were written meanwhile")
        #expect(slices.withLock { $0 } > before / 10)
        try ledger.database.close()
    }

    @Test func `ends when its task does`() async throws {
        let ledger = try Bench.inMemory()
        _ = try await ledger.sell()

        let task = Task { try await ledger.verify() }
        task.cancel()

        await #expect(throws: CancellationError.self) { try await task.value }
    }
}

// SPDX-License-Identifier: Apache-2.0

import GRDB
import Testing
import TillCore

@testable import TillStore

@Suite struct `Running numbers` {
    private func lines(_ ledger: Ledger) async throws -> [TurnoverLine] {
        try await ledger.turnover(after: 0, limit: .max)
    }

    /// Number, kind and amount in one text each.
    private func told(_ ledger: Ledger) async throws -> [String] {
        try await lines(ledger).map { "\($0.number) \($0.kind.rawValue) \($0.signedUnits)" }
    }

    @Test func `are given to sales and to what went back, in the order in which they came`() async throws {
        let shop = try StatementShop()
        let first = try await shop.sell("pay_1")
        let second = try await shop.sell("pay_2", knowsTime: false)
        shop.clock.pass(.seconds(60))
        _ = try await shop.refund(first, 250)
        _ = try await shop.sell("pay_3")

        let lines = try await lines(shop.ledger)

        #expect(try await told(shop.ledger) == ["1 sale 1250", "2 sale 1250", "3 refund -250", "4 sale 1250"])
        #expect(lines.map(\.order).prefix(3) == [first.id, second.id, first.id])
        #expect(lines.map(\.account) == ["main", "main", "main", "main"])
        #expect(lines[2].at == shop.clock.wall)
        #expect(lines.map(\.writtenAt) == lines.map(\.writtenAt).sorted())
        #expect(try await shop.ledger.lastTurnover() == 4)
        #expect(try await shop.ledger.turnoverSums(after: 1, upTo: 3) == [.cny: 1000])
    }

    @Test func `are not given to money that was never a sale`() async throws {
        let shop = try StatementShop()
        let order = try await shop.giveUp()
        let late = try await shop.ledger.tell(.money("late"), of: order)
        let refund = try #require(late.refunds.first)
        try await shop.ledger.record(.refund(refund.id, .sending), about: order.id)
        try await shop.ledger.record(.refund(refund.id, .outcome(.done)), about: order.id)
        let wrong = try await shop.ledger.present()
        try await shop.ledger.tell(.money("wrong", 1), of: wrong)

        #expect(try await told(shop.ledger) == [])
    }

    @Test func `are given to late money when a person keeps it`() async throws {
        let shop = try StatementShop()
        let sale = Sale(
            amount: Money(minorUnits: 1250, .cny), account: "main", patience: .seconds(300), lateMoney: .ask)
        let order = try await shop.ledger.present(sale)
        _ = try await shop.ledger.accept(.cancel, about: order.id, key: nil, by: "anna")
        try await shop.ledger.tell(.closeConfirmed, of: order)
        let held = try await shop.ledger.tell(.money("late"), of: order)
        let before = try await told(shop.ledger)

        _ = try await shop.ledger.settle(
            try #require(held.holds.first).id, .keep, note: "it is ours", key: nil, by: "anna")

        #expect(before == [])
        #expect(try await told(shop.ledger) == ["1 sale 1250"])
    }

    @Test func `are given once, however often the same is told`() async throws {
        let shop = try StatementShop()
        let order = try await shop.sell("pay_1")
        let refund = try await shop.refund(order, 250)
        try await shop.ledger.tell(.money("pay_1", by: .notify), of: order)
        try await shop.ledger.record(.refund(refund.id, .outcome(.done)), about: order.id)
        try await shop.ledger.tell(.money("pay_2", by: .notify), of: order)

        #expect(try await told(shop.ledger) == ["1 sale 1250", "2 refund -250"])
    }

    @Test func `wake whoever keeps a roll`() async throws {
        let shop = try StatementShop()
        let woken = shop.ledger.wakeups(of: .turnover)

        _ = try await shop.sell("pay_1")

        var hints = woken.makeAsyncIterator()
        #expect(await hints.next() != nil)
    }

    /// Takes the schema back to that of a program without running numbers.
    private static let older = """
        DROP TABLE turnover; DROP TABLE rolls; DROP TABLE slip_devices; ALTER TABLE outbox DROP COLUMN slip;
        DELETE FROM grdb_migrations WHERE identifier = '0004-turnover';
        """

    @Test(arguments: 1...4) func `of an older ledger are those that it would have had`(seed: Int) async throws {
        let bench = try Bench(HandClock(seed: UInt64(seed)))
        try await bench.day { ledger in
            var walk = Walk(ledger, bench.clock, seed: UInt64(seed))
            try await walk.go(400)
            _ = try await ledger.paid(with: "last")
        }
        let dump = "SELECT * FROM turnover ORDER BY number; SELECT id, slip FROM outbox ORDER BY id"
        let before = try bench.sqlite(dump).lines
        let cut = try bench.sqlite(Self.older)

        let verification = try await bench.day { try await $0.verify() }

        #expect(cut.status == 0, "\(cut.errors)")
        #expect(before.count > 3)
        #expect(try bench.sqlite(dump).lines == before)
        #expect(verification.orders > 3)
    }

    @Test func `of a copy that an older program made are missed by nobody`() async throws {
        let bench = try await Self.threeNumbers()
        try bench.sqlite(Self.older)

        let found = try await Self.examine(bench)

        #expect(found.faults == [])
        #expect(found.orders == 2)
    }

    @Test(arguments: [
        ("UPDATE turnover SET amount = 1 WHERE number = 1", "running number 1"),
        ("UPDATE turnover SET at = at + 1 WHERE number = 2", "running number"),
        ("UPDATE turnover SET seq = seq - 1 WHERE number = 1", "running number 1"),
        ("UPDATE turnover SET account = 'other' WHERE number = 1", "running number 1"),
        ("UPDATE turnover SET kind = 'sale' WHERE kind = 'refund'", "running number 2"),
        ("DELETE FROM turnover WHERE number = 2", "give 1 running number(s), and the table has 0"),
        ("UPDATE turnover SET number = 9 WHERE number = 3", "the running number 3 is missing"),
        ("UPDATE turnover SET number = 0 - number; UPDATE turnover SET number = 4 + number", "running number"),
        ("INSERT INTO rolls VALUES ('roll', 'e', 99, 99, 99, 99, NULL, '[]')", "roll is ahead"),
    ])
    func `that somebody changes are found, with the daemon and without`(edit: String, what: String) async throws {
        let bench = try await Self.threeNumbers()
        try bench.tamper(edit)

        let closed = try await Self.examine(bench)
        let open = try await bench.day { ledger in
            let slice = try await ledger.examine(from: .beginning, for: .seconds(600))
            await #expect(throws: LedgerError.self) { try await ledger.verify() }
            return slice
        }

        #expect(closed.faults.count == 1)
        #expect(closed.faults.first?.what.contains(what) == true, "\(closed.faults)")
        #expect(open.fault == closed.faults.first)
    }

    private static func examine(_ bench: Bench) async throws -> ExaminedLedger {
        let ledger = try ClosedLedger(path: bench.path, isCopy: false, readers: 2)
        let found = try await ledger.examine([])
        try ledger.close()
        return found
    }

    /// A sale, another one, and money of the first that went back.
    private static func threeNumbers() async throws -> Bench {
        let bench = try Bench()
        try await bench.day { ledger in
            let first = try await ledger.paid(with: "M1")
            _ = try await ledger.paid(with: "M2")
            let asked = try await ledger.accept(
                .refund(Money(minorUnits: 250, .cny), note: ""), about: first.id, key: nil, by: "anna"
            ).order
            let refund = try #require(asked.refunds.last)
            try await ledger.record(.refund(refund.id, .sending), about: first.id)
            try await ledger.record(.refund(refund.id, .outcome(.done)), about: first.id)
        }
        return bench
    }

    @Test(arguments: [
        "UPDATE turnover SET amount = 1", "DELETE FROM turnover",
        "INSERT INTO turnover SELECT 7, seq, order_id, kind, 'x', account, amount, currency, at FROM turnover LIMIT 1",
    ])
    func `cannot be changed by a stray hand`(edit: String) async throws {
        let bench = try await Self.threeNumbers()

        let result = try bench.sqlite(edit)

        #expect(result.status != 0)
        #expect(result.errors.contains("number") || result.errors.contains("deleted"))
    }

    @Test func `of a backup are those of the ledger, and are checked with it`() async throws {
        let bench = try await Self.threeNumbers()
        let elsewhere = try Bench()
        try await bench.day { ledger in _ = try await ledger.backup(to: elsewhere.path) }
        let dump = "SELECT * FROM turnover ORDER BY number"
        let same = try elsewhere.sqlite(dump).output == bench.sqlite(dump).output
        try elsewhere.tamper("UPDATE turnover SET amount = 1 WHERE number = 2")

        #expect(same)
        #expect(throws: LedgerError.self) {
            try Restoration(
                of: elsewhere.path, to: bench.path, terminal: "T-1", version: "test", clocks: bench.clock.clocks
            ).run(acceptingOlder: true)
        }
    }

    @Test func `are found by their number, however many there are`() async throws {
        let ledger = try Bench.inMemory()
        let plan = try await ledger.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    EXPLAIN QUERY PLAN SELECT turnover.*, journal.at AS written_at
                    FROM turnover JOIN journal ON journal.seq = turnover.seq
                    WHERE number > 5 ORDER BY number LIMIT 9
                    """
            ).map { try $0.value("detail") as String }
        }

        #expect(plan.count == 2)
        #expect(plan.allSatisfy { $0.contains("USING INTEGER PRIMARY KEY") }, "\(plan)")
    }
}

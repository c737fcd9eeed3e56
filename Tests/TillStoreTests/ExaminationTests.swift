// SPDX-License-Identifier: Apache-2.0

import Foundation
import JournalChain
import Synchronization
import Testing
import TillCore

@testable import TillStore

@Suite struct `An examination of the ledger` {
    /// A closed ledger with one sale that is paid, refused a refund and printed, and one that is open.
    static func twoSales() async throws -> Bench {
        let bench = try Bench()
        try await bench.day { ledger in
            let paid = try await ledger.paid(with: "M1")
            _ = try await ledger.accept(.refund(nil, note: "cold"), about: paid.id, key: nil, by: "anna")
            let refund = try await ledger.order(paid.id).refunds[0].id
            try await ledger.record(.refund(refund, .sending), about: paid.id)
            try await ledger.record(.refund(refund, .outcome(.refused(reason: "no"))), about: paid.id)
            bench.clock.pass(.seconds(10))
            _ = try await ledger.present()
        }
        return bench
    }

    static func examine(_ bench: Bench, _ pins: [JournalPin] = [], readers: Int = 2) async throws -> ExaminedLedger {
        let ledger = try ClosedLedger(path: bench.path, isCopy: false, readers: readers)
        let found = try await ledger.examine(pins)
        try ledger.close()
        return found
    }

    @Test(arguments: [1, 2, 5]) func `finds nothing where nothing was touched`(readers: Int) async throws {
        let bench = try await Self.twoSales()

        let found = try await Self.examine(bench, readers: readers)

        #expect(found.faults == [])
        #expect(found.rows == 11)
        #expect(found.orders == 2)
        #expect(found.head.seq == 11)
    }

    @Test(arguments: 1...6) func `finds nothing after a day on which anything happened`(seed: Int) async throws {
        let bench = try Bench(HandClock(seed: UInt64(seed)))
        let open = try await bench.day { ledger in
            var walk = Walk(ledger, bench.clock, seed: UInt64(seed))
            try await walk.go(300)
            return try await Self.wholeExamination(of: ledger)
        }

        let closed = try await Self.examine(bench)

        #expect(open.fault == nil)
        #expect(closed.faults == [])
        #expect(open.rows == closed.rows)
        #expect(open.orders == closed.orders)
        #expect(closed.orders > 5)
    }

    @Test(arguments: [
        ("UPDATE journal SET entry = replace(entry, 'Tea', 'Tee') WHERE seq = 2", 2, "row 3 still fits to its hash"),
        ("UPDATE journal SET by = 'bert' WHERE seq = 11", 11, "do not belong together"),
        ("UPDATE journal SET chain = zeroblob(32) WHERE seq = 4", 4, "row 5 fits to its content"),
        ("UPDATE journal SET chain = x'' WHERE seq = 4", 4, "row 5 fits to its content"),
        ("UPDATE journal SET at = 0, chain = x'00' WHERE seq = 4", 4, "fits to neither"),
        ("DELETE FROM journal WHERE seq = 3", 3, "after row 2 comes row 4"),
        ("DELETE FROM journal WHERE seq = 1", 1, "begins with row 2"),
    ])
    func `names the first row that was touched, and what was`(edit: String, seq: Int64, what: String) async throws {
        let bench = try await Self.twoSales()
        try bench.tamper(edit)

        let found = try await Self.examine(bench)

        #expect(found.faults.first?.row == seq)
        #expect(found.faults.first?.order == nil)
        #expect(found.faults.first?.what.contains(what) == true, "\(found.faults)")
        #expect(found.rows == Int(seq) - 1)
    }

    @Test(arguments: [
        ("UPDATE orders SET status = 'paid' WHERE rowid = 2", 1, "the table orders has"),
        ("UPDATE orders SET subject = 'Tee' WHERE rowid = 1", 0, "the table orders has"),
        ("UPDATE orders SET metadata = '{}' WHERE rowid = 1", 0, "metadata"),
        ("UPDATE orders SET amount = 1, currency = 'JPY' WHERE rowid = 1", 0, "the table orders has"),
        ("UPDATE attempts SET kind = 'closed' WHERE rowid = 2", 1, "attempt 1"),
        ("UPDATE attempts SET body = replace(body, 'Tea', 'Tee') WHERE rowid = 2", 1, "its body"),
        ("UPDATE transactions SET fate = 'held'", 0, "transaction 1"),
        ("UPDATE transactions SET body = replace(body, 'kept', 'held')", 0, "its body"),
        ("DELETE FROM transactions", 0, "1 transaction(s), and the table has 0"),
        ("UPDATE refunds SET amount = 1", 0, "refund 1"),
        ("UPDATE holds SET is_open = 0", 0, "hold 1"),
        ("UPDATE holds SET body = replace(body, 'no', 'yes')", 0, "its body"),
        ("UPDATE prints SET state = 'printed'", 0, "print 1"),
        ("DELETE FROM outbox WHERE lane = 'provider'", 1, "owes"),
        ("UPDATE outbox SET lane = 'clock' WHERE lane = 'print'", 0, "owes"),
        (
            "PRAGMA foreign_keys = OFF; INSERT INTO prints VALUES ('P', 'A', 0, 'queued', '{}')", -1,
            "the journal has no such order"
        ),
        (
            "INSERT INTO orders SELECT 'ZZ', terminal, reference, amount, currency, subject, slips, metadata, state,"
                + " status, opened_at, deadline, version, late_money FROM orders LIMIT 1", -1, "the journal does not"
        ),
        ("PRAGMA foreign_keys = OFF; DELETE FROM orders WHERE rowid = 2", 1, "does not have it"),
    ])
    func `names the first order that differs, and what does`(edit: String, order: Int, what: String) async throws {
        let bench = try await Self.twoSales()
        let ids = try bench.sqlite("SELECT id FROM orders ORDER BY rowid").lines
        try bench.tamper(edit)

        let found = try await Self.examine(bench)
        let open = try await bench.day { try await Self.wholeExamination(of: $0) }

        #expect(found.faults.count == 1)
        #expect(found.faults.first?.row == nil)
        #expect(found.faults.first?.what.contains(what) == true, "\(found.faults)")
        if order >= 0 { #expect(found.faults.first?.order?.text == ids[order]) }
        #expect(open.fault == found.faults.first)
    }

    @Test func `finds a row that was written with the whole chain behind it`() async throws {
        let bench = try await Self.twoSales()
        let head = try await bench.day { try await $0.head() }.pin
        try bench.rewrite("UPDATE journal SET entry = replace(entry, '\"M1\"', '\"M2\"')")

        let found = try await Self.examine(bench, [head, JournalPin(epoch: nil, seq: 99, chain: head.chain)])

        #expect(found.rows == 12)
        #expect(found.pins == 0)
        #expect(found.faults.map(\.row) == [nil, 12, 99])
        #expect(found.faults[1].what.contains("rows up to it were rewritten"))
    }

    @Test(arguments: [
        ("UPDATE journal SET status = 'paid' WHERE seq = 2", 2, "it says paid, and the rows up to it give opening"),
        ("UPDATE journal SET entry = replace(entry, 'cold', 'cold' || char(10)) WHERE seq = 6", 6, "cannot be read"),
        (
            "UPDATE journal SET entry = '{\"accepted\":{\"_0\":{\"reprint\":{}}}}' WHERE seq = 3", 3,
            "it was accepted, and makes no sense there"
        ),
        (
            "UPDATE journal SET entry = '{\"recorded\":{\"_0\":{\"deadlinePassed\":{}}}}' WHERE seq = 2", 2,
            "before the order was opened"
        ),
    ])
    func `names the row of an order that makes no sense, however well it is chained`(
        edit: String, seq: Int64, what: String
    ) async throws {
        let bench = try await Self.twoSales()
        try bench.rewrite(edit)

        let found = try await Self.examine(bench)

        #expect(found.rows == 11)
        #expect(found.faults.count == 1)
        #expect(found.faults.first?.row == seq)
        #expect(found.faults.first?.order != nil)
        #expect(found.faults.first?.what.contains(what) == true, "\(found.faults)")
    }

    @Test func `knows a head that was kept`() async throws {
        let bench = try await Self.twoSales()
        let head = try await bench.day { try await $0.head() }.pin
        try await bench.day { _ in }

        let found = try await Self.examine(
            bench, [head, JournalPin(epoch: nil, seq: head.seq, chain: Array(head.chain.prefix(8)))])

        #expect(found.faults == [])
        #expect(found.pins == 2)
        #expect(found.head.seq == head.seq + 1)
    }

    @Test func `leaves everything as it is, whole or with a log that a kill left`() async throws {
        let bench = try await Self.twoSales()
        let before = try bench.everything()
        _ = try await Self.examine(bench)
        let after = try bench.everything()
        let ledger = try bench.open()
        _ = try await ledger.paid(with: "M7")
        let torn = try bench.copy()
        let tornBefore = try torn.everything()
        try ledger.close()

        let found = try await Self.examine(torn)

        #expect(before == after)
        #expect(found.faults == [])
        #expect(found.orders == 3)
        #expect(try torn.everything() == tornBefore)
    }

    @Test func `does not begin while a daemon has the ledger, but on a copy`() async throws {
        let bench = try await Self.twoSales()
        let ledger = try bench.open()
        let copy = try bench.copy()

        #expect(throws: LedgerError.inUse(path: bench.path)) {
            try ClosedLedger(path: bench.path, isCopy: false, readers: 1)
        }
        #expect(try await Self.examine(copy).faults == [])
        try ledger.close()
    }

    @Test(arguments: ["", "no ledger at all", "SQLite format 3\0"])
    func `does not begin on what is no ledger`(content: String) throws {
        let bench = try Bench()
        if !content.isEmpty { try Data(content.utf8).write(to: URL(filePath: bench.path)) }

        #expect(throws: LedgerError.self) { try ClosedLedger(path: bench.path, isCopy: true, readers: 1) }
    }

    @Test func `of an open ledger lets sales in between`() async throws {
        let hand = HandClock()
        let looks = Mutex(0)
        // Each look at the clock takes as long as a slice may.
        let ledger = try Ledger(
            path: nil, terminal: "T-1", version: "test",
            clocks: LedgerClocks(
                wall: hand.clocks.wall,
                continuous: {
                    looks.withLock { looks in
                        looks += 1
                        return .milliseconds(20 * looks)
                    }
                }, randomBytes: hand.clocks.randomBytes), onFault: { _ in })
        for number in 0..<40 { _ = try await ledger.paid(with: "M\(number)") }
        let first = try await ledger.examine(from: .beginning, for: .zero)
        _ = try await ledger.paid(with: "N")

        let rest = try await ledger.examine(from: try #require(first.next), for: .seconds(600))

        #expect(first == ExaminationSlice(rows: 64, next: .chain(64)))
        #expect(rest == ExaminationSlice(rows: 101, orders: 41))
    }

    private static func wholeExamination(of ledger: Ledger) async throws -> ExaminationSlice {
        try await ledger.examine(from: .beginning, for: .seconds(600))
    }
}

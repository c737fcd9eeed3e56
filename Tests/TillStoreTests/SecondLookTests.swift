// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore
import TillStore

@Suite struct `What a second look at the ledger found` {
    @Test func `a key that did something to one order does nothing for another`() async throws {
        let ledger = try Bench.inMemory()
        let first = try await ledger.present()
        let second = try await ledger.present()
        let key = IdempotencyKey(route: "POST /v1/orders/{id}/cancel", key: "k", body: [])
        _ = try await ledger.accept(.cancel, about: first.id, key: key, by: "anna")

        await #expect(throws: LedgerError.keyConflict(key: "k")) {
            try await ledger.accept(.cancel, about: second.id, key: key, by: "anna")
        }
        #expect(try await ledger.order(second.id) == second)
    }

    @Test func `a key that settled one hold settles no other`() async throws {
        let ledger = try Bench.inMemory()
        for id in ["N1", "N2"] {
            try await ledger.receive(`A notify`.notify(id, .payment("NOBODY", .unseen)))
        }
        let holds = try await ledger.openHolds().map(\.hold.id)
        let key = IdempotencyKey(route: "settle", key: "k", body: [])
        _ = try await ledger.settle(holds[0], .leave, note: "", key: key, by: "anna")

        await #expect(throws: LedgerError.keyConflict(key: "k")) {
            try await ledger.settle(holds[1], .leave, note: "", key: key, by: "anna")
        }
    }

    @Test func `a notify of one account ends no refund of another`() async throws {
        let ledger = try Bench.inMemory()
        let paid = try await ledger.paid(with: "M1")
        let asked = try await ledger.accept(
            .refund(nil, note: ""), about: paid.id, key: nil, by: "anna"
        ).order

        try await ledger.receive(
            `A notify`.notify("N1", of: "other", .refund(asked.refunds[0].id, .done)))

        #expect(try await ledger.order(paid.id) == asked)
        #expect(try await ledger.openHolds().count == 1)
    }

    @Test func `two stray notifies are two holds however they are named`() async throws {
        let ledger = try Bench.inMemory()

        try await ledger.receive(`A notify`.notify("b-c", of: "a", .payment("X", .unseen)))
        try await ledger.receive(`A notify`.notify("c", of: "a-b", .payment("Y", .unseen)))

        #expect(try await ledger.openHolds().count == 2)
    }

    @Test func `the name of a hold can stand in a path`() async throws {
        let ledger = try Bench.inMemory()

        try await ledger.receive(`A notify`.notify("../x y?#%", .payment("X", .unseen)))

        let name = try #require(try await ledger.openHolds().first).hold.id.text
        #expect(name.utf8.count <= 64)
        #expect(name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
    }

    @Test(arguments: [
        ("UPDATE journal SET status = 'paid' WHERE seq = 2", Int64(2)),
        ("UPDATE journal SET status = NULL WHERE seq = 3", 3),
        ("UPDATE journal SET order_id = '' WHERE seq = 1", 1),
    ])
    func `no column of the journal can be edited unseen`(edit: String, seq: Int64) async throws {
        let bench = try await `The chain of the journal`.sixRows()

        try bench.tamper(edit)

        await #expect(throws: LedgerError.brokenChain(seq: seq)) { try await bench.day { _ in } }
    }

    @Test(arguments: [
        "INSERT OR REPLACE INTO journal SELECT seq, order_id, at, wall, boot, 'bert', entry, status,"
            + " chain FROM journal WHERE seq = 2",
        "INSERT OR REPLACE INTO orders SELECT id, terminal, reference, amount + 1, currency,"
            + " subject, slips, metadata, state, status, opened_at, deadline, version, late_money FROM orders",
        "INSERT INTO journal SELECT 99, order_id, at, wall, boot, by, entry, status, chain"
            + " FROM journal WHERE seq = 2",
        "DELETE FROM orders", "DELETE FROM attempts", "DELETE FROM transactions",
        "DELETE FROM refunds", "UPDATE transactions SET fate = 'returned' WHERE fate = 'kept'",
    ])
    func `the file itself refuses what goes around its guards`(edit: String) async throws {
        let bench = try await `What no hand may do to a ledger`.full()
        let before = try bench.sqlite(".dump").output

        let result = try bench.sqlite(edit)

        #expect(result.status != 0)
        #expect(try bench.sqlite(".dump").output == before)
    }

    @Test func `an attempt with the name of another order's replaces nothing`() async throws {
        let clock = HandClock()
        let always = LedgerClocks(
            wall: { clock.wall }, continuous: clock.clocks.continuous,
            randomBytes: { Array(repeating: 7, count: $0) })
        let ledger = try Ledger(
            path: nil, terminal: "T-1", version: "test", clocks: always, onFault: { _ in })
        let first = try await ledger.present()
        clock.wall = clock.wall + .milliseconds(1)
        let second = try await ledger.present()
        clock.wall = HandClock.morning

        await #expect(throws: (any Error).self) {
            try await ledger.startAttempt(of: second.id, account: "main", key: nil, by: "anna")
        }
        #expect(try await ledger.order(first.id) == first)
        #expect(try await ledger.order(second.id) == second)
        #expect(try await Audit.faults(of: ledger) == [])
    }

    @Test func `a zero byte in a text neither cuts it nor keeps the ledger shut`() async throws {
        let bench = try Bench()
        let sale = Sale(
            amount: Money(minorUnits: 1, .cny), account: "main", patience: .seconds(300),
            subject: "a\0b", reference: "c\0d")

        let order = try await bench.day { ledger in
            try await ledger.receive(`A notify`.notify("N\0001", .payment("X", .unseen)))
            try await ledger.receive(`A notify`.notify("N\0002", .payment("Y", .unseen)))
            #expect(try await ledger.openHolds().count == 2)
            return try await ledger.open(sale, key: .opening("k\0"), by: "an\0na").order
        }

        try await bench.day { ledger in
            let again = try await ledger.order(order.id)
            let faults = try await Audit.faults(of: ledger)
            #expect(again == order)
            #expect(faults == [])
        }
    }
}

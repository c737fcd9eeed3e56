// SPDX-License-Identifier: Apache-2.0

import GRDB
import Testing
import TillCore

@testable import TillStore

@Suite struct `Rows of another version` {
    private static let strange = #"{"provider":{"_0":{"beg":{"_0":"X"}}}}"#

    /// A ledger whose first order owes something that nobody can read, and whose second is well.
    private static func bench() async throws -> (Bench, strange: OrderID, plain: OrderID) {
        let bench = try Bench()
        let (strange, plain) = try await bench.day { ledger in
            (try await ledger.sell().id, try await ledger.sell().id)
        }
        let edit = try bench.sqlite(
            "UPDATE outbox SET effect = '\(Self.strange)' WHERE order_id = '\(strange)' AND lane = 'provider'")
        guard edit.status == 0 else { throw ToolError(message: edit.errors) }
        return (bench, strange, plain)
    }

    @Test func `what nobody can read is set aside with a reason, and the rest goes on`() async throws {
        let (bench, strange, plain) = try await Self.bench()

        try await bench.day { ledger in
            try await ledger.recover()
            let rows = try await ledger.queue(QueueFilter(lane: .provider), limit: 9)
            #expect(rows.map(\.order) == [strange, plain])
            #expect(rows.map(\.setAside) == [Ledger.unreadable, nil])
            #expect(rows.map { $0.effect == nil } == [true, false])
            #expect(try await ledger.due(in: .provider, limit: 1).map(\.order) == [plain])
            #expect(try await ledger.work(in: .provider).map(\.order) == [plain])
            #expect(try await ledger.figures().setAside == 1)
        }
    }

    @Test func `what can be read again is worked on again`() async throws {
        let (bench, strange, plain) = try await Self.bench()
        try await bench.day { ledger in try await ledger.recover() }
        let effect = try await bench.day { ledger in
            let order = try await ledger.order(strange)
            return try JSON.text(of: Effect.provider(.create(order.attempts[0].reference)))
        }
        try bench.sqlite("UPDATE outbox SET effect = '\(effect)' WHERE set_aside IS NOT NULL")

        try await bench.day { ledger in
            try await ledger.recover()
            #expect(try await ledger.due(in: .provider, limit: 9).map(\.order) == [strange, plain])
            #expect(try await ledger.figures().setAside == 0)
        }
    }

    @Test func `an order that nobody can read is told from one that is not there`() async throws {
        let (bench, strange, plain) = try await Self.bench()
        try bench.sqlite("UPDATE attempts SET body = '{}' WHERE order_id = '\(plain)'")

        try await bench.day { ledger in
            try await ledger.recover()
            #expect(try await ledger.readableOrder(plain) == nil)
            #expect(try await ledger.readableOrder(strange)?.id == strange)
            await #expect(throws: LedgerError.noSuchOrder("X")) {
                try await ledger.readableOrder("X")
            }
        }
    }

    @Test func `an order that nobody can read keeps no other from coming up again`() async throws {
        let bench = try Bench()
        let (strange, plain) = try await bench.day { ledger in
            let orders = [try await ledger.sell(), try await ledger.sell()]
            for order in orders { try await ledger.tell(.asking, of: order) }
            return (orders[0], orders[1])
        }
        let whole = try bench.sqlite("SELECT body FROM attempts WHERE order_id = '\(strange.id)'").lines[0]
        try bench.sqlite("UPDATE attempts SET body = '{}' WHERE order_id = '\(strange.id)'")

        try await bench.day { ledger in
            try await ledger.recover()
            let state = try await ledger.order(plain.id).attempts[0].state
            #expect(state == .uncertain(since: ledger.time.now))
        }
        try bench.sqlite(
            "UPDATE attempts SET body = '\(whole)' WHERE order_id = '\(strange.id)'")
        try await bench.day { ledger in
            try await ledger.recover()
            let state = try await ledger.order(strange.id).attempts[0].state
            #expect(state == .uncertain(since: ledger.time.now))
        }
    }

    @Test func `a ledger of the first version keeps its rows and has none of them held`() async throws {
        let bench = try Bench()
        let queue = try DatabaseQueue(path: bench.path)
        var migrator = DatabaseMigrator()
        migrator.register0001Ledger()
        try migrator.migrate(queue)
        try await queue.write { db in
            try db.execute(
                sql: """
                    INSERT INTO orders VALUES ('O1', 'T-1', NULL, 1250, 'CNY', '',
                        '{"code":false,"receipt":true}', '{}', 'open', 'opening', 5, 9, 1);
                    INSERT INTO outbox (lane, order_id, effect, due_at, is_watch)
                        VALUES ('clock', 'O1', '{"deadline":{}}', 9, 0);
                    """)
        }
        try queue.close()

        try await bench.day { ledger in
            let rows = try await ledger.queue(QueueFilter(), limit: 9)
            #expect(rows.map(\.effect) == [.deadline])
            #expect(rows.map(\.hold) == [nil])
            #expect(rows.map(\.since) == [Timestamp(milliseconds: 5)])
            #expect(try await ledger.draining() == nil)
        }
    }
}

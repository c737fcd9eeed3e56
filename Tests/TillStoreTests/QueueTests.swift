// SPDX-License-Identifier: Apache-2.0

import GRDB
import Testing
import TillCore

@testable import TillStore

@Suite struct `The queue in people's hands` {
    static let anna = Steerer(person: "anna", door: "socket")

    @Test func `a held row is given to nobody until it is released`() async throws {
        let ledger = try Bench.inMemory()
        let held = try await ledger.sell()
        let other = try await ledger.sell()
        let row = try await ledger.row(of: held)

        _ = try await ledger.hold(.row(row.id), why: "a test", by: Self.anna, key: nil)

        #expect(try await ledger.due(in: .provider, limit: 9).map(\.order) == [other.id])
        #expect(try await ledger.work(row.id)?.isHeld == true)
        #expect(try await ledger.heldWork(in: .provider) == [row.id])
        _ = try await ledger.release(.row(row.id), why: nil, by: Self.anna, key: nil)
        #expect(try await ledger.due(in: .provider, limit: 9).map(\.order) == [held.id, other.id])
        #expect(try await Audit.faults(of: ledger) == [])
    }

    @Test func `a lane whose only row is held has no next time`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.paid(with: "M1")
        let next = try await ledger.nextDue(in: .print)

        _ = try await ledger.hold(.order(order.id), why: "a test", by: Self.anna, key: nil)

        #expect(next != nil)
        #expect(try await ledger.nextDue(in: .print) == nil)
    }

    @Test func `a hold is still there after a restart, with who, when and why`() async throws {
        let bench = try Bench()
        let (order, since) = try await bench.day { ledger in
            let order = try await ledger.sell()
            _ = try await ledger.hold(
                .order(order.id), why: "the line is down", by: Self.anna, key: nil)
            return (order.id, ledger.time.now)
        }

        try await bench.day { ledger in
            try await ledger.recover()
            let rows = try await ledger.queue(QueueFilter(isHeld: true), limit: 9)
            #expect(
                rows.map(\.hold) == [
                    QueueHold(scope: .order, person: "anna", since: since, why: "the line is down")
                ])
            #expect(rows.map(\.order) == [order])
            #expect(try await ledger.due(in: .provider, limit: 9) == [])
        }
    }

    @Test func `the journal says who held what, and who released it`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.sell()
        let row = try await ledger.row(of: order)

        _ = try await ledger.hold(.row(row.id), why: "a test", by: Self.anna, key: nil)
        _ = try await ledger.hold(.row(row.id), why: "again", by: Self.anna, key: nil)
        _ = try await ledger.release(.row(row.id), why: "done", by: Self.anna, key: nil)
        _ = try await ledger.release(.row(row.id), why: "again", by: Self.anna, key: nil)

        let rows = try await ledger.journal(after: 2, limit: 9)
        #expect(
            rows.map(\.entry) == [
                .queueHeld(.row(row.id), effect: row.effect, person: "anna", why: "a test"),
                .queueReleased(.row(row.id), effect: row.effect, person: "anna", why: "done"),
            ])
        #expect(rows.map(\.order) == [order.id, order.id])
        #expect(rows.map(\.by) == ["socket", "socket"])
        #expect(rows.map(\.status) == ["opening", "opening"])
        #expect(try await Audit.faults(of: ledger) == [])
    }

    @Test func `an order that is held holds what it owes later, and its deadline never`() async throws {
        let clock = HandClock()
        let ledger = try Bench.inMemory(clock)
        let order = try await ledger.present()
        _ = try await ledger.hold(.order(order.id), why: "a test", by: Self.anna, key: nil)

        clock.pass(.seconds(300))
        let deadline = try await ledger.due(in: .clock, limit: 9)
        let closing = try await ledger.record(.deadlinePassed, about: order.id)

        let rows = try await ledger.queue(QueueFilter(order: order.id), limit: 9)
        #expect(deadline.map(\.order) == [order.id])
        #expect(rows.map(\.effect) == [.provider(.close(order.attempts[0].reference))])
        #expect(rows.map(\.hold?.scope) == [.order])
        #expect(closing.status == .checking)
        #expect(try await ledger.due(in: .provider, limit: 9) == [])
    }

    @Test func `a row goes when the order owes it no more, held or not, and the hold with it`()
        async throws
    {
        let ledger = try Bench.inMemory()
        let order = try await ledger.present(Sale.silent)
        _ = try await ledger.hold(.order(order.id), why: "a test", by: Self.anna, key: nil)

        try await ledger.receive(
            ReceivedNotify(
                account: "main", id: "N1", raw: [],
                word: .payment(
                    order.attempts[0].reference,
                    .paid(
                        Payment(
                            acquirerReference: "M1", amount: Money(minorUnits: 1250, .cny))))))

        #expect(try await ledger.order(order.id).status == .paid)
        #expect(try await ledger.queue(QueueFilter(), limit: 9) == [])
        #expect(try await ledger.standingHolds() == [])
    }

    @Test func `a lane that is held holds what comes, and gives back only that`() async throws {
        let ledger = try Bench.inMemory()
        let before = try await ledger.paid(with: "M1")
        _ = try await ledger.hold(.lane(.print), why: "new paper", by: Self.anna, key: nil)
        let single = try await ledger.paid(with: "M2")
        let after = try await ledger.paid(with: "M3")
        let rows = try await ledger.work(in: .print)
        _ = try await ledger.hold(.row(rows[1].id), why: "torn", by: Self.anna, key: nil)

        let all = try await ledger.due(in: .print, limit: 9)
        _ = try await ledger.release(.lane(.print), why: nil, by: Self.anna, key: nil)
        let later = try await ledger.due(in: .print, limit: 9)

        #expect(rows.map(\.order) == [before.id, single.id, after.id])
        #expect(all == [])
        #expect(later.map(\.order) == [before.id, after.id])
        #expect(try await ledger.standingHolds() == [])
    }

    @Test func `an order that is released runs in a lane that is held`() async throws {
        let ledger = try Bench.inMemory()
        _ = try await ledger.hold(.lane(.provider), why: "a test", by: Self.anna, key: nil)
        let first = try await ledger.sell()
        _ = try await ledger.sell()

        _ = try await ledger.release(.order(first.id), why: nil, by: Self.anna, key: nil)

        #expect(try await ledger.due(in: .provider, limit: 9).map(\.order) == [first.id])
    }

    @Test func `what cannot be held is refused, and nothing is written`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.sell()
        let deadline = try #require(try await ledger.work(in: .clock).first)
        _ = try await ledger.accept(.cancel, about: order.id, key: nil, by: "anna")
        let over = try await ledger.order(order.id)
        let open = try await ledger.sell()
        let later = try #require(try await ledger.work(in: .clock).first)
        let head = try await ledger.journalHead()
        let cases: [(QueueTarget, LedgerError)] = [
            (.row(99), .noSuchWork(99)), (.row(deadline.id), .noSuchWork(deadline.id)),
            (.order("X"), .noSuchOrder("X")), (.order(over.id), .nothingOwed(over.id)),
            (.lane(.clock), .deadlineIsNotHeld), (.row(later.id), .deadlineIsNotHeld),
        ]

        for (target, error) in cases {
            await #expect(throws: error) {
                try await ledger.hold(target, why: "a test", by: Self.anna, key: nil)
            }
        }

        #expect(open.status == .opening)
        #expect(try await ledger.journalHead() == head)
        #expect(try await ledger.standingHolds() == [])
    }

    @Test func `a repeated request does not undo what happened meanwhile`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.sell()
        let key = IdempotencyKey(route: "POST /v1/queue/:id/hold", key: "k", body: [])

        let first = try await ledger.hold(
            .order(order.id), why: "a test", by: Self.anna, key: key)
        _ = try await ledger.release(.order(order.id), why: nil, by: Self.anna, key: nil)
        let second = try await ledger.hold(
            .order(order.id), why: "a test", by: Self.anna, key: key)

        #expect([first, second] == [false, true])
        #expect(try await ledger.due(in: .provider, limit: 9).count == 1)
    }

    @Test func `a flush makes what waits due, and neither what is held nor deadlines`() async throws {
        let clock = HandClock()
        let ledger = try Bench.inMemory(clock)
        let waiting = try await ledger.sell(.tea(through: "main"))
        let held = try await ledger.sell(.tea(through: "side"))
        for order in [waiting, held] {
            try await ledger.postpone(
                Postponement(
                    work: try await ledger.row(of: order).id, until: ledger.time.now + .seconds(90),
                    answer: "no line"))
        }
        _ = try await ledger.hold(.order(held.id), why: "a test", by: Self.anna, key: nil)
        _ = ledger.takeSteered()

        _ = try await ledger.flush(nil, by: Self.anna, key: nil)

        let due = try await ledger.due(in: .provider, limit: 9)
        #expect(due.map(\.order) == [waiting.id])
        #expect(due.map(\.tries) == [0])
        #expect(try await ledger.due(in: .clock, limit: 9) == [])
        #expect(
            ledger.takeSteered()
                == Steered(holdsChanged: false, flushed: [waiting.id], accounts: ["main"]))
        #expect(try await ledger.journal(after: 0, limit: 99).last?.entry == .queueFlushed(person: "anna"))
    }

    @Test func `the list shows sale, account and age, by filter and by page`() async throws {
        let clock = HandClock()
        let ledger = try Bench.inMemory(clock)
        let first = try await ledger.sell()
        clock.pass(.seconds(7))
        let second = try await ledger.sell(.tea(through: "side"))
        _ = try await ledger.hold(.order(second.id), why: "a test", by: Self.anna, key: nil)

        let all = try await ledger.queue(QueueFilter(), limit: 9)
        let page = try await ledger.queue(QueueFilter(), after: all[0].id, limit: 2)
        let filters = [
            QueueFilter(lane: .clock), QueueFilter(order: second.id), QueueFilter(isHeld: true),
            QueueFilter(isHeld: false), QueueFilter(.row(all[3].id)),
        ]
        var found: [[Int64]] = []
        for filter in filters {
            found.append(try await ledger.queue(filter, limit: 9).map(\.id))
        }

        let ids = all.map(\.id)
        #expect(all.map(\.account) == ["main", nil, "side", nil])
        #expect(all.map(\.reference) == ["tea-1", "tea-1", nil, nil])
        #expect(all.map(\.amount.minorUnits) == [1250, 1250, 1250, 1250])
        #expect(all.map(\.since) == [first.openedAt, first.openedAt, second.openedAt, second.openedAt])
        #expect(page.map(\.id) == [ids[1], ids[2]])
        #expect(
            found == [[ids[1], ids[3]], [ids[2], ids[3]], [ids[2]], [ids[0], ids[1], ids[3]], [ids[3]]])
    }

    @Test func `a refund goes through the account that has the money`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.paid(.tea(through: "side"), with: "M1")
        _ = try await ledger.accept(.refund(nil, note: ""), about: order.id, key: nil, by: "anna")

        let rows = try await ledger.queue(QueueFilter(lane: .provider), limit: 9)

        #expect(rows.map(\.account) == ["side"])
    }

    @Test func `figures count what is held apart from what is due`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.sell()
        let before = try await ledger.figures()

        _ = try await ledger.hold(.order(order.id), why: "a test", by: Self.anna, key: nil)

        let after = try await ledger.figures()
        #expect([before.due, before.held] == [1, 0])
        #expect([after.due, after.held] == [0, 1])
        #expect(after.oldestDue == nil)
    }

    @Test func `an answer about an order tells what is held of it`() async throws {
        let ledger = try Bench.inMemory()
        let free = try await ledger.sell()
        _ = try await ledger.hold(.lane(.provider), why: "the line is down", by: Self.anna, key: nil)

        let held = try await ledger.open(.silent, key: nil, by: "anna")
        let rows = try await ledger.queue(QueueFilter(order: held.order.id, isHeld: true), limit: 9)
        let cancelled = try await ledger.accept(.cancel, about: held.order.id, key: nil, by: "anna")
        let seen = try await ledger.orderWithHeldWork(held.order.id)
        let first = try await ledger.orderWithHeldWork(free.id)

        let asking = Effect.provider(.create(held.order.attempts[0].reference))
        #expect(held.heldWork.map(\.effect) == [asking])
        #expect(held.heldWork.map(\.hold.person) == ["anna"])
        #expect(rows.map(\.id) == held.heldWork.map(\.row))
        #expect(rows.map(\.hold) == held.heldWork.map(\.hold))
        #expect(cancelled.heldWork == [])
        #expect(seen.order == cancelled.order)
        #expect(seen.heldWork == [])
        #expect(first.heldWork.count == 1)
    }

    @Test func `what is asked of one order reads no other order's rows`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.sell()
        let plans = try await ledger.plans {
            _ = try await ledger.queue(QueueFilter(order: order.id), limit: 9)
            _ = try await ledger.queue(QueueFilter(order: order.id, isHeld: true), limit: 9)
            _ = try await ledger.queue(QueueFilter(row: 1), limit: 9)
            _ = try await ledger.orderWithHeldWork(order.id)
        }

        let outbox = plans.joined().filter { $0.contains("outbox") }
        #expect(outbox.count == 4)
        #expect(
            outbox.allSatisfy { $0.contains("(order_id=?)") || $0.hasSuffix("PRIMARY KEY (rowid=?)") }, "\(outbox)")
    }

    @Test func `due work is found by an index`() async throws {
        let ledger = try Bench.inMemory()

        let plan = try await ledger.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    EXPLAIN QUERY PLAN SELECT * FROM outbox WHERE lane = 'provider' AND due_at <= 1
                    AND \(Ledger.isFree) ORDER BY due_at, id LIMIT 9
                    """
            ).map { $0["detail"] as String }
        }

        #expect(plan.contains { $0.contains("USING INDEX outbox_due") }, "\(plan)")
    }
}

extension Sale {
    /// Tea without any slip.
    static let silent = Sale(
        amount: Money(minorUnits: 1250, .cny), account: "main", patience: .seconds(300),
        slips: SlipPolicy(receipt: false, code: false))
}

extension Ledger {
    /// The row of the provider lane that an order has.
    func row(of order: Order) async throws -> Work {
        try #require(try await work(in: .provider).last { $0.order == order.id })
    }
}

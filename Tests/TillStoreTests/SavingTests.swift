// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TillCore

@testable import TillStore

@Suite struct `Saving an order` {
    @Test func `saves the order, its journal row and its work together`() async throws {
        let ledger = try Bench.inMemory()

        let order = try await ledger.sell()

        let rows = try await ledger.journal(after: 1, limit: 10)
        let work = try await ledger.work(in: .provider)
        #expect(try await ledger.order(order.id) == order)
        #expect(rows.map(\.entry.name) == ["opened"])
        #expect(rows.first?.order == order.id)
        #expect(rows.first?.by == "anna")
        #expect(rows.first?.status == "opening")
        #expect(work.map(\.effect) == [.provider(.create(order.attempts[0].reference))])
        #expect(try await ledger.work(in: .clock).map(\.dueAt) == [order.deadline])
    }

    @Test func `gives it names of 26 characters that are used once`() async throws {
        let ledger = try Bench.inMemory()

        var names: [String] = []
        for _ in 0..<200 {
            let order = try await ledger.sell()
            names += [order.id.text, order.attempts[0].reference.text]
        }

        #expect(Set(names).count == 400)
        #expect(names.allSatisfy { $0.count == 26 })
        #expect(
            names.allSatisfy { $0.allSatisfy { "0123456789ABCDEFGHJKMNPQRSTVWXYZ".contains($0) } })
    }

    @Test func `keeps every field of it`() async throws {
        let bench = try Bench()
        let sale = Sale(
            amount: Money(minorUnits: 1_000_000_000_000, .kwd), account: "other",
            patience: .milliseconds(90_500), subject: "茶 \"ü\" \\ \n\t\u{1F375}",
            reference: "a'b;--", slips: SlipPolicy(receipt: false, code: true),
            metadata: ["k": "v", "": "empty", "ключ": "значение"])

        let order = try await bench.day { try await $0.sell(sale) }

        let again = try await bench.day { try await $0.order(order.id) }
        #expect(again == order)
        #expect(again.subject == sale.subject)
        #expect(again.metadata == sale.metadata)
        #expect(again.deadline == order.openedAt + .milliseconds(90_500))
    }

    @Test func `keeps every part of it`() async throws {
        let bench = try Bench()

        let order = try await bench.day { ledger in
            var order = try await ledger.paid(with: "M1")
            order = try await ledger.tell(.money("M2"), of: order)
            order = try await ledger.tell(.money("M3", 7), of: order)
            order = try await ledger.record(.print(order.prints[0].id, .started), about: order.id)
            order = try await ledger.record(
                .print(order.prints[0].id, .interrupted), about: order.id)
            return try await ledger.accept(
                .refund(Money(minorUnits: 50, .cny), note: "cold"), about: order.id, key: nil,
                by: "anna"
            ).order
        }

        let again = try await bench.day { try await $0.order(order.id) }
        #expect(again == order)
        #expect(again.transactions.map(\.fate) == [.kept, .returning, .held])
        #expect(again.holds.count == 2)
        #expect(again.refunds.count == 2)
    }

    @Test func `that changes nothing writes nothing`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.paid(with: "M1")
        let head = try await ledger.journalHead()

        try await ledger.tell(.money("M1", by: .notify), of: order)
        try await ledger.tell(.outcome(.pending(nil), .query), of: order)

        #expect(try await ledger.journalHead() == head)
        #expect(try await ledger.order(order.id) == order)
    }

    @Test func `that a command refuses writes nothing`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.paid(with: "M1")
        let head = try await ledger.journalHead()

        await #expect(throws: OrderError.alreadyPaid(order.id)) {
            try await ledger.accept(.cancel, about: order.id, key: nil, by: "anna")
        }

        #expect(try await ledger.journalHead() == head)
    }

    @Test func `of which nobody heard says so`() async throws {
        let ledger = try Bench.inMemory()

        await #expect(throws: LedgerError.noSuchOrder("X")) { try await ledger.order("X") }
        await #expect(throws: LedgerError.noSuchOrder("X")) {
            try await ledger.record(.deadlinePassed, about: "X")
        }
        await #expect(throws: LedgerError.noSuchOrder("X")) {
            try await ledger.accept(.cancel, about: "X", key: nil, by: "anna")
        }
        await #expect(throws: LedgerError.noSuchAttempt("X")) {
            try await ledger.order(of: AttemptReference("X"))
        }
    }

    @Test func `lets it be found by its attempts`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.present()

        let later = try await ledger.startAttempt(
            of: order.id, account: "other", key: nil, by: "anna"
        ).order

        #expect(later.attempts.map(\.account) == ["main", "other"])
        #expect(try await ledger.order(of: later.attempts[1].reference) == later)
        #expect(try await ledger.order(of: later.attempts[0].reference) == later)
    }

    @Test func `lists what is open and what is new`() async throws {
        let clock = HandClock()
        let ledger = try Bench.inMemory(clock)
        var ids: [OrderID] = []
        for number in 0..<4 {
            clock.pass(.seconds(1))
            ids.append(
                number == 2
                    ? try await ledger.paid(with: "M").id : try await ledger.sell().id)
        }

        let figures = try await ledger.figures()

        #expect(try await ledger.openOrders().map(\.id) == [ids[0], ids[1], ids[3]])
        #expect(try await ledger.newestOrders(limit: 2).map(\.id) == [ids[3], ids[2]])
        #expect(figures.openOrders == 3)
        #expect(figures.work == [.provider: 3, .print: 1, .clock: 3])
        #expect(figures.head == 8)
    }

    @Test func `leaves a doubt in the journal and nowhere else`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.present()

        try await ledger.note(Doubt(account: "main", why: "a bad signature"))

        let last = try #require(try await Audit.journal(of: ledger).last)
        #expect(last.entry == .unbelieved("main", why: "a bad signature"))
        #expect(try await ledger.order(order.id) == order)
        #expect(try await Audit.faults(of: ledger) == [])
    }
}

@Suite struct `The outbox` {
    @Test func `brings up what is due, the earliest first`() async throws {
        let clock = HandClock()
        let ledger = try Bench.inMemory(clock)
        let first = try await ledger.sell()
        clock.pass(.seconds(1))
        let second = try await ledger.sell()

        let due = try await ledger.due(in: .provider, limit: 10)
        let deadlines = try await ledger.due(in: .clock, limit: 10)
        clock.pass(.seconds(299))

        #expect(due.map(\.order) == [first.id, second.id])
        #expect(deadlines == [])
        #expect(try await ledger.due(in: .clock, limit: 10).map(\.order) == [first.id])
        #expect(try await ledger.nextDue(in: .clock) == first.deadline)
        #expect(try await ledger.due(in: .provider, limit: 1).count == 1)
        #expect(try await ledger.nextDue(in: .print) == nil)
    }

    @Test func `postpones work and counts its tries`() async throws {
        let clock = HandClock()
        let ledger = try Bench.inMemory(clock)
        _ = try await ledger.sell()
        let work = try #require(try await ledger.work(in: .provider).first)
        let until = ledger.time.now + .seconds(5)

        try await ledger.postpone(Postponement(work: work.id, until: until, answer: "no line"))

        let later = try #require(try await ledger.work(work.id))
        #expect(later.tries == 1)
        #expect(later.dueAt == until)
        #expect(later.lastAnswer == "no line")
        #expect(try await ledger.due(in: .provider, limit: 10) == [])
        clock.pass(.seconds(5))
        #expect(try await ledger.due(in: .provider, limit: 10) == [later])
    }

    @Test func `keeps the row of work that goes on`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.sell()
        let work = try #require(try await ledger.work(in: .provider).first)

        try await ledger.tell(.asking, of: order)
        try await ledger.record(
            .attempt(order.attempts[0].reference, .notSent), about: order.id,
            postponing: Postponement(
                work: work.id, until: ledger.time.now + .seconds(2), answer: "no line"))

        let same = try await ledger.work(in: .provider)
        #expect(same.map(\.id) == [work.id])
        #expect(same.map(\.tries) == [1])
    }

    @Test func `gives rows whose numbers are never used twice`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.sell()
        let first = try #require(try await ledger.work(in: .provider).last)

        try await ledger.tell(.asking, of: order)
        try await ledger.tell(.answerLost, of: order)

        let next = try #require(try await ledger.work(in: .provider, after: first.id).first)
        #expect(next.id > first.id)
        #expect(try await ledger.work(first.id) == nil)
    }

    @Test func `wakes the lane that a commit wrote to`() async throws {
        let ledger = try Bench.inMemory()
        var provider = ledger.wakeups(of: .lane(.provider)).makeAsyncIterator()
        var journal = ledger.wakeups(of: .journal).makeAsyncIterator()

        _ = try await ledger.sell()

        #expect(await provider.next() != nil)
        #expect(await journal.next() != nil)
    }

    @Test func `hands hints out once`() async throws {
        let ledger = try Bench.inMemory()
        var hints = ledger.wakeups(of: .hints).makeAsyncIterator()

        ledger.hint("A")
        ledger.hint("B")
        ledger.hint("A")

        #expect(await hints.next() != nil)
        #expect(ledger.takeHints() == ["A", "B"])
        #expect(ledger.takeHints() == [])
    }
}

// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore
import TillTesting

@testable import PaymentService
@testable import TillStore

@Suite struct `A worker and those who steer its queue` {
    private static let anna = Steerer(person: "anna", door: "test")

    @Test func `asks nothing about what is held, and goes on when it is released`() async throws {
        let shop = try TwoAcquirers()
        let held = try await shop.open(1, through: "good")
        let other = try await shop.open(1, through: "good")
        _ = try await shop.ledger.hold(.order(held[0]), why: "a test", by: Self.anna, key: nil)

        try await shop.step()
        try await shop.pass(seconds: 30)
        let asked = shop.line.count(TwoAcquirers.good)
        let waits = try await shop.waits(held[0])
        let statuses = [try await shop.statuses(held), try await shop.statuses(other)]
        _ = try await shop.ledger.release(.order(held[0]), why: nil, by: Self.anna, key: nil)
        try await shop.step()
        try await shop.pass(seconds: 3)

        #expect(asked == 2)
        #expect(waits.map(\.word) == ["held"])
        #expect(statuses == [[.opening], [.paid]])
        #expect(try await shop.statuses(held) == [.paid])
    }

    @Test func `has no next time for what is held`() async throws {
        let desk = try Desk(["create": "code C", "query": "pending C"])
        let id = try await desk.open()
        try await desk.step()

        _ = try await desk.ledger.hold(.order(id), why: "a test", by: Self.anna, key: nil)

        #expect(try await desk.step() == nil)
    }

    @Test func `holds back what came before it looked`() async throws {
        let desk = try Desk(["create": "code C"])
        let id = try await desk.open()
        let row = try await desk.row(id)
        _ = try await desk.ledger.hold(.row(row.id), why: "a test", by: Self.anna, key: nil)
        // What was written down in memory about it is lost, as it is if the round came first.
        _ = desk.ledger.takeSteered()
        let before = Work(
            id: row.id, order: id, effect: row.effect, dueAt: row.dueAt, tries: 0, lastAnswer: nil)

        let turn = try await desk.worker.perform(before, History())

        #expect(turn.foundHeld)
        #expect(desk.line.asked == [])
    }

    @Test func `of a sale whose work is held never says that it is settled`() async throws {
        let desk = try Desk(["create": "code C", "query": "pending C", "close": "closed"])
        let deadlines = DeadlineWorker(ledger: desk.ledger)
        let id = try await desk.open(patience: .seconds(60))
        try await desk.step()
        _ = try await desk.ledger.hold(.order(id), why: "a test", by: Self.anna, key: nil)

        desk.clock.advance(milliseconds: 60_000)
        _ = try await deadlines.step()
        try await desk.pass(seconds: 60)
        let held = try await desk.ledger.order(id)
        _ = try await desk.ledger.release(.order(id), why: nil, by: Self.anna, key: nil)
        try await desk.step()

        #expect(held.status == .checking)
        #expect(!held.status.endsWait)
        #expect(desk.line.count("close") == 1)
        #expect(try await desk.ledger.order(id).status == .notPaid)
    }

    @Test func `believes a notify about a sale that is held`() async throws {
        let shop = try TwoAcquirers()
        let id = try await shop.open(1, through: "good")[0]
        _ = try await shop.ledger.hold(.order(id), why: "a test", by: Self.anna, key: nil)
        try await shop.step()
        let reference = try await shop.ledger.order(id).attempts[0].reference

        try await shop.ledger.receive(
            ReceivedNotify(
                account: "good", id: "N1", raw: [],
                word: .payment(
                    reference,
                    .paid(
                        Payment(acquirerReference: "P", amount: Money(minorUnits: 1250, .cny))))))

        #expect(try await shop.statuses([id]) == [.paid])
        #expect(try await shop.ledger.queue(QueueFilter(), limit: 9) == [])
    }

    @Test func `says when it asks again, how often it did, and what came of it`() async throws {
        let shop = try TwoAcquirers(bad: "garbled")
        let id = try await shop.open(1, through: "bad")[0]

        try await shop.step()
        try await shop.pass(seconds: 1)
        let row = try await shop.ledger.queue(
            QueueFilter(lane: .provider, order: id), limit: 9)
        let standing = shop.ledger.board.sight(of: .provider).standings[row[0].id]

        #expect(row.map(\.tries) == [0])
        #expect(standing?.tries == 1)
        #expect(standing?.lastAnswer?.contains("not a word") == true)
        #expect(try await shop.waits(id).map(\.word) == ["waits"])
    }

    @Test(.timeLimit(.minutes(1))) func `tells a row that is under way from one behind it`() async throws {
        let shop = try TwoAcquirers()
        let id = try await shop.open(1, through: "good")[0]
        let ledger = shop.ledger
        let waits = AsyncStream.makeStream(of: [String].self)
        shop.line.answers { _, question in
            let rows = (try? await ledger.queue(QueueFilter(order: id), limit: 9)) ?? []
            let sight = ledger.board.sight(of: .provider)
            waits.continuation.yield(
                rows.map {
                    $0.wait(sight, accounts: ["good"], hasPrinter: true, at: ledger.time.now).word
                })
            return TwoAcquirers.goodAnswer(question)
        }

        await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [worker = shop.worker] in try await worker.run() }
            for await words in waits.stream {
                #expect(words.first == "under_way" || words.first == "due")
                #expect(words.last == "waits")
                break
            }
            group.cancelAll()
        }
    }

    @Test func `says that an acquirer is spared`() async throws {
        let shop = try TwoAcquirers(bad: "down")
        let ids = try await shop.open(8, through: "bad")

        try await shop.step()

        #expect(shop.breakers.isOpen("bad"))
        for id in ids { #expect(try await shop.waits(id).map(\.word) == ["account_rests"]) }
    }

    @Test func `tries what a person flushes at once, once for each account that is spared`()
        async throws
    {
        let shop = try TwoAcquirers(bad: "down")
        _ = try await shop.open(8, through: "bad")
        try await shop.step()
        try await shop.pass(seconds: 15)
        let before = shop.line.count(TwoAcquirers.bad)
        let isSpared = shop.breakers.rests(at: shop.ledger.time.now)["bad"] != nil

        _ = try await shop.ledger.flush(nil, by: Self.anna, key: nil)
        try await shop.step()
        let first = shop.line.count(TwoAcquirers.bad)
        try await shop.step()
        let second = shop.line.count(TwoAcquirers.bad)

        #expect(isSpared)
        #expect(first == before + 1)
        #expect(second == first)
    }

    @Test func `hurries all when that one request is answered`() async throws {
        let shop = try TwoAcquirers(bad: "down")
        let ids = try await shop.open(8, through: "bad")
        try await shop.step()
        try await shop.pass(seconds: 15)
        shop.line.answers { _, question in TwoAcquirers.goodAnswer(question) }

        _ = try await shop.ledger.flush(ids[3], by: Self.anna, key: nil)
        try await shop.step()
        try await shop.pass(seconds: 3)

        #expect(try await shop.statuses(ids) == [.paid])
    }

    @Test func `flushes a sale and leaves the others their time`() async throws {
        let shop = try TwoAcquirers(bad: "garbled")
        let ids = try await shop.open(2, through: "bad")
        try await shop.step()
        try await shop.pass(seconds: 20)
        shop.line.answers { _, question in TwoAcquirers.goodAnswer(question) }

        _ = try await shop.ledger.flush(ids[0], by: Self.anna, key: nil)
        try await shop.step()

        #expect(try await shop.statuses([ids[0]]) == [.paid])
        #expect(try await shop.statuses([ids[1]]) == [.checking])
    }

    @Test func `does not flush what is held`() async throws {
        let shop = try TwoAcquirers()
        let id = try await shop.open(1, through: "good")[0]
        _ = try await shop.ledger.hold(.order(id), why: "a test", by: Self.anna, key: nil)
        try await shop.step()

        _ = try await shop.ledger.flush(id, by: Self.anna, key: nil)
        try await shop.step()

        #expect(shop.line.asked == [])
    }

    @Test func `keeps the rows of one order one after the other`() async throws {
        var schedule = Schedule()
        let now = Timestamp(milliseconds: 0)
        let rows = [1, 2].map { (id: Int64) in
            Work(
                id: id, order: "A", effect: .provider(.close(AttemptReference("R\(id)"))),
                dueAt: now, tries: 0, lastAnswer: nil)
        }
        schedule.add(rows)

        let first = schedule.take(at: now, limit: 9).map(\.id)
        schedule.flush(["A"], at: now)
        schedule.setHeld([])
        let blocked = schedule.take(at: now, limit: 9).map(\.id)
        let busy = schedule.sight.underWay

        #expect(first == [1])
        #expect(blocked == [])
        #expect(busy == ["A": 1])
    }
}

// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore
import TillStore

@Suite struct `A notify` {
    static func notify(
        _ id: String, of account: AccountID = "main", _ word: NotifyWord?
    ) -> ReceivedNotify {
        ReceivedNotify(account: account, id: id, raw: [0, 255, 10], word: word)
    }

    static func paid(_ order: Order, _ acquirerReference: String) -> NotifyWord {
        .payment(
            order.attempts[0].reference,
            .paid(Payment(acquirerReference: acquirerReference, amount: order.amount)))
    }

    @Test func `pays the order that it is about`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.present()

        try await ledger.receive(Self.notify("N1", Self.paid(order, "M1")))

        let paid = try await ledger.order(order.id)
        #expect(paid.state == .paid)
        #expect(paid.transactions.map(\.source) == [.notify])
        #expect(try await Audit.faults(of: ledger) == [])
    }

    @Test func `counts once, and so does its query`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.present()
        try await ledger.receive(Self.notify("N1", Self.paid(order, "M1")))
        let once = try await ledger.order(order.id)
        let head = try await ledger.journalHead()

        try await ledger.receive(Self.notify("N1", Self.paid(order, "M2")))
        try await ledger.receive(Self.notify("N2", Self.paid(order, "M1")))
        try await ledger.tell(.money("M1"), of: order)

        #expect(try await ledger.order(order.id) == once)
        #expect(try await ledger.journalHead() == head)
    }

    @Test func `that fifty connections bring at once counts once`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.present()

        try await withThrowingTaskGroup { connections in
            for _ in 0..<50 {
                connections.addTask {
                    try await ledger.receive(Self.notify("N1", Self.paid(order, "M1")))
                }
            }
            try await connections.waitForAll()
        }

        #expect(try await ledger.order(order.id).transactions.count == 1)
        #expect(try await ledger.journal(after: 0, limit: 99, about: order.id).count == 4)
    }

    @Test func `is kept as it came`() async throws {
        let bench = try Bench()
        try await bench.day { ledger in
            let order = try await ledger.present()
            try await ledger.receive(Self.notify("N1", Self.paid(order, "M1")))
            try await ledger.receive(Self.notify("N2", nil))
            try await ledger.receive(Self.notify("N3", .payment("NOBODY", .unseen)))
        }

        let rows = try bench.sqlite("SELECT notify_id, hex(raw), verdict FROM inbox ORDER BY 1")

        #expect(rows.lines == ["N1|00FF0A|recorded", "N2|00FF0A|ignored", "N3|00FF0A|stray"])
    }

    @Test(arguments: [
        NotifyWord.payment(
            "NOBODY",
            .paid(Payment(acquirerReference: "M", amount: Money(minorUnits: 1, .cny)))),
        .refund("NOBODY", .done),
    ])
    func `of which no order knows opens one hold`(word: NotifyWord) async throws {
        let ledger = try Bench.inMemory()

        try await ledger.receive(Self.notify("N1", word))
        try await ledger.receive(Self.notify("N1", word))

        let holds = try await ledger.openHolds()
        #expect(holds.count == 1)
        #expect(holds.first?.order == nil)
        #expect(try await ledger.figures().openHolds == 1)
        #expect(try await Audit.journal(of: ledger).last?.entry.name == "stray")
    }

    @Test func `of another account does not pay`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.present()

        try await ledger.receive(Self.notify("N1", of: "other", Self.paid(order, "M1")))

        #expect(try await ledger.order(order.id) == order)
        #expect(try await ledger.openHolds().count == 1)
    }

    @Test func `of each of two accounts counts, even if they share a name`() async throws {
        let ledger = try Bench.inMemory()
        let first = try await ledger.present()
        let second = try await ledger.present(.tea(through: "other"))

        try await ledger.receive(Self.notify("N1", Self.paid(first, "M1")))
        try await ledger.receive(Self.notify("N1", of: "other", Self.paid(second, "M2")))

        #expect(try await ledger.order(first.id).state == .paid)
        #expect(try await ledger.order(second.id).state == .paid)
    }

    @Test func `about a refund ends it`() async throws {
        let ledger = try Bench.inMemory()
        let paid = try await ledger.paid(with: "M1")
        let asked = try await ledger.accept(
            .refund(nil, note: ""), about: paid.id, key: nil, by: "anna"
        ).order

        try await ledger.receive(Self.notify("N1", .refund(asked.refunds[0].id, .done)))

        #expect(try await ledger.order(paid.id).refunds.map(\.state) == [.done])
    }
}

@Suite struct `Money that is told for two orders` {
    @Test func `belongs to the first, and one person has to look`() async throws {
        let ledger = try Bench.inMemory()
        let first = try await ledger.paid(with: "M1")
        let second = try await ledger.present()

        try await ledger.tell(.money("M1"), of: second)
        try await ledger.tell(.money("M1", by: .notify), of: second)

        #expect(try await ledger.order(second.id) == second)
        #expect(try await ledger.order(first.id) == first)
        let holds = try await ledger.openHolds()
        #expect(holds.count == 1)
        #expect(holds.first?.order == nil)
        #expect(try await Audit.faults(of: ledger) == [])
    }

    @Test func `is two pieces of money if two accounts tell of it`() async throws {
        let ledger = try Bench.inMemory()
        _ = try await ledger.paid(with: "M1")

        let second = try await ledger.paid(.tea(through: "other"), with: "M1")

        #expect(second.state == .paid)
        #expect(try await ledger.openHolds() == [])
    }
}

@Suite struct `A hold of the ledger` {
    @Test func `beside an order is settled through it`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.present()
        let held = try await ledger.tell(.money("M1", 7), of: order)
        let id = try #require(held.holds.first?.id)

        let settled = try await ledger.settle(id, .giveBack, note: "wrong", key: nil, by: "anna")

        let after = try await ledger.order(order.id)
        #expect(settled.hold.settlement?.by == "anna")
        #expect(settled.order == order.id)
        #expect(after.refunds.map(\.amount.minorUnits) == [7])
        #expect(try await ledger.openHolds() == [])
        #expect(try await Audit.faults(of: ledger) == [])
    }

    @Test func `without an order is settled by itself, once`() async throws {
        let ledger = try Bench.inMemory()
        try await ledger.receive(`A notify`.notify("N1", .payment("NOBODY", .unseen)))
        let id = try #require(try await ledger.openHolds().first?.hold.id)

        await #expect(throws: OrderError.decisionDoesNotFit([.leave])) {
            try await ledger.settle(id, .retry, note: "", key: nil, by: "anna")
        }
        let settled = try await ledger.settle(id, .leave, note: "seen", key: nil, by: "anna")

        #expect(settled.hold.settlement?.decision == .leave)
        #expect(try await ledger.openHolds() == [])
        await #expect(throws: OrderError.alreadySettled(id)) {
            try await ledger.settle(id, .leave, note: "", key: nil, by: "anna")
        }
        #expect(try await Audit.faults(of: ledger) == [])
    }

    @Test func `is settled once by a key that comes twice`() async throws {
        let ledger = try Bench.inMemory()
        try await ledger.receive(`A notify`.notify("N1", .payment("NOBODY", .unseen)))
        let id = try #require(try await ledger.openHolds().first?.hold.id)
        let key = IdempotencyKey(route: "settle", key: "k", body: [])

        let first = try await ledger.settle(id, .leave, note: "seen", key: key, by: "anna")
        let head = try await ledger.journalHead()
        let second = try await ledger.settle(id, .leave, note: "seen", key: key, by: "anna")

        #expect(first.hold == second.hold)
        #expect(try await ledger.journalHead() == head)
    }

    @Test func `that is not there says so`() async throws {
        let ledger = try Bench.inMemory()

        await #expect(throws: LedgerError.noSuchHold("H")) {
            try await ledger.settle("H", .leave, note: "", key: nil, by: "anna")
        }
    }
}

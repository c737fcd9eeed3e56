// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore
import TillStore
import TillTesting

@testable import PaymentService

@Suite struct `Things that happen while an exchange is under way` {
    @Test func `a sale cancelled during the create is closed at the acquirer`() async throws {
        let desk = try Desk(["create": "code C", "close": "closed"])
        let id = try await desk.open()
        desk.line.whileInFlight { [ledger = desk.ledger] question in
            guard question.hasPrefix("create") else { return }
            _ = try await ledger.accept(.cancel, about: id, key: nil, by: "test")
        }

        try await desk.step()

        let order = try await desk.ledger.order(id)
        #expect(desk.line.fault == nil)
        #expect(Array(desk.line.asked.prefix(2)) == ["create", "close"])
        #expect(order.attempts[0].state == .closed(.cancelled))
        #expect(order.attempts[0].code == PaymentCode("C"))
        #expect(order.status == .notPaid)
    }

    @Test func `a sale cancelled while the create fails to leave is over, and watched`()
        async throws
    {
        let desk = try Desk(["create": "busy 1"])
        let id = try await desk.open()
        desk.line.whileInFlight { [ledger = desk.ledger] _ in
            _ = try await ledger.accept(.cancel, about: id, key: nil, by: "test")
        }

        let next = try await desk.step()

        #expect(desk.line.asked == ["create", "query"])
        #expect(try await desk.state(id) == .closed(.cancelled))
        #expect(next == 10_000)
    }

    @Test func `a notify that overtakes the create's answer is a sale`() async throws {
        let desk = try Desk(["create": "code C"])
        let id = try await desk.open()
        let reference = try await desk.ledger.order(id).attempts[0].reference
        let payment = Payment(acquirerReference: "P", amount: Money(minorUnits: 1250, .cny))
        desk.line.whileInFlight { [ledger = desk.ledger] _ in
            try await ledger.receive(
                ReceivedNotify(
                    account: "main", id: "n1", raw: [],
                    word: .payment(reference, .paid(payment))))
        }

        let next = try await desk.step()

        let order = try await desk.ledger.order(id)
        #expect(order.status == .paid)
        #expect(order.attempts[0].state == .paid)
        #expect(order.transactions.map(\.source) == [.notify])
        #expect(next == nil)
    }

    @Test func `work that a notify has ended meanwhile is not done`() async throws {
        let desk = try Desk(["create": "code C", "query": "pending C"])
        let id = try await desk.open()
        try await desk.step()
        let asked = desk.line.asked.count
        let reference = try await desk.ledger.order(id).attempts[0].reference
        let payment = Payment(acquirerReference: "P", amount: Money(minorUnits: 1250, .cny))
        try await desk.ledger.record(
            .attempt(reference, .outcome(.paid(payment), .notify)), about: id)
        desk.clock.advance(milliseconds: 5000)

        let next = try await desk.step()

        #expect(desk.line.asked.count == asked)
        #expect(next == nil)
    }

    @Test func `a sale that a person cancels before anything was asked is never asked for`()
        async throws
    {
        let desk = try Desk(["create": "code C"])
        let id = try await desk.open()
        _ = try await desk.ledger.accept(.cancel, about: id, key: nil, by: "test")

        let next = try await desk.step()

        #expect(desk.line.asked == [])
        #expect(try await desk.state(id) == .closed(.cancelled))
        #expect(next == nil)
    }

    @Test func `work for an account that is not configured is set aside and says so once`()
        async throws
    {
        let desk = try Desk(["create": "code C"], accounts: ["other"])
        let id = try await desk.open(patience: .seconds(600))

        let next = try await desk.step()
        try await desk.pass(seconds: 130)

        #expect(next == 60_000)
        #expect(desk.line.asked == [])
        #expect(try await desk.row(id).lastAnswer == "no account of that name is configured")
        #expect(try await desk.row(id).tries == 1)
    }

    @Test func `money of another amount closes the attempt and asks a person`() async throws {
        let desk = try Desk(["create": "code C", "query": "paid P 1200", "close": "paid P 1200"])
        let id = try await desk.open()

        try await desk.step()

        let order = try await desk.ledger.order(id)
        #expect(Array(desk.line.asked.prefix(3)) == ["create", "query", "close"])
        #expect(order.attempts[0].state == .closed(.wrongMoney))
        #expect(order.status == .needsPerson)
        #expect(order.transactions.map(\.fate) == [.held])
    }

    @Test func `an acquirer that cannot close yet is asked again, ever more rarely`()
        async throws
    {
        let desk = try Desk(["create": "code C", "query": "pending C", "close": "later"])
        let id = try await desk.open()
        try await desk.step()
        _ = try await desk.ledger.accept(.cancel, about: id, key: nil, by: "test")

        var pauses: [Duration] = []
        for _ in 0..<6 {
            try await desk.step()
            let pause = try await desk.row(id).dueAt.since(desk.ledger.time.now)
            pauses.append(pause)
            desk.clock.advance(milliseconds: pause.components.seconds * 1000)
        }

        #expect(pauses == [1, 2, 3, 5, 8, 8].map { .seconds($0) })
        #expect(try await desk.row(id).lastAnswer == "too early")
        #expect(try await desk.state(id) == .closing(.cancelled))
    }
}

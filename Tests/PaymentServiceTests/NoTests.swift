// SPDX-License-Identifier: Apache-2.0

import ProviderKit
import Testing
import TillCore
import TillStore
import TillTesting

@testable import PaymentService

@Suite struct `A no means something else to each question` {
    /// What is left of a question that brought no answer.
    private func leftovers(_ desk: Desk, _ id: OrderID, after seq: Int64) async throws
        -> (state: AttemptState, journal: [String], row: Work)
    {
        (try await desk.state(id), try await desk.journal(after: seq), try await desk.row(id))
    }

    @Test(arguments: [NoAnswer.down, .busy, .unconfigured])
    func `a create that was not done is tried again, as if never sent`(no: NoAnswer) async throws {
        let desk = try Desk(["create": no.rawValue])
        let id = try await desk.open()

        let next = try await desk.step()

        let left = try await leftovers(desk, id, after: 2)
        #expect(left.state == .opened)
        #expect(left.journal == ["recorded.asking", "recorded.not_sent"])
        #expect(left.row.effect == .provider(.create(try await reference(desk, id))))
        #expect(left.row.tries == 1)
        #expect(left.row.lastAnswer != nil)
        #expect(next == (no == .busy ? 5000 : 1000))
    }

    @Test func `a create that is declined ends the attempt in the acquirer's words`() async throws {
        let desk = try Desk(["create": "no", "query": "unseen"])
        let id = try await desk.open()

        try await desk.step()

        let left = try await leftovers(desk, id, after: 2)
        #expect(left.state == .closed(.refused("the acquirer refused: not you (no)")))
        #expect(left.journal == ["recorded.asking", "recorded.refused"])
        #expect(left.row.effect == .provider(.watch(try await reference(desk, id))))
        #expect(try await desk.ledger.order(id).status == .notPaid)
    }

    @Test(arguments: [NoAnswer.lost, .unsure, .forged, .garbled])
    func `a create whose end nobody knows is asked about, never sent again`(no: NoAnswer)
        async throws
    {
        let desk = try Desk(["create": no.rawValue, "query": "unseen"])
        let id = try await desk.open()
        let now = desk.ledger.time.now

        let next = try await desk.step()

        let left = try await leftovers(desk, id, after: 2)
        #expect(left.state == .uncertain(since: now))
        #expect(
            left.journal == ["recorded.asking", "recorded.answer_lost"]
                + (no.isDoubted ? ["unbelieved"] : []))
        #expect(desk.line.asked == ["create", "query"])
        #expect(next == 1000)
    }

    @Test(arguments: NoAnswer.allCases)
    func `a query that brings nothing changes nothing`(no: NoAnswer) async throws {
        let desk = try Desk(["create": "code C", "query": no.rawValue])
        let id = try await desk.open()
        let head = try await presented(desk)

        let next = try await desk.step()

        let left = try await leftovers(desk, id, after: head)
        #expect(left.state == .presented(boot: 1))
        #expect(left.journal == (no.isDoubted ? ["unbelieved"] : []))
        #expect(left.row.tries == 0)
        #expect(next == (no == .busy ? 5000 : 2000))
    }

    @Test func `a query that is not believed again and again is written down once`() async throws {
        let desk = try Desk(["create": "code C", "query": "forged"])
        _ = try await desk.open(patience: .seconds(600))
        let head = try await presented(desk)

        try await desk.pass(seconds: 30)

        #expect(desk.line.count("query") > 5)
        #expect(try await desk.journal(after: head) == ["unbelieved"])
    }

    @Test func `a query that is not believed after many that were is written down too`()
        async throws
    {
        let desk = try Desk(["create": "code C", "query": "pending C"])
        _ = try await desk.open(patience: .seconds(600))
        let head = try await presented(desk)
        try await desk.pass(seconds: 10)

        desk.line.answer("query", "forged")
        try await desk.pass(seconds: 10)

        #expect(try await desk.journal(after: head) == ["unbelieved"])
    }

    @Test(arguments: NoAnswer.allCases)
    func `a no to a close is a lost answer`(no: NoAnswer) async throws {
        let desk = try Desk(["create": "code C", "query": "pending C", "close": no.rawValue])
        let id = try await desk.open()
        try await desk.step()
        _ = try await desk.ledger.accept(.cancel, about: id, key: nil, by: "test")
        let head = try await desk.ledger.journalHead()

        try await desk.step()

        let left = try await leftovers(desk, id, after: head)
        let pause = left.row.dueAt.since(desk.ledger.time.now)
        #expect(left.state == .closing(.cancelled))
        #expect(left.journal == (no.isDoubted ? ["unbelieved"] : []))
        #expect(left.row.effect == .provider(.close(try await reference(desk, id))))
        #expect(left.row.tries == 1)
        #expect(pause == (no == .busy ? .seconds(5) : .seconds(1)))
    }

    @Test(arguments: [NoAnswer.down, .busy, .unconfigured])
    func `a refund that was not done is sent again under its id`(no: NoAnswer) async throws {
        let desk = try Desk(["create": "paid P 1250", "refund": no.rawValue])
        let (id, head) = try await refunding(desk)

        let next = try await desk.step()

        let order = try await desk.ledger.order(id)
        #expect(order.refunds.map(\.state) == [.asked])
        #expect(
            try await desk.journal(after: head)
                == ["recorded.refund.sending", "recorded.refund.not_sent"])
        #expect(try await desk.row(id).effect == .provider(.refund(order.refunds[0].id)))
        #expect(try await desk.row(id).tries == 1)
        #expect(next == (no == .busy ? 5000 : 1000))
    }

    @Test func `a refund that is declined is for a person`() async throws {
        let desk = try Desk(["create": "paid P 1250", "refund": "no"])
        let (id, head) = try await refunding(desk)

        let next = try await desk.step()

        let order = try await desk.ledger.order(id)
        let words = "the acquirer refused: not you (no)"
        #expect(order.refunds.map(\.state) == [.refused(words)])
        #expect(order.holds.map(\.reason) == [.refundRefused(order.refunds[0].id, reason: words)])
        #expect(
            try await desk.journal(after: head)
                == ["recorded.refund.sending", "recorded.refund.refused"])
        #expect(next == nil)
    }

    @Test(arguments: [NoAnswer.lost, .unsure, .forged, .garbled])
    func `a refund whose end nobody knows is asked about`(no: NoAnswer) async throws {
        let desk = try Desk([
            "create": "paid P 1250", "refund": no.rawValue, "refunded": "pending",
        ])
        let (id, head) = try await refunding(desk)

        desk.clock.advance(milliseconds: try #require(try await desk.step()))
        let next = try await desk.step()

        let order = try await desk.ledger.order(id)
        #expect(order.refunds.map(\.state) == [.unknown])
        #expect(
            try await desk.journal(after: head)
                == ["recorded.refund.sending", "recorded.refund.answer_lost"]
                + (no.isDoubted ? ["unbelieved"] : []))
        #expect(desk.line.asked == ["create", "refund", "refunded"])
        #expect(next == 1000)
    }

    @Test(arguments: NoAnswer.allCases)
    func `a question about a refund that brings nothing changes nothing`(no: NoAnswer)
        async throws
    {
        let desk = try Desk([
            "create": "paid P 1250", "refund": "pending", "refunded": no.rawValue,
        ])
        let (id, head) = try await refunding(desk)

        desk.clock.advance(milliseconds: try #require(try await desk.step()))
        let next = try await desk.step()

        #expect(try await desk.ledger.order(id).refunds.map(\.state) == [.unknown])
        #expect(
            try await desk.journal(after: head)
                == ["recorded.refund.sending", "recorded.refund.pending"]
                + (no.isDoubted ? ["unbelieved"] : []))
        #expect(next == (no == .busy ? 5000 : 1000))
    }

    /// Where the journal stands when the code is up: creating and querying are one step here.
    private func presented(_ desk: Desk) async throws -> Int64 {
        try await desk.ledger.journalHead() + 2
    }

    /// A paid sale of which the whole is asked back.
    private func refunding(_ desk: Desk) async throws -> (OrderID, Int64) {
        let id = try await desk.open()
        try await desk.step()
        _ = try await desk.ledger.accept(
            .refund(nil, note: "brought back"), about: id, key: nil, by: "test")
        return (id, try await desk.ledger.journalHead())
    }

    private func reference(_ desk: Desk, _ id: OrderID) async throws -> AttemptReference {
        try await desk.ledger.order(id).attempts[0].reference
    }
}

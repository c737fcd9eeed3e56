// SPDX-License-Identifier: Apache-2.0

import Testing
import TillAPI
import TillCore
import TillStore

@Suite struct `Repeated requests` {
    /// A write, and the same write with another body.
    struct Row: Sendable, CustomTestStringConvertible {
        let path: String
        let stage: Stage
        let body: String
        let otherBody: String
        let status: Int

        var testDescription: String { path }

        func ask(_ order: Order, _ hold: String, body: String) -> Ask {
            Ask.post(path, body, key: "till-7/42").named(order: order.id.text, hold: hold)
        }

        static let sale = #"{"amount":{"value":1250,"currency":"CNY"}}"#
        static let orderWrites: [Row] = [
            Row(
                path: "/v1/orders/{order}/cancel", stage: .presented, body: "{}", otherBody: "",
                status: 200),
            Row(
                path: "/v1/orders/{order}/attempts", stage: .presented, body: "{}",
                otherBody: #"{"account":"second"}"#, status: 200),
            Row(
                path: "/v1/orders/{order}/refunds", stage: .paid, body: "{}",
                otherBody: #"{"note":"cold"}"#, status: 201),
            Row(
                path: "/v1/orders/{order}/reprint", stage: .paid, body: "{}", otherBody: "",
                status: 200),
        ]
        static let all: [Row] =
            orderWrites + [
                Row(
                    path: "/v1/orders", stage: .opened, body: sale,
                    otherBody: #"{"amount":{"value":1251,"currency":"CNY"}}"#, status: 201),
                Row(
                    path: "/v1/holds/{hold}/settle", stage: .wrongMoney,
                    body: #"{"decision":"leave","note":"seen"}"#,
                    otherBody: #"{"decision":"give_back","note":"seen"}"#, status: 200),
                Row(
                    path: "/v1/holds/{hold}/settle", stage: .stray,
                    body: #"{"decision":"leave","note":"seen"}"#,
                    otherBody: #"{"decision":"leave","note":"again"}"#, status: 200),
                Row(
                    path: "/v1/queue/3/hold", stage: .presented, body: #"{"why":"a test"}"#,
                    otherBody: #"{"why":"another"}"#, status: 200),
                Row(
                    path: "/v1/queue/{order}/hold", stage: .presented, body: #"{"why":"a test"}"#,
                    otherBody: #"{"why":"another"}"#, status: 200),
                Row(
                    path: "/v1/queue/3/release", stage: .presented, body: "{}",
                    otherBody: #"{"why":"another"}"#, status: 200),
                Row(
                    path: "/v1/queue/flush", stage: .presented, body: "{}",
                    otherBody: #"{"by":"ben"}"#, status: 200),
                Row(
                    path: "/v1/drain", stage: .presented, body: "{}",
                    otherBody: #"{"why":"another"}"#, status: 200),
                Row(
                    path: "/v1/drain/end", stage: .presented, body: "{}",
                    otherBody: #"{"by":"ben"}"#, status: 200),
            ]
    }

    @Test(arguments: Row.all) func `happen once and say so`(_ row: Row) async throws {
        try await Shop.open { shop in
            let (order, hold) = try await shop.order(row.stage)
            let ask = row.ask(order, hold, body: row.body)

            let first = try await shop.send(ask)
            let head = try await shop.ledger.journalHead()
            let second = try await shop.send(ask)

            #expect(first.status == row.status)
            #expect(!first.isReplay)
            #expect(second.status == 200)
            #expect(second.isReplay)
            #expect(second.text == first.text)
            #expect(try await shop.ledger.journalHead() == head)
        }
    }

    @Test(arguments: Row.all) func `with another body are conflicts`(_ row: Row) async throws {
        try await Shop.open { shop in
            let (order, hold) = try await shop.order(row.stage)
            _ = try await shop.send(row.ask(order, hold, body: row.body))
            let head = try await shop.ledger.journalHead()

            let reply = try await shop.send(row.ask(order, hold, body: row.otherBody))

            #expect(try reply.problem().code == .idempotencyConflict)
            #expect(try reply.problem().field == "Idempotency-Key")
            #expect(reply.status == 422)
            #expect(try await shop.ledger.journalHead() == head)
        }
    }

    @Test(arguments: Row.orderWrites) func `are others when they are about another order`(
        _ row: Row
    ) async throws {
        try await Shop.open { shop in
            let (one, _) = try await shop.order(row.stage)
            let (other, _) = try await shop.order(row.stage)
            _ = try await shop.send(row.ask(one, "", body: row.body))

            let reply = try await shop.send(row.ask(other, "", body: row.body))

            #expect(reply.status == row.status)
            #expect(!reply.isReplay)
            #expect(try reply.order().id == other.id.text)
        }
    }

    @Test func `answer with the order as it stands now`() async throws {
        try await Shop.open { shop in
            let ask = Ask.post("/v1/orders", Row.sale)
            let opened = try await shop.send(ask).order()
            try await shop.present(try await shop.ledger.order(OrderID(opened.id)))

            let reply = try await shop.send(ask)

            #expect(reply.isReplay)
            #expect(try reply.order().id == opened.id)
            #expect(try reply.order().status == .code)
            #expect(try reply.order().version > opened.version)
        }
    }

    @Test func `leave a key that was refused free`() async throws {
        try await Shop.open { shop in
            let refused = try await shop.send(.post("/v1/orders", "{}"))

            let reply = try await shop.send(.post("/v1/orders", Row.sale))

            #expect(refused.status == 400)
            #expect(reply.status == 201)
            #expect(!reply.isReplay)
        }
    }

    @Test func `do not count against the limit of open orders`() async throws {
        try await Shop.open(.socket, Shop.Surroundings(openOrdersMax: 1)) { shop in
            let ask = Ask.post("/v1/orders", Row.sale)
            let first = try await shop.send(ask)

            let again = try await shop.send(ask)
            let other = try await shop.send(.post("/v1/orders", Row.sale, key: "other"))

            #expect(again.status == 200)
            #expect(try again.order().id == first.order().id)
            #expect(other.status == 429)
        }
    }

    @Test func `sent at once make one order`() async throws {
        try await Shop.open { shop in
            let replies = try await withThrowingTaskGroup(of: Reply.self) { group in
                for _ in 0..<20 {
                    group.addTask { try await shop.send(.post("/v1/orders", Row.sale)) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }

            #expect(Set(try replies.map { try $0.order().id }).count == 1)
            #expect(replies.count { !$0.isReplay } == 1)
            #expect(try await shop.ledger.newestOrders(limit: 9).count == 1)
        }
    }

    @Test func `of refunds at once never give back more than there is`() async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.paid)
            let replies = try await withThrowingTaskGroup(of: Reply.self) { group in
                for number in 0..<20 {
                    group.addTask {
                        try await shop.send(
                            .post(
                                "/v1/orders/\(order.id)/refunds",
                                #"{"amount":{"value":300,"currency":"CNY"}}"#, key: "r-\(number)"))
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }

            let refunds = try await shop.ledger.order(order.id).refunds
            #expect(replies.count { $0.status == 201 } == 4)
            #expect(replies.count { $0.status == 422 } == 16)
            #expect(refunds.map(\.amount.minorUnits) == [300, 300, 300, 300])
        }
    }
}

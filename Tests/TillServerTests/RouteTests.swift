// SPDX-License-Identifier: Apache-2.0

import Testing
import TillAPI
import TillCore
import TillStore
import TillTesting

@Suite struct `Routes of the local API` {
    /// A request that is in order, and what comes of it.
    struct Row: Sendable, CustomTestStringConvertible {
        let ask: Ask
        let stage: Stage
        let status: Int
        let orderStatus: String?
        let type: String
        let members: [String]?

        init(
            _ ask: Ask, _ stage: Stage = .presented, _ status: Int = 200, order: String? = nil,
            type: String = "application/json", members: [String]? = Self.order
        ) {
            (self.ask, self.stage, self.status, orderStatus) = (ask, stage, status, order)
            (self.type, self.members) = (type, members)
        }

        var testDescription: String { "\(ask.method) \(ask.path) when \(stage)" }

        static let order = [
            "amount", "attempts", "deadline", "holds", "id", "metadata", "opened_at", "prints",
            "reference", "refunds", "seconds_left", "status", "subject", "transactions", "version",
        ]
        static let sale = """
            {"amount":{"value":1250,"currency":"CNY"},"subject":"Tea","reference":"tea-1",\
            "account":"second","deadline_seconds":60,"metadata":{"table":"7"}}
            """
        static let text = "text/plain; charset=utf-8"

        static let all: [Row] = sales + queue

        private static let why = #"{"why":"a test","by":"anna"}"#
        private static let drain = [
            "by", "oldest", "orders", "owed", "since", "state", "stuck", "watched", "why",
        ]
        private static let page = ["last", "rows", "standing"]

        private static let queue: [Row] = [
            Row(.get("/v1/queue"), members: page),
            Row(.get("/v1/queue?lane=clock&order={order}&held=false&after=1&limit=5"), members: page),
            Row(.post("/v1/queue/3/hold", why), members: page),
            Row(.post("/v1/queue/{order}/hold", why), members: page),
            Row(.post("/v1/queue/print/hold", why), members: page),
            Row(.post("/v1/queue/3/release", ""), members: page),
            Row(.post("/v1/queue/provider/release", why), members: page),
            Row(.post("/v1/queue/flush", ""), members: page),
            Row(.get("/v1/webhooks"), members: ["webhooks"]),
            Row(.get("/v1/drain"), members: drain),
            Row(.get("/v1/drain?wait=60"), members: drain),
            Row(.post("/v1/drain", why), members: drain),
            Row(.post("/v1/drain/end", ""), members: drain),
        ]

        private static let sales: [Row] = [
            Row(.post("/v1/orders", sale), .opened, 201, order: "opening"),
            Row(
                .post("/v1/orders", #"{"amount":{"decimal":"12.50","currency":"CNY"}}"#), .opened,
                201, order: "opening"),
            Row(.get("/v1/orders"), members: ["orders"]),
            Row(.get("/v1/orders?limit=1"), members: ["orders"]),
            Row(.get("/v1/orders?open=true"), members: ["orders"]),
            Row(.get("/v1/orders?open=false"), members: ["orders"]),
            Row(.get("/v1/orders/{order}"), .opened, order: "opening"),
            Row(.get("/v1/orders/{order}"), order: "code"),
            Row(.get("/v1/orders/{order}"), .paid, order: "paid"),
            Row(.get("/v1/orders/{order}"), .cancelled, order: "not_paid"),
            Row(.get("/v1/orders/{order}"), .wrongMoney, order: "needs_person"),
            Row(.get("/v1/orders/{order}?wait=final&timeout=60"), .paid, order: "paid"),
            Row(.get("/v1/orders/{order}?wait=final&timeout=60"), .wrongMoney, order: "needs_person"),
            Row(.get("/v1/orders/{order}?wait=change&version=1&timeout=60"), order: "code"),
            Row(.get("/v1/orders/{order}?wait=final&timeout=0"), order: "code"),
            Row(.post("/v1/orders/{order}/cancel"), .opened, order: "not_paid"),
            Row(.post("/v1/orders/{order}/cancel", ""), .presented, order: "checking"),
            Row(.post("/v1/orders/{order}/attempts"), order: "opening"),
            Row(.post("/v1/orders/{order}/attempts", ""), order: "opening"),
            Row(
                .post("/v1/orders/{order}/attempts", #"{"account":"second"}"#), order: "opening"),
            Row(.post("/v1/orders/{order}/check", key: nil), .presented, 202, order: "code"),
            Row(.post("/v1/orders/{order}/check", "", key: nil), .paid, 202, order: "paid"),
            Row(.post("/v1/orders/{order}/refunds"), .paid, 201, order: "paid"),
            Row(
                .post(
                    "/v1/orders/{order}/refunds",
                    #"{"amount":{"decimal":"5.00","currency":"CNY"},"note":"cold tea"}"#), .paid,
                201, order: "paid"),
            Row(.post("/v1/orders/{order}/reprint"), .paid, order: "paid"),
            Row(.get("/v1/orders/{order}/receipt"), .paid, type: text, members: nil),
            Row(.get("/v1/orders/{order}/receipt?format=text"), .paid, type: text, members: nil),
            Row(.get("/v1/orders/{order}/receipt?format=png"), .paid, type: "image/png", members: nil),
            Row(.get("/v1/orders/{order}/code"), type: text, members: nil),
            Row(.get("/v1/orders/{order}/code?format=text"), type: text, members: nil),
            Row(.get("/v1/orders/{order}/code?format=payload"), type: text, members: nil),
            Row(.get("/v1/orders/{order}/code?format=svg"), type: "image/svg+xml", members: nil),
            Row(.get("/v1/orders/{order}/code?format=png"), type: "image/png", members: nil),
            Row(.get("/v1/holds"), .wrongMoney, members: ["holds"]),
            Row(
                .post("/v1/holds/{hold}/settle", #"{"decision":"leave","note":"seen"}"#),
                .wrongMoney, members: ["hold"]),
            Row(
                .post("/v1/holds/{hold}/settle", #"{"decision":"leave","note":"seen"}"#), .stray,
                members: ["hold"]),
            Row(.get("/v1/events"), members: ["events", "last"]),
            Row(.get("/v1/events?wait=60"), members: ["events", "last"]),
            Row(.get("/v1/events?order={order}"), members: ["events", "last"]),
            Row(.get("/v1/orders/{order}/explanation"), .refunded, members: ["explanation", "order"]),
            Row(.get("/v1/journal/head"), members: ["at", "chain", "epoch", "seq"]),
            Row(.get("/v1/journal/verification"), members: ["fault", "next", "orders", "rows"]),
            Row(
                .get("/v1/health"),
                members: [
                    "accounts", "currency", "currency_exponent", "displays", "environment",
                    "ledger", "printers", "queue", "status", "version",
                ]),
        ]
    }

    @Test(arguments: Row.all) func `answer what is in order`(_ row: Row) async throws {
        try await Shop.open { shop in
            let (order, hold) = try await shop.order(row.stage)

            let reply = try await shop.send(row.ask.named(order: order.id.text, hold: hold))

            #expect(reply.status == row.status, "\(reply.text)")
            #expect(reply.mediaType == row.type)
            #expect(reply.fields["cache-control"] == "no-store")
            #expect(reply.fields["x-content-type-options"] == "nosniff")
            #expect(!reply.isReplay)
            if let members = row.members { #expect(try reply.members() == members) }
            if let status = row.orderStatus { #expect(try reply.order().status.rawValue == status) }
        }
    }

    @Test func `a sale comes back as it was asked for`() async throws {
        try await Shop.open { shop in
            let reply = try await shop.send(.post("/v1/orders", Row.sale))

            let order = try reply.order()
            #expect(order.amount == MoneyResource(value: 1250, currency: "CNY"))
            #expect(order.subject == "Tea")
            #expect(order.reference == "tea-1")
            #expect(order.metadata == ["table": "7"])
            #expect(order.attempts.map(\.account) == ["second"])
            #expect(order.secondsLeft == 60)
            #expect(try await shop.ledger.order(OrderID(order.id)).amount.minorUnits == 1250)
            #expect(try await shop.ledger.journal(after: 0, limit: 9).last?.by == "socket")
        }
    }

    @Test func `the first account that sells in the currency is taken`() async throws {
        try await Shop.open { shop in
            let yen = try await shop.send(
                .post("/v1/orders", #"{"amount":{"value":300,"currency":"JPY"}}"#, key: "yen"))
            let yuan = try await shop.send(
                .post("/v1/orders", #"{"amount":{"value":300,"currency":"CNY"}}"#, key: "yuan"))

            #expect(try yen.order().attempts.map(\.account) == ["yen"])
            #expect(try yuan.order().attempts.map(\.account) == ["main"])
        }
    }

    @Test func `a new attempt stays with the account of the newest one`() async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.presented, account: "second")

            let reply = try await shop.send(.post("/v1/orders/\(order.id)/attempts"))

            #expect(try reply.order().attempts.map(\.account) == ["second", "second"])
        }
    }

    @Test func `lists tell open orders from those that are over`() async throws {
        try await Shop.open { shop in
            let (paid, _) = try await shop.order(.paid)
            shop.clock.advance(milliseconds: 1000)
            let (open, _) = try await shop.order(.presented)

            let all = try await shop.send(.get("/v1/orders"))
            let newest = try await shop.send(.get("/v1/orders?limit=1"))
            let waiting = try await shop.send(.get("/v1/orders?open=true"))

            func names(_ reply: Reply) throws -> [String] {
                try WireJSON.message(OrderPage.self, from: reply.body).orders.map(\.id)
            }
            #expect(try names(all) == [open.id.text, paid.id.text])
            #expect(try names(newest) == [open.id.text])
            #expect(try names(waiting) == [open.id.text])
        }
    }

    @Test func `a check rings the bell of whoever asks acquirers`() async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.presented)

            _ = try await shop.send(.post("/v1/orders/\(order.id)/check", key: nil))

            #expect(shop.ledger.takeHints() == [order.id])
        }
    }

    @Test func `a settled hold says who decided what`() async throws {
        try await Shop.open { shop in
            let (order, hold) = try await shop.order(.wrongMoney)

            let reply = try await shop.send(
                .post("/v1/holds/\(hold)/settle", #"{"decision":"give_back","note":"left"}"#))

            let settled = try WireJSON.message(SettledHold.self, from: reply.body).hold
            #expect(settled.order == order.id.text)
            #expect(settled.settled?.decision == "give_back")
            #expect(settled.settled?.note == "left")
            #expect(settled.settled?.by == "socket")
            #expect(try await shop.ledger.openHolds().isEmpty)
        }
    }
}

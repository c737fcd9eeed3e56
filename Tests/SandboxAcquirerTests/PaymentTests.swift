// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import Testing

@testable import SandboxAcquirer

@Suite struct `Payments at the acquirer` {
    @Test func `a new payment has a code and its first version`() throws {
        let shop = try Shop()

        let seen = try shop.post("/v1/payments", Shop.body("A-1"))

        #expect(seen.status == 201)
        let payment = try seen.payment()
        #expect(payment.status == "created")
        #expect(payment.version == 1)
        #expect(payment.amount == Seen.Money(value: 1250, currency: "CNY"))
        #expect(payment.refunded == Seen.Money(value: 0, currency: "CNY"))
        #expect(payment.expires_at == "2026-03-01T09:40:00Z")
        #expect(payment.code?.hasPrefix("http://127.0.0.1:8471/p/") == true)
    }

    @Test func `the same number and content is the same payment`() throws {
        let shop = try Shop()
        let first = try shop.create("A-1")
        let reordered = """
            {"terminal":{"store":"S-1","id":"T-1","fingerprint":"f0"},"notify_url":"\(Shop.notifyURL)",\
            "expires_at":"2026-03-01T09:40:00Z","flow":"show_code","subject":"Tea <b>",\
            "amount":{"currency":"CNY","value":1250},"order_no":"A-1"}
            """

        let again = try shop.post("/v1/payments", reordered)

        #expect(again.status == 200)
        #expect(try again.payment() == first)
        #expect(try shop.books.payments().count == 1)
    }

    @Test func `the same number with other content is a conflict`() throws {
        let shop = try Shop()
        _ = try shop.create("A-1", 1250)

        let seen = try shop.post("/v1/payments", Shop.body("A-1", 1251))

        #expect(seen.status == 409)
        #expect(seen.response.headerFields[.contentType] == "application/problem+json")
        #expect(try seen.problem().code == "order_conflict")
        #expect(try seen.problem().outcome == "not_done")
    }

    @Test func `a payment whose time is over is made closed and can never be paid`() throws {
        let shop = try Shop(script: "paid_at_once+paid_after_close")
        let body = Shop.body("A-1", expires: Shop.start)

        let payment = try shop.post("/v1/payments", body).payment()
        _ = try shop.pass(86_400_000)

        #expect(payment.status == "closed")
        #expect(payment.code == nil)
        #expect(try shop.post("/v1/payments", body).payment() == payment)
        #expect(try shop.post("/v1/payments", Shop.body("A-1")).problem().code == "order_conflict")
        #expect(try shop.held("A-1").isEmpty)
    }

    @Test func `it goes from created over pending to paid, a version each`() throws {
        let shop = try Shop()
        let created = try shop.create("A-1")

        _ = try shop.phone(.get, created.path)
        let pending = try shop.payment("A-1")
        shop.now += 1500
        try shop.pay(created)
        let paid = try shop.get("/v1/payments/\(created.id)").payment()

        #expect(pending.status == "pending")
        #expect(pending.version == 2)
        #expect(paid.status == "paid")
        #expect(paid.version == 3)
        #expect(paid.paid_at == "2026-03-01T09:30:01.500Z")
        #expect(paid.paid_amount == created.amount)
        #expect(paid.payer?.hasPrefix("wallet ***") == true)
        #expect(paid.code == nil)
        #expect(try shop.held("A-1") == ["CNY": 1250])
    }

    @Test func `its time runs out`() throws {
        let shop = try Shop()
        let payment = try shop.create("A-1")

        let sent = try shop.pass(600_000)

        #expect(try shop.payment("A-1").status == "closed")
        #expect(try sent.map { try $0.type() } == ["payment.closed"])
        #expect(sent.map(\.at) == [Shop.start + 600_000])
        #expect(try shop.phone(.post, "\(payment.path)/pay").status == 409)
        #expect(try shop.held("A-1").isEmpty)
    }

    @Test func `a closed payment takes no money, and closing again says closed`() throws {
        let shop = try Shop()
        let payment = try shop.create("A-1")

        let closed = try shop.post("/v1/payments/\(payment.id)/close")
        let again = try shop.post("/v1/payments/\(payment.id)/close", "{}")

        #expect(closed.status == 200)
        #expect(try closed.payment().status == "closed")
        #expect(try closed.payment().version == 2)
        #expect(try again.payment() == closed.payment())
        #expect(try shop.phone(.post, "\(payment.path)/pay").status == 409)
        #expect(try shop.held("A-1").isEmpty)
    }

    @Test func `closing a paid payment answers that it is paid`() throws {
        let shop = try Shop()
        let payment = try shop.create("A-1")
        try shop.pay(payment)

        let seen = try shop.post("/v1/payments/\(payment.id)/close")

        #expect(seen.status == 200)
        #expect(try seen.payment().status == "paid")
        #expect(try shop.held("A-1") == ["CNY": 1250])
    }

    @Test func `cancelling before the money ends it`() throws {
        let shop = try Shop()
        let payment = try shop.create("A-1")

        let cancelled = try shop.post("/v1/payments/\(payment.id)/cancel").payment()
        let sent = try shop.pass(1000)

        #expect(cancelled.status == "cancelled")
        #expect(try shop.post("/v1/payments/\(payment.id)/close").payment() == cancelled)
        #expect(try sent.map { try $0.type() } == ["payment.cancelled"])
    }

    @Test func `cancelling a paid payment gives everything back and leaves it paid`() throws {
        let shop = try Shop()
        let payment = try shop.create("A-1")
        try shop.pay(payment)
        _ = try shop.post(
            "/v1/payments/\(payment.id)/refunds", #"{"refund_no":"R-1","amount":{"value":250,"currency":"CNY"}}"#)

        let cancelled = try shop.post("/v1/payments/\(payment.id)/cancel").payment()
        let again = try shop.post("/v1/payments/\(payment.id)/cancel").payment()

        #expect(cancelled.status == "paid")
        #expect(cancelled.refunded == Seen.Money(value: 1250, currency: "CNY"))
        #expect(again == cancelled)
        #expect(try shop.held("A-1") == ["CNY": 0])
        #expect(try shop.pass(1000).map { try $0.type() } == ["payment.paid", "refund.done", "payment.cancelled"])
    }

    @Test func `a payer code is paid within the answer`() throws {
        let shop = try Shop(script: "paid_at_once")
        let body = Shop.body("A-1", more: #","payer_code":"28763443825664394""#)
            .replacingOccurrences(of: "show_code", with: "scan_payer")

        let payment = try shop.post("/v1/payments", body).payment()

        #expect(payment.status == "paid")
        #expect(payment.code == nil)
    }

    @Test func `another merchant sees nothing of it`() throws {
        let shop = try Shop()
        let payment = try shop.create("A-1")
        let other = try Shop(books: shop.books, merchant: "M-43")
        let stranger = try Shop(books: shop.books, merchant: "M-44", keys: (shop.platform, other.key))

        let byID = try stranger.get("/v1/payments/\(payment.id)")
        let byOrder = try stranger.get("/v1/payments?order_no=A-1")
        let close = try stranger.post("/v1/payments/\(payment.id)/close")

        for seen in [byID, byOrder, close] { #expect(try seen.problem().code == "not_found") }
        #expect(try shop.payment("A-1").status == "created")
    }

    @Test(arguments: [
        ("\"subject\":\"Tea <b>\"", "\"subject\":\"Tea\",\"colour\":\"green\"", "colour"),
        ("\"value\":1250", "\"value\":12.5", "amount.value"), ("\"value\":1250", "\"value\":1250.0", "amount.value"),
        ("\"value\":1250", "\"value\":\"1250\"", "amount.value"), ("\"value\":1250", "\"value\":0", "amount.value"),
        ("\"value\":1250", "\"value\":-1", "amount.value"), ("\"value\":1250", "\"value\":1e3", "amount.value"),
        ("\"currency\":\"CNY\"", "\"currency\":\"EUR\"", "amount.currency"),
        ("\"currency\":\"CNY\"", "\"currency\":\"CNY\",\"scale\":2", "amount.scale"),
        ("\"order_no\":\"A-1\"", "\"order_no\":\"A 1\"", "order_no"), ("\"order_no\":\"A-1\",", "", "order_no"),
        ("Tea <b>", String(repeating: "x", count: 129), "subject"), ("show_code", "agreement", "flow"),
        ("2026-03-01T09:40:00Z", "2026-03-01 09:40", "expires_at"),
        ("2026-03-01T09:40:00Z", "2026-02-30T09:40:00Z", "expires_at"),
        ("http://127.0.0.1:8472/notify/main", "http://shop.example/notify", "notify_url"),
        ("http://127.0.0.1:8472/notify/main", "file:///etc/passwd", "notify_url"),
        ("\"store\":\"S-1\"", "\"store\":\"S-1\",\"floor\":1", "terminal.floor"),
        (",\"store\":\"S-1\"", "", "terminal.store"),
        ("\"flow\"", "\"payees\":[],\"flow\"", "payees"), ("\"flow\"", "\"order_no\":\"A-1\",\"flow\"", "body"),
        ("\"flow\"", "flow", "body"),
    ])
    func `what breaks the form is refused by its name`(old: String, new: String, field: String) throws {
        let shop = try Shop()
        let body = Shop.body("A-1").replacingOccurrences(of: old, with: new)

        let seen = try shop.post("/v1/payments", body)

        #expect(seen.status == 400)
        #expect(try seen.problem().code == "invalid_request")
        #expect(try seen.problem().field == field)
        #expect(try seen.problem().outcome == "not_done")
        #expect(try shop.books.payments().isEmpty)
    }

    @Test func `an amount beyond the limit has its own word`() throws {
        let shop = try Shop()

        let problem = try shop.post("/v1/payments", Shop.body("A-1", Amount.limit + 1)).problem()

        #expect(problem.code == "amount_limit")
        #expect(problem.status == 422)
    }

    @Test(arguments: [
        ("GET", "/v1/statements/2026-03-01", 404), ("GET", "/v1/disputes", 404), ("POST", "/v1/agreements", 404),
        ("POST", "/v1/terminals", 404), ("GET", "/v1/payments", 400), ("GET", "/v1/payments?order_no=A&x=1", 400),
        ("GET", "/v1/payments?order_no=A&order_no=B", 400), ("DELETE", "/v1/payments/pay_1", 405),
        ("GET", "/v2/payments", 404),
        ("GET", "/v1/payments/pay_1/close", 405), ("GET", "/v1/payments/pay_1/", 404),
        ("GET", "/v1/refunds/ref_1", 404),
        ("GET", "/v1/refunds?refund_no=R-1", 404),
    ])
    func `other paths and methods are refused`(method: String, path: String, status: Int) throws {
        let shop = try Shop()

        let seen = try shop.send(shop.request(try #require(.init(method)), path))

        #expect(seen.status == status)
        #expect(try seen.problem().outcome == "not_done")
    }

    @Test func `the time is told signed`() throws {
        let shop = try Shop()

        let seen = try shop.get("/v1/time")

        #expect(seen.text == #"{"server_time":"2026-03-01T09:30:00Z"}"#)
    }
}

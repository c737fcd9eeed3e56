// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import Testing

@testable import SandboxAcquirer

@Suite struct `Scripted outcomes` {
    private static let refundBody = #"{"refund_no":"R-1","amount":{"value":50,"currency":"CNY"}}"#

    @Test func `paid_at_once shows the code and is paid at the next look`() throws {
        let shop = try Shop(script: "paid_at_once")

        let created = try shop.create("A-1")

        #expect(created.status == "created")
        #expect(try shop.payment("A-1").status == "paid")
        #expect(try shop.held("A-1") == ["CNY": 1250])
    }

    @Test func `paid_after pays when its time has come and not before`() throws {
        let shop = try Shop(script: "paid_after:7")
        _ = try shop.create("A-1")

        shop.now += 6999
        let before = try shop.payment("A-1")
        shop.now += 1
        let after = try shop.payment("A-1")

        #expect(before.status == "created")
        #expect(after.status == "paid")
        #expect(after.paid_at == "2026-03-01T09:30:07Z")
    }

    @Test func `paid_after does not pay what was closed before`() throws {
        let shop = try Shop(script: "paid_after:7")
        let payment = try shop.create("A-1")
        _ = try shop.post("/v1/payments/\(payment.id)/close")

        _ = try shop.pass(60_000)

        #expect(try shop.payment("A-1").status == "closed")
        #expect(try shop.held("A-1").isEmpty)
    }

    @Test func `declined fails and never pays`() throws {
        let shop = try Shop(script: "declined")
        let payment = try shop.create("A-1")

        let failed = try shop.payment("A-1")
        let closed = try shop.post("/v1/payments/\(payment.id)/close").payment()

        #expect(failed.status == "failed")
        #expect(closed == failed)
        #expect(try shop.held("A-1").isEmpty)
    }

    @Test(arguments: [("declined", "payer_declined"), ("no_money", "payer_insufficient")])
    func `a payer code is refused with the payer's reason, and nothing is made`(script: String, code: String) throws {
        let shop = try Shop(script: script)
        let body = Shop.body("A-1", more: #","payer_code":"28763443825664394""#)
            .replacingOccurrences(of: "show_code", with: "scan_payer")

        let seen = try shop.post("/v1/payments", body)

        #expect(seen.status == 402)
        #expect(try seen.problem().code == code)
        #expect(try shop.get("/v1/payments?order_no=A-1").status == 404)
    }

    @Test func `no_money stays pending until it is closed`() throws {
        let shop = try Shop(script: "no_money")
        let payment = try shop.create("A-1")

        let pending = try shop.payment("A-1")
        let closed = try shop.post("/v1/payments/\(payment.id)/close").payment()

        #expect(pending.status == "pending")
        #expect(closed.status == "closed")
    }

    @Test(arguments: ["never", "manual"])
    func `nobody pays by himself`(script: String) throws {
        let shop = try Shop(script: script)
        _ = try shop.create("A-1")

        _ = try shop.pass(599_999)

        #expect(try shop.payment("A-1").status == "created")
    }

    @Test func `still_paying is pending and then paid`() throws {
        let shop = try Shop(script: "still_paying:20")
        _ = try shop.create("A-1")

        let first = try shop.payment("A-1")
        shop.now += 20_000
        let second = try shop.payment("A-1")

        #expect(first.status == "pending")
        #expect(second.status == "paid")
    }

    @Test func `create_lost_done makes the payment and loses one answer`() throws {
        let shop = try Shop(script: "create_lost_done")

        #expect(throws: Lost(bytes: nil, delay: 0)) { try shop.create("A-1") }

        let made = try shop.payment("A-1")
        #expect(made.status == "created")
        #expect(try shop.create("A-1") == made)
    }

    @Test func `create_lost_not_done makes nothing and loses one answer`() throws {
        let shop = try Shop(script: "create_lost_not_done+paid_at_once")

        #expect(throws: Lost(bytes: nil, delay: 0)) { try shop.create("A-1") }

        #expect(try shop.get("/v1/payments?order_no=A-1").status == 404)
        #expect(try shop.create("A-1").status == "created")
        #expect(try shop.payment("A-1").status == "paid")
    }

    @Test func `cut does the work of each POST and breaks its first answer off`() throws {
        let shop = try Shop(script: "cut")

        let create = #expect(throws: Lost.self) { try shop.create("A-1") }
        let payment = try shop.create("A-1")
        let close = #expect(throws: Lost.self) { try shop.post("/v1/payments/\(payment.id)/close") }

        #expect(create?.bytes ?? 0 > 10)
        #expect(close?.bytes ?? 0 > 10)
        #expect(try shop.payment("A-1").status == "closed")
        #expect(try shop.post("/v1/payments/\(payment.id)/close").payment().status == "closed")
    }

    @Test func `slow delays every answer and no work`() throws {
        let shop = try Shop(script: "slow:250ms")

        let created = try shop.post("/v1/payments", Shop.body("A-1"))
        let seen = try shop.get("/v1/payments?order_no=A-1")

        #expect(created.delay == 250)
        #expect(seen.delay == 250)
        #expect(try shop.get("/v1/time").delay == 0)
    }

    @Test(arguments: [
        ("http_500:2", 500, "internal", "unknown", nil), ("http_429:2", 429, "rate_limited", "not_done", 1000),
        ("maintenance:2", 503, "maintenance", "not_done", 5000),
    ])
    func `failing calls fail as often as said and do nothing`(
        script: String, status: Int, code: String, outcome: String, wait: Int?
    ) throws {
        let shop = try Shop(script: script)

        let first = try shop.post("/v1/payments", Shop.body("A-1"))
        let second = try shop.get("/v1/payments?order_no=A-1")
        let third = try shop.get("/v1/payments?order_no=A-1")

        #expect(first.status == status)
        #expect(try first.problem().code == code)
        #expect(try first.problem().outcome == outcome)
        #expect(try first.problem().retry_after_ms == wait)
        #expect(first.response.headerFields[.retryAfter] == wait.map { String($0 / 1000) })
        #expect(try second.problem().outcome == "not_done")
        #expect(third.status == 404)
        #expect(try shop.post("/v1/payments", Shop.body("A-1")).status == 201)
    }

    @Test func `answer_badly_signed does the work and signs it wrongly`() throws {
        let shop = try Shop(script: "answer_badly_signed")

        #expect(throws: (any Error).self) { try shop.create("A-1") }

        #expect(try shop.books.payments().count == 1)
        #expect(try shop.payment("A-1").status == "created")
    }

    @Test func `query_lag shows what was, first nothing, then the payment unpaid`() throws {
        let shop = try Shop(script: "query_lag:5")
        let payment = try shop.create("A-1")
        let early = try shop.get("/v1/payments/\(payment.id)")
        shop.now += 10_000
        try shop.pay(payment)

        let lagging = try shop.payment("A-1")
        shop.now += 5000
        let current = try shop.payment("A-1")

        #expect(early.status == 404)
        #expect(lagging.status == "created")
        #expect(lagging.code == payment.code)
        #expect(current.status == "paid")
        #expect(try shop.post("/v1/payments/\(payment.id)/close").payment().status == "paid")
    }

    @Test func `wrong_amount is held, shown and refunded as it is`() throws {
        let shop = try Shop(script: "paid_at_once+wrong_amount")
        let created = try shop.create("A-1")

        let paid = try shop.payment("A-1")
        let refund = #"{"refund_no":"R-1","amount":{"value":1250,"currency":"CNY"}}"#
        let tooMuch = try shop.post("/v1/payments/\(created.id)/refunds", refund)

        #expect(paid.amount.value == 1250)
        #expect(paid.paid_amount?.value == 1249)
        #expect(try shop.held("A-1") == ["CNY": 1249])
        #expect(try tooMuch.problem().code == "refund_exceeds")
    }

    @Test func `wrong_currency is held, shown and refunded as it is`() throws {
        let shop = try Shop(script: "paid_at_once+wrong_currency")
        let created = try shop.create("A-1")

        let paid = try shop.payment("A-1")
        let cancelled = try shop.post("/v1/payments/\(created.id)/cancel").payment()

        #expect(paid.paid_amount == Seen.Money(value: 1250, currency: "USD"))
        #expect(paid.amount.currency == "CNY")
        #expect(cancelled.refunded == Seen.Money(value: 1250, currency: "USD"))
        #expect(try shop.held("A-1") == ["USD": 0])
    }

    @Test func `paid_after_close confirms the close and lands the money later`() throws {
        let shop = try Shop(script: "paid_after_close:3")
        let payment = try shop.create("A-1")
        let closed = try shop.post("/v1/payments/\(payment.id)/close").payment()

        let sent = try shop.pass(3000)

        #expect(closed.status == "closed")
        let late = try shop.payment("A-1")
        #expect(late.status == "paid")
        #expect(late.version == 3)
        #expect(try sent.map { try $0.type() } == ["payment.closed", "payment.paid"])
        #expect(try shop.held("A-1") == ["CNY": 1250])
    }

    @Test func `paid_after_close follows the end of its time as well`() throws {
        let shop = try Shop(script: "never+paid_after_close")
        _ = try shop.create("A-1")

        _ = try shop.pass(604_999)
        let before = try shop.payment("A-1").status
        _ = try shop.pass(1)

        #expect(before == "closed")
        #expect(try shop.payment("A-1").status == "paid")
    }

    @Test func `paid_twice holds twice the money under one order number`() throws {
        let shop = try Shop(script: "paid_at_once+paid_twice")
        let first = try shop.create("A-1")

        let sent = try shop.pass(2000)

        let notified = try sent.map { try $0.payment() }
        #expect(notified.map(\.status) == ["paid", "paid"])
        #expect(notified.map(\.order_no) == ["A-1", "A-1"])
        #expect(notified[0].id == first.id)
        #expect(notified[1].id != first.id)
        #expect(try shop.held("A-1") == ["CNY": 2500])
        #expect(try shop.payment("A-1").id == first.id)
        let second = try shop.post("/v1/payments/\(notified[1].id)/cancel").payment()
        #expect(second.refunded.value == 1250)
        #expect(try shop.held("A-1") == ["CNY": 1250])
    }

    @Test func `refund_after is pending first and counts against what is left`() throws {
        let shop = try Shop(script: "paid_at_once+refund_after:4")
        let payment = try shop.create("A-1", 100)
        _ = try shop.pass(0)

        let pending = try shop.post("/v1/payments/\(payment.id)/refunds", Self.refundBody).refund()
        let tooMuch = #"{"refund_no":"R-2","amount":{"value":51,"currency":"CNY"}}"#
        let second = try shop.post("/v1/payments/\(payment.id)/refunds", tooMuch)
        let held = try shop.held("A-1")
        let sent = try shop.pass(4000)

        #expect(pending.status == "pending")
        #expect(try second.problem().code == "refund_exceeds")
        #expect(held == ["CNY": 100])
        #expect(try sent.map { try $0.type() } == ["refund.done"])
        #expect(try shop.get("/v1/refunds/\(pending.id)").refund().status == "done")
        #expect(try shop.held("A-1") == ["CNY": 50])
    }

    @Test func `refund_failed keeps the money and lets it be asked for again`() throws {
        let shop = try Shop(script: "paid_at_once+refund_failed")
        let payment = try shop.create("A-1", 50)
        _ = try shop.pass(0)

        _ = try shop.post("/v1/payments/\(payment.id)/refunds", Self.refundBody)
        let sent = try shop.pass(1000)

        #expect(try sent.map { try $0.type() } == ["refund.failed"])
        #expect(try sent[0].refund().status == "failed")
        #expect(try shop.held("A-1") == ["CNY": 50])
        #expect(try shop.payment("A-1").refunded.value == 0)
        let again = #"{"refund_no":"R-2","amount":{"value":50,"currency":"CNY"}}"#
        #expect(try shop.post("/v1/payments/\(payment.id)/refunds", again).status == 201)
    }

    @Test func `the last digits of the amount choose where the merchant wants it`() throws {
        let shop = try Shop(script: "paid_at_once", scriptsByAmount: true)
        let plain = try Shop(script: "paid_at_once")
        let lost = Int64(ScriptWord.createLostDone.number)
        let twice = Int64(ScriptWord.paidTwice.number)

        #expect(throws: Lost.self) { try shop.create("A-1", 1200 + lost) }
        _ = try shop.create("A-2", 1200 + twice)
        _ = try shop.create("A-3", 1200 + Int64(ScriptWord.declined.number))
        _ = try shop.create("A-4", 1299)
        _ = try plain.create("A-1", 1200 + lost)
        _ = try shop.pass(5000)

        #expect(try shop.held("A-1") == ["CNY": 1200 + lost])
        #expect(try shop.held("A-2") == ["CNY": 2 * (1200 + twice)])
        #expect(try shop.payment("A-3").status == "failed")
        #expect(try shop.held("A-4") == ["CNY": 1299])
    }

    @Test func `the queue comes before the file, and the file before the merchant's own`() throws {
        let file = try ScriptFile("# a day\npaid_at_once\n\n  declined  \n")
        let shop = try Shop(script: "never", file: file)
        try shop.books.enqueue([Script("no_money")])
        try shop.books.enqueue([Script("still_paying")], of: "M-42")

        for number in 1...5 { _ = try shop.create("A-\(number)") }
        let scripts = try shop.books.payments().reversed().map(\.script.description)

        #expect(scripts == ["no_money", "still_paying:30", "paid_at_once", "declined", "paid_at_once"])
    }

    @Test(arguments: [
        ("paid_after:5+notify_lost", "paid_after:5+notify_lost"), ("notify_lost + paid_after:5s", nil),
        ("notify_lost+ paid_after:5s", "paid_after:5+notify_lost"), ("slow:1500ms", "slow:1500ms"),
        ("slow:2000ms", "slow:2"), ("http_500", "http_500:1"), ("", nil), ("+", nil), ("paid", nil), ("never:5", nil),
        ("never+manual", nil), ("slow:x", nil), ("slow:-1", nil), ("slow:99999999", nil), ("http_500:0", nil),
        ("http_500:9999", nil), ("cut+cut", nil), ("slow:99999999999999999999", nil), ("slow:9223372036854775807", nil),
    ])
    func `a script is read and written`(text: String, written: String?) throws {
        #expect((try? Script(text))?.description == written)
    }

    @Test func `every word is described, numbered and read as it is written`() throws {
        for word in ScriptWord.allCases {
            let script = try Script(word.rawValue)

            #expect(script.has(word))
            #expect(try Script(script.description) == script)
            #expect(ScriptWord(number: Int64(word.number)) == word)
            #expect(!word.summary.isEmpty)
        }
        #expect(ScriptWord(number: 0) == nil)
        #expect(ScriptWord(number: 99) == nil)
    }
}

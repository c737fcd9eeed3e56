// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import SandboxAcquirer

@Suite struct `Refunds at the acquirer` {
    private func body(_ number: String, _ value: Int64, currency: String = "CNY", reason: String? = nil) -> String {
        let reason = reason.map { ",\"reason\":\"\($0)\"" } ?? ""
        return "{\"refund_no\":\"\(number)\",\"amount\":{\"value\":\(value),\"currency\":\"\(currency)\"}\(reason)}"
    }

    private func paid(_ shop: Shop, _ orderNo: String = "A-1", _ value: Int64 = 1250) throws -> Seen.Payment {
        let payment = try shop.create(orderNo, value)
        try shop.pay(payment)
        return payment
    }

    @Test func `parts go back until nothing is left`() throws {
        let shop = try Shop()
        let payment = try paid(shop)
        let path = "/v1/payments/\(payment.id)/refunds"

        let first = try shop.post(path, body("R-1", 250, reason: "cold"))
        let second = try shop.post(path, body("R-2", 1000))
        let third = try shop.post(path, body("R-3", 1))

        #expect(first.status == 201)
        #expect(try first.refund().status == "done")
        #expect(try first.refund().reason == "cold")
        #expect(try second.refund().amount.value == 1000)
        #expect(third.status == 409)
        #expect(try third.problem().code == "refund_exceeds")
        let now = try shop.payment("A-1")
        #expect(now.status == "paid")
        #expect(now.refunded.value == 1250)
        #expect(now.version == 5)
        #expect(try shop.held("A-1") == ["CNY": 0])
    }

    @Test func `the same number and content is the same refund`() throws {
        let shop = try Shop()
        let path = "/v1/payments/\(try paid(shop).id)/refunds"
        let first = try shop.post(path, body("R-1", 250)).refund()

        let again = try shop.post(path, body("R-1", 250))
        let other = try shop.post(path, body("R-1", 251))

        #expect(again.status == 200)
        #expect(try again.refund() == first)
        #expect(try other.problem().code == "order_conflict")
        #expect(try shop.held("A-1") == ["CNY": 1000])
    }

    @Test func `the same number for another payment is a conflict`() throws {
        let shop = try Shop()
        let first = try paid(shop, "A-1")
        let second = try paid(shop, "A-2")
        _ = try shop.post("/v1/payments/\(first.id)/refunds", body("R-1", 250))

        let seen = try shop.post("/v1/payments/\(second.id)/refunds", body("R-1", 250))

        #expect(try seen.problem().code == "order_conflict")
        #expect(try shop.held("A-2") == ["CNY": 1250])
    }

    @Test func `it is found by both its numbers`() throws {
        let shop = try Shop()
        let payment = try paid(shop)
        let refund = try shop.post("/v1/payments/\(payment.id)/refunds", body("R-1", 250)).refund()

        let byID = try shop.get("/v1/refunds/\(refund.id)").refund()
        let byNumber = try shop.get("/v1/refunds?refund_no=R-1").refund()

        #expect(byID == refund)
        #expect(byNumber == refund)
        #expect(refund.payment == payment.id)
        #expect(refund.order_no == "A-1")
    }

    @Test func `nothing goes back of what was not paid`() throws {
        let shop = try Shop()
        let payment = try shop.create("A-1")

        let seen = try shop.post("/v1/payments/\(payment.id)/refunds", body("R-1", 250))

        #expect(try seen.problem().code == "refund_exceeds")
        #expect(try shop.books.refunds().isEmpty)
    }

    @Test(arguments: [
        ("{\"refund_no\":\"R-1\"}", "amount"), ("{\"amount\":{\"value\":1,\"currency\":\"CNY\"}}", "refund_no"),
        ("{\"refund_no\":\"R-1\",\"amount\":{\"value\":1,\"currency\":\"EUR\"}}", "amount.currency"),
        ("{\"refund_no\":\"R-1\",\"amount\":{\"value\":1,\"currency\":\"CNY\"},\"fee\":0}", "fee"), ("[]", "body"),
    ])
    func `what breaks the form is refused by its name`(body: String, field: String) throws {
        let shop = try Shop()
        let payment = try paid(shop)

        let seen = try shop.post("/v1/payments/\(payment.id)/refunds", body)

        #expect(seen.status == 400)
        #expect(try seen.problem().field == field)
    }

    @Test func `hundreds of requests never give back more than came in`() throws {
        let shop = try Shop(script: "refund_after:3")
        let payments = try (1...5).map { try paid(shop, "A-\($0)", Int64($0) * 100) }
        var state: UInt64 = 42
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        var accepted: [String: Int64] = [:]

        for step in 0..<400 {
            let payment = payments[random(5)]
            let seen = try shop.post(
                "/v1/payments/\(payment.id)/refunds", body("R-\(step)", Int64(1 + random(60))))
            if seen.status == 201 { accepted[payment.order_no, default: 0] += try seen.refund().amount.value }
            if step % 10 == 0 { _ = try shop.pass(1000) }
        }
        _ = try shop.pass(10_000)

        for payment in payments {
            #expect(accepted[payment.order_no, default: 0] <= payment.amount.value)
            #expect(payment.amount.value - accepted[payment.order_no, default: 0] < 60)
            #expect(
                try shop.held(payment.order_no)["CNY"] == payment.amount.value - accepted[payment.order_no, default: 0])
            #expect(try shop.payment(payment.order_no).refunded.value == accepted[payment.order_no])
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import TillAPI

/// The fixtures are written by hand after the agreed messages; Foundation's own parser compares.
@Suite struct `Messages and their golden JSON` {
    @Test func `a sale with everything in it survives both ways`() throws {
        try expectGolden("order", Samples.order)
    }

    @Test func `a sale with nothing in it says null where there is nothing`() throws {
        try expectGolden("order-bare", Samples.bareOrder)
    }

    @Test func `a list of sales survives both ways`() throws {
        try expectGolden("orders", OrderPage(orders: [Samples.bareOrder]))
    }

    @Test func `a list of holds names the sale of each`() throws {
        var hold = Samples.order.holds[0]
        hold.order = Samples.order.id

        try expectGolden("holds", HoldPage(holds: [hold]))
    }

    @Test func `a settled hold survives both ways`() throws {
        try expectGolden("settled-hold", SettledHold(hold: Samples.order.holds[1]))
    }

    @Test func `a page of events survives both ways`() throws {
        try expectGolden("events", Samples.events)
    }

    @Test func `the health survives both ways`() throws {
        try expectGolden("health", Samples.health)
    }

    @Test func `a problem survives both ways`() throws {
        let full = Problem(
            .invalidAmount, "amount.value is 0: send 1 or more", field: "amount.value",
            order: Samples.order.id)
        let bare = Problem(.alreadyPaid, "the order is paid already: give it back with a refund")

        try expectGolden("problem", full)
        try expectGolden("problem-bare", bare)
    }

    @Test func `requests survive both ways and pass the strict reader`() throws {
        let amount = AmountRequest(value: 1250, currency: "CNY")
        let opening = OpenOrderRequest(
            amount: amount, subject: "Tea", reference: "tea-1", account: "main",
            deadlineSeconds: 300,
            metadata: ["table": "7", "who": ""])
        let decimal = OpenOrderRequest(amount: AmountRequest(decimal: "12.50", currency: "CNY"))
        let refund = RefundRequest(
            amount: AmountRequest(value: 500, currency: "CNY"), note: "cold tea")

        try expectStrictGolden("open-order", opening)
        try expectStrictGolden("open-order-decimal", decimal)
        try expectStrictGolden("new-attempt", NewAttemptRequest(account: "main"))
        try expectStrictGolden("refund", refund)
        try expectStrictGolden("refund-rest", RefundRequest())
        try expectStrictGolden("refund-rest", EmptyRequest())
        try expectStrictGolden(
            "settle-hold", SettleHoldRequest(decision: "give_back", note: "payer has left"))
    }

    @Test func `equal messages are equal bytes, on one line, with plain slashes`() throws {
        var one = Samples.bareOrder
        one.metadata = Dictionary(uniqueKeysWithValues: (0..<16).map { ("k\($0)", "a/b") })
        var other = Samples.bareOrder
        other.metadata = Dictionary(
            uniqueKeysWithValues: (0..<16).reversed().map { ("k\($0)", "a/b") })

        let bytes = try WireJSON.bytes(of: one)

        #expect(try bytes == WireJSON.bytes(of: other))
        #expect(!bytes.contains(0x0A))
        #expect(!bytes.contains(UInt8(ascii: "\\")))
    }

    @Test func `an answer with members and words of a later daemon can still be read`() throws {
        let text = try fixture("order-bare").replacing(
            #""status": "opening""#, with: #""status": "dreaming", "mood": 1"#)

        let order = try WireJSON.message(OrderResource.self, from: Array(text.utf8))

        #expect(order.status == OrderStatus(rawValue: "dreaming"))
        #expect(!order.status.isFinal)
    }

    @Test func `a problem with a code of a later daemon keeps its sentence`() throws {
        let text = #"{"status": 418, "code": "teapot", "detail": "short and stout"}"#

        let problem = try WireJSON.message(Problem.self, from: Array(text.utf8))

        #expect(problem.code == .internalError)
        #expect(problem.status == 418)
        #expect(problem.description == "short and stout")
    }

    @Test func `the code to scan is that of the newest try that shows one`() {
        let code = Samples.order.presentedCode

        #expect(code?.payload == "https://pay.example/q/9f3?a=1&b=2")
        #expect(Samples.bareOrder.presentedCode == nil)
    }

    @Test func `the health knows the decimals of its own and its accounts' currencies`() {
        let health = Samples.health

        #expect(health.exponent(of: "CNY") == 2)
        #expect(health.exponent(of: "JPY") == 0)
        #expect(health.exponent(of: "BHD") == nil)
    }
}

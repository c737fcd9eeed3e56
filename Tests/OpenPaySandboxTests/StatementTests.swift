// SPDX-License-Identifier: Apache-2.0

import OpenPayProvider
import ProviderKit
import SandboxAcquirer
import Testing
import TillCore

@Suite struct `A statement from the bank to us` {
    @Test func `what moved that day arrives, in its order`() throws {
        let shop = try Shop()
        try shop.sell("A-1", 1250)
        try shop.sell("A-2", 1)
        _ = try shop.control("/sandbox/refunds", #"{"order_no":"A-1","amount":250}"#)

        let statement = try shop.statement()

        let payments = try shop.books.payments()
        let refund = try #require(try shop.books.refunds().first)
        let first = try #require(payments.first { $0.orderNo == "A-1" })
        let second = try #require(payments.first { $0.orderNo == "A-2" })
        #expect(statement.day == Shop.today)
        #expect(
            statement.lines == [
                StatementLine(
                    kind: .payment, orderNumber: "A-1", acquirerReference: first.id,
                    amount: cny(1250), at: Timestamp(milliseconds: first.paidAt ?? 0), terminal: "T-0001"),
                StatementLine(
                    kind: .payment, orderNumber: "A-2", acquirerReference: second.id,
                    amount: cny(1), at: Timestamp(milliseconds: second.paidAt ?? 0), terminal: "T-0001"),
                StatementLine(
                    kind: .refund(number: refund.refundNo, acquirerReference: refund.id),
                    orderNumber: "A-1", acquirerReference: first.id, amount: cny(250),
                    at: Timestamp(milliseconds: refund.doneAt ?? 0), terminal: "T-0001"),
            ])
    }

    @Test func `the terms are the bank's`() throws {
        let shop = try Shop()
        let terms = try #require(try shop.provider().capabilities.statements)
        let ready = Shop.today.next.start(offset: terms.offset) + terms.readyAfter

        shop.now = ready.milliseconds - 2
        let early = try shop.hold(try shop.provider().fetchStatement(of: Shop.today))
        let due = try shop.hold(try shop.provider().fetchStatement(of: Shop.today))

        #expect(
            early
                == .notYet("the statement of 2026-03-01 is ready at 2026-03-02T00:10:00Z (not_found)"))
        guard case .statement(let statement) = due else {
            Issue.record("\(due)")
            return
        }
        #expect(statement.lines.isEmpty)
        #expect(statement.raw == Array((header + "\r\n").utf8))
    }

    @Test(arguments: [
        ("statement_short", [StatementKey("A-2", 1)]),
        ("statement_different", [StatementKey("A-1", 1249), StatementKey("A-2", 1)]),
    ])
    func `what a script changes is what we read`(script: String, expected: [StatementKey]) throws {
        let shop = try Shop()
        try shop.sell("A-1", script: "paid_at_once+\(script)")
        try shop.sell("A-2", 1)

        let statement = try shop.statement()

        #expect(statement.lines.map { StatementKey($0.orderNumber, $0.amount.minorUnits) } == expected)
    }

    @Test func `a stranger stands behind the payment whose script wants one`() throws {
        let shop = try Shop()
        try shop.sell("A-1", script: "paid_at_once+statement_long")

        let first = try shop.statement()
        let second = try shop.statement()

        #expect(first.lines.count == 2)
        #expect(first.lines[1].orderNumber.hasPrefix("NEVER-"))
        #expect(first.lines[1].amount == cny(1250))
        #expect(first == second)
    }

    @Test func `a statement that is late is not there yet, and then it is`() throws {
        let shop = try Shop()
        try shop.sell("A-1", script: "paid_at_once+statement_late:60")
        shop.now = Shop.today.next.start().milliseconds + 600_000

        let early = try shop.hold(try shop.provider().fetchStatement(of: Shop.today))
        shop.now += 60_000
        let statement = try shop.statement()

        guard case .notYet = early else {
            Issue.record("\(early)")
            return
        }
        #expect(statement.lines.count == 1)
    }

    @Test func `a statement that is cut is not believed, whole lines or not`() throws {
        let shop = try Shop()
        try shop.sell("A-1", script: "paid_at_once+statement_cut")
        try shop.sell("A-2")

        let error = #expect(throws: ProviderError.self) { try shop.statement() }
        let statement = try shop.statement()

        #expect(
            error
                == .forged(
                    "http status 200, the body does not match its content-digest"))
        #expect(statement.lines.count == 2)
    }

    @Test func `a second payment that nobody told us of stands in the statement`() throws {
        let shop = try Shop()
        try shop.sell("A-1", script: "paid_at_once+paid_twice+notify_lost")
        shop.now += 1000
        let told = try shop.notifies()

        let statement = try shop.statement()

        #expect(told.isEmpty)
        #expect(statement.lines.map(\.orderNumber) == ["A-1", "A-1"])
        #expect(Set(statement.lines.map(\.acquirerReference)).count == 2)
    }

    /// 100,000 lines, half of the longest numbers that a merchant can choose.
    @Test func `a long day is read whole`() throws {
        let shop = try Shop()
        var text = header + "\r\n"
        let long = String(repeating: "N", count: 64)
        for line in 0..<100_000 {
            text +=
                "payment,\(line % 2 == 0 ? long : "A-\(line)"),pay_\(line),,,\(line + 1),CNY,2026-03-01T09:30:00.001Z,T-\(line % 20)\r\n"
        }
        let body = Array(text.utf8)

        let statement = try shop.read(statement: body)

        #expect(body.count > 4 << 20)
        #expect(statement.lines.count == 100_000)
        #expect(statement.lines.last?.amount == cny(100_000))
        #expect(Set(statement.lines.map(\.terminal)).count == 20)
    }
}

/// What tells lines apart in a test.
struct StatementKey: Sendable, Hashable {
    let order: String
    let minorUnits: Int64

    init(_ order: String, _ minorUnits: Int64) {
        self.order = order
        self.minorUnits = minorUnits
    }
}

let header = "kind,order_no,payment_id,refund_no,refund_id,amount,currency,at,terminal"

func cny(_ minorUnits: Int64) -> Money { Money(minorUnits: minorUnits, .cny) }

// SPDX-License-Identifier: Apache-2.0

import ProviderKit
import Testing
import TillCore

@testable import OpenPayProvider

/// The fixtures come from another implementation of the specification: `Fixtures/make-exchanges.py`.
@Suite struct `Exchanges as they are on the wire` {
    let platform = Platform()
    let attempt = Platform().attempt(of: cny(1250))
    let refund = Platform().refund(of: cny(250), from: Platform().attempt(of: cny(1250)))

    func play<Answer>(_ exchange: Exchange<Answer>, _ names: String...) throws -> Answer {
        var exchange = exchange
        for (index, name) in names.enumerated() {
            let fixture = try ExchangeFixture(name)
            guard case .send(let make, let read) = exchange else { break }
            let request = try make(moment(index + 1))
            fixture.expect(request)
            exchange = try read(try fixture.reply(to: request), moment(99))
        }
        guard case .answered(let answer) = exchange else {
            throw ProviderError.noReply("no answer")
        }
        return answer
    }

    @Test func `a create`() throws {
        let provider = try platform.provider(selling: .cny)

        let answer = try play(provider.createPayment(for: attempt), "create")

        let expiresAt = Platform.start + .seconds(300)
        #expect(
            answer
                == .code(
                    PaymentCode(Platform.code, acquirerReference: "pay_7", expiresAt: expiresAt)))
    }

    @Test func `a create that is refused`() throws {
        let provider = try platform.provider(selling: .cny)

        let error = #expect(throws: ProviderError.self) {
            try play(provider.createPayment(for: attempt), "create-refused")
        }

        #expect(error == .refused(code: "amount_limit", message: "at most 10.00 a sale"))
    }

    @Test func `queries`() throws {
        let provider = try platform.provider(selling: .cny)

        let waiting = try play(provider.queryPayment(of: attempt), "query-waiting")
        let paid = try play(provider.queryPayment(of: attempt), "query-paid")
        let absent = try play(provider.queryPayment(of: attempt), "query-not-found")

        let paidAt = Platform.start + .milliseconds(-1500)
        #expect(waiting == .pending(PaymentCode(Platform.code, acquirerReference: "pay_7")))
        #expect(
            paid == .paid(Payment(acquirerReference: "pay_7", amount: cny(1251), paidAt: paidAt)))
        #expect(absent == .unseen)
    }

    @Test func `closes`() throws {
        let provider = try platform.provider(selling: .cny)

        let seen = try play(provider.closePayment(of: attempt), "query-waiting", "close")
        let unseen = try play(
            provider.closePayment(of: attempt), "query-not-found", "close-made", "close-made-closed"
        )

        #expect(seen == .closed)
        #expect(unseen == .closed)
    }

    @Test func `statements`() throws {
        let provider = try platform.provider(selling: .cny)
        let day = CalendarDay(of: Platform.start).previous

        let full = try play(provider.fetchStatement(of: day), "statement")
        let empty = try play(provider.fetchStatement(of: day), "statement-empty")
        let early = try play(provider.fetchStatement(of: day), "statement-not-yet")

        let noon = Platform.start + .milliseconds(-52_199_999)
        let lines = [
            StatementLine(
                kind: .payment, orderNumber: Platform.order, acquirerReference: "pay_7",
                amount: cny(1250), at: noon),
            StatementLine(
                kind: .payment, orderNumber: "SOMEBODY-1", acquirerReference: "pay_8",
                amount: Money(minorUnits: Money.largest, .jpy), at: noon + .milliseconds(-1)),
            StatementLine(
                kind: .refund(number: "console_1", acquirerReference: "ref_9"),
                orderNumber: Platform.order, acquirerReference: "pay_7", amount: cny(250),
                at: Platform.start + .milliseconds(-1)),
        ]
        #expect(full == .statement(Statement(day: day, lines: lines, raw: try ExchangeFixture("statement").replyBody)))
        guard case .statement(let nothing) = empty else {
            Issue.record("\(empty)")
            return
        }
        #expect(nothing.lines.isEmpty)
        #expect(early == .notYet("the statement of 2025-12-31 is ready at 2026-01-01T00:10:00Z (not_found)"))
    }

    @Test func `refunds`() throws {
        let provider = try platform.provider(selling: .cny)

        let sent = try play(provider.refund(refund, of: attempt), "refund")
        let asked = try play(provider.queryRefund(refund, of: attempt), "refund-query")
        let error = #expect(throws: ProviderError.self) {
            try play(provider.refund(refund, of: attempt), "refund-refused")
        }

        #expect(sent == .pending)
        #expect(asked == .done)
        #expect(
            error == .refused(code: "refund_exceeds", message: "200 minor units are left to refund")
        )
    }
}

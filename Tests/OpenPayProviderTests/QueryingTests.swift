// SPDX-License-Identifier: Apache-2.0

import ProviderKit
import Testing
import TillCore

@testable import OpenPayProvider

@Suite struct `Asking about a payment` {
    let platform = Platform()

    func ask(_ said: Said) throws -> Outcome {
        let provider = try platform.provider(selling: .cny)
        return try talk(provider.queryPayment(of: platform.attempt(of: cny(1250))), [said]).answer
    }

    func error(_ said: Said) throws -> ProviderError? {
        let provider = try platform.provider(selling: .cny)
        return try failure(provider.queryPayment(of: platform.attempt(of: cny(1250))), [said])
    }

    @Test func `the money is what was paid, not what was asked`() throws {
        let said = platform.payment("paid", of: cny(1250), paid: cny(1251))

        let outcome = try ask(said)

        let paidAt = Platform.start + .seconds(-2)
        #expect(
            outcome == .paid(Payment(acquirerReference: "pay_7", amount: cny(1251), paidAt: paidAt))
        )
    }

    @Test func `without a paid amount the platform's own amount counts`() throws {
        let said = platform.payment("paid", of: cny(999))

        let outcome = try ask(said)

        #expect(outcome == .paid(Payment(acquirerReference: "pay_7", amount: cny(999))))
    }

    @Test func `money of another currency comes through`() throws {
        let said = platform.payment("paid", of: cny(1250), paid: Money(minorUnits: 1250, .jpy))

        let outcome = try ask(said)

        guard case .paid(let payment) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(payment.amount == Money(minorUnits: 1250, .jpy))
    }

    @Test func `a twin keeps its own id`() throws {
        let said = platform.payment("paid", of: cny(1250), id: "pay_8")

        let outcome = try ask(said)

        #expect(outcome == .paid(Payment(acquirerReference: "pay_8", amount: cny(1250))))
    }

    @Test func `a time that cannot be read does not hide the money`() throws {
        let said = platform.payment(
            "paid", of: cny(1250), more: #""paid_at":"yesterday","expires_at":"1""#)

        let outcome = try ask(said)

        #expect(outcome == .paid(Payment(acquirerReference: "pay_7", amount: cny(1250))))
    }

    @Test(arguments: [
        "PAID", "Paid", "paid ", "paid_out", "success", "unknown", "refunded", "closing", "",
    ])
    func `only paid is paid, and what nobody knows is pending`(status: String) throws {
        let said = platform.payment(status, of: cny(1250), paid: cny(1250), code: Platform.code)

        let outcome = try ask(said)

        #expect(outcome == .pending(nil))
    }

    @Test func `a code that asks for another amount is not shown`() throws {
        let said = platform.payment("pending", of: cny(1), code: Platform.code)

        let outcome = try ask(said)

        #expect(outcome == .pending(nil))
    }

    @Test(arguments: ["closed", "cancelled", "failed"])
    func `a payment that is over and was paid cannot be`(status: String) throws {
        let said = platform.payment(status, of: cny(1250), paid: cny(1250))

        let error = try error(said)

        #expect(error == .unreadable("a payment that is \(status) and was paid"))
    }

    @Test(arguments: ["paid", "closed", "created"])
    func `an answer about another order says nothing`(status: String) throws {
        let said = platform.payment(status, of: cny(1250), order: "01KDV4Y3ZQ8X5T2M7N6P9R0SVX")

        let error = try error(said)

        guard case .unreadable = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(arguments: ["-1", "1000000000001", "9223372036854775808", "12.5", "\"1250\"", "null"])
    func `an amount that is none is not read`(value: String) throws {
        let said = platform.payment(
            "paid", of: cny(1250), more: #""paid_amount":{"value":\#(value),"currency":"CNY"}"#)

        let error = try error(said)

        guard case .unreadable = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `not found is unseen only if the platform is sure`() throws {
        let unsure = platform.problem("not_found", 404, "unknown")

        let outcomes = [
            try ask(platform.problem("not_found", 404)),
            try ask(platform.problem("not_found", 404, nil)),
        ]

        #expect(outcomes == [.unseen, .unseen])
        #expect(try error(unsure) == .acquirerUnsure(code: "not_found"))
        #expect(try error(platform.problem("not_found", 503)) == .acquirerUnsure(code: "not_found"))
    }
}

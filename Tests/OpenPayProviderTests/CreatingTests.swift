// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import ProviderKit
import Testing
import TillCore

@testable import OpenPayProvider

@Suite struct `Creating a payment` {
    let platform = Platform()

    @Test(arguments: ["created", "pending"])
    func `a code comes back with the platform's id and its time`(status: String) throws {
        let provider = try platform.provider(selling: .cny)
        let said = platform.payment(
            status, of: cny(1250), code: Platform.code,
            more: #""expires_at":"2026-01-01T08:05:00+08:00""#)

        let created = try talk(provider.createPayment(for: platform.attempt(of: cny(1250))), [said])

        #expect(
            created.answer
                == .code(
                    PaymentCode(
                        Platform.code, acquirerReference: "pay_7",
                        expiresAt: Platform.start + .seconds(300))))
        #expect(created.lines == ["POST /v1/payments"])
    }

    @Test func `the key of the request is the attempt's`() throws {
        let provider = try platform.provider(selling: .cny)

        let request = try request(provider.createPayment(for: platform.attempt(of: cny(1250))))

        #expect(request.head.headerFields[.idempotencyKey] == Platform.order + "-create")
    }

    /// A payment that is answered to a create of 12.50 CNY.
    static func made(
        id: String = "pay_7", order: String = Platform.order, status: String = "created",
        value: String = "1250", currency: String = "CNY", code: String? = "c"
    ) -> String {
        let code = code.map { #","code":"\#($0)""# } ?? ""
        let amount = #"{"value":\#(value),"currency":"\#(currency)"}"#
        return
            #"{"id":"\#(id)","order_no":"\#(order)","status":"\#(status)","amount":\#(amount)\#(code)}"#
    }

    @Test(arguments: [
        ("another order", made(order: "X1")), ("another amount", made(value: "1251")),
        ("another currency", made(currency: "USD")),
        ("a paid one of another amount", made(status: "paid", value: "1")),
        ("no code", made(code: nil)), ("an empty code", made(code: "")),
        ("a code with a line break", made(code: #"a\nb"#)),
        ("a code that no symbol holds", made(code: String(repeating: "c", count: 1025))),
        ("an id that fits no path", made(id: "../x")), ("half an amount", made(value: "12.5")),
        ("a list", "[]"), ("nothing", ""), ("a deep nest", String(repeating: "[", count: 5000)),
    ])
    func `an answer about something else is not read`(what: String, body: String) throws {
        let provider = try platform.provider(selling: .cny)

        let error = try failure(
            provider.createPayment(for: platform.attempt(of: cny(1250))), [Said(201, body)])

        #expect(error?.consequence == .moneyMayHaveMoved)
        guard case .unreadable = error else {
            Issue.record("\(what) is \(String(describing: error))")
            return
        }
    }

    @Test(arguments: ["closed", "cancelled", "failed"])
    func `a payment that is over already is refused`(status: String) throws {
        let provider = try platform.provider(selling: .cny)
        let said = platform.payment(status, of: cny(1250))

        let created = try talk(provider.createPayment(for: platform.attempt(of: cny(1250))), [said])

        #expect(created.answer == .outcome(.refused(reason: status)))
    }

    @Test func `a code that comes with an unknown status is not shown`() throws {
        let provider = try platform.provider(selling: .cny)
        let said = platform.payment("unknown", of: cny(1250), code: Platform.code)

        let created = try talk(provider.createPayment(for: platform.attempt(of: cny(1250))), [said])

        #expect(created.answer == .outcome(.pending(nil)))
    }

    @Test func `another currency than the account's is not asked for`() throws {
        let provider = try platform.provider(selling: .jpy)

        let error = #expect(throws: ProviderError.self) {
            try provider.createPayment(for: platform.attempt(of: cny(1250)))
        }

        #expect(error?.consequence == .nothingHappened)
    }

    @Test(arguments: [
        ("", Platform.order), ("  ", Platform.order), ("tea\r\nset", "tea set"),
        ("a\u{0}b\u{2028}c", "a b c"),
        (String(repeating: "茶", count: 200), String(repeating: "茶", count: 128)),
        (String(repeating: "a", count: 127) + "👨‍👩‍👧‍👦", String(repeating: "a", count: 127)),
    ])
    func `the subject is one line that fits`(subject: String, sent: String) throws {
        let provider = try platform.provider(selling: .cny)
        let attempt = PaymentAttempt(
            reference: AttemptReference(Platform.order), account: "main", amount: cny(1),
            subject: subject,
            expiresAt: Platform.start)

        let request = try request(provider.createPayment(for: attempt))

        let members = try JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any]
        #expect(members?["subject"] as? String == sent)
    }

    @Test(arguments: ["", "A B", "A/../B", String(repeating: "A", count: 65), "A?x=1", "Ä"])
    func `a number that fits no path is not sent`(reference: String) throws {
        let provider = try platform.provider(selling: .cny)
        let attempt = PaymentAttempt(
            reference: AttemptReference(reference), account: "main", amount: cny(1), subject: "tea",
            expiresAt: Platform.start)

        #expect(throws: ProviderError.self) { try provider.createPayment(for: attempt) }
        #expect(throws: ProviderError.self) { try provider.queryPayment(of: attempt) }
        #expect(throws: ProviderError.self) { try provider.closePayment(of: attempt) }
    }
}

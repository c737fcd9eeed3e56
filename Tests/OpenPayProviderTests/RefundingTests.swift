// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import ProviderKit
import Testing
import TillCore

@testable import OpenPayProvider

@Suite struct `Giving money back` {
    let platform = Platform()
    let attempt = Platform().attempt(of: cny(1250))
    let refund = Platform().refund(of: cny(250), from: Platform().attempt(of: cny(1250)))

    @Test func `it goes to the money that it is taken from, with its own number`() throws {
        let provider = try platform.provider(selling: .cny)

        let talk = try talk(provider.refund(refund, of: attempt), [platform.said(refund, "done")])

        #expect(talk.answer == .done)
        #expect(talk.lines == ["POST /v1/payments/pay_7/refunds"])
        #expect(
            talk.requests[0].head.headerFields[.idempotencyKey] == Platform.refundNumber + "-refund"
        )
        #expect(
            String(decoding: talk.requests[0].body, as: UTF8.self)
                == #"{"amount":{"currency":"CNY","value":250},"refund_no":"\#(Platform.refundNumber)"}"#
        )
    }

    @Test(arguments: [
        ("done", RefundOutcome.done), ("failed", .refused(reason: "failed")), ("pending", .pending),
        ("DONE", .pending), ("succeeded", .pending), ("", .pending),
    ])
    func `only done is done`(status: String, outcome: RefundOutcome) throws {
        let provider = try platform.provider(selling: .cny)
        let said = platform.said(refund, status)

        let sent = try talk(provider.refund(refund, of: attempt), [said])
        let asked = try talk(provider.queryRefund(refund, of: attempt), [said])

        #expect(sent.answer == outcome)
        #expect(asked.answer == outcome)
        #expect(asked.lines == ["GET /v1/refunds?refund_no=\(Platform.refundNumber)"])
    }

    @Test func `an answer about another refund says nothing`() throws {
        let provider = try platform.provider(selling: .cny)
        let others = [
            platform.said(refund, "done", number: "R2"),
            platform.said(refund, "done", amount: cny(249)),
            platform.said(refund, "done", amount: Money(minorUnits: 250, .jpy)),
            platform.said(refund, "done", payment: "pay_8"),
            platform.said(refund, "failed", number: "R2"),
        ]

        for said in others {
            for error in [
                try failure(provider.refund(refund, of: attempt), [said]),
                try failure(provider.queryRefund(refund, of: attempt), [said]),
            ] {
                guard case .unreadable = error else {
                    Issue.record("\(said) is \(String(describing: error))")
                    continue
                }
            }
        }
    }

    @Test func `more than is left is refused`() throws {
        let provider = try platform.provider(selling: .cny)
        let said = platform.problem(
            "refund_exceeds", 409, more: #","detail":"200 minor units are left""#)

        let error = try failure(provider.refund(refund, of: attempt), [said])

        #expect(error == .refused(code: "refund_exceeds", message: "200 minor units are left"))
    }

    @Test(arguments: ["pay/7", "..", "pay_7/close?", "", "pay 7"])
    func `money whose id fits no path is not asked for`(id: String) throws {
        let provider = try platform.provider(selling: .cny)
        let refund = Refund(
            id: RefundID(Platform.refundNumber),
            transaction: TransactionKey(account: "main", acquirerReference: id),
            attempt: attempt.reference,
            amount: cny(1), reason: .asked, note: "")

        let error = #expect(throws: ProviderError.self) { try provider.refund(refund, of: attempt) }

        #expect(error?.consequence == .nothingHappened)
    }
}

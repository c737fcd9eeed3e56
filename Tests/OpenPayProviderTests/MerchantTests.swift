// SPDX-License-Identifier: Apache-2.0

import ProviderKit
import Testing
import TillCore

@testable import OpenPayProvider

@Suite struct `Whose a payment is` {
    let platform = Platform()
    let attempt = Platform().attempt(of: cny(1250))
    let refund = Platform().refund(of: cny(250), from: Platform().attempt(of: cny(1250)))

    func word(_ type: String, _ resource: String) throws -> NotifyWord? {
        try platform.provider(selling: .cny).readNotify(
            platform.told(type, resource), at: moment(1)
        ).word
    }

    func owned(_ said: Said, by merchant: String) -> Said {
        said.with { $0.body = #"{"merchant":"\#(merchant)","# + $0.body.dropFirst() }
    }

    @Test func `a notify about another merchant's payment is foreign, whatever it says`() throws {
        let paid = owned(platform.payment("paid", of: cny(1250), paid: cny(1)), by: "M-43")
        let odd = owned(platform.payment("paid", of: cny(1250), order: "a b"), by: "M-\n43")

        #expect(
            try word("payment.paid", paid.body)
                == .foreign(subject: "payment pay_7 of order \(Platform.order), which is merchant M-43's"))
        #expect(
            try word("payment.paid", odd.body.replacing("\n", with: "\\n"))
                == .foreign(subject: "payment pay_7 of order a b, which is merchant M- 43's"))
    }

    @Test func `a notify about another merchant's refund is foreign`() throws {
        let done = owned(platform.said(refund, "done"), by: "M-43")

        #expect(
            try word("refund.done", done.body)
                == .foreign(subject: "refund \(Platform.refundNumber), which is merchant M-43's"))
    }

    @Test func `our own name changes nothing, and none is none`() throws {
        let ours = owned(platform.payment("closed", of: cny(1250)), by: "M-42")
        let nobodys = platform.payment("closed", of: cny(1250), more: #""merchant":null"#)
        let expected = NotifyWord.payment(AttemptReference(Platform.order), .refused(reason: "closed"))

        #expect(try word("payment.closed", ours.body) == expected)
        #expect(try word("payment.closed", nobodys.body) == expected)
    }

    @Test func `an answer about another merchant is not read`() throws {
        let provider = try platform.provider(selling: .cny)
        let waiting = platform.payment("pending", of: cny(1250), code: Platform.code)
        let foreign = owned(waiting, by: "M-43")
        let foreignClosed = owned(platform.payment("closed", of: cny(1250)), by: "M-43")
        let foreignRefund = owned(platform.said(refund, "done"), by: "M-43")

        let errors = [
            try failure(try provider.createPayment(for: attempt), [foreign]),
            try failure(try provider.queryPayment(of: attempt), [foreign]),
            try failure(try provider.closePayment(of: attempt), [foreign]),
            try failure(try provider.closePayment(of: attempt), [waiting, foreignClosed]),
            try failure(try provider.refund(refund, of: attempt), [foreignRefund]),
            try failure(try provider.queryRefund(refund, of: attempt), [foreignRefund]),
        ]

        for error in errors {
            #expect(error == .unreadable("the answer is about another merchant than M-42"))
        }
    }

    @Test func `a refund that we did not ask for tells what went back`() throws {
        let console =
            #"{"id":"ref_9","refund_no":"console_1","payment":"pay_7","status":"done","amount":{"value":30,"currency":"CNY"}}"#
        let bare = #"{"refund_no":"R-1","status":"done","amount":{"value":30,"currency":"CNY"}}"#

        #expect(
            try word("refund.done", console)
                == .refund(
                    "console_1", .done,
                    RefundReport(acquirerReference: "ref_9", payment: "pay_7", amount: cny(30))))
        #expect(try word("refund.done", bare) == .refund("R-1", .done, nil))
    }

    @Test(arguments: [
        #"{"id":"../x","refund_no":"R-1","payment":"pay_7","status":"done","amount":{"value":30,"currency":"CNY"}}"#,
        #"{"id":"ref_9","refund_no":"R-1","payment":"a b","status":"done","amount":{"value":30,"currency":"CNY"}}"#,
        #"{"id":"ref_9","refund_no":"R-1","payment":"pay_7","status":"done","amount":{"value":-1,"currency":"CNY"}}"#,
        #"{"id":"ref_9","refund_no":"R-1","payment":"pay_7","status":"done","amount":{"value":1,"currency":"XXQ"}}"#,
    ])
    func `a refund that makes no sense is unreadable`(resource: String) throws {
        let error = #expect(throws: ProviderError.self) { try word("refund.done", resource) }

        guard case .unreadable = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}

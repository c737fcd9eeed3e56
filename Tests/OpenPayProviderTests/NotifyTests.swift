// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import ProviderKit
import Signing
import Testing
import TillCore

@testable import OpenPayProvider

@Suite struct `Reading a notify` {
    let platform = Platform()

    func read(_ notify: Notify, at now: Timestamp = Platform.start) throws -> NotifyReading {
        try platform.provider(selling: .cny).readNotify(notify, at: moment(1, at: now))
    }

    @Test func `a paid payment is told with its own money, id and number`() throws {
        let paid = platform.payment(
            "paid", of: cny(1250), paid: cny(1), id: "pay_8", order: "ANOTHER-1")

        let reading = try read(platform.told("payment.paid", paid.body))

        let payment = Payment(
            acquirerReference: "pay_8", amount: cny(1), paidAt: Platform.start + .seconds(-2))
        #expect(reading == NotifyReading(id: "evt_1", word: .payment("ANOTHER-1", .paid(payment))))
    }

    @Test func `the status tells, never the type`() throws {
        let pending = platform.payment("pending", of: cny(1250), code: Platform.code)
        let closed = platform.payment("closed", of: cny(1250))
        let paid = platform.payment("paid", of: cny(1250))

        let readings = [
            try read(platform.told("payment.paid", pending.body)),
            try read(platform.told("payment.paid", closed.body)),
            try read(platform.told("payment.closed", paid.body)),
            try read(platform.told("payment.blessed", paid.body)),
        ]

        let money = Payment(acquirerReference: "pay_7", amount: cny(1250))
        #expect(
            readings.map(\.word)
                == [.pending(nil), .refused(reason: "closed"), .paid(money), .paid(money)].map {
                    .payment(AttemptReference(Platform.order), $0)
                })
    }

    @Test(arguments: [
        ("done", RefundOutcome.done), ("failed", .refused(reason: "failed")), ("pending", .pending),
        ("new", .pending),
    ])
    func `a refund is told with its number`(status: String, outcome: RefundOutcome) throws {
        let refund = platform.refund(of: cny(250), from: platform.attempt(of: cny(1250)))

        let reading = try read(platform.told("refund.done", platform.said(refund, status).body))

        let report = RefundReport(acquirerReference: "ref_1", payment: "pay_7", amount: cny(250))
        #expect(reading.word == .refund(RefundID(Platform.refundNumber), outcome, report))
    }

    @Test(arguments: ["agreement.active", "dispute.opened", "payments", "", "Payment.paid"])
    func `what concerns no sale says nothing`(type: String) throws {
        let reading = try read(platform.told(type, #"{"anything":1}"#))

        #expect(reading == NotifyReading(id: "evt_1", word: nil))
    }

    @Test(arguments: [
        ("payment.paid", "{}"), ("payment.paid", "null"), ("payment.closed", "7"),
        ("refund.done", "{}"),
        (
            "payment.paid",
            #"{"id":"pay_7","order_no":"a b","status":"paid","amount":{"value":1,"currency":"CNY"}}"#
        ),
        (
            "payment.paid",
            #"{"id":"pay_7","order_no":"A","status":"paid","amount":{"value":1,"currency":"XXQ"}}"#
        ),
        ("refund.done", #"{"refund_no":"","status":"done","amount":{"value":1,"currency":"CNY"}}"#),
        ("payment.paid", "{"),
    ])
    func `what is authentic and makes no sense is unreadable`(type: String, resource: String) throws {
        let notify = platform.told(type, resource)

        let error = #expect(throws: ProviderError.self) { try read(notify) }

        guard case .unreadable = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(arguments: [(-301, true), (-300, false), (300, false), (301, true)])
    func `a notify is fresh for five minutes on either side`(seconds: Int, isStale: Bool) throws {
        let notify = platform.told("payment.paid", platform.payment("paid", of: cny(1250)).body)
        let now = Platform.start + .seconds(seconds)

        #expect(((try? read(notify, at: now)) == nil) == isStale)
    }

    @Test func `the platform's key proves a notify as well`() throws {
        let settings = try OpenPaySettings(
            merchant: "M-42", key: "key_1", privateKey: Keys.merchant, platformKeyID: "platform_1",
            platformKey: Keys.platformPublic, webhookKey: Keys.platformPublic,
            gateway: "https://pay.example/v1",
            terminal: "T-0001", currency: "CNY")
        let bySecret = platform.told("payment.paid", platform.payment("paid", of: cny(1250)).body)
        var head = bySecret.head
        head.headerFields[.webhookSignature] = try StandardWebhook.sign(
            id: "evt_1", timestamp: Platform.start.seconds, body: bySecret.body,
            key: try SigningKey(pem: Keys.platform))
        let byKey = Notify(head: head, body: bySecret.body)
        let provider = OpenPayProvider(settings: settings)

        let reading = try provider.readNotify(byKey, at: moment(1))

        #expect(reading.id == "evt_1")
        #expect(throws: ProviderError.self) { try provider.readNotify(bySecret, at: moment(1)) }
        #expect(throws: ProviderError.self) { try read(byKey) }
    }

    @Test func `without a secret or key nothing is believed`() throws {
        let settings = try OpenPaySettings(
            merchant: "M-42", key: "key_1", privateKey: Keys.merchant, platformKeyID: "platform_1",
            platformKey: Keys.platformPublic, gateway: "https://pay.example/v1", terminal: "T-0001",
            currency: "CNY")
        let notify = platform.told("payment.paid", platform.payment("paid", of: cny(1250)).body)

        let error = #expect(throws: ProviderError.self) {
            try OpenPayProvider(settings: settings).readNotify(notify, at: moment(1))
        }

        guard case .forged = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}

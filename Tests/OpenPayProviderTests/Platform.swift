// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import ProviderConformance
import ProviderKit
import Signing
import TillCore

@testable import OpenPayProvider

/// The platform's side of OpenPay, which says whatever a test wants it to say.
struct Platform: ConformanceSubject {
    /// How the merchant signs.
    var algorithm = SignatureAlgorithm.ed25519
    var notifyURL: String? = "https://shop.example/notify/main"

    static let start = Timestamp(milliseconds: 1_767_225_600_000)
    static let order = "01KDV4Y3ZQ8X5T2M7N6P9R0SVW"
    static let refundNumber = "01KDV5B7C9D1E3F5G7H9J1K3MN"
    static let code = "https://qr.example/p/7?a=b&c=%E8%8C%B6"

    let currencies: [Currency] = [.cny, .jpy, .kwd]
    let now = Self.start

    var privateKey: String {
        switch algorithm {
        case .hmac: Keys.sharedSecret
        case .ecdsaP256: Keys.merchantP256
        default: Keys.merchant
        }
    }

    var secrets: [String] {
        let inPEM = privateKey.split(separator: "\n").filter { !$0.hasPrefix("-----") }.map(
            String.init)
        let bytes = Base64.decode(Keys.sharedSecret) ?? []
        let hook = StandardWebhook.secret(Keys.webhookSecret) ?? []
        let spelled = [bytes, hook].flatMap { bytes in
            [
                Hex.encode(bytes), bytes.map(String.init).joined(separator: ", "),
                Base64.encode(bytes),
            ]
        }
        return inPEM + spelled + [Keys.webhookSecret]
    }

    func settings(selling currency: Currency = .cny) throws -> OpenPaySettings {
        try OpenPaySettings(
            merchant: "M-42", key: "key_1", algorithm: algorithm.rawValue, privateKey: privateKey,
            platformKeyID: "platform_1", platformKey: Keys.platformPublic,
            webhookSecrets: [Keys.webhookSecret], gateway: "https://pay.example/v1",
            terminal: "T-0001", fingerprint: "f00d", store: "Corner Tea", notifyURL: notifyURL,
            currency: currency.code)
    }

    func provider(selling currency: Currency) throws -> any PaymentProvider {
        OpenPayProvider(settings: try settings(selling: currency))
    }

    func attempt(of amount: Money) -> PaymentAttempt {
        PaymentAttempt(
            reference: AttemptReference(Self.order), account: "main", amount: amount,
            subject: "茶 / tea \"large\"", expiresAt: now + .seconds(300))
    }

    func refund(of amount: Money, from attempt: PaymentAttempt) -> Refund {
        Refund(
            id: RefundID(Self.refundNumber),
            transaction: TransactionKey(account: "main", acquirerReference: "pay_7"),
            attempt: attempt.reference, amount: amount, reason: .asked, note: "")
    }

    func reply(
        _ word: AcquirerWord, to request: ProviderRequest, about attempt: PaymentAttempt,
        at time: Timestamp
    ) throws -> ProviderReply {
        let amount = attempt.amount
        switch word {
        case .waiting:
            return try payment("pending", of: amount, code: Self.code).reply(to: request, at: time)
        case .paid(let money):
            return try payment("paid", of: amount, paid: money).reply(to: request, at: time)
        case .over: return try payment("closed", of: amount).reply(to: request, at: time)
        case .unheardOf:
            return try payment("blessed", of: amount, code: Self.code).reply(to: request, at: time)
        case .notFound: return try problem("not_found", 404).reply(to: request, at: time)
        case .refused: return try problem("velocity", 422).reply(to: request, at: time)
        case .busy: return try problem("rate_limited", 429).reply(to: request, at: time)
        case .unsure: return try problem("internal", 500, "unknown").reply(to: request, at: time)
        case .gibberish: return try Said(200, #"{"status":["paid"]}"#).reply(to: request, at: time)
        }
    }

    func reply(
        _ word: RefundWord, to request: ProviderRequest, about refund: Refund, at time: Timestamp
    ) throws -> ProviderReply {
        switch word {
        case .done: try said(refund, "done").reply(to: request, at: time)
        case .pending: try said(refund, "pending").reply(to: request, at: time)
        case .failed: try said(refund, "failed").reply(to: request, at: time)
        case .unheardOf: try said(refund, "blessed").reply(to: request, at: time)
        case .notFound: try problem("not_found", 404).reply(to: request, at: time)
        case .refused: try problem("refund_exceeds", 409).reply(to: request, at: time)
        case .busy: try problem("maintenance", 503).reply(to: request, at: time)
        case .unsure: try problem("internal", 500, "unknown").reply(to: request, at: time)
        case .gibberish: try Said(200, "done").reply(to: request, at: time)
        }
    }

    func unsigned(_ reply: ProviderReply) -> ProviderReply {
        var head = reply.head
        head.headerFields[.signature] = nil
        head.headerFields[.signatureInput] = nil
        return ProviderReply(head: head, body: reply.body, request: reply.request)
    }

    func notify(_ word: AcquirerWord, about attempt: PaymentAttempt, at time: Timestamp) throws
        -> Notify?
    {
        switch word {
        case .paid(let money):
            told("payment.paid", payment("paid", of: attempt.amount, paid: money).body, at: time)
        case .waiting:
            told(
                "payment.paid", payment("pending", of: attempt.amount, code: Self.code).body,
                at: time)
        case .unheardOf: told("payment.paid", payment("blessed", of: attempt.amount).body, at: time)
        case .over: told("payment.closed", payment("closed", of: attempt.amount).body, at: time)
        case .notFound, .refused, .busy, .unsure, .gibberish: nil
        }
    }

    func unsigned(_ notify: Notify) -> Notify {
        var head = notify.head
        head.headerFields[.webhookSignature] = nil
        return Notify(head: head, body: notify.body)
    }

    func amount(in request: ProviderRequest) throws -> Money? {
        let members = try JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any]
        guard let amount = members?["amount"] as? [String: Any],
            let value = amount["value"] as? Int64,
            let currency = Currency(amount["currency"] as? String ?? "")
        else { return nil }
        return Money(minorUnits: value, currency)
    }

    func onlyAsks(_ request: ProviderRequest) -> Bool { request.head.method == .get }
}

extension Platform {
    /// A payment as the platform spells it.
    func payment(
        _ status: String, of amount: Money, paid: Money? = nil, code: String? = nil,
        id: String = "pay_7", order: String = Self.order, more: String = ""
    ) -> Said {
        var members = [
            #""id":"\#(id)""#, #""order_no":"\#(order)""#, #""status":"\#(status)""#,
            #""amount":\#(json(amount))"#, #""refunded":0,"version":3"#,
        ]
        if let code { members.append(#""code":"\#(code)""#) }
        if let paid {
            members.append(#""paid_amount":\#(json(paid)),"paid_at":"2026-01-01T07:59:58+08:00""#)
        }
        if !more.isEmpty { members.append(more) }
        return Said(200, "{\(members.joined(separator: ","))}")
    }

    /// A refund as the platform spells it.
    func said(
        _ refund: Refund, _ status: String, amount: Money? = nil, number: String? = nil,
        payment: String = "pay_7"
    )
        -> Said
    {
        let members = [
            #""id":"ref_1""#, #""refund_no":"\#(number ?? refund.id.text)""#,
            #""payment":"\#(payment)""#,
            #""status":"\#(status)""#, #""amount":\#(json(amount ?? refund.amount))"#,
            #""version":1"#,
        ]
        return Said(200, "{\(members.joined(separator: ","))}")
    }

    /// A problem document; no outcome if it is nil.
    func problem(_ code: String, _ status: Int, _ outcome: String? = "not_done", more: String = "")
        -> Said
    {
        let outcome = outcome.map { #","outcome":"\#($0)""# } ?? ""
        return Said(
            status,
            #"{"type":"urn:openpay:problem:\#(code)","title":"no","status":\#(status),"code":"\#(code)"\#(outcome)\#(more)}"#
        )
    }

    /// A notify with a resource, signed with the shared secret.
    func told(
        _ type: String, _ resource: String, id: String = "evt_1", at time: Timestamp = Self.start
    ) -> Notify {
        let body = Array(
            #"{"type":"\#(type)","created":"2026-01-01T00:00:00Z","data":\#(resource)}"#.utf8)
        let secret = StandardWebhook.secret(Keys.webhookSecret) ?? []
        let seconds = time.milliseconds / 1000
        return Notify(
            head: HTTPRequest(
                method: .post, scheme: "https", authority: "shop.example", path: "/notify/main",
                headerFields: [
                    .webhookID: id, .webhookTimestamp: String(seconds),
                    .webhookSignature: StandardWebhook.sign(
                        id: id, timestamp: seconds, body: body, secret: secret),
                ]),
            body: body)
    }

    private func json(_ money: Money) -> String {
        #"{"value":\#(money.minorUnits),"currency":"\#(money.currency)"}"#
    }
}

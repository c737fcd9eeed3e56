// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import Signing
import Testing

@testable import SandboxAcquirer

/// A till that does what the protocol asks of one and nothing else; it shares no code with the one that is shipped.
///
/// It asks for a payment, believes what is proven, asks every two seconds, gives up and closes after a minute, gives back what
/// comes after that or is too much, and writes down what it saw.
final class ModelTill {
    /// What it believes of the sale.
    enum State: String { case open, closing, closed, paid, person }

    /// What an exchange brought: in words, and the content where it is proven.
    struct Answer { let verdict: String, status: Int, content: [String: Any]? }

    static let patience: Int64 = 8000
    let shop: Shop
    let orderNo = "A-1"
    let amount: Int64
    let header: String?
    private(set) var state = State.open
    private(set) var trace: [String] = []
    private(set) var firstAnswer = ""
    /// Money that it knows of: the payment's number, and how much.
    private(set) var monies: [(id: String, value: Int64, currency: String)] = []
    /// Why it gave money back by itself.
    private(set) var reasons: [String] = []
    private var refundNos: Set<String> = []
    /// What notifies said of refunds of its own.
    private var refundEnds: [String: String] = [:]
    private var id: String?
    private var doubtSince: Int64?
    private var retryAt: Int64?

    init(_ shop: Shop, amount: Int64 = 1250, header: String? = nil) {
        self.shop = shop
        self.amount = amount
        self.header = header
    }

    /// One sale, and two and a half minutes, or as many seconds as are given.
    func sell(for seconds: Int = 150) throws {
        let answer = try create()
        firstAnswer = answer.verdict
        for second in 1...seconds {
            try spend(1000)
            if let due = retryAt, shop.now >= due { _ = try create() }
            if second >= 60, state == .open { state = .closing }
            switch state {
            case .open where second % 2 == 0: try query()
            case .closing: try close()
            case .closed where second % 10 == 0: try query()
            default: break
            }
        }
    }

    /// Asks for one minor unit back, and says what becomes of it; nil where there is no money.
    func refundOne() throws -> String? {
        guard let money = monies.first else { return nil }
        return try sendBack(money.id, 1, money.currency)
    }

    /// Lets two and a half minutes pass.
    func rest() throws { try spend(150_000) }

    /// Compares the statement of the day with the money that it knows of.
    func compare() throws -> String {
        let day: Int64 = 86_400_000
        let midnight = (shop.now / day + 1) * day
        try spend(midnight + 600_000 - shop.now)
        let path = "/v1/statements/\(RFC3339.text(Shop.start).prefix(10))"
        for _ in 0..<3 {
            let answer = try ask("statement", .get, path)
            if let text = answer.content?["text"] as? String {
                let payments = text.components(separatedBy: "\r\n").map { $0.components(separatedBy: ",") }
                    .filter { $0.first == "payment" }
                let found = payments.map { "\($0[1]) \($0[2]) \($0[5]) \($0[6])" }
                let told = payments.map { "\($0[1] == orderNo) \((Int64($0[5]) ?? 0) - amount) \($0[6])" }
                note("statement \(told.sorted())", at: shop.now)
                let known = monies.map { "\(orderNo) \($0.id) \($0.value) \($0.currency)" }
                return found.sorted() == known.sorted() ? "agrees" : "differs"
            }
            try spend((answer.content?["retry_after_ms"] as? NSNumber)?.int64Value ?? 1000)
        }
        return "none"
    }

    private func create() throws -> Answer {
        retryAt = nil
        let answer = try ask(
            "create", .post, "/v1/payments", Shop.body(orderNo, amount), idempotencyKey: "\(orderNo)-create")
        let isNothingDone = answer.content?["outcome"] as? String == "not_done"
        if let content = answer.content, answer.status < 300 {
            try apply(content)
        } else if isNothingDone, let pause = answer.content?["retry_after_ms"] as? NSNumber {
            retryAt = shop.now + pause.int64Value
        } else if isNothingDone {
            state = .closed
        } else {
            doubtSince = doubtSince ?? shop.now
        }
        return answer
    }

    private func query() throws {
        let answer = try ask("query", .get, "/v1/payments?order_no=\(orderNo)")
        if let content = answer.content, answer.status < 300 { return try apply(content) }
        if answer.status == 404, state == .closing { _ = try create() }
        if answer.status == 404, state == .open, let since = doubtSince, shop.now - since >= 30_000 { state = .closing }
    }

    private func close() throws {
        guard let id else { return try query() }
        let answer = try ask("close", .post, "/v1/payments/\(id)/close", idempotencyKey: "\(id)-close")
        if let content = answer.content, answer.status < 300 { try apply(content) }
    }

    /// Takes in what a payment is.
    private func apply(_ payment: [String: Any]) throws {
        let number = try #require(payment["id"] as? String)
        id = id ?? number
        switch payment["status"] as? String {
        case "paid":
            let money = try #require((payment["paid_amount"] ?? payment["amount"]) as? [String: Any])
            let value = try #require(money["value"] as? NSNumber).int64Value
            let currency = try #require(money["currency"] as? String)
            if !monies.contains(where: { $0.id == number }) { try receive(number, value, currency) }
        case "closed", "cancelled", "failed":
            if state == .open || state == .closing { state = .closed }
        default: break
        }
    }

    private func receive(_ number: String, _ value: Int64, _ currency: String) throws {
        let isFirst = monies.isEmpty
        monies.append((number, value, currency))
        note("money \(value - amount) \(currency)", at: shop.now)
        if value != amount || currency != "CNY" {
            state = .person
        } else if !isFirst || state != .open {
            reasons.append(!isFirst ? "surplus" : state == .closed ? "late" : "cancelled")
            if state == .closing { state = .closed }
            _ = try sendBack(number, value, currency)
        } else {
            state = .paid
        }
    }

    private func sendBack(_ payment: String, _ value: Int64, _ currency: String) throws -> String {
        let number = "R-\(refundNos.count + 1)"
        refundNos.insert(number)
        let body = #"{"refund_no":"\#(number)","amount":{"value":\#(value),"currency":"\#(currency)"}}"#
        var answer = try ask(
            "refund", .post, "/v1/payments/\(payment)/refunds", body, idempotencyKey: "\(number)-refund")
        for _ in 0..<30 {
            if let end = refundEnds[number] { return end }
            switch answer.content?["status"] as? String {
            case "done": return "done"
            case "failed": return "refused"
            default: break
            }
            if answer.content?["outcome"] as? String == "not_done", answer.status != 404 { return "refused" }
            try spend(1000)
            answer = try ask("asked back", .get, "/v1/refunds?refund_no=\(number)")
        }
        return "nothing"
    }

    /// Lets time pass, and hears the notifies that come.
    private func spend(_ milliseconds: Int64) throws {
        for sent in try shop.pass(milliseconds) { try hear(sent) }
    }

    private func hear(_ sent: Sent) throws {
        let fields = sent.delivery.request.headerFields
        let count = fields[.webhookSignature]?.split(separator: " ").count ?? 0
        do {
            _ = try StandardWebhook.verify(
                fields: fields, body: sent.delivery.body, secrets: [Shop.secret], keys: [shop.platform.verifyingKey],
                now: sent.at / 1000)
        } catch {
            return note("notify with \(count) signatures: \(error)", at: sent.at)
        }
        let event = try #require(try json(sent.delivery.body))
        let type = try #require(event["type"] as? String)
        note("notify \(type)", at: sent.at)
        guard let data = event["data"] as? [String: Any], data["merchant"] as? String == shop.merchant else { return }
        if type.hasPrefix("payment."), data["order_no"] as? String == orderNo { return try apply(data) }
        guard type.hasPrefix("refund."), data["order_no"] as? String == orderNo,
            let number = data["refund_no"] as? String
        else { return note("a stranger", at: sent.at) }
        refundEnds[number] = type == "refund.done" ? "done" : "refused"
        // Somebody else gave money of this sale back.
        if !refundNos.contains(number) { state = .person }
    }

    private func ask(
        _ what: String, _ method: HTTPRequest.Method, _ path: String, _ body: String = "", idempotencyKey: String? = nil
    ) throws -> Answer {
        var request = try shop.request(method, path, body, idempotencyKey: idempotencyKey)
        if what == "create", let header {
            request.headerFields[try #require(HTTPField.Name("Sandbox-Outcome"))] = header
        }
        let answer = try read(request, body, isPayment: ["create", "query", "close"].contains(what))
        note("\(what) \(answer.verdict) \(answer.content?["status"] ?? "")", at: shop.now)
        return answer
    }

    private func read(_ request: HTTPRequest, _ body: String, isPayment: Bool) throws -> Answer {
        switch shop.bank.answer(request, body: Array(body.utf8), from: "127.0.0.1", now: shop.now) {
        case .lost(let delay):
            try spend(min(delay, Self.patience))
            return Answer(verdict: "no answer", status: 0, content: nil)
        case .cut(_, _, _, let delay):
            try spend(min(delay, Self.patience))
            return Answer(verdict: "half an answer", status: 0, content: nil)
        case .answer(let head, let bytes, let delay):
            let asked = shop.now
            if delay > 0 { try spend(min(delay, Self.patience)) }
            guard delay <= Self.patience else { return Answer(verdict: "no answer", status: 0, content: nil) }
            if let doubt = doubt(head, bytes, request, at: asked) {
                return Answer(verdict: "\(head.status.code) \(doubt)", status: 0, content: nil)
            }
            return try proven(head, bytes, isPayment: isPayment)
        }
    }

    /// Why an answer is not believed; nil when it is.
    private func doubt(_ head: HTTPResponse, _ bytes: [UInt8], _ request: HTTPRequest, at time: Int64) -> String? {
        guard let parameters = try? MessageSignature.parameters(in: head.headerFields).first?.parameters else {
            return "not signed"
        }
        guard parameters.keyID == "platform_1" else { return "unknown key" }
        do {
            try MessageSignature.verify(
                head, answering: request, label: "sig1", key: shop.platform.verifyingKey, algorithm: .ed25519,
                requiring: [.status, .field("content-digest"), SignatureComponent.field("signature").fromRequest])
        } catch {
            return "badly signed"
        }
        let error = (parameters.created ?? 0) - time / 1000
        guard abs(error) <= 300 else {
            note("signed \(error) s off", at: time)
            return "stale"
        }
        guard let digest = head.headerFields[.contentDigest], (try? ContentDigest.verify(digest, body: bytes)) != nil
        else { return "wrong digest" }
        return bytes.count > 256 * 1024 ? "too long" : nil
    }

    private func proven(_ head: HTTPResponse, _ bytes: [UInt8], isPayment: Bool) throws -> Answer {
        let status = head.status.code
        if head.headerFields[.contentType]?.hasPrefix("text/csv") == true {
            let text = String(decoding: bytes, as: UTF8.self)
            return Answer(verdict: "\(status)", status: status, content: ["text": text])
        }
        guard let content = try? json(bytes) else {
            return Answer(verdict: "\(status) no json", status: 0, content: nil)
        }
        guard status < 300 else {
            return Answer(verdict: "\(status) \(content["code"] ?? "")", status: status, content: content)
        }
        let wrong = isPayment ? mismatch(content) : nil
        guard wrong == nil else { return Answer(verdict: "\(status) \(wrong ?? "")", status: 0, content: nil) }
        return Answer(verdict: "\(status)", status: status, content: content)
    }

    private func mismatch(_ payment: [String: Any]) -> String? {
        if payment["merchant"] as? String != shop.merchant { return "another merchant" }
        if payment["order_no"] as? String != orderNo { return "another order" }
        let asked = payment["amount"] as? [String: Any]
        if (asked?["value"] as? NSNumber)?.int64Value != amount { return "another amount" }
        let isOpen = ["created", "pending"].contains(payment["status"] as? String ?? "")
        return isOpen && payment["code"] == nil ? "no code" : nil
    }

    private func json(_ bytes: [UInt8]) throws -> [String: Any]? {
        try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    }

    private func note(_ text: String, at time: Int64) { trace.append("\(time - Shop.start) \(text)") }
}

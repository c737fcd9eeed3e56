// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import Signing
import Testing

@testable import SandboxAcquirer

@Suite struct `The log of exchanges` {
    /// The log as its readers get it, read with Foundation.
    private struct Page: Decodable {
        struct Signed: Decodable { let key: String?, algorithm: String?, text: String?, unreadable: String? }
        struct Request: Decodable { let method: String, path: String, fields: [[String]], body: String? }
        struct Answer: Decodable {
            let status: Int?, body: String?, body_bytes: Int?, wire: String, after_bytes: Int?, after_ms: Int?
            let signed: Signed?
        }
        struct Refusal: Decodable { let code: String, field: String?, why: String }
        struct Entry: Decodable {
            let number: Int, kind: String, order_no: String?, merchant: String?, script: String?, outcome: String?
            let struck: [String]?, request: Request, signed: Signed?, refused: Refusal?, answer: Answer
            let `try`: Int?, flaw: String?
        }
        let exchanges: [Entry]
    }

    private func shop(_ script: String = "manual", keeping count: Int = 100) throws -> Shop {
        try Shop(script: script, keeping: ExchangeKeeping(logged: count))
    }

    private func text(_ shop: Shop, _ query: String = "") throws -> Seen {
        try shop.send(
            HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1:8471", path: "/sandbox/exchanges\(query)"))
    }

    private func log(_ shop: Shop, _ query: String = "") throws -> [Page.Entry] {
        try JSONDecoder().decode(Page.self, from: Data(text(shop, query).body)).exchanges
    }

    @Test func `an exchange is there with what was asked, answered and scripted`() throws {
        let shop = try shop("paid_after:3+http_500")

        _ = try shop.post("/v1/payments", Shop.body("A-1"))
        _ = try shop.post("/v1/payments", Shop.body("A-1"))
        let entries = try log(shop)

        #expect(entries.map(\.number) == [1, 2])
        #expect(entries.map(\.answer.status) == [500, 201])
        #expect(entries.map(\.struck) == [["http_500"], nil])
        #expect(entries.map(\.order_no) == ["A-1", "A-1"])
        #expect(entries.map(\.merchant) == ["M-42", "M-42"])
        #expect(entries[0].script == "paid_after:3+http_500:1")
        #expect(entries[0].refused?.code == "internal")
        #expect(entries[1].refused == nil)
        #expect(entries[1].request.body == Shop.body("A-1"))
        #expect(entries[1].request.path == "/v1/payments")
        #expect(entries[1].answer.body?.contains("\"status\":\"created\"") == true)
        #expect(entries[1].answer.wire == "whole")
    }

    @Test func `openssl agrees that the text in the log is what the request and the answer sign`() throws {
        let shop = try shop()
        let request = try shop.request(.post, "/v1/payments", Shop.body("A-1"))
        let seen = try shop.send(request, Shop.body("A-1"))

        let entry = try #require(try log(shop).first)
        let asked = try isSigned(entry.signed?.text, request.headerFields[.signature], by: shop.key.verifyingKey)
        let answered = try isSigned(
            entry.answer.signed?.text, seen.response.headerFields[.signature], by: shop.platform.verifyingKey)

        #expect(asked)
        #expect(answered)
        #expect(entry.signed?.key == "key_1")
        #expect(entry.signed?.algorithm == "ed25519")
        #expect(entry.answer.signed?.key == "platform_1")
    }

    @Test func `parameters in another order are shown as they were signed`() throws {
        let shop = try shop()
        var request = try shop.request(.get, "/v1/time")
        let input = #"("@method" "@target-uri" "openpay-merchant");tag="openpay";keyid="key_1";alg="ed25519""#
        let text = """
            "@method": GET
            "@target-uri": http://127.0.0.1:8471/v1/time
            "openpay-merchant": M-42
            "@signature-params": \(input)
            """
        request.headerFields[.signatureInput] = "sig1=\(input)"
        request.headerFields[.signature] =
            "sig1=:" + Base64.encode(try shop.key.sign(Array(text.utf8), with: .ed25519)) + ":"

        _ = try shop.send(request)

        #expect(try log(shop).first?.signed?.text == text)
    }

    @Test func `a refused request says why, and shows the text that the signature should cover`() throws {
        let shop = try shop()
        var request = try shop.request(.get, "/v1/payments?order_no=A-1")
        request.path = "/v1/payments?order_no=A-2"

        _ = try shop.send(request)
        let entry = try #require(try log(shop).first)

        #expect(entry.answer.status == 401)
        #expect(entry.refused?.code == "bad_signature")
        #expect(entry.refused?.field == "Signature")
        #expect(entry.order_no == "A-2")
        #expect(entry.merchant == nil)
        #expect(
            entry.signed?.text?.contains("\"@target-uri\": http://127.0.0.1:8471/v1/payments?order_no=A-2\n") == true)
    }

    @Test(arguments: [
        ("sig1=(", "sig1=:AAAA:"), ("sig1=(\"@nothing\");tag=\"openpay\"", "sig1=:AAAA:"), ("", "sig1=:AAAA:"),
    ])
    func `what cannot be read of a signature is told`(input: String, signature: String) throws {
        let shop = try shop()
        var request = HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1:8471", path: "/v1/time")
        request.headerFields[.signatureInput] = input
        request.headerFields[.signature] = signature

        _ = shop.bank.answer(request, body: [], from: "127.0.0.1", now: shop.now)
        let entry = try #require(try log(shop).first)

        #expect(entry.signed?.unreadable?.isEmpty == false)
        #expect(entry.signed?.text == nil)
        #expect(entry.answer.status == 401)
    }

    @Test func `what the wire did is told`() throws {
        let lost = try shop("create_lost_done")
        let cut = try shop("cut")
        let slow = try shop("slow:3")
        let huge = try shop("answer_huge")

        for shop in [lost, cut] { #expect(throws: Lost.self) { try shop.create("A-1") } }
        for shop in [slow, huge] { _ = try shop.create("A-1") }

        #expect(try log(lost).map(\.answer.wire) == ["lost"])
        #expect(try log(cut).map(\.answer.wire) == ["cut"])
        #expect(try log(cut).first?.answer.after_bytes ?? 0 > 0)
        #expect(try log(slow).first?.answer.after_ms == 3000)
        #expect(try log(huge).first?.answer.body == nil)
        #expect(try log(huge).first?.answer.body_bytes ?? 0 > 4 << 20)
    }

    @Test func `a notify is there with its signed text, its try, and what the receiver said`() throws {
        let shop = try shop("paid_at_once+notify_stale")
        _ = try shop.create("A-1")

        let sent = try shop.pass(5500) { $0.attempt == 1 ? nil : 204 }
        let entries = try log(shop).filter { $0.kind == "notify" }
        let delivery = try #require(sent.first?.delivery)

        #expect(entries.map(\.try) == [1, 2])
        #expect(entries.map(\.answer.status) == [nil, 204])
        #expect(entries.map(\.answer.wire) == ["lost", "whole"])
        #expect(entries[0].flaw == "stale")
        #expect(entries[0].order_no == "A-1")
        #expect(entries[0].signed?.key == "platform_1, the merchant's secret")
        #expect(
            entries[0].signed?.text
                == "\(delivery.id).\(Shop.start / 1000 - 600)." + String(decoding: delivery.body, as: UTF8.self))
    }

    @Test func `one order's exchanges are found by its number, and what comes after one by that`() throws {
        let shop = try shop()
        let first = try shop.create("A-1")
        _ = try shop.create("A-2")
        try shop.pay(first)

        let byOrder = try log(shop, "?order_no=A-1")
        let byPayment = try log(shop, "?payment=\(first.id)")
        let after = try log(shop, "?after=\(byOrder[0].number)")
        let newest = try log(shop, "?limit=1")

        #expect(byOrder.map(\.request.method) == ["POST", "POST"])
        #expect(byOrder.last?.request.path == "\(first.path)/pay")
        #expect(byPayment.map(\.number) == byOrder.map(\.number))
        #expect(after.map(\.number) == [2, 3])
        #expect(newest.map(\.number) == [3])
        #expect(try text(shop, "?limit=0").status == 400)
        #expect(try text(shop, "?limit=1001").status == 400)
        #expect(try text(shop, "?payment=pay_none").status == 404)
    }

    @Test func `only so many are kept, and none where nobody wants them`() throws {
        let few = try shop(keeping: 2)
        let none = try Shop()

        for _ in 0..<5 { _ = try few.get("/v1/time") }
        _ = try none.get("/v1/time")

        #expect(try log(few).map(\.number) == [4, 5])
        #expect(try text(none).status == 404)
        #expect(try text(none).problem().detail.contains("--log"))
    }

    @Test func `no secret is in it`() throws {
        let shop = try shop("paid_at_once")
        let code = "28763443825664394"
        let body = Shop.body("A-1", more: #","payer_code":"\#(code)""#)
            .replacingOccurrences(of: "show_code", with: "scan_payer")
        var request = try shop.request(.post, "/v1/payments", body)
        request.headerFields[.authorization] = "Bearer of-secrets"
        request.headerFields[.cookie] = "session=of-secrets"
        _ = try shop.send(request, body)
        var broken = try shop.request(.post, "/v1/payments", body)
        broken.headerFields[.authorization] = "Bearer of-secrets"
        broken.headerFields[.signatureInput] = #"sig1=("authorization");tag="openpay""#
        _ = try shop.send(broken, body + "}")
        _ = try shop.pass(1000)

        let page = try text(shop).text

        #expect(page.contains("payer_code"))
        #expect(page.contains("***"))
        for secret in [code, "of-secrets", Base64.encode(Shop.secret), "PRIVATE KEY"] {
            #expect(!page.contains(secret), "\(secret)")
        }
    }

    @Test func `strangers do not read it`() throws {
        let shop = try shop()
        let request = HTTPRequest(
            method: .get, scheme: "http", authority: "127.0.0.1:8471", path: "/sandbox/exchanges")

        #expect(try shop.send(request, from: "10.0.0.9").status == 403)
    }

    private func isSigned(_ text: String?, _ signature: String?, by key: VerifyingKey) throws -> Bool {
        let text = try #require(text)
        let base64 = try #require(signature).dropFirst("sig1=:".count).dropLast()
        return try Tool.inDirectory { directory in
            let path = { directory.appendingPathComponent($0).path }
            try Data(text.utf8).write(to: URL(fileURLWithPath: path("text")))
            try key.pem().write(toFile: path("key.pem"), atomically: true, encoding: .utf8)
            try #require(Data(base64Encoded: String(base64))).write(to: URL(fileURLWithPath: path("signature")))
            return try Tool.run(
                "openssl", "pkeyutl", "-verify", "-pubin", "-inkey", path("key.pem"), "-rawin", "-in", path("text"),
                "-sigfile", path("signature")
            ).status == 0
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import Signing
import Testing

@testable import SandboxAcquirer

@Suite struct `The acquirer's own console` {
    private func call(_ shop: Shop, _ method: HTTPRequest.Method, _ path: String, _ body: String = "") throws -> Seen {
        var request = HTTPRequest(method: method, scheme: "http", authority: "127.0.0.1:8471", path: path)
        if method != .get { request.headerFields[.contentType] = "application/json" }
        guard
            case .answer(let response, let bytes, _) = shop.bank.answer(
                request, body: Array(body.utf8), from: "127.0.0.1", now: shop.now)
        else { throw Lost(bytes: nil, delay: 0) }
        return Seen(response: response, body: bytes, delay: 0)
    }

    private func paid(_ shop: Shop, _ orderNo: String, _ value: Int64 = 1250) throws -> Seen.Payment {
        let payment = try shop.create(orderNo, value)
        try shop.pay(payment)
        return payment
    }

    @Test func `gives a part back, then all that is left, and the merchant is told`() throws {
        let shop = try Shop()
        let payment = try paid(shop, "A-1")
        _ = try shop.pass(0)

        let part = try call(shop, .post, "/sandbox/refunds", #"{"order_no":"A-1","amount":250}"#).refund()
        let rest = try call(shop, .post, "/sandbox/refunds", #"{"payment":"\#(payment.id)"}"#).refund()
        let none = try call(shop, .post, "/sandbox/refunds", #"{"payment":"\#(payment.id)"}"#)
        let told = try shop.pass(0)

        #expect(part.amount.value == 250)
        #expect(rest.amount.value == 1000)
        #expect(part.status == "done")
        #expect(part.refund_no.hasPrefix("console_") && part.refund_no != rest.refund_no)
        #expect(try none.problem().code == "refund_exceeds")
        #expect(try told.map { try $0.type() } == ["refund.done", "refund.done"])
        #expect(try told.map { try $0.refund() } == [part, rest])
        #expect(try shop.held("A-1") == ["CNY": 0])
        #expect(try shop.get("/v1/refunds?refund_no=\(part.refund_no)").refund() == part)
    }

    @Test(arguments: [
        (#"{"order_no":"A-1","amount":1251}"#, "refund_exceeds"), (#"{"order_no":"A-1","amount":0}"#, "refund_exceeds"),
        (#"{"order_no":"A-1","amount":1.5}"#, "refund_exceeds"), (#"{"order_no":"A-9"}"#, "not_found"),
        (#"{"payment":"pay_9"}"#, "not_found"), (#"{}"#, "invalid_request"),
        (#"{"order_no":"A-1","payment":"pay_9"}"#, "invalid_request"),
        (#"{"order_no":"A-1","all":true}"#, "invalid_request"),
        (#"{"order_no":"A-2"}"#, "refund_exceeds"),
    ])
    func `refuses what makes no sense`(body: String, code: String) throws {
        let shop = try Shop()
        _ = try paid(shop, "A-1")
        _ = try shop.create("A-2")

        let seen = try call(shop, .post, "/sandbox/refunds", body)

        #expect(try seen.problem().code == code)
        #expect(try shop.held("A-1") == ["CNY": 1250])
    }

    @Test func `asks which of two payments is meant`() throws {
        let shop = try Shop(script: "paid_twice")
        let payment = try paid(shop, "A-1")
        _ = try shop.pass(1000)

        let both = try call(shop, .post, "/sandbox/refunds", #"{"order_no":"A-1"}"#)
        _ = try call(shop, .post, "/sandbox/refunds", #"{"payment":"\#(payment.id)"}"#)
        let other = try call(shop, .post, "/sandbox/refunds", #"{"order_no":"A-1"}"#)

        #expect(try both.problem().detail.contains(payment.id))
        #expect(both.status == 400)
        #expect(try other.refund().payment != payment.id)
        #expect(try shop.held("A-1") == ["CNY": 0])
    }

    @Test func `a resource says whose it is`() throws {
        let shop = try Shop()
        let payment = try paid(shop, "A-1")

        let refund = try call(shop, .post, "/sandbox/refunds", #"{"order_no":"A-1"}"#)
        let asked = try shop.get("/v1/payments/\(payment.id)")
        let books = try call(shop, .get, "/sandbox/books")

        #expect(refund.text.contains(#""merchant":"M-42""#))
        #expect(asked.text.contains(#""merchant":"M-42""#))
        #expect(try JSONSerialization.jsonObject(with: Data(books.body)) is [String: Any])
        let entry = books.text.components(separatedBy: #""payments":["#).last?.components(separatedBy: "}]").first ?? ""
        #expect(entry.components(separatedBy: #""merchant":"#).count == 2)
    }

    @Test func `changes the platform's key at a time, and names every key`() throws {
        let shop = try Shop()
        let key = try SigningKey.generateEd25519()
        let pem = try JSONSerialization.data(withJSONObject: [
            "id": "platform_2", "key": try key.pem(), "after_ms": 60_000, "overlap_ms": 1000,
        ])

        let made = try call(shop, .post, "/sandbox/keys", String(decoding: pem, as: UTF8.self))
        let again = try call(shop, .post, "/sandbox/keys", String(decoding: pem, as: UTF8.self))
        let before = try keyID(shop)
        shop.now += 60_000
        let after = try keyID(shop)
        let keys = try call(shop, .get, "/sandbox/keys")

        #expect(made.status == 200)
        #expect(made.text.contains(#""since":"2026-03-01T09:31:00Z","overlap_end":"2026-03-01T09:31:01Z""#))
        #expect(try again.problem().detail == "id: there is a key platform_2 already: choose another name")
        #expect(before == "platform_1")
        #expect(after == "platform_2")
        #expect(keys.text.contains("platform_1") && keys.text.contains("platform_2"))
        #expect(!keys.text.contains("PRIVATE"))
    }

    private func keyID(_ shop: Shop) throws -> String? {
        let request = try shop.request(.get, "/v1/time")
        guard case .answer(let head, _, _) = shop.bank.answer(request, body: [], from: "127.0.0.1", now: shop.now)
        else { return nil }
        return try MessageSignature.parameters(in: head.headerFields).first?.parameters.keyID
    }

    @Test(arguments: [
        #"{"id":"platform_2"}"#, #"{"id":"platform_2","key":"x"}"#, #"{"id":"platform_1","key":"K"}"#,
        #"{"id":"a b","key":"K"}"#, #"{"id":"platform_2","key":"K","after_ms":-1}"#,
        #"{"id":"platform_2","key":"K","overlap_ms":"long"}"#, #"{"id":"platform_2","key":"K","merchant":"M-42"}"#,
        #"{"id":"platform_2","key":"K","merchant":"M-9","webhook_secret":"S"}"#,
        #"{"id":"platform_2","key":"K","webhook_secret":"S"}"#,
        #"{"id":"platform_2","key":"K","merchant":"M-42","webhook_secret":"whsec_x"}"#,
    ])
    func `changes no key for what is none`(body: String) throws {
        let shop = try Shop()
        let pem = try SigningKey.generateEd25519().pem().replacingOccurrences(of: "\n", with: "\\n")
        let secret = "whsec_" + Base64.encode(Shop.secret)

        let seen = try call(
            shop, .post, "/sandbox/keys",
            body.replacingOccurrences(of: #""K""#, with: "\"\(pem)\"").replacingOccurrences(
                of: #""S""#, with: "\"\(secret)\""))

        #expect(seen.status == 400)
        #expect(try shop.books.rotations().isEmpty)
    }

    @Test func `books of the first version are led to this one`() throws {
        try Tool.inDirectory { directory in
            let path = directory.appendingPathComponent("books.sqlite").path
            let schema = directory.appendingPathComponent("schema.sql")
            try (BooksSchema.steps[0] + "\nPRAGMA user_version = 1;").write(
                to: schema, atomically: true, encoding: .utf8)
            let made = try Tool.run("sqlite3", path, ".read \(schema.path)")

            let shop = try Shop(books: try Books(path: path))
            try shop.pay(try shop.create("A-1"))
            shop.now = Shop.start + 86_400_000
            let statement = try shop.get("/v1/statements/2026-03-01")

            #expect(made.status == 0, "\(made.output)")
            #expect(statement.text.contains("payment,A-1,"))
            #expect(try Tool.run("sqlite3", path, "PRAGMA user_version").output == "\(BooksSchema.version)\n")
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import Signing
import Testing

@testable import SandboxAcquirer

@Suite struct `The control API` {
    private struct BooksSeen: Decodable {
        struct Held: Decodable { let order_no: String, value: Int, currency: String }
        struct Entry: Decodable { let order_no: String, status: String, script: String, page: String }
        let held: [Held], payments: [Entry], refunds: [Seen.Refund], truncated: Bool
    }

    private func control(
        _ shop: Shop, _ method: HTTPRequest.Method, _ path: String, _ body: String = "",
        from address: String = "127.0.0.1",
        authority: String = "127.0.0.1:8471", type: String? = "application/json"
    ) throws -> Seen {
        var request = HTTPRequest(method: method, scheme: "http", authority: authority, path: path)
        request.headerFields[.contentType] = type
        return try shop.send(request, body, from: address)
    }

    @Test func `the books are shown with what is held for each order`() throws {
        let shop = try Shop(script: "paid_at_once+paid_twice")
        let payment = try shop.create("A-1")
        _ = try shop.pass(2000)
        _ = try shop.post("/v1/payments/\(payment.id)/cancel")
        _ = try shop.create("A-2")

        let all = try JSONDecoder().decode(BooksSeen.self, from: Data(control(shop, .get, "/sandbox/books").body))
        let one = try JSONDecoder().decode(
            BooksSeen.self, from: Data(control(shop, .get, "/sandbox/books?order_no=A-1&limit=1").body))

        #expect(all.held.map(\.order_no) == ["A-2", "A-1"])
        #expect(all.held.map(\.value) == [1250, 1250])
        #expect(all.payments.map(\.order_no) == ["A-2", "A-1", "A-1"])
        #expect(all.payments[0].page.hasPrefix("http://127.0.0.1:8471/p/"))
        #expect(all.refunds.map(\.refund_no) == ["cancel-\(payment.id)"])
        #expect(one.payments.count == 1)
        #expect(one.truncated)
    }

    @Test func `scripts are queued, set and dropped`() throws {
        let shop = try Shop()

        let queued = try control(shop, .post, "/sandbox/scripts", #"{"script":"declined","times":2}"#)
        let set = try control(shop, .put, "/sandbox/scripts", #"{"script":"paid_at_once","merchant":"M-42"}"#)
        _ = try shop.create("A-1")
        let dropped = try control(shop, .delete, "/sandbox/scripts")
        _ = try shop.create("A-2")

        #expect(queued.status == 200)
        #expect(set.status == 200)
        #expect(dropped.text.contains(#""queue":[]"#))
        #expect(try shop.books.payments().map(\.script.description) == ["paid_at_once", "declined"])
    }

    @Test func `a merchant is entered with its key and secret`() throws {
        let shop = try Shop()
        let key = try SigningKey.generateEd25519()
        let pem = try key.verifyingKey.pem().replacingOccurrences(of: "\n", with: "\\n")
        let secret = "whsec_" + Base64.encode([UInt8](repeating: 3, count: 32))
        let body = """
            {"id":"M-7","name":"Kiosk","currency":"EUR","script":"never","webhook_secret":"\(secret)","key":"key_9",\
            "algorithm":"ed25519","public_key":"\(pem)"}
            """

        let added = try control(shop, .post, "/sandbox/merchants", body)
        let again = try control(shop, .post, "/sandbox/merchants", body)

        #expect(added.status == 200)
        #expect(again.status == 400)
        let merchant = try #require(try shop.books.merchants().last)
        #expect(merchant.id == "M-7")
        #expect(merchant.webhookSecret == [UInt8](repeating: 3, count: 32))
        #expect(try !control(shop, .get, "/sandbox/merchants").text.contains("secret"))
        let other = try Shop(books: shop.books, merchant: "M-7", isKnown: true, keys: (shop.platform, key))
        #expect(try other.send(other.request(.get, "/v1/time", keyID: "key_9")).status == 200)
    }

    @Test(arguments: [
        ("/sandbox/scripts", #"{"script":"paid"}"#, "script"),
        ("/sandbox/scripts", #"{"script":"never","times":0}"#, "times"),
        ("/sandbox/scripts", #"{"script":"never","often":1}"#, "often"), ("/sandbox/scripts", "{}", "script"),
        ("/sandbox/merchants", #"{"id":"M-1"}"#, "name"),
        ("/sandbox/merchants", #"{"id":"M-1","name":"x","currency":"EUR","webhook_secret":"short"}"#, "webhook_secret"),
    ])
    func `what breaks the form is refused by its name`(path: String, body: String, field: String) throws {
        let shop = try Shop()

        let seen = try control(shop, .post, path, body)

        #expect(seen.status == 400)
        #expect(try seen.problem().field == field)
    }

    @Test func `strangers and pages in a browser are kept out`() throws {
        let shop = try Shop()
        let body = #"{"script":"never"}"#

        let fromAfar = try control(shop, .get, "/sandbox/books", from: "10.0.0.9")
        let byName = try control(shop, .get, "/sandbox/books", authority: "evil.example:8471")
        let form = try control(shop, .post, "/sandbox/scripts", body, type: "text/plain")
        let mapped = try control(shop, .get, "/sandbox/books", from: "::ffff:127.0.0.1")

        #expect(fromAfar.status == 403)
        #expect(byName.status == 403)
        #expect(form.status == 415)
        #expect(mapped.status == 200)
        #expect(try control(shop, .get, "/sandbox/nothing").status == 404)
    }

    @Test func `an ended endpoint is opened again`() throws {
        let shop = try Shop(script: "paid_at_once")
        _ = try shop.create("A-1")
        _ = try shop.pass(0) { _ in 410 }

        let opened = try control(
            shop, .post, "/sandbox/endpoints", #"{"merchant":"M-42","url":"\#(Shop.notifyURL)"}"#)
        _ = try shop.create("A-2")

        #expect(opened.status == 200)
        #expect(try shop.pass(0).count == 1)
    }
}

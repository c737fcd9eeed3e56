// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import Signing
import Testing

@testable import SandboxAcquirer

@Suite struct `The acquirer's books` {
    @Test func `they go on where they were when they are opened again`() throws {
        try Tool.inDirectory { directory in
            let path = directory.appendingPathComponent("books.sqlite").path
            let shop = try Shop(script: "paid_after:60+http_500:1", books: Books(path: path))
            let keys = (shop.platform, shop.key)
            _ = try shop.post("/v1/payments", Shop.body("A-1"))
            let payment = try shop.create("A-1")

            let reopened = try Shop(books: Books(path: path), isKnown: true, keys: keys)
            reopened.now = shop.now + 1000
            let nonce = try reopened.get("/v1/time")
            let same = try reopened.send(
                reopened.request(.post, "/v1/payments", Shop.body("A-1")) {
                    $0.nonce = Base64.encodeURL([9] + [UInt8](repeating: 9, count: 15))
                }, Shop.body("A-1"))
            reopened.now = Shop.start
            let sent = try reopened.pass(60_000)

            #expect(try nonce.problem().code == "nonce_reused")
            #expect(try same.payment() == payment)
            #expect(try sent.map { try $0.type() } == ["payment.paid"])
            #expect(try reopened.held("A-1") == ["CNY": 1250])
        }
    }

    @Test func `the sqlite3 program reads the same sums`() throws {
        try Tool.inDirectory { directory in
            let path = directory.appendingPathComponent("books.sqlite").path
            let shop = try Shop(script: "paid_at_once+paid_twice", books: Books(path: path))
            let payment = try shop.create("A-1")
            _ = try shop.create("A-2", 99)
            _ = try shop.pass(5000)
            _ = try shop.post(
                "/v1/payments/\(payment.id)/refunds", #"{"refund_no":"R-1","amount":{"value":250,"currency":"CNY"}}"#)

            let sums = try Tool.run(
                "sqlite3", path,
                """
                PRAGMA integrity_check; PRAGMA foreign_key_check;
                SELECT order_no, sum(CASE direction WHEN 'in' THEN t.amount ELSE -t.amount END)
                FROM transactions t JOIN payments p ON p.id = t.payment GROUP BY order_no ORDER BY order_no;
                """)
            let broken = try Tool.run(
                "sqlite3", path, "UPDATE payments SET refunded = 1251 WHERE id = '\(payment.id)';")

            #expect(sums.output == "ok\nA-1|2250\nA-2|198\n")
            #expect(broken.status != 0)
            #expect(try shop.held("A-1") == ["CNY": 2250])
            #expect(try shop.held("A-2") == ["CNY": 198])
        }
    }

    @Test func `books of a newer version are refused`() throws {
        try Tool.inDirectory { directory in
            let path = directory.appendingPathComponent("books.sqlite").path
            _ = try Tool.run("sqlite3", path, "PRAGMA user_version = 99;")

            #expect(throws: BooksError.newerSchema) { try Books(path: path) }
        }
    }

    @Test func `books of an older version learn which terminal a payment was made with`() throws {
        try Tool.inDirectory { directory in
            let path = directory.appendingPathComponent("books.sqlite").path
            let shop = try Shop(books: Books(path: path))
            try shop.pay(try shop.create("A-1"))
            let downgrade = try Tool.run(
                "sqlite3", path,
                Self.backToThree + "ALTER TABLE payments DROP COLUMN terminal; PRAGMA user_version = 2;")

            let reopened = try Shop(books: Books(path: path), isKnown: true, keys: (shop.platform, shop.key))
            reopened.now = Shop.start + 86_400_000
            let nonce = try reopened.request(.get, "/v1/statements/2026-03-01") {
                $0.nonce = Base64.encodeURL([UInt8](repeating: 9, count: 16))
            }
            let statement = try reopened.send(nonce)

            #expect(downgrade.status == 0)
            #expect(statement.text.hasSuffix(",1250,CNY,2026-03-01T09:30:00Z,T-1\r\n"))
        }
    }

    /// Takes away what the fourth version of the books added.
    private static let backToThree = """
        ALTER TABLE notifies ADD COLUMN badly_signed INTEGER NOT NULL DEFAULT 0;
        UPDATE notifies SET badly_signed = 1 WHERE flaw = 'badly_signed';
        ALTER TABLE notifies DROP COLUMN flaw; DROP TABLE exchanges; DROP TABLE sent_notifies; PRAGMA user_version = 3;
        """

    @Test func `books of an older version go on telling what they told wrongly`() throws {
        try Tool.inDirectory { directory in
            let path = directory.appendingPathComponent("books.sqlite").path
            let shop = try Shop(script: "paid_at_once+notify_badly_signed", books: Books(path: path))
            _ = try shop.create("A-1")
            _ = try shop.pass(0) { _ in nil }
            let downgrade = try Tool.run("sqlite3", path, Self.backToThree)

            let keeping = ExchangeKeeping(logged: 10)
            let reopened = try Shop(
                books: Books(path: path), isKnown: true, keys: (shop.platform, shop.key), keeping: keeping)
            let sent = try reopened.pass(10_000)

            #expect(downgrade.status == 0, "\(downgrade.output)")
            #expect(sent.count == 1)
            #expect(throws: SigningError.badSignature) {
                try StandardWebhook.verify(
                    fields: sent[0].delivery.request.headerFields, body: sent[0].delivery.body,
                    secrets: [Shop.secret], keys: [shop.platform.verifyingKey], now: sent[0].at / 1000)
            }
        }
    }

    @Test func `a merchant is entered once and well formed`() throws {
        let shop = try Shop()
        let key = MerchantKey(id: "key_1", algorithm: .ed25519, material: try shop.key.verifyingKey.pem())

        #expect(throws: BooksError.merchantExists("M-42")) {
            try shop.books.add(Merchant(id: "M-42", name: "Tea", currency: "CNY"), key: key)
        }
        for merchant in [
            Merchant(id: "M 1", name: "Tea", currency: "CNY"), Merchant(id: "M-1", name: "", currency: "CNY"),
            Merchant(id: "M-1", name: "Tea", currency: "cny"),
        ] {
            #expect(throws: BooksError.self) { try shop.books.add(merchant, key: key) }
        }
        #expect(throws: BooksError.self) {
            try shop.books.add(
                Merchant(id: "M-1", name: "Tea", currency: "CNY"),
                key: MerchantKey(id: "key_1", algorithm: .ed25519, material: "no key"))
        }
        #expect(try shop.books.merchants().map(\.id) == ["M-42"])
    }

    @Test func `equal requests at equal times give equal books`() throws {
        let platform = try SigningKey.generateEd25519()
        let key = try SigningKey.generateEd25519()
        func day() throws -> [String] {
            let shop = try Shop(script: "paid_after:5+paid_twice", keys: (platform, key))
            for number in 1...5 { _ = try shop.create("A-\(number)") }
            let sent = try shop.pass(86_400_000) { $0.attempt < 3 ? 500 : 200 }
            return sent.map {
                "\($0.at) \($0.delivery.request.headerFields) \(String(decoding: $0.delivery.body, as: UTF8.self))"
            }
        }

        let first = try day()

        #expect(first.count == 30)
        #expect(try day() == first)
    }
}

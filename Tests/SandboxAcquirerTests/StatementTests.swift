// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import Testing

@testable import SandboxAcquirer

@Suite struct `Statements of the acquirer` {
    /// 2026-03-02, 00:10 UTC: the day of ``Shop/start`` is over, and its statement ready.
    private static let ready = Shop.start + 52_200_000 + 600_000

    /// The lines of a statement without the header, as they came.
    private func lines(_ shop: Shop, _ day: String = "2026-03-01") throws -> [String] {
        let seen = try shop.get("/v1/statements/\(day)")
        try #require(seen.status == 200, "\(seen.text)")
        let lines = seen.text.components(separatedBy: "\r\n")
        #expect(lines.first == "kind,order_no,payment_id,refund_no,refund_id,amount,currency,at,terminal")
        #expect(lines.last == "")
        return Array(lines.dropFirst().dropLast())
    }

    @Test func `a line for all that moved, in the order of time`() throws {
        let shop = try Shop()
        let first = try shop.create("A-1", 1250)
        let second = try shop.create("A-2", 30)
        shop.now += 1
        try shop.pay(second)
        shop.now += 1
        try shop.pay(first)
        let refund = try shop.post(
            "/v1/payments/\(second.id)/refunds", #"{"refund_no":"R-1","amount":{"value":7,"currency":"CNY"}}"#
        ).refund()
        shop.now = Self.ready

        let lines = try lines(shop)

        #expect(
            lines == [
                "payment,A-2,\(second.id),,,30,CNY,2026-03-01T09:30:00.001Z,T-1",
                "payment,A-1,\(first.id),,,1250,CNY,2026-03-01T09:30:00.002Z,T-1",
                "refund,A-2,\(second.id),R-1,\(refund.id),7,CNY,2026-03-01T09:30:00.002Z,T-1",
            ])
    }

    @Test func `a day begins and ends at midnight UTC`() throws {
        let shop = try Shop()
        for (number, time) in [-1, 0, 86_399_999, 86_400_000].enumerated() {
            shop.now = Shop.start + 52_200_000 + Int64(time)
            let body = Shop.body("A-\(number)", expires: shop.now + 60_000)
            try shop.pay(try shop.post("/v1/payments", body).payment())
        }
        shop.now += 600_000 + 86_400_000

        let days = try ["2026-03-01", "2026-03-02", "2026-03-03"].map { day in
            try lines(shop, day).map { $0.split(separator: ",")[1] }
        }

        #expect(days == [["A-0"], ["A-1", "A-2"], ["A-3"]])
    }

    @Test func `only what money did, and only this merchant's`() throws {
        let shop = try Shop()
        let other = try Shop(books: shop.books, merchant: "M-43", keys: (shop.platform, shop.key))
        try other.pay(try other.create("B-1"))
        // Both banks begin with the same numbers, and share the books.
        for _ in 0..<100 { _ = shop.bank.random() }
        _ = try shop.create("A-1")
        let failing = try shop.create("A-2")
        _ = try shop.phone(.post, "\(failing.path)/decline")
        shop.now = Self.ready

        #expect(try lines(shop).isEmpty)
    }

    @Test(arguments: [(-1, 1), (-86_400_000, 86_400_000), (-52_800_000, 52_800_000)])
    func `a day that is not over, or not long over, is not there yet`(before: Int64, wait: Int) throws {
        let shop = try Shop()
        shop.now = Self.ready + before

        let seen = try shop.get("/v1/statements/2026-03-01")

        let problem = try seen.problem()
        #expect(seen.status == 404)
        #expect(problem.code == "not_found")
        #expect(problem.outcome == "not_done")
        #expect(problem.retry_after_ms == wait)
        #expect(problem.detail == "the statement of 2026-03-01 is ready at 2026-03-02T00:10:00Z")
        #expect(seen.response.headerFields[.retryAfter] == String((wait + 999) / 1000))
    }

    @Test func `a day before anything was is empty`() throws {
        let shop = try Shop()

        #expect(try lines(shop, "2020-02-29").isEmpty)
        #expect(try lines(shop, "1970-01-01").isEmpty)
    }

    @Test(arguments: [
        "2026-02-29", "2026-3-01", "20260301", "today", "", "2026-03-01T00", "2026-13-01", "1969-12-31", "2026-03-01Z",
        "２026-03-01",
    ])
    func `what is no day is refused`(day: String) throws {
        let shop = try Shop()
        let path = day.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(["-"])) ?? ""

        let seen = try shop.get("/v1/statements/\(path)")

        #expect(seen.status == 400)
        #expect(try seen.problem().field == "day")
    }

    @Test func `a statement takes no parameters and only GET`() throws {
        let shop = try Shop()

        let parameters = try shop.get("/v1/statements/2026-03-01?page=1")
        let posted = try shop.post("/v1/statements/2026-03-01", "{}")

        #expect(parameters.status == 400)
        #expect(posted.status == 405)
        #expect(posted.response.headerFields[.allow] == "GET")
    }

    @Test func `a cut statement is shorter than its digest says, once`() throws {
        let shop = try Shop(script: "paid_at_once+statement_cut:2")
        _ = try shop.create("A-1")
        _ = try shop.create("A-2")
        shop.now = Self.ready
        func length() throws -> Int {
            let request = try shop.request(.get, "/v1/statements/2026-03-01")
            guard
                case .answer(_, let body, _) = shop.bank.answer(request, body: [], from: "127.0.0.1", now: shop.now)
            else { throw Lost(bytes: nil, delay: 0) }
            return String(decoding: body, as: UTF8.self).components(separatedBy: "\r\n").count - 2
        }

        let lengths = try (0..<5).map { _ in try length() }

        #expect(lengths == [1, 1, 1, 1, 2])
    }

    /// 100,000 payments; how long it takes stands in no test.
    @Test func `a long day is given whole`() throws {
        let shop = try Shop()
        let payment = try shop.create("A-1")
        try shop.pay(payment)
        try shop.books.write { books in
            try books.run(
                """
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 99999)
                INSERT INTO transactions (payment, refund, direction, amount, currency, at)
                SELECT ?, NULL, 'in', i, 'CNY', ? + i FROM n
                """, [payment.id, Shop.start])
        }
        shop.now = Self.ready

        let lines = try lines(shop)

        #expect(lines.count == 100_000)
        #expect(lines.last == "payment,A-1,\(payment.id),,,99999,CNY,2026-03-01T09:31:39.999Z,T-1")
    }
}

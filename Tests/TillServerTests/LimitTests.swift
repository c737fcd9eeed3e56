// SPDX-License-Identifier: Apache-2.0

import Testing
import TillAPI
import TillCore
import TillStore
import TillTesting

@Suite struct `Limits of the local API` {
    private static let sale = #"{"amount":{"value":1250,"currency":"CNY"}}"#

    private static func padded(to count: Int) -> String {
        sale + String(repeating: " ", count: count - sale.utf8.count)
    }

    @Test(arguments: [Shop.Kind.socket, .port]) func `let a body of 64 KiB in, and no byte more`(
        _ kind: Shop.Kind
    ) async throws {
        try await Shop.open(kind) { shop in
            let largest = try await shop.send(
                .post("/v1/orders", Self.padded(to: 65_536), key: "largest"))
            let head = try await shop.ledger.journalHead()

            let larger = try await shop.send(
                .post("/v1/orders", Self.padded(to: 65_537), key: "larger"))

            #expect(largest.status == 201)
            #expect(larger.status == 413)
            #expect(try larger.problem().code == .tooLarge)
            #expect(try await shop.ledger.journalHead() == head)
        }
    }

    @Test func `hold for a body that does not say its length`() async throws {
        try await Shop.open { shop in
            let piece = "1000\r\n" + String(repeating: " ", count: 0x1000) + "\r\n"
            let text =
                "POST /v1/orders HTTP/1.1\r\nHost: a\r\nIdempotency-Key: k\r\nConnection: close\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + String(repeating: piece, count: 17)
                + "0\r\n\r\n"

            let reply = try await shop.door.send(bytes: Array(text.utf8))

            #expect(reply.status == 413)
            #expect(try await shop.ledger.newestOrders(limit: 1).isEmpty)
        }
    }

    @Test(arguments: [
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Content-Length: 5\r\nContent-Length: 6\r\n\r\n{   }",
        "Content-Length: -1\r\n\r\n{}", "Transfer-Encoding: gzip\r\n\r\n{}",
    ]) func `hold for a body whose length is told twice or not at all`(_ rest: String) async throws {
        try await Shop.open { shop in
            let text =
                "POST /v1/orders HTTP/1.1\r\nHost: a\r\nIdempotency-Key: k\r\nConnection: close\r\n"

            let reply = try await shop.door.send(bytes: Array((text + rest).utf8))

            #expect(reply.status == 400)
            #expect(try await shop.ledger.newestOrders(limit: 1).isEmpty)
        }
    }

    @Test func `slow a flood on the port down by time alone`() async throws {
        try await Shop.open(.port) { shop in
            func flood(_ count: Int) async throws -> [Int] {
                var statuses: [Int] = []
                for _ in 0..<count { statuses.append(try await shop.send(.get("/v1/holds")).status) }
                return statuses
            }

            let first = try await flood(102)
            shop.clock.stepWall(milliseconds: 60_000)
            let stillFull = try await flood(1)
            shop.clock.advance(milliseconds: 1000)
            let second = try await flood(51)

            #expect(first == Array(repeating: 200, count: 100) + [503, 503])
            #expect(stillFull == [503])
            #expect(second == Array(repeating: 200, count: 50) + [503])
        }
    }

    @Test func `write nothing for what came too fast`() async throws {
        try await Shop.open(.port) { shop in
            for _ in 0..<100 { _ = try await shop.send(.get("/v1/holds")) }
            let head = try await shop.ledger.journalHead()

            let reply = try await shop.send(.post("/v1/orders", Self.sale))

            #expect(try reply.problem().code == .unavailable)
            #expect(try await shop.ledger.journalHead() == head)
        }
    }

    @Test func `do not slow the socket down`() async throws {
        try await Shop.open(.socket) { shop in
            for _ in 0..<150 {
                let reply = try await shop.send(.get("/v1/holds"))

                #expect(reply.status == 200)
            }
        }
    }
}

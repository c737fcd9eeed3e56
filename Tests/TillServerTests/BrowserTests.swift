// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TillAPI
import TillCore
import TillStore
import TillTesting

/// The table lies in `Fixtures/browsers.tsv`; it is agreed, not made from the code.
@Suite struct `Browsers on this machine` {
    /// A request as a page could make it, and the answer that fits.
    private struct Row {
        let ask: Ask
        let status: Int
        let code: String?
        let line: String

        init(_ line: String) throws {
            self.line = line
            let words = line.components(separatedBy: "\t")
            try #require(words.count == 8, "\(line)")
            func said(_ word: String) -> String? { word == "-" ? nil : word }
            var ask = Ask(method: words[0], path: words[1], host: said(words[2]) ?? "")
            let fields = [("Origin", words[3]), ("Sec-Fetch-Site", words[4]), ("Content-Type", words[5])]
            for (name, word) in fields { if let text = said(word) { ask.fields.append((name, text)) } }
            let tokens = [
                "good": "Bearer \(Shop.token)", "wrong": "Bearer \(Shop.token)x", "basic": "Basic \(Shop.token)",
                "empty": "Bearer ",
            ]
            if let text = tokens[words[6]] { ask.fields.append(("Authorization", text)) }
            if ask.method == "POST" {
                ask.fields.append(("Idempotency-Key", "key-1"))
                ask.body = Array(#"{"amount":{"value":1,"currency":"CNY"}}"#.utf8)
            }
            self.ask = ask
            let answer = words[7].split(separator: " ")
            status = try #require(Int(answer[0]))
            code = answer.count > 1 ? String(answer[1]) : nil
        }
    }

    private static func rows() throws -> [Row] {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/browsers.tsv")
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { try Row(String($0)) }
    }

    @Test func `have what the table says, and change nothing where they are refused`() async throws {
        let rows = try Self.rows()
        var head: Int64 = 0
        try await Shop.open(.port) { shop in
            head = try await shop.ledger.journalHead()
            for row in rows {
                // The bucket of requests fills by the ledger's clock.
                shop.clock.advance(milliseconds: 1000)

                let reply = try await shop.door.send(row.ask)

                #expect(reply.status == (row.status == 201 ? reply.isReplay ? 200 : 201 : row.status), "\(row.line)")
                if let code = row.code { #expect(try reply.problem().code.rawValue == code, "\(row.line)") }
                #expect(!reply.fields.keys.contains { $0.hasPrefix("access-control") }, "\(row.line)")
                #expect(!reply.text.contains(Shop.token), "\(row.line)")
                let orders = try await shop.ledger.newestOrders(limit: 9).count
                let isFirst = try await shop.ledger.journalHead() == head
                if row.status >= 400 { #expect(orders <= 1 && (isFirst || orders == 1), "\(row.line)") }
            }
            #expect(try await shop.ledger.newestOrders(limit: 9).count == 1)
        }
        #expect(rows.count >= 200)
    }

    @Test func `that are refused never open a sale, one by one`() async throws {
        let refused = try Self.rows().filter { $0.ask.method == "POST" && $0.status >= 400 }
        try await Shop.open(.port) { shop in
            let head = try await shop.ledger.journalHead()

            for row in refused {
                shop.clock.advance(milliseconds: 1000)
                _ = try await shop.door.send(row.ask)

                #expect(try await shop.ledger.journalHead() == head, "\(row.line)")
            }
        }
        #expect(refused.count >= 60)
    }

    @Test func `are in the table with each way to ask`() throws {
        let rows = try Self.rows()

        for method in ["GET", "POST", "OPTIONS", "DELETE"] {
            #expect(rows.contains { $0.ask.method == method && $0.status < 400 } || method == "DELETE")
            #expect(rows.contains { $0.ask.method == method && $0.status >= 400 })
        }
        for code in ["host_refused", "origin_refused", "unauthorized", "unsupported_media_type"] {
            #expect(rows.count { $0.code == code } >= 5, "\(code)")
        }
    }
}

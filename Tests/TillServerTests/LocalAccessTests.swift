// SPDX-License-Identifier: Apache-2.0

import Testing
import TillAPI
import TillCore
import TillStore

@Suite struct `Access to the local API` {
    /// One word of a head, and whether it is ours.
    struct Word: Sendable {
        let text: String?
        let isOurs: Bool
        init(_ text: String?, _ isOurs: Bool) { (self.text, self.isOurs) = (text, isOurs) }
    }

    static let hosts = [
        Word("localhost:8470", true), Word("127.0.0.1:8470", true), Word("[::1]:8470", true),
        Word("LocalHost:8470", true), Word("localhost", false), Word("localhost:8471", false),
        Word("evil.example:8470", false), Word("127.0.0.1.evil.example:8470", false),
        Word("0.0.0.0:8470", false), Word("127.1:8470", false), Word(nil, false),
    ]
    static let origins = [
        Word(nil, true), Word("http://localhost:8470", true), Word("http://[::1]:8470", true),
        Word("null", false), Word("https://localhost:8470", false),
        Word("http://evil.example", false), Word("http://localhost:8470.evil.example", false),
    ]
    static let sites = [
        Word(nil, true), Word("same-origin", true), Word("none", true), Word("same-site", false),
        Word("cross-site", false),
    ]
    static let tokens = [
        Word("Bearer \(Shop.token)", true), Word(nil, false), Word("Bearer", false),
        Word("Bearer \(Shop.token)0", false), Word("Bearer \(Shop.token.dropLast())", false),
        Word("Basic \(Shop.token)", false), Word(Shop.token, false),
    ]

    private static func head(_ host: Word, _ origin: Word, _ site: Word, _ token: Word) -> Ask {
        var ask = Ask.get("/v1/holds")
        ask.host = host.text ?? ""
        let named = [("Origin", origin), ("Sec-Fetch-Site", site), ("Authorization", token)]
        for (name, word) in named {
            if let text = word.text { ask.fields.append((name, text)) }
        }
        return ask
    }

    /// The one answer that fits: the first word that is not ours is told, and nothing more.
    private static func expected(_ host: Word, _ origin: Word, _ site: Word, _ token: Word) -> (
        Int, ProblemCode?, String?
    ) {
        guard host.isOurs else { return (421, .hostRefused, "Host") }
        guard origin.isOurs else { return (403, .originRefused, "Origin") }
        guard site.isOurs else { return (403, .originRefused, "Sec-Fetch-Site") }
        guard token.isOurs else { return (401, .unauthorized, "Authorization") }
        return (200, nil, nil)
    }

    @Test(arguments: hosts) func `by port needs every word to be ours`(_ host: Word) async throws {
        try await Shop.open(.port) { shop in
            for origin in Self.origins {
                for site in Self.sites {
                    for token in Self.tokens {
                        let ask = Self.head(host, origin, site, token)
                        let reply = try await shop.door.send(ask)

                        let (status, code, field) = Self.expected(host, origin, site, token)
                        #expect(reply.status == status, "\(ask.host) \(ask.fields)")
                        if let code {
                            #expect(try reply.problem().code == code)
                            #expect(try reply.problem().field == field)
                            #expect(!reply.text.contains(Shop.token))
                        }
                        #expect(!reply.fields.keys.contains { $0.hasPrefix("access-control") })
                    }
                }
            }
        }
    }

    @Test func `by port is refused before anything is done`() async throws {
        try await Shop.open(.port) { shop in
            let head = try await shop.ledger.journalHead()
            let sale = #"{"amount":{"value":1,"currency":"CNY"}}"#
            let good = Ask.post("/v1/orders", sale).from(shop)
            var asks = [Ask.post("/v1/orders", sale)]
            for (name, value) in [("Origin", "http://evil.example"), ("Sec-Fetch-Site", "cross-site")] {
                var ask = good
                ask.fields.append((name, value))
                asks.append(ask)
            }
            var foreign = good
            foreign.host = "evil.example:8470"
            asks.append(foreign)

            var statuses: [Int] = []
            for ask in asks { statuses.append(try await shop.door.send(ask).status) }

            #expect(statuses == [421, 403, 403, 421])
            #expect(try await shop.ledger.journalHead() == head)
            #expect(try await shop.door.send(good).status == 201)
        }
    }

    @Test(arguments: [
        "Host: evil.example:8470\r\nHost: localhost:8470", "Host: localhost:8470\r\nHost: evil.example",
        "Host: localhost:8470\r\nOrigin: http://localhost:8470\r\nOrigin: http://evil.example",
        "Host: localhost:8470\r\nSec-Fetch-Site: none\r\nSec-Fetch-Site: cross-site",
        "Host: localhost:8470\r\nAuthorization: Bearer x",
    ]) func `by port is not had by saying it twice`(_ lines: String) async throws {
        try await Shop.open(.port) { shop in
            let text =
                "GET /v1/holds HTTP/1.1\r\n\(lines)\r\nAuthorization: Bearer \(Shop.token)\r\nConnection: close\r\n\r\n"

            let reply = try await shop.door.send(bytes: Array(text.utf8))

            #expect((400..<500).contains(reply.status))
        }
    }

    @Test func `by port is written down as had by token`() async throws {
        try await Shop.open(.port) { shop in
            _ = try await shop.send(
                .post("/v1/orders", #"{"amount":{"value":1,"currency":"CNY"}}"#))

            #expect(try await shop.ledger.journal(after: 0, limit: 9).last?.by == "token")
        }
    }

    @Test func `by port says how to ask for it`() async throws {
        try await Shop.open(.port) { shop in
            var ask = Ask.get("/v1/holds")
            ask.host = "localhost:8470"

            let reply = try await shop.door.send(ask)

            // Source: RFC 9110, section 15.5.2.
            #expect(reply.fields["www-authenticate"]?.hasPrefix("Bearer") == true)
        }
    }

    @Test func `by the socket is the file's to grant, and needs no word`() async throws {
        try await Shop.open(.socket) { shop in
            for host in Self.hosts {
                for origin in Self.origins {
                    for site in Self.sites {
                        let ask = Self.head(host, origin, site, Word(nil, false))
                        let reply = try await shop.door.send(ask)

                        #expect(reply.status == 200, "\(ask.fields)")
                    }
                }
            }
        }
    }
}

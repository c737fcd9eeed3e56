// SPDX-License-Identifier: Apache-2.0

import JournalChain
import Testing
import TillAPI
import TillCore
import TillStore
import TillTesting

@Suite struct `The journal over the API` {
    @Test func `has a head that fits to the ledger`() async throws {
        try await Shop.open { shop in
            _ = try await shop.order(.paid)

            let reply = try await shop.send(.get("/v1/journal/head"))

            let head = try WireJSON.message(JournalHeadResource.self, from: reply.body)
            let pin = try #require(JournalPin(head.line))
            #expect(head.seq == 5)
            #expect(pin.epoch == shop.ledger.epoch)
            #expect(pin.fits(try #require(try await shop.ledger.chain(of: head.seq))))
        }
    }

    @Test func `is verified stretch by stretch`() async throws {
        try await Shop.open { shop in
            for _ in 0..<3 { _ = try await shop.order(.paid) }

            let first = try await shop.send(.get("/v1/journal/verification?after=chain:0"))
            let orders = try await shop.send(.get("/v1/journal/verification?after=orders:"))
            let beyond = try await shop.send(.get("/v1/journal/verification?after=chain:99"))

            let whole = try WireJSON.message(VerificationResource.self, from: first.body)
            let part = try WireJSON.message(VerificationResource.self, from: orders.body)
            let lost = try WireJSON.message(VerificationResource.self, from: beyond.body)
            #expect(whole == VerificationResource(rows: 13, orders: 3))
            #expect(part == VerificationResource(rows: 0, orders: 3))
            #expect(lost.fault == VerificationFault(row: 99, what: "it is missing"))
        }
    }

    @Test(arguments: ["chain", "chain:", "chain:-1", "chain:x", "rows:1", ""])
    func `refuses a place that it never named`(place: String) async throws {
        try await Shop.open { shop in
            let reply = try await shop.send(.get("/v1/journal/verification?after=\(place)"))

            #expect(try reply.problem().code == .invalidValue)
            #expect(try reply.problem().field == "after")
        }
    }

    @Test func `explains an order in sentences that end with where it stands`() async throws {
        try await Shop.open { shop in
            let order = try await shop.order(.wrongMoney).order

            let reply = try await shop.send(.get("/v1/orders/\(order.id)/explanation"))

            let page = try WireJSON.message(ExplanationPage.self, from: reply.body)
            #expect(page.order == order.id.text)
            #expect(page.explanation.map(\.seq) == [2, 3, 4, 5, nil])
            #expect(page.explanation.map(\.source) == ["cashier", "daemon", "answer", "query", "daemon"])
            #expect(page.explanation[0].by == "test")
            #expect(page.explanation[4].text.contains("A person has to settle hold"))
        }
    }
}

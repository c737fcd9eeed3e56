// SPDX-License-Identifier: Apache-2.0

import Testing
import TillAPI
import TillCore
import TillStore

@Suite struct `Events` {
    @Test func `are the rows of the journal, oldest first`() async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.paid)

            let page = try await shop.send(.get("/v1/events")).events()

            let epoch = shop.ledger.epoch
            #expect(page.events.map(\.id) == (1...5).map { "\(epoch)-\($0)" })
            #expect(
                page.events.map(\.entry) == [
                    "started", "opened", "recorded.asking", "recorded.code", "recorded.paid",
                ])
            #expect(
                page.events.map(\.type) == [
                    "terminal.noted", "order.opened", "order.changed", "order.code", "order.paid",
                ])
            #expect(page.events.map(\.order) == [nil] + Array(repeating: order.id.text, count: 4))
            #expect(
                page.events.map { $0.status?.rawValue }
                    == [nil, "opening", "opening", "code", "paid"])
            #expect(page.last == "\(epoch)-5")
        }
    }

    @Test func `go on after the last one read`() async throws {
        try await Shop.open { shop in
            _ = try await shop.order(.presented)
            let first = try await shop.send(.get("/v1/events")).events()
            _ = try await shop.order(.opened)

            let next = try await shop.send(.get("/v1/events?after=\(first.last)")).events()
            let nothing = try await shop.send(.get("/v1/events?after=\(next.last)")).events()

            #expect(next.events.map(\.entry) == ["opened"])
            #expect(nothing.events.isEmpty)
            #expect(nothing.last == next.last)
        }
    }

    @Test func `come in pages that miss none`() async throws {
        try await Shop.open { shop in
            for _ in 0..<130 { _ = try await shop.order(.cancelled) }
            let head = try await shop.ledger.journalHead()

            var read: [String] = []
            var last = "\(shop.ledger.epoch)-0"
            var pages = 0
            repeat {
                let page = try await shop.send(.get("/v1/events?after=\(last)")).events()
                read += page.events.map(\.id)
                last = page.last
                pages += 1
            } while read.count < head && pages < 9

            #expect(read == (1...head).map { "\(shop.ledger.epoch)-\($0)" })
            #expect(pages == 2)
        }
    }

    @Test(arguments: ["01J00000000000000000000000-1", "{epoch}-99", "-1", "{epoch}x-1"])
    func `start over for a cursor of another life`(_ cursor: String) async throws {
        try await Shop.open { shop in
            _ = try await shop.order(.presented)
            let after = cursor.replacing("{epoch}", with: shop.ledger.epoch)

            let page = try await shop.send(.get("/v1/events?after=\(after)&wait=60")).events()

            let head = try await shop.ledger.journalHead()
            #expect(page.events.map(\.type) == ["reset"])
            #expect(page.last == "\(shop.ledger.epoch)-\(head)")
            #expect(page.events.map(\.id) == [page.last])
        }
    }

    @Test func `of one order leave out the others`() async throws {
        try await Shop.open { shop in
            let (one, _) = try await shop.order(.presented)
            let (other, _) = try await shop.order(.paid)

            let page = try await shop.send(.get("/v1/events?order=\(one.id)")).events()
            let unknown = try await shop.send(.get("/v1/events?order=01J")).events()

            #expect(page.events.map(\.order) == Array(repeating: one.id.text, count: 3))
            #expect(!page.events.contains { $0.order == other.id.text })
            #expect(unknown.events.isEmpty)
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

import Testing
import TillAPI
import TillCore
import TillStore

@Suite(.timeLimit(.minutes(2))) struct `Long polls` {
    /// Sends a request that waits, lets something happen once it is there, and gives its reply.
    private func reply(
        to ask: Ask, in shop: Shop, whileItWaits happen: () async throws -> Void
    ) async throws -> Reply {
        async let reply = shop.send(ask)
        // Each of these is a round trip through the same listener and ledger.
        for _ in 0..<20 { _ = try await shop.send(.get("/v1/holds")) }
        try await happen()
        return try await reply
    }

    @Test func `for the end of an order end when the money is there`() async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.presented)

            let reply = try await reply(
                to: .get("/v1/orders/\(order.id)?wait=final&timeout=60"), in: shop
            ) { try await shop.pay(order) }

            #expect(try reply.order().status == .paid)
        }
    }

    @Test func `for the end of an order end when a person has to look`() async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.presented)

            let reply = try await reply(
                to: .get("/v1/orders/\(order.id)?wait=final&timeout=60"), in: shop
            ) { try await shop.pay(order, 1) }

            #expect(try reply.order().status == .needsPerson)
        }
    }

    @Test func `for the end of an order outlast what is not the end`() async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.opened)
            let (other, _) = try await shop.order(.presented)

            let reply = try await reply(
                to: .get("/v1/orders/\(order.id)?wait=final&timeout=60"), in: shop
            ) {
                try await shop.present(order)
                try await shop.pay(other)
                try await shop.pay(order)
            }

            #expect(try reply.order().id == order.id.text)
            #expect(try reply.order().status == .paid)
        }
    }

    @Test func `for a change end with the change`() async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.presented)

            let reply = try await reply(
                to: .get("/v1/orders/\(order.id)?wait=change&version=\(order.version)&timeout=60"),
                in: shop
            ) { try await shop.pay(order) }

            #expect(try reply.order().version > Int64(order.version))
        }
    }

    @Test func `for a code end when it is up`() async throws {
        try await Shop.open { shop in
            let ask = Ask.post(
                "/v1/orders?wait=presented", #"{"amount":{"value":1250,"currency":"CNY"}}"#)

            let reply = try await reply(to: ask, in: shop) {
                let commits = shop.ledger.wakeups(of: .journal)
                var opened = try await shop.ledger.openOrders()
                var commit = commits.makeAsyncIterator()
                while opened.isEmpty {
                    _ = await commit.next()
                    opened = try await shop.ledger.openOrders()
                }
                try await shop.present(try #require(opened.first))
            }

            #expect(reply.status == 201)
            #expect(try reply.order().status == .code)
            #expect(try reply.order().presentedCode?.payload == Shop.payload)
        }
    }

    @Test(arguments: ["wait=final&timeout=1", "wait=change&version=3&timeout=1"])
    func `answer as it stands when their time is over`(_ query: String) async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.presented)

            let reply = try await shop.send(.get("/v1/orders/\(order.id)?\(query)"))

            #expect(reply.status == 200)
            #expect(order.version == 3)
            #expect(try reply.order().status == .code)
        }
    }

    @Test func `for events end with the next row`() async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.presented)
            let last = try await shop.ledger.journalHead()

            let reply = try await reply(
                to: .get("/v1/events?after=\(shop.ledger.epoch)-\(last)&wait=60"), in: shop
            ) { try await shop.pay(order) }

            let page = try reply.events()
            #expect(page.events.map(\.entry) == ["recorded.paid"])
            #expect(page.last == "\(shop.ledger.epoch)-\(last + 1)")
        }
    }

    @Test func `for the events of an order outlast those of others`() async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.presented)
            let (other, _) = try await shop.order(.presented)
            let last = try await shop.ledger.journalHead()

            let reply = try await reply(
                to: .get("/v1/events?after=\(shop.ledger.epoch)-\(last)&wait=60&order=\(order.id)"),
                in: shop
            ) {
                try await shop.pay(other)
                try await shop.pay(order)
            }

            #expect(try reply.events().events.map(\.order) == [order.id.text])
        }
    }

    @Test(arguments: [Shop.Kind.socket, .port]) func `end at once when the daemon ends`(
        _ kind: Shop.Kind
    ) async throws {
        try await Shop.open(kind) { shop in
            let (order, _) = try await shop.order(.presented)
            let last = try await shop.ledger.journalHead()
            async let first = shop.send(.get("/v1/orders/\(order.id)?wait=final&timeout=60"))
            async let second = shop.send(
                .get("/v1/events?after=\(shop.ledger.epoch)-\(last)&wait=60"))

            // Idle connections, before and after a request, must not hold it up either.
            let silent = try shop.door.connected()
            defer { Door.hangUp(silent) }
            for _ in 0..<20 { _ = try await shop.send(.get("/v1/holds")) }
            await shop.close()

            #expect(try await first.order().status == .code)
            #expect(try await second.events().events.isEmpty)
            await #expect(throws: (any Error).self) { try await shop.send(.get("/v1/holds")) }
        }
    }
}

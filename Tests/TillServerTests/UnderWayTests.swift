// SPDX-License-Identifier: Apache-2.0

import Testing
import TillAPI
import TillCore
import TillStore

@Suite struct `A write whose key is under way` {
    private static let sale = #"{"amount":{"value":1250,"currency":"CNY"}}"#
    private static let waiting = Ask.post("/v1/orders?wait=presented", sale)

    private func impatient() -> Shop.Surroundings {
        var surroundings = Shop.Surroundings()
        surroundings.patience = .zero
        return surroundings
    }

    /// The order of the first request, as soon as it is on disk.
    private func opened(_ shop: Shop, _ commits: AsyncStream<Void>) async throws -> Order {
        for await _ in commits {
            if let order = try await shop.ledger.newestOrders(limit: 1).first { return order }
        }
        throw CancellationError()
    }

    @Test func `is told so, and the first one has its answer`() async throws {
        try await Shop.open(.socket, impatient()) { shop in
            let commits = shop.ledger.wakeups(of: .journal)
            async let first = shop.send(Self.waiting)
            let order = try await opened(shop, commits)
            let head = try await shop.ledger.journalHead()

            let second = try await shop.send(Self.waiting)
            let other = try await shop.send(.post("/v1/orders", Self.sale, key: "another"))
            try await shop.present(order)
            let answer = try await first
            let third = try await shop.send(Self.waiting)

            #expect(second.status == 409)
            #expect(try second.problem().code == .idempotencyInProgress)
            #expect(try second.problem().field == "Idempotency-Key")
            #expect(second.fields["retry-after"] == "1")
            #expect(other.status == 201)
            #expect(answer.status == 201)
            #expect(try answer.order().id == order.id.text)
            #expect(third.isReplay)
            #expect(try third.order().id == order.id.text)
            #expect(try await shop.ledger.journal(after: head, limit: 9).count { $0.order == order.id } == 2)
        }
    }

    @Test func `waits for the first one's end, and has what it brought`() async throws {
        try await Shop.open { shop in
            let commits = shop.ledger.wakeups(of: .journal)
            async let first = shop.send(Self.waiting)
            let order = try await opened(shop, commits)

            async let second = shop.send(Self.waiting)
            try await shop.present(order)
            let replies = try await [first, second]

            #expect(replies.map(\.status).sorted() == [200, 201])
            #expect(Set(try replies.map { try $0.order().id }) == [order.id.text])
        }
    }

    @Test func `is none where the key, the path or the order is another`() async throws {
        try await Shop.open(.socket, impatient()) { shop in
            let commits = shop.ledger.wakeups(of: .journal)
            async let first = shop.send(Self.waiting)
            let order = try await opened(shop, commits)

            let path = try await shop.send(.post("/v1/orders/\(order.id)/cancel"))
            let key = try await shop.send(.post("/v1/orders", Self.sale, key: "key-2"))
            let noKey = try await shop.send(.post("/v1/orders/\(order.id)/check", key: nil))
            _ = try await first

            #expect(path.status == 200)
            #expect(key.status == 201)
            #expect(noKey.status == 202)
        }
    }

    @Test func `is free again when the first one failed`() async throws {
        try await Shop.open(.socket, impatient()) { shop in
            for _ in 0..<3 {
                let reply = try await shop.send(.post("/v1/orders", "{}"))

                #expect(try reply.problem().code == .missingField)
            }
        }
    }
}

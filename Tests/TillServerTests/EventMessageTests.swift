// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TillAPI
import TillCore
import TillServer
import TillStore
import TillTesting

@Suite struct `What endpoints are told` {
    private func body(_ shop: Shop, _ seq: Int64) async throws -> [UInt8] {
        let event = try #require(try await shop.ledger.event(seq))
        var order: Order?
        if let id = event.row.order { order = try await shop.ledger.order(id, asOf: seq) }
        return try EventMessage.body(of: event, order, epoch: shop.ledger.epoch, terminal: shop.ledger.terminal)
    }

    @Test func `is the event with the sale as it was then`() async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.paid)
            let now = try await shop.send(.get("/v1/orders/\(order.id)")).order()

            let message = try WireJSON.message(EventMessage.self, from: try await body(shop, 5))

            #expect(message.type == .orderPaid)
            #expect(message.data.id == "\(shop.ledger.epoch)-5")
            #expect(message.data.terminal == "T-1")
            #expect(message.data.entry == "recorded.paid")
            #expect(message.data.head == (try await shop.ledger.head().text))
            #expect(message.data.orderID == order.id.text)
            #expect(message.data.status == .paid)
            #expect(message.data.order == now)
        }
    }

    @Test func `is the same bytes whenever it is asked`() async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.presented)
            let before = try await body(shop, 4)

            shop.clock.advance(milliseconds: 100_000)
            try await shop.pay(order)

            #expect(try await body(shop, 4) == before)
            #expect(String(decoding: before, as: UTF8.self).contains(#""status":"code""#))
        }
    }

    @Test func `names everything, also where there is nothing`() async throws {
        try await Shop.open { shop in
            let object = try JSONSerialization.jsonObject(with: Data(try await body(shop, 1))) as? [String: Any]
            let content = object?["data"] as? [String: Any]

            #expect(object?.keys.sorted() == ["data", "timestamp", "type"])
            #expect(content?.keys.sorted() == ["entry", "head", "id", "order", "order_id", "status", "terminal"])
            #expect(object?["type"] as? String == "terminal.noted")
        }
    }

    @Test func `leaves a sale out that is too much to tell`() async throws {
        try await Shop.open { shop in
            let order = try await shop.ledger.open(
                Sale(
                    amount: Money(minorUnits: 1250, .cny), account: "main", patience: .seconds(300), subject: "Tea",
                    metadata: ["all": String(repeating: "x", count: 25_000)]), key: nil, by: "test"
            ).order

            let bytes = try await body(shop, 2)
            let message = try WireJSON.message(EventMessage.self, from: bytes)

            #expect(bytes.count < EventMessage.bytesMax)
            #expect(message.data.order == nil)
            #expect(message.data.orderID == order.id.text)
            #expect(message.data.status == .opening)
        }
    }

    @Test func `has types that are all in the list`() async throws {
        try await Shop.open { shop in
            for stage in Stage.allCases { _ = try await shop.order(stage) }
            let types = try await shop.ledger.events(after: 0, limit: 500).map { EventType(rawValue: $0.type) }

            #expect(Set(types).isSubset(of: EventType.known))
            #expect(Set(EventType.usual).isSubset(of: EventType.known))
            #expect(Set(types).count >= 6)
        }
    }
}

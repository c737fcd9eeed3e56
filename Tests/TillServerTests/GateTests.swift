// SPDX-License-Identifier: Apache-2.0

import Synchronization
import Testing
import TillAPI
import TillCore
import TillStore

@testable import TillServer

/// What stands in the way of a sale, in a test's hands.
private final class Bar: Sendable {
    private let refusal = Mutex<SaleRefusal?>(nil)
    func set(_ refusal: SaleRefusal?) { self.refusal.withLock { $0 = refusal } }
    var rule: SaleGate.Rule { { self.refusal.withLock { $0 } } }
}

@Suite(.timeLimit(.minutes(1))) struct `The gate before a sale` {
    private static let sale = #"{"amount":{"value":1250,"currency":"CNY"}}"#

    private func open(_ bar: Bar, _ test: (Shop) async throws -> Void) async throws {
        var surroundings = Shop.Surroundings()
        surroundings.gate = SaleGate([bar.rule, { nil }])
        try await Shop.open(.socket, surroundings, test)
    }

    @Test(arguments: [
        (SaleRefusal.Reason.clock, "clock_implausible"), (.storage, "out_of_order"),
        (.disk, "disk_low"), (.draining, "draining"),
    ])
    func `refuses with the reason, and lets sales through when it is gone`(
        reason: SaleRefusal.Reason, code: String
    ) async throws {
        let bar = Bar()
        try await open(bar) { shop in
            bar.set(SaleRefusal(reason, "look at it"))
            let refused = try await shop.send(.post("/v1/orders", Self.sale, key: "key-1"))
            bar.set(nil)
            let opened = try await shop.send(.post("/v1/orders", Self.sale, key: "key-1"))

            #expect(refused.status == 503)
            #expect(refused.text.contains("\"code\":\"\(code)\""))
            #expect(refused.text.contains("look at it"))
            #expect(opened.status == 201)
            #expect(try await shop.ledger.openOrders().count == 1)
        }
    }

    @Test func `gives the answer again that a key had got before`() async throws {
        let bar = Bar()
        try await open(bar) { shop in
            let opened = try await shop.send(.post("/v1/orders", Self.sale, key: "key-1"))
            bar.set(SaleRefusal(.storage, "look at it"))
            let again = try await shop.send(.post("/v1/orders", Self.sale, key: "key-1"))
            let other = try await shop.send(
                .post("/v1/orders", #"{"amount":{"value":1,"currency":"CNY"}}"#, key: "key-1"))

            #expect(opened.status == 201)
            #expect(again.status == 200)
            #expect(again.fields["idempotency-replayed"] == "true")
            #expect(other.status == 422)
        }
    }

    @Test func `refuses a new code as it refuses a sale, and nothing else`() async throws {
        let bar = Bar()
        try await open(bar) { shop in
            _ = try await shop.send(.post("/v1/orders", Self.sale, key: "key-1"))
            let order = try #require(try await shop.ledger.openOrders().first).id
            bar.set(SaleRefusal(.draining, "look at it"))
            let code = try await shop.send(.post("/v1/orders/\(order)/attempts", "{}", key: "key-2"))
            let shown = try await shop.send(.get("/v1/orders/\(order)"))
            let cancelled = try await shop.send(.post("/v1/orders/\(order)/cancel", "{}", key: "key-3"))

            #expect(code.status == 503)
            #expect(shown.status == 200)
            #expect(cancelled.status == 200)
        }
    }

    @Test func `tells health of every reason`() {
        let gate = SaleGate([
            { SaleRefusal(.clock, "set it") }, { nil }, { SaleRefusal(.disk, "make room") },
        ])

        #expect(!gate.isOpen)
        #expect(gate.health.state == "refused")
        #expect(gate.health.reasons.map(\.code) == ["clock_implausible", "disk_low"])
        #expect(SaleGate().isOpen && SaleGate().health.state == "open")
    }

    @Test(arguments: [(72, 1, 24), (72, 3, 8), (48, 3, 4), (1024, 3, 325), (8192, 3, 2048), (0, 1, 4), (300, 2, 126)])
    func `connections leave descriptors for the rest`(descriptors: Int, listeners: Int, each: Int) {
        #expect(ListenerEntry.connectionsMax(descriptors: descriptors, listeners: listeners) == each)
    }
}

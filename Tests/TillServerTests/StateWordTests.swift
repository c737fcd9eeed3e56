// SPDX-License-Identifier: Apache-2.0

import TillAPI
import TillCore
import TillStore
import TillTesting
import Testing

/// A cashier acts on these words: one for another is cash out of the drawer for money that comes back by itself.
@Suite struct `The states that the local API tells` {
    @Test(
        arguments: [
            ([], nil, "opened"), ([.asking], nil, "opened"), ([.asking, .answerLost], nil, "uncertain"),
            ([.asking, .codeIssued(PaymentCode(Shop.payload))], nil, "presented"),
            ([.asking, .codeIssued(PaymentCode(Shop.payload))], .cancel, "closing"), ([], .cancel, "closed"),
            ([.asking, .outcome(.refused(reason: "no"), .query)], nil, "closed"),
        ] as [([AttemptFact], OrderCommand?, String)])
    func `are an attempt's own`(facts: [AttemptFact], command: OrderCommand?, word: String) async throws {
        try await Shop.open { shop in
            let order = try await shop.order(.opened).order
            for fact in facts {
                try await shop.ledger.record(.attempt(order.attempts[0].reference, fact), about: order.id)
            }
            if let command { _ = try await shop.ledger.accept(command, about: order.id, key: nil, by: "test") }

            let told = try await shop.send(.get("/v1/orders/\(order.id)")).order()

            #expect(told.attempts.map(\.state.rawValue) == [word])
        }
    }

    @Test(
        arguments: [
            ([], "asked"), ([.sending], "sent"), ([.sending, .answerLost], "unknown"),
            ([.sending, .outcome(.pending)], "unknown"), ([.sending, .outcome(.done)], "done"),
            ([.sending, .outcome(.refused(reason: "no"))], "refused"),
        ] as [([RefundFact], String)])
    func `are a refund's own`(facts: [RefundFact], word: String) async throws {
        try await Shop.open { shop in
            let order = try await shop.order(.refunded).order
            for fact in facts {
                try await shop.ledger.record(.refund(order.refunds[0].id, fact), about: order.id)
            }

            let told = try await shop.send(.get("/v1/orders/\(order.id)")).order()

            #expect(told.refunds.map(\.state.rawValue) == [word])
        }
    }

    @Test func `are paid where the money is`() async throws {
        try await Shop.open { shop in
            let order = try await shop.order(.paid).order

            let told = try await shop.send(.get("/v1/orders/\(order.id)")).order()

            #expect(told.attempts.map(\.state.rawValue) == ["paid"])
        }
    }
}

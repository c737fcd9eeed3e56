// SPDX-License-Identifier: Apache-2.0

import TillCore
import TillStore

extension Sale {
    /// Tea for 12.50.
    static let tea = Sale(
        amount: Money(minorUnits: 1250, .cny), account: "main", patience: .seconds(300),
        subject: "Tea", reference: "tea-1", metadata: ["till": "2"])

    /// Tea, paid through another account.
    static func tea(through account: AccountID, named reference: String? = nil) -> Sale {
        Sale(
            amount: Money(minorUnits: 1250, .cny), account: account, patience: .seconds(300),
            subject: "Tea", reference: reference)
    }
}

extension IdempotencyKey {
    /// A key of the route that opens orders.
    static func opening(_ key: String, body: String = "tea") -> IdempotencyKey {
        IdempotencyKey(route: "POST /v1/orders", key: key, body: Array(body.utf8))
    }
}

extension Ledger {
    /// Opens a sale without a key.
    func sell(_ sale: Sale = .tea) async throws -> Order {
        try await open(sale, key: nil, by: "anna", limit: .max).order
    }

    /// Opens a sale and shows its code.
    func present(_ sale: Sale = .tea) async throws -> Order {
        let order = try await sell(sale)
        try await tell(.asking, of: order)
        return try await tell(.codeIssued(PaymentCode("https://pay.example/1")), of: order)
    }

    /// Opens a sale that is paid.
    func paid(_ sale: Sale = .tea, with acquirerReference: String) async throws -> Order {
        try await tell(.money(acquirerReference), of: try await present(sale))
    }

    /// Records something about an order's newest attempt.
    @discardableResult
    func tell(_ fact: AttemptFact, of order: Order) async throws -> Order {
        try await record(
            .attempt(order.attempts[order.attempts.count - 1].reference, fact), about: order.id)
    }
}

extension AttemptFact {
    /// 12.50 came, or another amount.
    static func money(
        _ acquirerReference: String, _ minorUnits: Int64 = 1250, by source: FactSource = .query
    ) -> AttemptFact {
        .outcome(
            .paid(
                Payment(
                    acquirerReference: acquirerReference,
                    amount: Money(minorUnits: minorUnits, .cny))), source)
    }
}

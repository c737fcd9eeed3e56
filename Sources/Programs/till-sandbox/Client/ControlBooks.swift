// SPDX-License-Identifier: Apache-2.0

import SandboxAcquirer

/// What `GET /sandbox/books` answers, as far as a person needs it.
struct ControlBooks: Decodable {
    /// Money in minor units.
    struct Money: Codable {
        let value: Int64
        let currency: String

        var decimal: String { Amount(value: value, currency: currency).decimal }
    }

    /// What is held for an order number.
    struct Held: Decodable {
        let order_no: String
        let value: Int64
        let currency: String
    }

    /// A payment.
    struct Payment: Decodable {
        let id: String
        let order_no: String
        let status: String
        let amount: Money
        let refunded: Money
        let script: String
        let page: String

        var isOpen: Bool { status == "created" || status == "pending" }
    }

    /// The sandbox's time, RFC 3339.
    let now: String
    /// What is held, newest money first.
    let held: [Held]
    /// Payments, newest first.
    let payments: [Payment]
}

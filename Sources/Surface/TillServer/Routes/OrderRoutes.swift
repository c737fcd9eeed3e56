// SPDX-License-Identifier: Apache-2.0

import Meters
import TillAPI
import TillCore
import TillStore

/// Opening orders and looking at them.
struct OrderRoutes: Sendable {
    let server: TillServer

    /// The longest that a request waits for something to happen, in seconds.
    static let waitMax = 60

    var all: [APIRoute] {
        [
            .post("/v1/orders", open), .get("/v1/orders", list), .get("/v1/orders/:id", show),
        ]
    }

    private func open(_ call: APICall) async throws -> APIAnswer {
        let key = try call.idempotencyKey()
        let wait = try call.word("wait", among: ["presented"])
        let sale = try sale(try call.message(OpenOrderRequest.self))
        if let known = try await server.pass(key) {
            return try await server.answer(known, created: true, replayed: true)
        }
        let start = server.ledger.continuousClock()
        let accepted = try await server.ledger.open(
            sale, key: key, by: call.by, limit: server.terms.openOrdersMax)
        if !accepted.isReplay {
            server.ledger.meters.openDuration.note(server.ledger.continuousClock() - start)
        }
        guard wait != nil else {
            return try server.answer(accepted, created: true)
        }
        let order = try await server.ledger.order(accepted.order.id, within: .seconds(10)) {
            $0.status != .opening
        }
        return try await server.answer(order, created: true, replayed: accepted.isReplay)
    }

    private func list(_ call: APICall) async throws -> APIAnswer {
        let open = try call.word("open", among: ["true", "false"])
        let limit = try call.number("limit", in: 1...500, otherwise: 100)
        let orders =
            open == "true"
            ? try await server.ledger.openOrders()
            : try await server.ledger.newestOrders(limit: limit)
        let now = server.ledger.time.now
        let held = try await server.heldWork()
        return try .message(
            OrderPage(
                orders: orders.map { order in
                    var resource = OrderResource(order, at: now)
                    resource.held = held[order.id.text]
                    return resource
                }))
    }

    private func show(_ call: APICall) async throws -> APIAnswer {
        let id = OrderID(call.id)
        let timeout = try call.number("timeout", in: 0...Self.waitMax, otherwise: 30)
        let patience = Duration.seconds(timeout)
        let version = try call.number("version", in: 0...Int.max, otherwise: 0)
        switch try call.word("wait", among: ["final", "change"]) {
        case "final":
            return try await server.answer(
                try await server.ledger.order(id, within: patience) { $0.status.endsWait })
        case "change":
            return try await server.answer(
                try await server.ledger.order(id, within: patience) { $0.version > version })
        default: return try await server.answer(id)
        }
    }

    /// Checks what the shop wants to sell.
    private func sale(_ request: OpenOrderRequest) throws -> Sale {
        let amount = try MoneyReading.money(request.amount, field: "amount")
        guard !amount.isZero else {
            throw Problem(
                .invalidAmount, "an amount of zero cannot be paid: write more than that",
                field: "amount")
        }
        return Sale(
            amount: amount,
            account: try server.account(request.account, for: amount.currency),
            patience: request.deadlineSeconds.map { .seconds($0) } ?? server.terms.patience,
            subject: request.subject ?? "", reference: request.reference,
            slips: server.terms.slips, metadata: request.metadata ?? [:],
            lateMoney: server.terms.lateMoney)
    }
}

extension TillServer {
    /// The account to sell through: the one named, or the first that sells in the currency.
    func account(_ name: String?, for currency: Currency) throws -> AccountID {
        let known = terms.accounts.map(\.id.text).joined(separator: ", ")
        guard let name else {
            guard let account = terms.accounts.first(where: { $0.currency == currency }) else {
                throw Problem(
                    .noSuchAccount, "no account sells in \(currency): these are configured: \(known)",
                    field: "amount.currency")
            }
            return account.id
        }
        guard let account = terms.accounts.first(where: { $0.id.text == name }) else {
            throw Problem(
                .noSuchAccount, "there is no account \"\(name)\": these are configured: \(known)",
                field: "account")
        }
        guard account.currency == currency else {
            throw Problem(
                .noSuchAccount, "account \"\(name)\" sells in \(account.currency)", field: "account")
        }
        return account.id
    }
}

/// Reads amounts of requests.
enum MoneyReading {
    static func money(_ request: AmountRequest, field: String) throws -> Money {
        guard let currency = Currency(request.currency) else {
            throw Problem(
                .unknownCurrency,
                "\"\(request.currency)\" is not a currency: write three capital letters of ISO 4217, such as CNY",
                field: "\(field).currency")
        }
        do throws(MoneyError) {
            switch request.figure {
            case .value(let value): return try Money(checking: value, currency)
            case .decimal(let text): return try Money(decimal: text, currency)
            }
        } catch {
            throw Problem.of(error, field: field)
        }
    }
}

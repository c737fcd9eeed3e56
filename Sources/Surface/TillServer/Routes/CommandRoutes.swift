// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import TillAPI
import TillCore
import TillStore

/// What can be asked for about an order that is there.
struct CommandRoutes: Sendable {
    let server: TillServer

    var all: [APIRoute] {
        [
            .post("/v1/orders/:id/cancel", cancel), .post("/v1/orders/:id/attempts", attempt),
            .post("/v1/orders/:id/check", check), .post("/v1/orders/:id/refunds", refund),
            .post("/v1/orders/:id/reprint", reprint),
        ]
    }

    private func cancel(_ call: APICall) async throws -> APIAnswer {
        _ = try call.message(EmptyRequest.self)
        return try await accept(.cancel, call)
    }

    private func attempt(_ call: APICall) async throws -> APIAnswer {
        let key = try call.idempotencyKey()
        let request = try call.message(NewAttemptRequest.self)
        if let known = try await server.pass(key) { return try await server.answer(known, replayed: true) }
        let order = try await server.ledger.order(OrderID(call.id))
        let account = try server.account(
            request.account ?? order.currentAttempt?.account.text, for: order.amount.currency)
        let accepted = try await server.ledger.startAttempt(
            of: order.id, account: account, key: key, by: call.by)
        return try server.answer(accepted)
    }

    /// Asks the acquirer now, rather than when the next query is due.
    private func check(_ call: APICall) async throws -> APIAnswer {
        _ = try call.message(EmptyRequest.self)
        let order = try await server.ledger.order(OrderID(call.id))
        server.ledger.hint(order.id)
        return try .message(
            OrderResource(order, at: server.ledger.time.now), status: .accepted)
    }

    private func refund(_ call: APICall) async throws -> APIAnswer {
        let request = try call.message(RefundRequest.self)
        let amount = try request.amount.map { try MoneyReading.money($0, field: "amount") }
        return try await accept(.refund(amount, note: request.note ?? ""), call, created: true)
    }

    private func reprint(_ call: APICall) async throws -> APIAnswer {
        _ = try call.message(EmptyRequest.self)
        return try await accept(.reprint, call)
    }

    private func accept(_ command: OrderCommand, _ call: APICall, created: Bool = false)
        async throws -> APIAnswer
    {
        let accepted = try await server.ledger.accept(
            command, about: OrderID(call.id), key: try call.idempotencyKey(), by: call.by)
        return try server.answer(accepted, created: created)
    }
}

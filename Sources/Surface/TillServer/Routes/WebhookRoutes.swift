// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import TillAPI

/// The endpoints that are told of sales, and what a person does about them.
struct WebhookRoutes: Sendable {
    let server: TillServer

    private var webhooks: TillServer.Webhooks { server.surroundings.webhooks }

    var all: [APIRoute] {
        [
            .get("/v1/webhooks", list), .post("/v1/webhooks", add),
            .get("/v1/webhooks/:id/deliveries", deliveries), .post("/v1/webhooks/:id/test", test),
            .post("/v1/webhooks/:id/rotate", rotate), .post("/v1/webhooks/:id/redeliver", redeliver),
            .post("/v1/webhooks/:id/remove", remove),
        ]
    }

    private func list(_ call: APICall) async throws -> APIAnswer {
        try .message(WebhookPage(webhooks: try await webhooks.list()))
    }

    private func add(_ call: APICall) async throws -> APIAnswer {
        let key = try call.idempotencyKey()
        let (added, isReplay) = try await webhooks.add(try call.message(AddWebhookRequest.self), key)
        return try .message(added, status: isReplay ? .ok : .created, replayed: isReplay)
    }

    private func test(_ call: APICall) async throws -> APIAnswer {
        _ = try call.message(EmptyRequest.self)
        return try .message(try await webhooks.test(call.id))
    }

    private func rotate(_ call: APICall) async throws -> APIAnswer {
        let key = try call.idempotencyKey()
        let (rotated, isReplay) = try await webhooks.rotate(call.id, try call.message(RotateWebhookRequest.self), key)
        return try .message(rotated, replayed: isReplay)
    }

    private func redeliver(_ call: APICall) async throws -> APIAnswer {
        let key = try call.idempotencyKey()
        let (webhook, isReplay) = try await webhooks.redeliver(call.id, try call.message(RedeliverRequest.self), key)
        return try .message(webhook, replayed: isReplay)
    }

    private func remove(_ call: APICall) async throws -> APIAnswer {
        let key = try call.idempotencyKey()
        _ = try call.message(EmptyRequest.self)
        let isReplay = try await webhooks.remove(call.id, key)
        return try .message(WebhookPage(webhooks: try await webhooks.list()), replayed: isReplay)
    }

    private func deliveries(_ call: APICall) async throws -> APIAnswer {
        let isDead = try call.word("dead", among: ["true", "false"]).map { $0 == "true" }
        let after = try call.text("after", .identifier)
        let limit = try call.number("limit", in: 1...500, otherwise: 100)
        return try .message(try await webhooks.deliveries(call.id, isDead, after, limit))
    }
}

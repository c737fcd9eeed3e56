// SPDX-License-Identifier: Apache-2.0

import Testing
import TillAPI
import TillCore
import TillStore

@Suite struct `Methods and media types of the local API` {
    private static let sale = #"{"amount":{"value":1,"currency":"CNY"}}"#

    @Test(arguments: [
        "application/json", "Application/JSON", "application/json;charset=utf-8", "application/json ; charset=UTF-8",
        "application/json; charset=\"utf-8\"", "application/json;",
    ]) func `take a body that says that it is JSON`(_ type: String) async throws {
        try await Shop.open { shop in
            let ask = Ask(
                method: "POST", path: "/v1/orders", fields: [("Idempotency-Key", "k"), ("Content-Type", type)],
                body: Array(Self.sale.utf8))

            let reply = try await shop.send(ask)

            #expect(reply.status == 201, "\(reply.text)")
        }
    }

    @Test func `say in a refusal what kind would be taken`() async throws {
        try await Shop.open { shop in
            var ask = Ask.post("/v1/orders", Self.sale)
            ask.fields.removeAll { $0.0 == "Content-Type" }

            let reply = try await shop.send(ask)

            // Source: RFC 9110, section 15.5.16.
            #expect(reply.fields["accept"] == "application/json")
            #expect(try reply.problem().code == .unsupportedMediaType)
        }
    }

    @Test(arguments: ["*/*", "application/json", "image/webp", "nonsense", "text/event-stream;q=0"])
    func `do not depend on what is accepted`(_ kinds: String) async throws {
        try await Shop.open { shop in
            var ask = Ask.get("/v1/holds")
            ask.fields.append(("Accept", kinds))

            let reply = try await shop.send(ask)

            #expect(reply.status == 200)
            #expect(reply.mediaType == "application/json")
        }
    }

    @Test(arguments: ["/v1/holds", "/v1/orders/{order}", "/v1/orders/{order}/code?format=png", "/v1/docs"])
    func `answer HEAD as they do GET, without the body`(_ path: String) async throws {
        try await Shop.open { shop in
            let (order, _) = try await shop.order(.presented)
            let named = Ask.get(path).named(order: order.id.text, hold: "")
            var ask = named
            ask.method = "HEAD"

            let whole = try await shop.send(named)
            let head = try await shop.send(ask)

            #expect(whole.status == 200)
            #expect(head.status == 200)
            #expect(head.body.isEmpty)
            #expect(head.mediaType == whole.mediaType)
            #expect(head.fields["content-length"] == "\(whole.body.count)")
        }
    }

    @Test func `answer HEAD of what is not there with its status alone`() async throws {
        try await Shop.open { shop in
            let gone = try await shop.send(Ask(method: "HEAD", path: "/v1/orders/01J"))
            let write = try await shop.send(Ask(method: "HEAD", path: "/v1/queue/flush"))

            #expect(gone.status == 404)
            #expect(gone.body.isEmpty)
            #expect(write.status == 405)
            #expect(write.fields["allow"] == "OPTIONS, POST")
        }
    }

    @Test(arguments: [
        ("/v1/orders", "GET, HEAD, OPTIONS, POST"), ("/v1/health", "GET, HEAD, OPTIONS"),
        ("/v1/queue/flush", "OPTIONS, POST"),
    ]) func `say to OPTIONS what a path knows, and do nothing`(path: String, allowed: String) async throws {
        try await Shop.open { shop in
            let head = try await shop.ledger.journalHead()

            let reply = try await shop.send(Ask(method: "OPTIONS", path: path))

            #expect(reply.status == 204)
            #expect(reply.fields["allow"] == allowed)
            #expect(reply.body.isEmpty)
            #expect(!reply.fields.keys.contains { $0.hasPrefix("access-control") })
            #expect(try await shop.ledger.journalHead() == head)
        }
    }

    @Test func `do not answer OPTIONS of what is not there`() async throws {
        try await Shop.open { shop in
            let reply = try await shop.send(Ask(method: "OPTIONS", path: "/v1/nothing"))

            #expect(try reply.problem().code == .noSuchRoute)
        }
    }

    @Test(arguments: ["/v1/holds", "/v1/orders/01J", "/v1/nothing", "/v1/docs", "/v1/openapi.yaml"])
    func `tell browsers to keep, run and show nothing`(_ path: String) async throws {
        try await Shop.open { shop in
            let reply = try await shop.send(.get(path))

            #expect(reply.fields["cache-control"] == "no-store")
            #expect(reply.fields["x-content-type-options"] == "nosniff")
            #expect(reply.fields["cross-origin-resource-policy"] == "same-origin")
            #expect(reply.fields["referrer-policy"] == "no-referrer")
            let policy = try #require(reply.fields["content-security-policy"])
            #expect(policy.hasPrefix("default-src 'none'"))
            #expect(policy.contains("frame-ancestors 'none'"))
            #expect(!policy.contains("unsafe") && !policy.contains("script-src") && !policy.contains("*"))
        }
    }
}

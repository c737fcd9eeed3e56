// SPDX-License-Identifier: Apache-2.0

import ScriptedDaemon
import Testing
import TillAPI

@testable import TillClient

@Suite struct `Calls about webhooks on the wire` {
    private static let webhook = #"""
        {"id":"W1","name":null,"url":"https://erp.example/","events":[],"state":"ok","detail":null,"cursor":"e1-4",
        "waiting":0,"dead":0,"delivered":0,"delivered_at":null,"since":"2026-03-01T09:00:00.000Z","secrets":1}
        """#
    private static let page = #"{"webhooks":[\#(webhook)]}"#
    private static let made = #"{"webhook":\#(webhook),"secret":"whsec_x","overlap_until":null}"#
    private static let tested =
        #"{"webhook":"W1","message":"test_1","delivered":true,"status":204,"detail":"it answered 204","milliseconds":3}"#

    @Test func `each call has the route, the body and the key that are agreed`() async throws {
        let daemon = try Wire.daemon([
            "GET /v1/webhooks": [.json(Self.page)], "POST /v1/webhooks": [.json(Self.made)],
            "POST /v1/webhooks/W1/test": [.json(Self.tested)], "POST /v1/webhooks/W1/rotate": [.json(Self.made)],
            "POST /v1/webhooks/W1/redeliver": [.json(Self.webhook)], "POST /v1/webhooks/W1/remove": [.json(Self.page)],
            "GET /v1/webhooks/W1/deliveries": [.json(#"{"deliveries":[],"last":"e1-4"}"#)],
        ])
        defer { daemon.stop() }
        let client = try Wire.client(daemon)
        let key = try IdempotencyKey("k")

        let webhooks = try await client.webhooks()
        let added = try await client.addWebhook(AddWebhookRequest(url: "https://erp.example/"), key: key)
        let tested = try await client.testWebhook("W1")
        _ = try await client.rotateWebhook("W1", RotateWebhookRequest(), key: key)
        _ = try await client.redeliver("W1", RedeliverRequest(message: "e1-4"), key: key)
        _ = try await client.removeWebhook("W1", key: key)
        let waiting = try await client.webhookDeliveries("W1", after: "e1-3")

        #expect(webhooks.map(\.id) == ["W1"])
        #expect(added.secret == "whsec_x")
        #expect(tested.isDelivered)
        #expect(waiting.last == "e1-4")
        let calls = daemon.requests.map {
            "\($0.route)?\($0.query) \($0.text) \($0.fields["idempotency-key"] ?? "-")"
        }
        #expect(
            calls == [
                "GET /v1/webhooks?  -", #"POST /v1/webhooks? {"url":"https://erp.example/"} k"#,
                "POST /v1/webhooks/W1/test? {} -", "POST /v1/webhooks/W1/rotate? {} k",
                #"POST /v1/webhooks/W1/redeliver? {"message":"e1-4"} k"#, "POST /v1/webhooks/W1/remove? {} k",
                "GET /v1/webhooks/W1/deliveries?after=e1-3  -",
            ])
    }
}

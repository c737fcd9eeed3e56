// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TillAPI

@Suite struct `Types of events` {
    /// The agreed list, written out a second time: a word that is told to others is never changed.
    private static let agreed = [
        "order.opened", "order.code", "order.checking", "order.paid", "order.not_paid", "order.paid_late",
        "order.accepted", "order.needs_person", "order.changed", "refund.asked", "refund.done", "refund.refused",
        "refund.elsewhere", "terminal.noted",
    ]

    @Test func `are the agreed ones`() {
        #expect(EventType.known.map(\.rawValue) == Self.agreed)
        #expect(EventType.reset.rawValue == "reset" && EventType.webhookTest.rawValue == "webhook.test")
    }

    @Test(arguments: [
        ("order.paid", "order.paid", true), ("order.paid", "order.*", true), ("order.paid", "*", true),
        ("order.paid_late", "order.paid", false), ("order.paid", "order", false), ("order.paid", "ord*", false),
        ("order.paid", "refund.*", false), ("orders.paid", "order.*", false), ("refund.done", "refund.*", true),
        ("order.paid", "", false),
    ]) func `are meant by their own word and their group`(type: String, word: String, isMeant: Bool) {
        #expect(EventType(rawValue: type).isMeant(by: word) == isMeant)
    }

    @Test func `travel in messages that survive both ways`() throws {
        let message = EventMessage(
            type: .orderPaid, timestamp: Samples.opened,
            data: EventMessage.Content(
                id: "e1-42", terminal: "T-1", entry: "recorded.paid", head: "e1-42:9f86d081884c7d65",
                orderID: Samples.order.id, status: .paid, order: Samples.order))

        let bytes = try WireJSON.bytes(of: message)

        #expect(try WireJSON.message(EventMessage.self, from: bytes) == message)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(
            text.hasPrefix(
                #"{"data":{"entry":"recorded.paid","head":"e1-42:9f86d081884c7d65","id":"e1-42","order":{"amount":"#))
        #expect(text.hasSuffix(#""timestamp":"2026-03-01T09:00:00.000Z","type":"order.paid"}"#))
    }

    @Test func `and endpoints are written with a null where there is nothing`() throws {
        let webhook = WebhookResource(
            id: "W1", url: "https://erp.example/till", events: ["order.paid"], state: .ok, cursor: "e1-42", waiting: 0,
            dead: 0, delivered: 7, since: Samples.opened, secrets: 1)

        let text = String(decoding: try WireJSON.bytes(of: webhook), as: UTF8.self)

        #expect(
            text
                == #"{"cursor":"e1-42","dead":0,"delivered":7,"delivered_at":null,"detail":null,"events":["order.paid"],"id":"W1","name":null,"secrets":1,"since":"2026-03-01T09:00:00.000Z","state":"ok","url":"https://erp.example/till","waiting":0}"#
        )
        #expect(try WireJSON.message(WebhookResource.self, from: Array(text.utf8)) == webhook)
    }

    @Test func `of requests are read strictly`() throws {
        let full = Array(
            #"{"url":"https://erp.example/till","name":"erp","events":["order.paid","refund.*"],"after":"first"}"#.utf8)

        let request = try RequestReader.read(AddWebhookRequest.self, from: full)

        #expect(
            request
                == AddWebhookRequest(
                    url: "https://erp.example/till", name: "erp", events: ["order.paid", "refund.*"], after: "first"))
        #expect(try RequestReader.read(RotateWebhookRequest.self, from: []).overlapHours == nil)
        #expect(
            try RequestReader.read(RedeliverRequest.self, from: Array(#"{"message":"e1-42"}"#.utf8)).message == "e1-42")
        let problem = #expect(throws: Problem.self) {
            try RequestReader.read(AddWebhookRequest.self, from: Array(#"{"url":"x","events":["a\u0000"]}"#.utf8))
        }
        #expect(problem?.field == "events[0]")
    }
}

// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing
import TillAPI
import TillStore
import TillTesting

@testable import WebhookService

@Suite struct `Webhooks and people` {
    @Test(arguments: [
        "http://erp.example/till", "https://127.0.0.1/", "https://localhost/", "http://[::1]:80/", "https://10.0.0.1/",
        "https://169.254.169.254/latest/meta-data/", "https://2130706433/", "nonsense",
    ]) func `add no place of this machine or its network by accident`(url: String) async throws {
        let counter = try Counter()

        let problem = await #expect(throws: Problem.self) {
            try await counter.desk.add(AddWebhookRequest(url: url), key: counter.key("add"))
        }

        #expect(problem?.code == .targetRefused)
        #expect(problem?.field == "url")
        #expect(try await counter.desk.list().isEmpty)
    }

    @Test func `add one on purpose, where the settings name it`() async throws {
        let counter = try Counter(localHosts: ["erp.lan"])

        let (id, secret) = try await counter.add("http://erp.lan:8080/till")
        try await counter.sell()
        try await counter.step()

        let webhook = try await counter.webhook()
        #expect(webhook.id == id && webhook.url == "http://erp.lan:8080/till")
        #expect(webhook.events == EventType.usual.map(\.rawValue))
        let message = try #require(counter.receiver.messages.first)
        #expect(message.host == "erp.lan:8080" && message.head.scheme == "http")
        #expect(message.isSigned(with: secret))
    }

    @Test func `a place that the settings name no more gets nothing, and says why`() async throws {
        let file = LedgerFile()
        let clock = WorldClock(seed: 1)
        let before = try Counter(clock, path: file.path, localHosts: ["erp.lan"])
        _ = try await before.add("http://erp.lan/")
        try before.ledger.close()

        let after = try Counter(clock, path: file.path)
        try await after.sell()
        try await after.step()

        #expect(after.receiver.messages.isEmpty)
        let webhook = try await after.webhook()
        #expect(webhook.state == .retrying)
        #expect(webhook.detail?.contains("webhooks.local_hosts") == true)
        try after.ledger.close()
    }

    @Test(arguments: [["order.payed"], ["order"], ["*.paid"], ["order.*", "x"]])
    func `ask for no event that there is not`(events: [String]) async throws {
        let counter = try Counter()

        let problem = await #expect(throws: Problem.self) { try await counter.add(events: events) }

        #expect(problem?.code == .invalidValue)
        #expect(problem?.detail.contains("order.paid_late") == true)
    }

    @Test func `add sixteen and no more`() async throws {
        let counter = try Counter()
        for number in 0..<WebhookWorker.endpointsMax { _ = try await counter.add("https://e\(number).example/") }

        let problem = await #expect(throws: Problem.self) { try await counter.add() }

        #expect(problem?.code == .limitReached)
        #expect(try await counter.desk.list().count == 16)
    }

    @Test func `try an endpoint without telling it of a sale`() async throws {
        let counter = try Counter()
        let (id, secret) = try await counter.add()

        let good = try await counter.desk.test(id)
        counter.receiver.answers { _ in .status(404) }
        let bad = try await counter.desk.test(id)
        counter.receiver.answers { _ in .silence }
        let silent = try await counter.desk.test(id)

        #expect(good.isDelivered && good.status == 204 && good.detail == "it answered 204")
        #expect(!bad.isDelivered && bad.status == 404 && bad.detail == "it answered 404")
        #expect(!silent.isDelivered && silent.status == nil && silent.detail.contains("timed out"))
        let messages = counter.receiver.messages
        #expect(messages.allSatisfy { $0.isSigned(with: secret) && $0.member("type") == "webhook.test" })
        #expect(Set(messages.map(\.id)).count == 3)
        #expect(try await counter.webhook().delivered == 0)
    }

    @Test func `send no event that never was, nor of another ledger`() async throws {
        let counter = try Counter()
        let (id, _) = try await counter.add()

        for message in ["\(counter.ledger.epoch)-99", "01J00000000000000000000000-1", "yesterday", "-1"] {
            let problem = await #expect(throws: Problem.self) {
                try await counter.desk.redeliver(
                    id, RedeliverRequest(message: message), key: counter.key("redeliver"))
            }
            #expect(problem?.code == .invalidValue && problem?.field == "message")
        }
        #expect(try await counter.webhook().waiting == 0)
    }

    @Test func `name an endpoint that is there`() async throws {
        let counter = try Counter()

        for act in ["test", "rotate", "redeliver", "remove", "deliveries"] {
            let problem = await #expect(throws: Problem.self) {
                switch act {
                case "test": _ = try await counter.desk.test("W1")
                case "rotate": _ = try await counter.desk.rotate("W1", RotateWebhookRequest(), key: counter.key(act))
                case "redeliver": _ = try await counter.desk.redeliver("W1", RedeliverRequest(), key: counter.key(act))
                case "remove": _ = try await counter.desk.remove("W1", key: counter.key(act))
                default: _ = try await counter.desk.deliveries(to: "W1", isDead: nil, after: nil, limit: 9)
                }
            }
            #expect(problem?.code == .noSuchWebhook)
        }
    }
}

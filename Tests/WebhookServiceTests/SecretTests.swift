// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Synchronization
import Testing
import TillAPI
import TillStore
import TillTesting

@testable import WebhookService

@Suite struct `Secrets of webhooks` {
    @Test func `are told once`() async throws {
        let counter = try Counter()
        let request = AddWebhookRequest(url: Counter.url)
        let key = counter.key("add")

        let first = try await counter.desk.add(request, key: key)
        let again = try await counter.desk.add(request, key: key)

        #expect(first.0.secret?.hasPrefix("whsec_") == true)
        #expect(!first.isReplay)
        #expect(again.isReplay)
        #expect(again.0.secret == nil)
        #expect(again.0.webhook.id == first.0.webhook.id)
        #expect(try await counter.desk.list().count == 1)
    }

    @Test func `differ, and none of them is in the ledger`() async throws {
        let file = LedgerFile()
        let counter = try Counter(path: file.path)
        let (one, two) = (try await counter.add(), try await counter.add("https://other.example/"))
        try counter.ledger.close()

        let bytes = try Data(contentsOf: URL(filePath: file.path))

        #expect(one.secret != two.secret)
        for secret in [one.secret, two.secret] {
            let text = String(secret.dropFirst("whsec_".count))
            let raw = try #require(Data(base64Encoded: text))
            #expect(raw.count == 32)
            #expect(bytes.range(of: raw) == nil)
            #expect(bytes.range(of: Data(text.utf8)) == nil)
            #expect(bytes.range(of: Data(raw.map { String(format: "%02x", $0) }.joined().utf8)) == nil)
        }
    }

    @Test func `rotate with both signatures for a while, and then with the new one alone`() async throws {
        let counter = try Counter()
        let (id, old) = try await counter.add()
        let rotated = try await counter.desk.rotate(
            id, RotateWebhookRequest(overlapHours: 24), key: counter.key("rotate")
        ).0
        let new = try #require(rotated.secret)

        try await counter.sell()
        try await counter.step()
        let secrets = try await counter.webhook().secrets
        counter.clock.advance(milliseconds: 24 * 3_600_000 + 1)
        try await counter.sell()
        try await counter.step()

        let messages = counter.receiver.messages
        try #require(messages.count == 2)
        #expect(new != old)
        #expect(secrets == 2)
        #expect(messages[0].signatures.count == 2)
        #expect(messages[0].isSigned(with: old) && messages[0].isSigned(with: new))
        #expect(messages[1].signatures.count == 1)
        #expect(!messages[1].isSigned(with: old) && messages[1].isSigned(with: new))
        #expect(try await counter.webhook().secrets == 1)
    }

    @Test func `without an overlap the old one counts no more`() async throws {
        let counter = try Counter()
        let (id, old) = try await counter.add()
        let new = try await counter.desk.rotate(
            id, RotateWebhookRequest(overlapHours: 0), key: counter.key("rotate")
        ).0.secret

        try await counter.sell()
        try await counter.step()

        let message = try #require(counter.receiver.messages.first)
        #expect(!message.isSigned(with: old))
        #expect(message.isSigned(with: try #require(new)))
        #expect(message.signatures.count == 1)
    }

    @Test func `that cannot be made any more stop the endpoint, and a new one sends on`() async throws {
        let seed = Mutex(WebhookSeed(Array(repeating: 1, count: 32)))
        let counter = try Counter(seed: { _ in seed.withLock { $0 } })
        let (id, _) = try await counter.add()
        seed.withLock { $0 = WebhookSeed(Array(repeating: 2, count: 32)) }
        try await counter.sell()

        try await counter.step()
        let stopped = try await counter.webhook()
        let new = try await counter.desk.rotate(id, RotateWebhookRequest(), key: counter.key("rotate")).0.secret
        try await counter.step()

        #expect(stopped.state == .stopped)
        #expect(stopped.waiting == 1)
        try #require(counter.receiver.messages.count == 1)
        #expect(counter.receiver.messages[0].isSigned(with: try #require(new)))
        #expect(counter.receiver.messages[0].signatures.count == 1)
    }

    @Test func `verify with the library that integrators use`() async throws {
        let counter = try Counter()
        let (id, old) = try await counter.add()
        let new = try await counter.desk.rotate(id, RotateWebhookRequest(), key: counter.key("rotate")).0.secret
        try await counter.sell("红茶 “Tea”")
        try await counter.step()
        let message = try #require(counter.receiver.messages.first)

        func verdict(_ secret: String, body: String, at now: Int64) throws -> String {
            let question: [String: Any] = [
                "secret": secret, "now": now, "body": body,
                "fields": [
                    "webhook-id": message.id, "webhook-timestamp": "\(message.timestamp)",
                    "webhook-signature": message.signatures.joined(separator: " "),
                ],
            ]
            let folder = try TemporaryFolder()
            let file = try folder.file("question.json", Array(JSONSerialization.data(withJSONObject: question)))
            let script = URL(filePath: #filePath).deletingLastPathComponent().appending(
                path: "Fixtures/judge_delivery.py")
            return String(decoding: try ForeignTool.python(script, [file.path]), as: UTF8.self)
        }

        let text = message.text
        #expect(try verdict(try #require(new), body: text, at: message.timestamp) == "order.paid\n")
        #expect(try verdict(old, body: text, at: message.timestamp) == "order.paid\n")
        #expect(try verdict(old, body: text + " ", at: message.timestamp).hasPrefix("refused"))
        #expect(try verdict(old, body: text, at: message.timestamp + 301).hasPrefix("refused"))
    }
}

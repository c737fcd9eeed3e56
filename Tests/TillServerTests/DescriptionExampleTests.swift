// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Testing
import TillAPI
import TillCore
import TillServer
import TillStore

@Suite struct `Examples of the description` {
    private let file: OpenAPIFile

    init() throws { file = try OpenAPIFile() }

    /// What the file calls a sale.
    private static let order = "01JNA6S2K4M6P8R0T2V4X6Z8B0"

    @Test func `have a message behind each of them`() {
        let schemas = Set(file.components("schemas").keys)

        #expect(schemas.subtracting(MessageKinds.all.keys) == [])
        #expect(Set(MessageKinds.all.keys).subtracting(schemas) == [])
    }

    @Test func `of messages are read and written as they stand`() throws {
        for (name, schema) in file.components("schemas") {
            let round = try #require(MessageKinds.all[name])
            let examples = try #require(try file.resolved(schema)["examples"] as? [Any])

            #expect(!examples.isEmpty, "\(name)")
            for example in examples {
                let bytes = try OpenAPIFile.json(example)
                #expect(try MessageKinds.areEqual(try round(bytes), bytes), "\(name)")
            }
        }
    }

    @Test func `of bodies and answers are read and written as they stand`() throws {
        var seen = 0
        for operation in file.operations {
            let responses = operation.body["responses"] as? [String: Any] ?? [:]
            let owners = try responses.values.map { try file.resolved($0) }
            let body = try operation.body["requestBody"].map { try file.resolved($0) }
            for content in try (owners + [body].compactMap(\.self)).flatMap({ try file.content($0) }) {
                let round = try #require(MessageKinds.all[content.schema], "\(content.schema)")
                #expect(!content.examples.isEmpty, "\(operation.name)")
                for (name, value) in content.examples {
                    let bytes = try OpenAPIFile.json(value)
                    #expect(try MessageKinds.areEqual(try round(bytes), bytes), "\(operation.name) \(name)")
                    seen += 1
                }
            }
        }

        #expect(seen > 100)
    }

    @Test func `have the members that a message has, and say which may be absent`() throws {
        for (name, schema) in file.components("schemas") {
            let schema = try file.resolved(schema)
            guard let members = (schema["properties"] as? [String: Any])?.keys else { continue }
            let examples = schema["examples"] as? [[String: Any]] ?? []

            if let known = MessageKinds.members[name] {
                #expect(Set(members) == Set(known), "\(name)")
                #expect(schema["additionalProperties"] as? Bool == false, "\(name)")
            } else {
                // Whatever a message can say stands in one of its examples.
                #expect(Set(members) == Set(examples.flatMap(\.keys)), "\(name)")
            }
            for name in schema["required"] as? [String] ?? [] {
                #expect(examples.allSatisfy { $0.keys.contains(name) }, "\(name)")
            }
        }
    }

    /// How far an order has come where a body is sent.
    private static let stages: [String: Stage] = [
        "refundOrder": .paid, "reprintOrder": .paid, "orderReceipt": .paid, "settleHold": .wrongMoney,
        "listHolds": .wrongMoney,
    ]
    /// What stands in a path instead of the order, where it is something else.
    private static let names = [
        "holdWork": "3", "releaseWork": "3", "showDay": "2026-03-01", "printDay": "today", "testPrinter": "counter",
        "probePrinter": "counter", "testDisplay": "payer", "revokeToken": "kiosk-2", "listDeliveries": "W1",
        "testWebhook": "W1", "rotateWebhook": "W1", "redeliverWebhook": "W1", "removeWebhook": "W1",
    ]

    /// One endpoint, which does whatever it is asked for.
    private static func webhooks() -> TillServer.Webhooks {
        let time = WireTime(milliseconds: 0)
        let webhook = WebhookResource(
            id: "W1", url: "https://erp.example/till", events: ["order.paid"], state: .ok, cursor: "E-1", waiting: 0,
            dead: 0, delivered: 0, since: time, secrets: 1)
        let secret = WebhookSecretResource(webhook: webhook, secret: "whsec_AAAA", overlapUntil: time)
        let delivery = DeliveryResource(message: "E-1", isDead: false, tries: 1, triedAt: time, nextAt: time)
        return TillServer.Webhooks(
            list: { [webhook] }, add: { _, _ in (secret, isReplay: false) },
            test: {
                WebhookTestResource(
                    webhook: $0, message: "test_1", isDelivered: true, status: 204, detail: "it answered 204",
                    milliseconds: 1)
            },
            rotate: { _, _, _ in (secret, isReplay: false) }, redeliver: { _, _, _ in (webhook, isReplay: false) },
            remove: { _, _ in false },
            deliveries: { _, _, _, _ in DeliveryPage(deliveries: [delivery], last: "E-1") })
    }

    private static func surroundings(_ folder: TemporaryFolder) throws -> Shop.Surroundings {
        var surroundings = Shop.Surroundings()
        surroundings.backupFolder = folder.path
        surroundings.webhooks = webhooks()
        surroundings.displays = [DisplayResource(id: "payer", state: "ok", glass: "not_compared")]
        surroundings.seal = TillServer.Seal(
            key: try TerminalKey.readOrMake(folder.url.appending(path: "ledger.key").path), program: "test")
        let head = JournalHeadResource(
            epoch: "E", seq: 1, chain: String(repeating: "0", count: 64), at: WireTime(milliseconds: 0))
        surroundings.days = TillServer.Days(
            figures: { _ in DayResource(day: "2026-03-01", isOver: true, sales: [], refunds: [], head: head) },
            print: { _ in PrintedSlipResource(printer: "counter", result: "printed") })
        return surroundings
    }

    /// Each body of each path; nil where a path takes none.
    private func bodies(_ operation: OpenAPIFile.Operation) throws -> [[UInt8]?] {
        guard let body = operation.body["requestBody"] else { return [nil] }
        return try file.content(try file.resolved(body)).flatMap { content in
            try content.examples.values.map { try OpenAPIFile.json($0) }
        }
    }

    @Test func `sent to the daemon bring the answers that are described`() async throws {
        let folder = try TemporaryFolder()
        let surroundings = try Self.surroundings(folder)
        for operation in file.operations {
            for body in try bodies(operation) {
                try await Shop.open(.socket, surroundings) { shop in
                    let (order, hold) = try await shop.order(Self.stages[operation.id] ?? .presented)
                    if operation.id == "revokeToken" {
                        _ = try await shop.send(.post("/v1/tokens", #"{"name":"kiosk-2","roles":["sale"]}"#))
                    }
                    let words = operation.name.split(separator: " ").map(String.init)
                    let name = Self.names[operation.id] ?? (operation.id == "settleHold" ? hold : order.id.text)
                    let path = words[1].replacing(/\{[a-z]+\}/, with: name)
                    let text = body.map {
                        String(decoding: $0, as: UTF8.self).replacing(Self.order, with: order.id.text)
                    }

                    let reply = try await shop.send(text.map { .post(path, $0) } ?? .get(path))

                    let responses = operation.body["responses"] as? [String: Any] ?? [:]
                    #expect((200..<300).contains(reply.status), "\(operation.name) \(reply.text)")
                    #expect(responses.keys.contains("\(reply.status)"), "\(operation.name) \(reply.status)")
                    let response = try file.resolved(responses["\(reply.status)"])
                    let kinds = try #require(response["content"] as? [String: Any])
                    let type = try #require(reply.mediaType)
                    #expect(kinds.keys.contains(type), "\(operation.name) \(type)")
                    if let content = try file.content(response).first(where: { $0.mediaType == type }) {
                        let round = try #require(MessageKinds.answers[content.schema])
                        #expect(try MessageKinds.areEqual(try round(reply.body), reply.body), "\(operation.name)")
                    }
                }
            }
        }
    }
}

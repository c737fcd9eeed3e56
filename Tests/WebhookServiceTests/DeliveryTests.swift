// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Testing
import TillAPI
import TillCore
import TillStore
import TillTesting

@testable import WebhookService

@Suite struct `A webhook` {
    @Test func `is sent at once, signed, with the event's id`() async throws {
        let counter = try Counter()
        let (_, secret) = try await counter.add()
        let order = try await counter.sell()

        try await counter.step()

        let message = try #require(counter.receiver.messages.first)
        #expect(counter.receiver.messages.count == 1)
        #expect(message.head.method == .post)
        #expect(message.head.scheme == "https")
        #expect(message.head.path == "/till")
        #expect(message.head.headerFields[.contentType] == "application/json")
        #expect(message.id == "\(counter.ledger.epoch)-5")
        #expect(message.timestamp == counter.clock.wall.milliseconds / 1000)
        #expect(message.isSigned(with: secret))
        #expect(message.member("type") == "order.paid")
        #expect(message.member("id") == message.id)
        #expect(message.member("terminal") == "T-1")
        #expect(message.member("order_id") == order.id.text)
        #expect(message.text.contains(#""status":"paid""#))
        #expect(try await counter.webhook().delivered == 1)
        #expect(try await counter.webhook().state == .ok)
    }

    @Test func `tells the sale as it was, however late it comes`() async throws {
        let counter = try Counter()
        _ = try await counter.add(events: ["order.code"])
        let order = try await counter.present()
        try await counter.pay(order)

        try await counter.step()

        let message = try #require(counter.receiver.messages.first)
        #expect(message.member("type") == "order.code")
        #expect(message.text.contains(#""status":"code""#))
        #expect(message.text.contains(#""transactions":[]"#))
    }

    @Test func `comes again by the plan, with the same id and the same body`() async throws {
        let counter = try Counter()
        let (_, secret) = try await counter.add()
        try await counter.sell()
        let answers: [Receiver.Answer] = [.status(500), .silence, .status(302), .status(204)]
        counter.receiver.answers { [receiver = counter.receiver] _ in answers[min(receiver.messages.count, 4) - 1] }

        try await counter.step()
        for _ in 0..<3 { #expect(try await counter.pass()) }

        let messages = counter.receiver.messages
        try #require(messages.count == 4)
        let waits = zip(messages.dropFirst(), messages).map { ($0.at - $1.at) / 1000 }
        #expect((5...5).contains(waits[0]) && (300...330).contains(waits[1]) && (1800...1980).contains(waits[2]))
        #expect(Set(messages.map(\.id)).count == 1)
        #expect(Set(messages.map(\.text)).count == 1)
        #expect(Set(messages.map(\.timestamp)).count == 4)
        #expect(messages.allSatisfy { $0.isSigned(with: secret) })
        #expect(try await counter.webhook().delivered == 1)
        #expect(try await !counter.pass())
    }

    @Test func `is given up after ten tries and three days, and everybody can see it`() async throws {
        let counter = try Counter()
        let (id, _) = try await counter.add()
        try await counter.sell()
        counter.receiver.answers { _ in .status(500) }

        try await counter.step()
        var passes = 0
        while try await counter.pass(), passes < 20 { passes += 1 }

        let messages = counter.receiver.messages
        try #require(messages.count == 10)
        let hours = (messages[9].at - messages[0].at) / 3_600_000
        #expect((75...83).contains(hours))
        let webhook = try await counter.webhook()
        #expect(webhook.state == .dead)
        #expect(webhook.dead == 1 && webhook.waiting == 0)
        let delivery = try #require(
            try await counter.desk.deliveries(to: id, isDead: true, after: nil, limit: 9).deliveries.first)
        #expect(delivery.tries == 10 && delivery.isDead && delivery.lastAnswer == "it answered 500")
        #expect(try await counter.desk.health().map(\.state) == [.dead])
    }

    @Test func `that was given up goes out again when a person says so`() async throws {
        let counter = try Counter()
        let (id, _) = try await counter.add()
        try await counter.sell()
        counter.receiver.answers { _ in .status(500) }
        while try await counter.pass() {}
        counter.receiver.answers { _ in .status(200) }

        let again = try await counter.desk.redeliver(id, RedeliverRequest(), key: counter.key("redeliver")).0
        try await counter.step()

        #expect(again.waiting == 1 && again.dead == 0)
        #expect(counter.receiver.messages.count == 11)
        #expect(Set(counter.receiver.ids()).count == 1)
        #expect(try await counter.webhook().state == .ok)
    }

    @Test func `goes out once more by its id, and all after an event as well`() async throws {
        let counter = try Counter()
        let (id, _) = try await counter.add()
        try await counter.sell()
        try await counter.sell()
        try await counter.step()
        let epoch = counter.ledger.epoch

        _ = try await counter.desk.redeliver(
            id, RedeliverRequest(message: "\(epoch)-5"), key: counter.key("redeliver"))
        try await counter.step()
        _ = try await counter.desk.redeliver(id, RedeliverRequest(after: "first"), key: counter.key("redeliver"))
        try await counter.step()

        #expect(counter.receiver.ids() == ["5", "9", "5", "5", "9"].map { "\(epoch)-\($0)" })
    }

    @Test func `stops for good at 410, and goes on where it stopped`() async throws {
        let counter = try Counter()
        let (id, _) = try await counter.add()
        try await counter.sell()
        counter.receiver.answers { _ in .status(410) }

        try await counter.step()
        try await counter.sell()
        let next = try await counter.step()
        let stopped = try await counter.webhook()
        counter.receiver.answers { _ in .status(204) }
        _ = try await counter.desk.redeliver(id, RedeliverRequest(), key: counter.key("redeliver"))
        try await counter.step()

        #expect(next == nil)
        #expect(stopped.state == .stopped)
        #expect(stopped.detail?.contains("410") == true)
        #expect(counter.receiver.ids() == ["5", "5", "9"].map { "\(counter.ledger.epoch)-\($0)" })
        #expect(try await counter.webhook().state == .ok)
    }

    @Test(arguments: [429, 503]) func `waits as long as the endpoint asks for`(_ status: Int) async throws {
        let counter = try Counter()
        _ = try await counter.add()
        try await counter.sell()
        counter.receiver.answers { _ in .status(status, [.retryAfter: "600"]) }
        try await counter.step()
        counter.receiver.answers { _ in .status(204) }
        // What comes meanwhile is not for an endpoint that asks for less.
        try await counter.sell()
        try await counter.step()
        let before = counter.receiver.messages.count

        #expect(try await counter.pass())

        let messages = counter.receiver.messages
        #expect(before == 1)
        try #require(messages.count == 3)
        #expect((600...601).contains((messages[1].at - messages[0].at) / 1000))
    }

    @Test func `leaves the ledger alone as long as nothing concerns the endpoint`() async throws {
        let counter = try Counter()
        let (id, _) = try await counter.add(events: ["refund.done"])
        try await counter.step()
        let before = try #require(try await counter.ledger.follower(id)).seq

        for _ in 0..<100 { try await counter.sell() }
        try await counter.step()

        // 401 rows concern nobody: a commit for each sale would be felt.
        #expect(try await counter.ledger.journalHead() == 401)
        #expect(try #require(try await counter.ledger.follower(id)).seq == before)
        for _ in 0..<30 { try await counter.sell() }
        try await counter.step()
        #expect(try #require(try await counter.ledger.follower(id)).seq == 521)
    }

    @Test func `of an endpoint that is removed goes nowhere`() async throws {
        let counter = try Counter()
        let (id, _) = try await counter.add()
        try await counter.sell()
        counter.receiver.answers { _ in .status(500) }
        try await counter.step()

        _ = try await counter.desk.remove(id, key: counter.key("remove"))

        #expect(try await !counter.pass())
        #expect(counter.receiver.messages.count == 1)
        #expect(try await counter.desk.list().isEmpty)
    }
}

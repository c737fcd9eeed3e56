// SPDX-License-Identifier: Apache-2.0

import Testing
import TillAPI
import TillCore
import TillStore
import TillTesting

@testable import WebhookService

@Suite struct `The order of webhooks` {
    private static let all = ["order.*"]

    @Test func `is that of the journal`() async throws {
        let counter = try Counter()
        _ = try await counter.add(events: Self.all)
        let (one, two) = (try await counter.present(), try await counter.present())
        try await counter.pay(two)
        try await counter.pay(one)

        try await counter.step()

        #expect(counter.receiver.ids() == (2...9).map { "\(counter.ledger.epoch)-\($0)" })
    }

    @Test func `of one sale holds until three tries are over, and other sales do not wait`() async throws {
        let counter = try Counter()
        _ = try await counter.add(events: ["order.code", "order.paid"])
        let poisoned = try await counter.sell("poison")
        let other = try await counter.sell("tea")
        counter.receiver.answers { message in
            message.text.contains("poison") && message.member("type") == "order.code" ? .status(500) : .status(204)
        }

        try await counter.step()
        let first = counter.receiver.messages.map { ($0.member("order_id"), $0.member("type")) }
        #expect(try await counter.pass())
        let second = counter.receiver.messages.count
        #expect(try await counter.pass())
        let third = counter.receiver.messages.map { ($0.member("order_id"), $0.member("type")) }

        // The first event of the poisoned sale fails; those of the other sale pass it, its own next one does not.
        #expect(first.map(\.0) == [poisoned.id.text, other.id.text, other.id.text])
        #expect(first.map(\.1) == ["order.code", "order.code", "order.paid"])
        #expect(second == 4)
        // After its third try it steps aside.
        #expect(third.count == 6)
        #expect(third.last.map { $0.0 == poisoned.id.text && $0.1 == "order.paid" } == true)
        #expect(try await counter.webhook().waiting == 1)
    }

    @Test func `is each endpoint's own`() async throws {
        let counter = try Counter()
        _ = try await counter.add("https://down.example/", events: ["order.paid"])
        _ = try await counter.add("https://erp.example/", events: ["order.paid"])
        _ = try await counter.add("https://codes.example/", events: ["order.code"])
        counter.receiver.answers { $0.host == "down.example" ? .silence : .status(204) }
        for _ in 0..<3 { try await counter.sell() }

        try await counter.step()

        let epoch = counter.ledger.epoch
        #expect(counter.receiver.ids("down.example") == ["\(epoch)-5"])
        #expect(counter.receiver.ids("erp.example") == ["5", "9", "13"].map { "\(epoch)-\($0)" })
        #expect(counter.receiver.ids("codes.example") == ["4", "8", "12"].map { "\(epoch)-\($0)" })
        #expect(try await counter.desk.list().map(\.waiting) == [3, 0, 0])
    }

    @Test func `begins with the first sale ever, if that is wished`() async throws {
        let counter = try Counter()
        for _ in 0..<60 { try await counter.sell() }

        _ = try await counter.add(events: ["order.paid"], after: "first")
        try await counter.step()

        #expect(counter.receiver.ids() == (0..<60).map { "\(counter.ledger.epoch)-\(5 + 4 * $0)" })
    }

    @Test func `has a thousand that wait and the rest in the journal, and loses none`() async throws {
        let counter = try Counter()
        let id = try await counter.add(events: Self.all).id
        counter.receiver.answers { _ in .silence }
        for _ in 0..<300 { try await counter.sell() }

        try await counter.step()
        let full = try await counter.webhook()
        counter.receiver.answers { _ in .status(204) }
        _ = try await counter.desk.redeliver(id, RedeliverRequest(), key: counter.key("redeliver"))
        try await counter.step()
        let empty = try await counter.webhook()

        let ids = (2...1201).map { "\(counter.ledger.epoch)-\($0)" }
        #expect(full.waiting == 1000)
        #expect(full.cursor == "\(counter.ledger.epoch)-1001")
        #expect(full.detail?.hasPrefix("1000 deliveries wait") == true, "\(full.detail ?? "nothing")")
        #expect(empty.waiting == 0)
        #expect(empty.delivered == 1200)
        // The first was tried before.
        #expect(counter.receiver.ids() == [ids[0]] + ids)
    }

    @Test func `is taken up from where the cursor is, and not from where it was`() async throws {
        let counter = try Counter()
        _ = try await counter.add(events: Self.all)
        let before = try #require(try await counter.ledger.followers(of: WebhookWorker.kind).first)
        try await counter.sell()
        try await counter.step()
        let events = try await counter.ledger.events(after: before.seq, limit: 10)

        let isTold = try await counter.ledger.tell(before, of: events, upTo: 3)

        #expect(!isTold)
        #expect(try await counter.webhook().waiting == 0)
        #expect(try await counter.webhook().cursor == "\(counter.ledger.epoch)-5")
    }

    @Test func `an endpoint that does not answer is left alone for a while`() async throws {
        let counter = try Counter()
        _ = try await counter.add(events: ["order.paid"])
        counter.receiver.answers { _ in .silence }
        for _ in 0..<20 { try await counter.sell() }

        try await counter.step()
        let atOnce = counter.receiver.messages.count
        #expect(try await counter.pass())
        let afterFive = counter.receiver.messages.count

        #expect(atOnce == 1)
        #expect(afterFive == 2)
    }
}

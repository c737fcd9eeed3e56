// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore

@testable import TillStore

@Suite struct `Events of the journal` {
    @Test func `say what became of a sale and of its refund`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.paid(with: "M1")
        let refund = try #require(
            try await ledger.accept(.refund(nil, note: ""), about: order.id, key: nil, by: "anna").order.refunds.first)
        try await ledger.record(.refund(refund.id, .sending), about: order.id)
        try await ledger.record(.refund(refund.id, .outcome(.done)), about: order.id)

        let events = try await ledger.events(after: 0, limit: 99)

        #expect(
            events.map(\.type) == [
                "terminal.noted", "order.opened", "order.changed", "order.code", "order.paid", "refund.asked",
                "order.changed", "refund.done",
            ])
        #expect(events.map(\.before) == [nil, nil, "opening", "opening", "code", "paid", "paid", "paid"])
        #expect(try await ledger.events(after: 4, limit: 1).map(\.row.seq) == [5])
        #expect(try await ledger.event(5) == events[4])
        #expect(try await ledger.event(99) == nil)
    }

    @Test func `of one order are the same as among all`() async throws {
        let ledger = try Bench.inMemory()
        let (one, other) = (try await ledger.present(), try await ledger.present())
        try await ledger.tell(.money("M1"), of: one)
        try await ledger.tell(.money("M2"), of: other)

        let all = try await ledger.events(after: 0, limit: 99)

        #expect(try await ledger.events(after: 0, limit: 99, about: one.id) == all.filter { $0.row.order == one.id })
        #expect(try await ledger.events(after: 4, limit: 1, about: other.id).map(\.row.seq) == [5])
    }

    /// A row that brings a status, and what it is called.
    private static let rows: [(status: String, before: String?, isFirst: Bool, type: String)] = [
        ("code", "opening", true, "order.code"), ("code", "checking", false, "order.changed"),
        ("checking", "code", true, "order.checking"), ("paid", "code", true, "order.paid"),
        ("paid", "paid", false, "order.changed"), ("paid", "needs_person", false, "order.changed"),
        ("paid", "needs_person", true, "order.paid"), ("not_paid", "checking", true, "order.not_paid"),
        ("paid_late", "not_paid", true, "order.paid_late"), ("not_paid", "paid_late", false, "order.changed"),
        ("needs_person", "paid", true, "order.needs_person"), ("needs_person", "paid", false, "order.needs_person"),
        ("needs_person", "needs_person", false, "order.changed"),
    ]

    @Test(arguments: rows) func `name an end once, and a person's turn each time`(
        row: (status: String, before: String?, isFirst: Bool, type: String)
    ) {
        let event = JournalEvent(
            row: JournalRow(
                seq: 7, order: "O1", at: HandClock.morning, wall: HandClock.morning, boot: 1, by: "tilld",
                entry: .recorded(.deadlinePassed), status: row.status), before: row.before, isFirst: row.isFirst,
            chain: [])

        #expect(event.type == row.type)
    }

    @Test func `come with the sale as it was then`() async throws {
        let ledger = try Bench.inMemory()
        let presented = try await ledger.present()
        let paid = try await ledger.tell(.money("M1"), of: presented)
        _ = try await ledger.accept(.refund(nil, note: ""), about: paid.id, key: nil, by: "anna")

        #expect(try await ledger.order(paid.id, asOf: 4) == presented)
        #expect(try await ledger.order(paid.id, asOf: 5) == paid)
        #expect(try await ledger.order(paid.id, asOf: 1) == nil)
        #expect(try await ledger.order(paid.id, asOf: 99) == ledger.order(paid.id))
    }
}

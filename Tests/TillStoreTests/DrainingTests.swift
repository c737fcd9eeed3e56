// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore

@testable import TillStore

@Suite struct `A terminal that is drained` {
    private static let anna = Steerer(person: "anna", door: "socket")

    @Test func `takes no new sale, and goes on with those it has`() async throws {
        let ledger = try Bench.inMemory()
        let open = try await ledger.sell()

        _ = try await ledger.beginDraining(why: "closing time", by: Self.anna, key: nil)

        await #expect(throws: LedgerError.draining(person: "anna", why: "closing time")) {
            try await ledger.sell()
        }
        try await ledger.tell(.asking, of: open)
        _ = try await ledger.startAttempt(of: open.id, account: "main", key: nil, by: "anna")
        #expect(try await ledger.openOrders().map(\.id) == [open.id])
    }

    @Test func `still answers a till that lost the answer to its sale`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.open(.tea, key: .opening("k"), by: "anna").order
        _ = try await ledger.beginDraining(why: nil, by: Self.anna, key: nil)

        let again = try await ledger.open(.tea, key: .opening("k"), by: "anna")

        #expect(again.order.id == order.id)
        #expect(again.isReplay)
    }

    @Test func `is still drained after a restart, until somebody ends it`() async throws {
        let bench = try Bench()
        let since = try await bench.day { ledger in
            _ = try await ledger.beginDraining(why: "a move", by: Self.anna, key: nil)
            _ = try await ledger.beginDraining(why: "again", by: Self.anna, key: nil)
            return ledger.time.now
        }

        try await bench.day { ledger in
            #expect(
                try await ledger.draining() == Draining(person: "anna", since: since, why: "a move"))
            await #expect(throws: LedgerError.draining(person: "anna", why: "a move")) {
                try await ledger.sell()
            }
            _ = try await ledger.endDraining(by: Self.anna, key: nil)
            _ = try await ledger.endDraining(by: Self.anna, key: nil)
            _ = try await ledger.sell()
            #expect(
                try await Audit.journal(of: ledger).map(\.entry.name) == [
                    "started", "drain.begun", "started", "drain.ended", "opened",
                ])
            #expect(try await Audit.faults(of: ledger) == [])
        }
    }

    @Test func `does not wait for looks at sales that are over`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.present(Sale.silent)
        _ = try await ledger.accept(.cancel, about: order.id, key: nil, by: "anna")
        let closing = try await ledger.queue(QueueFilter(isOwedOnly: true), limit: 9)

        let over = try await ledger.tell(.closeConfirmed, of: order)

        let watched = try await ledger.queue(QueueFilter(), limit: 9)
        #expect(closing.map(\.effect) == [.provider(.close(order.attempts[0].reference))])
        #expect(over.status == .notPaid)
        #expect(watched.map(\.effect) == [.provider(.watch(order.attempts[0].reference))])
        #expect(try await ledger.queue(QueueFilter(isOwedOnly: true), limit: 9) == [])
    }

    @Test func `waits for a code that is up`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.present(Sale.silent)

        let owed = try await ledger.queue(QueueFilter(isOwedOnly: true), limit: 9)

        #expect(
            Set(owed.map(\.effect)) == [
                .deadline, .provider(.watch(order.attempts[0].reference)),
            ])
    }
}

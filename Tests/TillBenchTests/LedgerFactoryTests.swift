// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Testing
import TillCore
import TillStore

@testable import till_bench

@Suite struct `A ledger that is made` {
    /// 2026-11-01 00:00 UTC, in milliseconds.
    private static let end: Int64 = 1_793_491_200_000

    private func opened(_ path: String) throws -> Ledger {
        try Ledger(
            path: path, terminal: "T-1", version: "test", clocks: FactoryClock(start: Self.end + 1000).clocks,
            onFault: { _ in })
    }

    private func made(_ folder: TemporaryFolder, orders: Int) async throws -> LedgerFactory {
        let factory = try LedgerFactory(path: "\(folder.path)/ledger.sqlite", orders: orders, now: Self.end)
        try await factory.make { _ in }
        return factory
    }

    @Test func `is one in which its own guards find nothing wrong`() async throws {
        let folder = try TemporaryFolder()
        let factory = try await made(folder, orders: 40)

        let ledger = try opened(factory.path)
        let found = try await ledger.verify()
        let newest = try await ledger.newestOrders(limit: 500)

        #expect(found.orders == 40)
        #expect(newest.count == 40)
        #expect(newest.allSatisfy { $0.status == .paid && $0.prints.count == 1 })
        #expect(Set(newest.flatMap { $0.attempts.map(\.reference) }).count == 40)
        #expect(zip(newest, newest.dropFirst()).allSatisfy { $0.openedAt > $1.openedAt })
        #expect(newest.first?.id == OrderID(factory.name(39)))
    }

    @Test func `takes new sales like any other`() async throws {
        let folder = try TemporaryFolder()
        let ledger = try await opened(made(folder, orders: 5).path)
        let key = TillStore.IdempotencyKey(route: "POST /v1/orders", key: "new", body: [])
        let sale = Sale(amount: Money(minorUnits: 1, .cny), account: "main", patience: .seconds(60))

        let order = try await ledger.open(sale, key: key, by: "test").order

        #expect(try await ledger.openOrders().map(\.id) == [order.id])
        #expect(try await ledger.verify().orders == 6)
    }

    @Test(arguments: [6, 9000]) func `owes its acquirer no question about the days that are over`(_ orders: Int)
        async throws
    {
        let folder = try TemporaryFolder()
        let ledger = try await opened(made(folder, orders: orders).path)

        let figures = try await ledger.figures()

        #expect(try await ledger.nextStatementDay(of: "main", offset: .zero) == CalendarDay("2026-11-01"))
        #expect(figures.openHolds == 0)
        #expect(figures.openOrders == 0)
    }

    @Test func `is found out when a byte of it is another`() async throws {
        let folder = try TemporaryFolder()
        let factory = try await made(folder, orders: 8)
        let hand = try BareDatabase(factory.path)
        try hand.leaveTriggersOut()
        try hand.run("UPDATE transactions SET amount = amount + 1 WHERE order_id = '\(factory.name(3))'")

        await #expect(throws: LedgerError.self) { _ = try await opened(factory.path).verify() }
    }

    @Test func `has names in the order of its sales, each of 26 characters and each another`() throws {
        let names = (1...3000).map { OrderNames(number: $0, time: Self.end + Int64($0 / 7)) }

        #expect(names.map(\.order) == names.map(\.order).sorted())
        #expect(Set(names.flatMap { [$0.order, $0.attempt, $0.key] }).count == 9000)
        #expect(names.allSatisfy { name in name.all.allSatisfy { $0.count == OrderNames.length } })
    }

    @Test func `cannot be made before there was time for it`() {
        #expect(throws: BenchFault.self) { try LedgerFactory(path: "x", orders: 1_000_000, now: 1_767_312_600_000) }
    }
}

@Suite struct `An imprint` {
    private let names = ["ORDER0", "TRY001"].map { Array($0.utf8) }

    @Test func `puts other names and times where the old ones were, and leaves the rest`() {
        let text = #"{"id":"ORDER0-P1","try":"TRY001","at":1793491200000,"n":17934912000001,"far":1000000000000}"#
        let imprint = Imprint(Array(text.utf8), names: names, times: 1_793_000_000_000...1_794_000_000_000)

        let stamped = imprint.stamped(names: ["XRDER7", "YRY009"].map { Array($0.utf8) }, shift: 800_000_000_123)

        #expect(
            String(decoding: stamped, as: UTF8.self)
                == #"{"id":"XRDER7-P1","try":"YRY009","at":2593491200123,"n":17934912000001,"far":1000000000000}"#)
    }

    @Test func `of a text without any is the text`() {
        let imprint = Imprint(Array("CNY".utf8), names: names, times: 0...1)

        #expect(imprint.isFixed)
        #expect(imprint.stamped(names: names, shift: 5) == Array("CNY".utf8))
    }
}

// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Testing
import TillCore
import TillStore

@testable import till_bench

@Suite struct `The yardstick of sales` {
    private static let key = "bench-00000000000000000001"

    /// A ledger with one sale that was just opened.
    private func sale(in folder: TemporaryFolder) async throws -> (path: String, names: OrderNames) {
        let path = "\(folder.path)/ledger.sqlite"
        let ledger = try Ledger(
            path: path, terminal: "T-1", version: "test", clocks: FactoryClock(start: 1_793_491_200_000).clocks,
            onFault: { _ in })
        let order = try await ledger.open(
            Sale(
                amount: Money(minorUnits: 1250, .cny), account: "main", patience: .seconds(300), reference: Self.key),
            key: IdempotencyKey(route: "POST /v1/orders", key: Self.key, body: []), by: "test"
        ).order
        try ledger.close()
        let attempt = try #require(order.attempts.first?.reference.text)
        return (path, try OrderNames(order: order.id.text, attempt: attempt, key: Self.key))
    }

    @Test func `writes as many rows into as many tables as the ledger does, in syncs of their own`() async throws {
        let folder = try TemporaryFolder()
        let (path, names) = try await sale(in: folder)

        let bare = try BareLedger("\(folder.path)/bare.sqlite", like: path, names: names)
        let times = try bare.write(3)

        let written = try BareDatabase("\(folder.path)/copy.sqlite")
        try written.run("ATTACH '\(path)' AS ledger")
        #expect(times.count == 3)
        #expect(bare.rowsOfOne == 6)
        for table in ["orders", "attempts", "journal", "outbox", "keys"] {
            // Its start is no part of the sale.
            let condition = table == "journal" ? "WHERE order_id IS NOT NULL" : ""
            let ours = try written.number("SELECT count(*) FROM ledger.\(table) \(condition)")
            #expect(try bare.count(table) == 3 * ours, "\(table)")
        }
    }

    @Test func `is not made of an order that is not there`() async throws {
        let folder = try TemporaryFolder()
        let (path, _) = try await sale(in: folder)
        let other = OrderNames(number: 9, time: 1_793_491_200_000)

        #expect(throws: BenchFault.self) { try BareLedger("\(folder.path)/bare.sqlite", like: path, names: other) }
    }
}

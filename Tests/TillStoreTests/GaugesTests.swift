// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Meters
import Testing
import TillCore

@testable import TillStore

@Suite struct `What is told of a ledger` {
    /// A clock by which nobody ever wakes but by being called off: whoever waits by it waits for word alone.
    private struct Endless: Clock {
        typealias Instant = ContinuousClock.Instant
        var now: Instant { ContinuousClock().now }
        var minimumResolution: Duration { .zero }
        func sleep(until deadline: Instant, tolerance: Duration?) async throws {
            let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
            // Kept, so that the stream does not end by itself.
            for await _ in stream {}
            continuation.finish()
        }
    }

    /// A clock by which every sleep is over at once.
    private struct Hurried: Clock {
        typealias Instant = ContinuousClock.Instant
        var now: Instant { ContinuousClock().now }
        var minimumResolution: Duration { .zero }
        func sleep(until deadline: Instant, tolerance: Duration?) async throws {}
    }

    private func page(_ ledger: Ledger) -> [String] {
        var page = MetricPage()
        ledger.meters.tell(&page)
        return page.text.split(separator: "\n").map(String.init)
    }

    @Test func `counts its orders, its holds and its work as they are`() async throws {
        let clock = HandClock()
        let ledger = try Bench.inMemory(clock)
        _ = try await ledger.sell()
        _ = try await ledger.present()
        let wrong = try await ledger.present()
        try await ledger.tell(.money("W-1", 99), of: wrong)
        clock.pass(.seconds(7))

        let gauges = try #require(
            try await ledger.gauges(of: ["main"], within: .seconds(1), clock: Endless()))

        #expect(gauges.openOrders == 3)
        #expect(gauges.openHolds == 1)
        #expect(gauges.head == (try await ledger.journalHead()))
        #expect(!gauges.isDraining)
        #expect(gauges.comparedAt.isEmpty)
        #expect(Set(gauges.lanes.keys) == Set(Lane.allCases))
        let rows = try await ledger.work(in: .provider)
        let provider = try #require(gauges.lanes[.provider])
        #expect(provider.due + provider.later + provider.watched == rows.count)
        #expect(provider.watched == rows.count { $0.effect.isWatch })
        #expect(provider.watched > 0)
        #expect(provider.oldest == .seconds(7))
        #expect(gauges.lanes[.clock]?.later == (try await ledger.work(in: .clock).count))
        #expect(gauges.lanes[.clock]?.oldest == .zero)
    }

    @Test func `tells what a person holds from what is due`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.sell()
        let before = try #require(try await ledger.gauges(of: [], within: .seconds(1), clock: Endless()))
        try await ledger.database.write { db in
            try db.execute(
                sql: "UPDATE outbox SET held_by = 'anna', held_as = 'row' WHERE lane = 'provider' AND order_id = ?",
                arguments: [order.id.text])
            try db.execute(
                sql: "UPDATE outbox SET set_aside = 'newer' WHERE lane = 'clock' AND order_id = ?",
                arguments: [order.id.text])
        }

        let after = try #require(try await ledger.gauges(of: [], within: .seconds(1), clock: Endless()))

        #expect(before.lanes[.provider] == LaneGauge(due: 1))
        #expect(after.lanes[.provider] == LaneGauge(held: 1))
        #expect(before.lanes[.clock] == LaneGauge(later: 1))
        #expect(after.lanes[.clock] == LaneGauge(setAside: 1))
    }

    @Test func `does not hold up who asks while a disk hangs`() async throws {
        let ledger = try Bench.inMemory()
        let gate = DispatchSemaphore(value: 0)
        ledger.database.asyncWriteWithoutTransaction { _ in gate.wait() }

        let gauges = try await ledger.gauges(of: [], within: .seconds(1), clock: Hurried())
        let intake = try await ledger.intake(within: .seconds(1), clock: Hurried())
        gate.signal()
        let later = try await ledger.intake(within: .seconds(1), clock: Endless())

        #expect(gauges == nil)
        #expect(intake == nil)
        #expect(later?.openOrders == 0)
    }

    @Test func `knows the sizes of its files`() throws {
        let bench = try Bench()
        let ledger = try bench.open()

        let sizes = try #require(ledger.sizes)

        let size = try FileManager.default.attributesOfItem(atPath: bench.path)[.size] as? Int64
        #expect(sizes.ledger == size)
        #expect(sizes.log > 0)
        #expect(try Bench.inMemory().sizes == nil)
    }

    @Test func `counts a sale once at each of its steps`() async throws {
        let clock = HandClock()
        let ledger = try Bench.inMemory(clock)
        let order = try await ledger.present()
        clock.pass(.seconds(12))
        try await ledger.tell(.money("P-1"), of: order)
        try await ledger.tell(.money("P-1", by: .notify), of: order)

        let lines = page(ledger)

        #expect(lines.contains(#"tilld_orders_opened_total{account="main"} 1"#))
        #expect(lines.contains(#"tilld_orders_paid_total{account="main"} 1"#))
        #expect(lines.contains(#"tilld_order_code_duration_seconds_count{account="main"} 1"#))
        #expect(lines.contains(#"tilld_order_paid_duration_seconds_sum{account="main"} 12"#))
        #expect(lines.contains(#"tilld_order_paid_duration_seconds_bucket{account="main",le="10"} 0"#))
        #expect(lines.contains(#"tilld_order_paid_duration_seconds_bucket{account="main",le="20"} 1"#))
        #expect(!lines.contains { $0.hasPrefix("tilld_payments_late_total{") })
        #expect(!lines.contains { $0.hasPrefix("tilld_orders_closed_total{") })
    }

    @Test func `counts money that comes after a sale, and its way back`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.sell()
        try await ledger.tell(.asking, of: order)
        try await ledger.tell(.outcome(.refused(reason: "no"), .query), of: order)
        try #require(try await ledger.order(order.id).state == .closed)
        let late = try await ledger.tell(.money("L-1"), of: order)
        let refund = try #require(late.refunds.first)
        try await ledger.record(.refund(refund.id, .sending), about: order.id)
        try await ledger.record(.refund(refund.id, .outcome(.done)), about: order.id)

        let lines = page(ledger)

        #expect(lines.contains(#"tilld_orders_closed_total{account="main",reason="refused"} 1"#))
        #expect(lines.contains(#"tilld_payments_late_total{account="main"} 1"#))
        #expect(lines.contains(#"tilld_refunds_asked_total{account="main",reason="late"} 1"#))
        #expect(lines.contains(#"tilld_refunds_ended_total{account="main",result="done"} 1"#))
        #expect(!lines.contains { $0.hasPrefix("tilld_orders_paid_total{") })
    }

    @Test func `counts what was saved, and not what failed`() async throws {
        let ledger = try Bench.inMemory()
        _ = try await ledger.sell()
        let before = page(ledger)
        await #expect(throws: LedgerError.self) {
            try await ledger.record(.attempt("01J00000000000000000000000", .asking), about: "01J0NOBODY")
        }
        let after = page(ledger)

        #expect(before.contains("tilld_ledger_writes_total 1"))
        #expect(after.contains("tilld_ledger_writes_total 1"))
        #expect(before.contains("tilld_ledger_commit_duration_seconds_count 1"))
    }
}

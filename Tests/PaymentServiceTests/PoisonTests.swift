// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Testing
import TillCore
import TillTesting

@testable import PaymentService
@testable import TillStore

@Suite struct `Work that fails again and again` {
    @Test(arguments: ["garbled", "forged", "unconfigured", "no way", "lost", "down", "busy 1"])
    func `holds up no other sale`(bad: String) async throws {
        let shop = try TwoAcquirers(bad: bad)
        let poisoned = try await shop.open(1, through: "bad")
        let good = try await shop.open(10, through: "good")

        try await shop.step()
        try await shop.pass(seconds: 3)

        #expect(try await shop.statuses(good) == [.paid])
        #expect(try await !shop.statuses(poisoned).contains(.paid))
    }

    @Test(arguments: ["garbled", "unconfigured", "lost"])
    func `holds up no other sale where it has more rows than there are places`(bad: String)
        async throws
    {
        let shop = try TwoAcquirers(bad: bad)
        let count = ProviderWorker.atOnceMax + 8
        _ = try await shop.open(count, through: "bad")
        try await shop.step()
        try await shop.pass(seconds: 6)
        let good = try await shop.open(10, through: "good")

        try await shop.step()
        try await shop.pass(seconds: 3)

        #expect(try await shop.statuses(good) == [.paid])
    }

    @Test func `leaves places free for the others while its answers do not come`() {
        var schedule = Schedule()
        let now = Timestamp(milliseconds: 0)
        let bad = (1...20).map { Self.work($0) }
        schedule.add(bad)
        // They are due before the others.
        for _ in 0..<Schedule.troubledFrom {
            for work in bad { schedule.finish(work, .at(now + .milliseconds(-1)), answer: "timed out") }
        }
        schedule.add((21...30).map { Self.work($0) })

        let taken = schedule.take(at: now, limit: ProviderWorker.atOnceMax).map(\.id)

        #expect(taken.filter { $0 <= 20 }.count == Schedule.troubledMax)
        #expect(taken.filter { $0 > 20 }.count == 8)
        schedule.finish(Self.work(21), .never)
        #expect(schedule.take(at: now, limit: 1).map(\.id) == [29])
    }

    @Test func `is no longer troubled once it is answered`() {
        var schedule = Schedule()
        let now = Timestamp(milliseconds: 0)
        let bad = (1...20).map { Self.work($0) }
        schedule.add(bad)
        for _ in 0..<Schedule.troubledFrom {
            for work in bad { schedule.finish(work, .at(now), answer: "timed out") }
        }

        for work in bad { schedule.finish(work, .at(now)) }

        #expect(schedule.take(at: now, limit: 16).count == 16)
    }

    @Test func `wakes nobody for what has no place`() {
        var schedule = Schedule()
        let now = Timestamp(milliseconds: 0)
        schedule.add((1...20).map { Self.work($0) })
        _ = schedule.take(at: now, limit: 16)

        #expect(schedule.nextDue(room: 0) == nil)
        #expect(schedule.nextDue(room: 1) == now)
    }

    @Test func `wakes nobody for troubled rows that have no place`() {
        var schedule = Schedule()
        let now = Timestamp(milliseconds: 0)
        let bad = (1...20).map { Self.work($0) }
        schedule.add(bad)
        for _ in 0..<Schedule.troubledFrom {
            for work in bad { schedule.finish(work, .at(now), answer: "timed out") }
        }

        let taken = schedule.take(at: now, limit: 16)

        #expect(taken.count == Schedule.troubledMax)
        #expect(schedule.nextDue(room: 16 - taken.count) == nil)
    }

    @Test func `that nobody can read is set aside, and the other sales are paid`() async throws {
        let file = LedgerFile()
        let clock = WorldClock(seed: 1)
        let ids: [OrderID] = try await {
            let shop = try TwoAcquirers(path: file.path, clock: clock)
            defer { try? shop.ledger.close() }
            return try await shop.open(3, through: "good")
        }()
        _ = try ForeignTool.run(
            "sqlite3",
            [
                file.path,
                """
                UPDATE outbox SET effect = '{"provider":{"_0":{"beg":{}}}}'
                    WHERE lane = 'provider' AND order_id = '\(ids[0])';
                UPDATE attempts SET body = '{}' WHERE order_id = '\(ids[1])';
                """,
            ])

        let shop = try TwoAcquirers(path: file.path, clock: clock)
        try await shop.step()
        try await shop.pass(seconds: 3)

        #expect(try await shop.statuses([ids[2]]) == [.paid])
        #expect(try await shop.waits(ids[0]) == [.unreadable(Ledger.unreadable)])
        let row = try await shop.ledger.queue(
            QueueFilter(lane: .provider, order: ids[1]), limit: 1
        ).first
        #expect(row?.lastAnswer == Ledger.unreadable)
    }

    @Test func `keeps no other deadline from passing`() async throws {
        let file = LedgerFile()
        let clock = WorldClock(seed: 1)
        let ids: [OrderID] = try await {
            let shop = try TwoAcquirers(path: file.path, clock: clock)
            defer { try? shop.ledger.close() }
            return try await shop.open(3, through: "good")
        }()
        _ = try ForeignTool.run(
            "sqlite3",
            [
                file.path,
                """
                UPDATE outbox SET effect = '"when"' WHERE lane = 'clock' AND order_id = '\(ids[0])';
                UPDATE attempts SET body = '{}' WHERE order_id = '\(ids[1])';
                """,
            ])
        let shop = try TwoAcquirers(path: file.path, clock: clock)
        clock.advance(milliseconds: 600_000)

        let next = try await DeadlineWorker(ledger: shop.ledger).step()

        #expect(try await shop.statuses([ids[2]]) == [.notPaid])
        #expect(next == shop.ledger.time.now + DeadlineWorker.setAsideFor)
    }

    @Test func `that never left does not use up the try that is to show whether the way is back`()
        async throws
    {
        let desk = try Desk(["create": "code C", "query": "lost"])
        for _ in 0..<8 { _ = try await desk.open(patience: .seconds(600)) }
        try await desk.step()
        try await desk.pass(seconds: 2)
        let isOpen = desk.breakers.isOpen("main")

        desk.breakers.withdraw("main", at: desk.ledger.time.now)

        #expect(isOpen)
        #expect(desk.breakers.isOpen("main"))
        #expect(desk.breakers.admit("main", at: desk.ledger.time.now) == nil)
    }

    private static func work(_ id: Int64) -> Work {
        Work(
            id: id, order: OrderID("O\(id)"), effect: .provider(.watch("R")),
            dueAt: Timestamp(milliseconds: 0), tries: 0, lastAnswer: nil)
    }
}

// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore
import TillStore

@Suite struct `Ledger time` {
    static let hour: Int64 = 3_600_000
    static let year: Int64 = 365 * 24 * hour
    static let morning = HandClock.morning.milliseconds

    /// What the wall clock says at the next start, one hour after the last entry, and where ledger
    /// time goes on from.
    static let jumps: [(name: String, wall: Int64, now: Int64)] = [
        ("right", morning + hour, morning + hour), ("1970", 0, morning),
        ("before 1970", -year, morning), ("2025", 1_735_689_600_000, morning),
        ("three hours back", morning - 3 * hour, morning),
        ("a year on", morning + year, morning + year),
        ("ten years on", morning + 10 * year, morning),
    ]

    @Test(arguments: jumps)
    func `goes on from the last entry or a plausible clock`(
        jump: (name: String, wall: Int64, now: Int64)
    ) async throws {
        let bench = try Bench()
        try await bench.day { _ = try await $0.sell() }
        bench.clock.wall = Timestamp(milliseconds: jump.wall)

        try await bench.day { ledger in
            #expect(ledger.time.now.milliseconds == jump.now, "\(jump.name)")
            let order = try await ledger.sell()
            #expect(order.openedAt.milliseconds == jump.now)
            #expect(order.deadline == order.openedAt + .seconds(300))
        }
    }

    @Test func `never goes back over many starts with a clock that is mad`() async throws {
        let bench = try Bench()
        var dice = Dice(seed: 7)

        for _ in 0..<12 {
            bench.clock.wall = Timestamp(
                milliseconds: Int64.random(in: 0...4_000_000_000_000, using: &dice))
            try await bench.day { ledger in
                _ = try await ledger.sell()
                bench.clock.wall = Timestamp(
                    milliseconds: Int64.random(in: 0...4_000_000_000_000, using: &dice))
                bench.clock.pass(.seconds(Int.random(in: 0..<90_000, using: &dice)))
                _ = try await ledger.sell()
            }
        }

        let rows = try await bench.day { try await Audit.journal(of: $0) }
        #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.at <= $1.at })
        #expect(zip(rows, rows.dropFirst()).contains { $0.wall > $1.wall })
    }

    @Test func `runs on the continuous clock and not on the wall`() async throws {
        let clock = HandClock()
        let ledger = try Bench.inMemory(clock)
        let start = ledger.time.now

        clock.wall = Timestamp(milliseconds: 0)
        let stepped = ledger.time.now
        clock.wall = HandClock.morning + .seconds(10 * 365 * 24 * 3600)
        clock.pass(.milliseconds(1234))

        #expect(stepped == start)
        #expect(ledger.time.now == start + .milliseconds(1234))
    }

    @Test func `keeps the wall in a column of its own`() async throws {
        let clock = HandClock()
        let ledger = try Bench.inMemory(clock)
        clock.wall = Timestamp(milliseconds: 42)

        _ = try await ledger.sell()

        let row = try #require(try await Audit.journal(of: ledger).last)
        #expect(row.wall == Timestamp(milliseconds: 42))
        #expect(row.at == HandClock.morning)
    }

    @Test func `of a new ledger starts at a plausible point`() async throws {
        let ledger = try Bench.inMemory(HandClock(wall: Timestamp(milliseconds: 0)))

        #expect(ledger.time.now == Timestamp(milliseconds: 1_767_225_600_000))
    }

    /// A terminal that was away for three weeks starts with a dead battery, and hears what time it is.
    @Test func `is set ahead to a clock that an acquirer confirms, for good`() async throws {
        let bench = try Bench()
        try await bench.day { _ = try await $0.sell() }
        bench.clock.wall = Timestamp(milliseconds: 0)
        let today = HandClock.morning + .seconds(21 * 24 * 3600)

        let moved = try await bench.day { ledger in
            let moved = try await ledger.catchUp(with: today)
            #expect(ledger.time.now == today)
            bench.clock.pass(.seconds(5))
            #expect(try await ledger.sell().openedAt == today + .seconds(5))
            return moved
        }

        #expect(moved == .seconds(21 * 24 * 3600))
        try await bench.day { ledger in
            #expect(ledger.time.now == today + .seconds(5))
            let rows = try await Audit.journal(of: ledger)
            #expect(rows.contains { $0.entry == .timeCaughtUp(seconds: 21 * 24 * 3600) && $0.at == today })
            #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.at <= $1.at })
            _ = try await ledger.verifyChain(limit: .max)
        }
    }

    @Test func `is not set ahead by a little, nor ever back`() async throws {
        let ledger = try Bench.inMemory(HandClock())

        #expect(try await ledger.catchUp(with: HandClock.morning + .seconds(599)) == nil)
        #expect(try await ledger.catchUp(with: HandClock.morning + .seconds(-86_400)) == nil)
        #expect(ledger.time.now == HandClock.morning)
    }

    @Test func `waits for a sale that was opened since, and not for an older one, whose time is over`() async throws {
        let bench = try Bench()
        let today = HandClock.morning + .seconds(24 * 3600)
        let old = try await bench.day { try await $0.sell().id }
        bench.clock.wall = Timestamp(milliseconds: 0)

        try await bench.day { ledger in
            let new = try await ledger.sell().id
            #expect(try await ledger.catchUp(with: today) == nil)
            _ = try await ledger.accept(.cancel, about: new, key: nil, by: "anna")
            #expect(try await ledger.order(new).state == .closed)
            #expect(try await ledger.catchUp(with: today) == .seconds(24 * 3600))
            #expect(try await ledger.due(in: .clock, limit: 9).map(\.order) == [old])
        }
    }

    @Test func `is the shop's, and the wall clock the acquirer's: a code expires by that`() async throws {
        let clock = HandClock()
        let ledger = try Bench.inMemory(clock)
        clock.wall = HandClock.morning + .seconds(3600)

        let order = try await ledger.sell()
        clock.pass(.seconds(100))
        let again = try await ledger.startAttempt(of: order.id, account: "main", key: nil, by: "anna").order

        #expect(order.deadline == HandClock.morning + .seconds(300))
        #expect(
            again.attempts.map(\.expiresAt)
                == Array(repeating: HandClock.morning + .seconds(3900), count: 2))
    }

    @Test func `brings no deadline nearer when the wall jumps`() async throws {
        let clock = HandClock()
        let ledger = try Bench.inMemory(clock)
        _ = try await ledger.sell()

        clock.wall = HandClock.morning + .seconds(10 * 365 * 24 * 3600)

        #expect(try await ledger.due(in: .clock, limit: 9) == [])
    }
}

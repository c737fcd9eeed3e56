// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore

@testable import TillStore

@Suite struct `Followers of the journal` {
    private func follow(_ ledger: Ledger, after seq: Int64? = nil, key: IdempotencyKey? = nil) async throws -> Follower
    {
        try #require(
            try await ledger.follow("test", after: seq, atMost: 3, key: key) { id in "body of \(id)" }
        ).follower
    }

    @Test func `begin after the last row, or where they wish, but not beyond it`() async throws {
        let ledger = try Bench.inMemory()
        _ = try await ledger.sell()

        let now = try await follow(ledger)
        let first = try await follow(ledger, after: 0)
        let beyond = try await follow(ledger, after: 99)

        #expect(now.seq == 2 && first.seq == 0 && beyond.seq == 2)
        #expect(now.body == "body of \(now.id)")
        #expect(try await ledger.followers(of: "test") == [now, first, beyond])
        #expect(try await ledger.followers(of: "other").isEmpty)
    }

    @Test func `are as many as may be, and one key adds one`() async throws {
        let ledger = try Bench.inMemory()
        let key = IdempotencyKey(route: "POST /v1/webhooks", key: "k", body: [])

        let one = try await follow(ledger, key: key)
        let again = try #require(try await ledger.follow("test", after: nil, atMost: 3, key: key) { _ in "another" })
        for _ in 0..<2 { _ = try await follow(ledger) }
        let tooMany = try await ledger.follow("test", after: nil, atMost: 3, key: nil) { _ in "" }

        #expect(again.follower == one && again.isReplay)
        #expect(tooMany == nil)
        #expect(try await ledger.followers(of: "test").count == 3)
    }

    @Test func `are moved by whoever knows where they are`() async throws {
        let ledger = try Bench.inMemory()
        _ = try await ledger.sell()
        let follower = try await follow(ledger, after: 0)
        let events = try await ledger.events(after: 0, limit: 9)

        let moved = try await ledger.tell(follower, of: [events[1]], upTo: 2)
        let late = try await ledger.tell(follower, of: events, upTo: 2)

        #expect(moved && !late)
        let now = try #require(try await ledger.follower(follower.id))
        #expect(now.seq == 2 && now.waiting == 1)
        #expect(try await ledger.dueDelivery(to: follower.id)?.message == "\(ledger.epoch)-2")
    }

    @Test func `are told in order, past what failed of other orders`() async throws {
        let ledger = try Bench.inMemory()
        _ = try await ledger.sell()
        _ = try await ledger.sell()
        let follower = try await follow(ledger, after: 0)
        try await ledger.tell(follower, of: try await ledger.events(after: 1, limit: 9), upTo: 3)
        let one = try #require(try await ledger.dueDelivery(to: follower.id))
        try await ledger.noteFailed(one, "no", until: ledger.time.now + .seconds(60))
        let two = try #require(try await ledger.dueDelivery(to: follower.id))
        try await ledger.noteDelivered(two)

        #expect(one.seq == 2 && two.seq == 3)
        #expect(try await ledger.dueDelivery(to: follower.id) == nil)
        #expect(try await ledger.nextDelivery(to: follower.id) == ledger.time.now + .seconds(60))
        let now = try #require(try await ledger.follower(follower.id))
        #expect(now.delivered == 1 && now.waiting == 1 && now.deliveredAt == ledger.time.now)
    }

    @Test func `wait behind what failed of the same order, three tries long`() async throws {
        let clock = HandClock()
        let ledger = try Bench.inMemory(clock)
        _ = try await ledger.present()
        let follower = try await follow(ledger, after: 0)
        try await ledger.tell(follower, of: try await ledger.events(after: 1, limit: 9), upTo: 4)

        var seen: [Int64?] = []
        for _ in 0..<3 {
            let due = try #require(try await ledger.dueDelivery(to: follower.id))
            try await ledger.noteFailed(due, "no", until: ledger.time.now + .seconds(5))
            seen.append(try await ledger.dueDelivery(to: follower.id)?.seq)
            clock.pass(.seconds(5))
        }

        #expect(seen == [nil, nil, 3])
    }

    @Test func `give up, and are told again by hand`() async throws {
        let ledger = try Bench.inMemory()
        _ = try await ledger.sell()
        let follower = try await follow(ledger, after: 0)
        try await ledger.tell(follower, of: try await ledger.events(after: 1, limit: 9), upTo: 2)
        let due = try #require(try await ledger.dueDelivery(to: follower.id))
        try await ledger.noteFailed(due, "no", until: nil)
        try await ledger.stop(follower.id, because: "gone")

        let dead = try #require(try await ledger.follower(follower.id))
        let again = try #require(try await ledger.redeliver(.unmade, to: follower.id, key: nil)).follower

        #expect(dead.dead == 1 && dead.waiting == 0 && dead.stopped == "gone")
        #expect(again.dead == 0 && again.waiting == 1 && again.stopped == nil)
        #expect(try await ledger.dueDelivery(to: follower.id)?.tries == 0)
        #expect(try await ledger.redeliver(.unmade, to: "nobody", key: nil) == nil)
    }

    @Test func `leave nothing behind when they go`() async throws {
        let bench = try Bench()
        let ledger = try bench.open()
        _ = try await ledger.sell()
        let follower = try await follow(ledger, after: 0)
        try await ledger.tell(follower, of: try await ledger.events(after: 0, limit: 9), upTo: 2)
        let other = try await follow(ledger)

        let isReplay = try await ledger.unfollow(follower.id, key: nil)
        let unknown = try await ledger.unfollow(follower.id, key: nil)
        try ledger.close()

        #expect(isReplay == false && unknown == nil)
        #expect(try bench.sqlite("SELECT count(*) FROM deliveries").output == "0\n")
        #expect(try bench.sqlite("SELECT id FROM followers").output == "\(other.id)\n")
        #expect(try bench.sqlite("PRAGMA foreign_key_check; PRAGMA integrity_check").output == "ok\n")
    }

    @Test func `and what waits for them outlast a restart`() async throws {
        let bench = try Bench()
        let before = try await bench.day { ledger -> Follower in
            _ = try await ledger.sell()
            let follower = try await follow(ledger, after: 0)
            try await ledger.tell(follower, of: try await ledger.events(after: 1, limit: 9), upTo: 2)
            let due = try #require(try await ledger.dueDelivery(to: follower.id))
            try await ledger.noteFailed(due, "no", until: ledger.time.now + .seconds(5))
            return try #require(try await ledger.follower(follower.id))
        }

        let after = try await bench.day { ledger in
            (
                try await ledger.followers(of: "test"),
                try await ledger.deliveries(to: before.id, isDead: nil, after: 0, limit: 9)
            )
        }

        #expect(after.0 == [before])
        #expect(after.1.map(\.tries) == [1] && after.1.map(\.lastAnswer) == ["no"])
    }
}

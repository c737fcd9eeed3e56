// SPDX-License-Identifier: Apache-2.0

import Logging
import ServiceLifecycle
import Testing
import TillCore
import TillTesting

@testable import DisplayService
@testable import TillStore

@Suite(.timeLimit(.minutes(1))) struct `A sound for a payment` {
    /// Lets a keeper listen, as the daemon does, and ends it in an orderly way.
    private func listen(
        _ shop: KeepingShop, _ player: SoundingPlayer, log: KeepingLog? = nil,
        _ body: () async throws -> Void
    ) async throws {
        let silent = Logger(label: "silent", factory: { _ in SwiftLogNoOpLogHandler() })
        let logger = log.map { log in Logger(label: "sound", factory: { _ in log }) } ?? silent
        let keeper = SoundKeeper(ledger: shop.ledger, player: player, logger: logger)
        let group = ServiceGroup(services: [keeper], logger: silent)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            try await body()
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    /// The sounds that the whole journal asks of a start, in order.
    private func due(_ shop: KeepingShop, boot: Int? = nil) async throws -> [OrderID] {
        let chime = PaidChime(boot: boot ?? shop.ledger.boot)
        var due: [OrderID] = []
        for row in try await shop.ledger.journal(after: 0, limit: .max) {
            guard let id = chime.order(paidBy: row, at: shop.ledger.time.now) else { continue }
            if chime.isFirst(row, of: try await shop.ledger.order(id)) { due.append(id) }
        }
        return due
    }

    @Test func `comes when the money is there, once`() async throws {
        let shop = try KeepingShop()
        let player = SoundingPlayer()
        let id = try await shop.present()

        try await listen(shop, player) {
            try await shop.record(KeepingShop.paid(id), about: id)
            #expect(await player.next() == "sound")
            // The acquirer says it again, and a person touches the sale.
            try await shop.record(KeepingShop.paid(id), about: id)
            try await shop.ask(.refund(nil, note: "brought back"), about: id)
            let next = try await shop.present()
            try await shop.record(KeepingShop.paid(next), about: next)
            #expect(await player.next() == "sound")
        }

        #expect(player.count == 2)
        #expect(player.isStopped)
    }

    @Test func `comes for no other end of a sale`() async throws {
        let shop = try KeepingShop()
        let cancelled = try await shop.open()
        try await shop.ask(.cancel, about: cancelled)
        let wrong = try await shop.present()
        try await shop.record(KeepingShop.paid(wrong, minorUnits: 1200), about: wrong)
        let late = try await shop.present()
        try await shop.ask(.cancel, about: late)
        try await shop.record(.closeConfirmed, KeepingShop.paid(late), about: late)

        #expect(try await due(shop) == [])
    }

    @Test func `comes for the row by which we learnt of it, and for no later one`() async throws {
        let shop = try KeepingShop()
        let id = try await shop.present()
        try await shop.record(KeepingShop.paid(id), about: id)
        let order = try await shop.ledger.order(id)
        let row = try #require(
            try await shop.ledger.journal(after: 0, limit: .max).last { $0.entry.name == "recorded.paid" })

        let again = JournalRow(
            seq: row.seq + 1, order: id, at: row.at + .milliseconds(1), wall: row.wall, boot: row.boot, by: row.by,
            entry: row.entry, status: row.status)

        let chime = PaidChime(boot: shop.ledger.boot)
        #expect(chime.isFirst(row, of: order))
        #expect(chime.order(paidBy: again, at: again.at) == id)
        #expect(!chime.isFirst(again, of: order))
    }

    @Test func `comes for each of two payments at once`() async throws {
        let shop = try KeepingShop()
        let first = try await shop.present()
        let second = try await shop.present()
        try await shop.record(KeepingShop.paid(second), about: second)
        try await shop.record(KeepingShop.paid(first), about: first)

        #expect(try await due(shop) == [second, first])
    }

    @Test func `does not come again after a restart, however soon`() async throws {
        let file = LedgerFile()
        let clock = WorldClock(seed: 1)
        let before = try KeepingShop(path: file.path, clock: clock)
        let id = try await before.present()
        try await before.record(KeepingShop.paid(id), about: id)
        let first = try await due(before)
        try before.ledger.close()

        let shop = try KeepingShop(path: file.path, clock: clock)
        clock.advance(milliseconds: 1)
        try await shop.ledger.recover()
        try await shop.record(KeepingShop.paid(id), about: id)
        let again = try await due(shop)
        let player = SoundingPlayer()
        let next = try await shop.present()
        try await listen(shop, player) {
            try await shop.record(KeepingShop.paid(next), about: next)
            #expect(await player.next() == "sound")
        }

        #expect(first == [id])
        #expect(again == [])
        #expect(player.count == 1)
    }

    @Test func `comes after a restart for money that was found then`() async throws {
        let file = LedgerFile()
        let clock = WorldClock(seed: 1)
        let before = try KeepingShop(path: file.path, clock: clock)
        let id = try await before.present()
        try before.ledger.close()

        let shop = try KeepingShop(path: file.path, clock: clock)
        try await shop.ledger.recover()
        try await shop.record(KeepingShop.paid(id), about: id)

        #expect(try await due(shop) == [id])
    }

    @Test(arguments: [(5000, true), (5001, false)])
    func `does not come when the payer has gone`(milliseconds: Int64, sounds: Bool) async throws {
        let shop = try KeepingShop()
        let id = try await shop.present()
        try await shop.record(KeepingShop.paid(id), about: id)
        shop.clock.advance(milliseconds: milliseconds)

        #expect(try await due(shop) == (sounds ? [id] : []))
    }

    @Test func `that fails is told once, and holds no sale up`() async throws {
        let shop = try KeepingShop()
        let failure = SoundError.cannotStart(program: "aplay", errno: 2)
        let player = SoundingPlayer(failing: [failure, failure])
        let (lines, tell) = AsyncStream.makeStream(of: String.self)
        var paid: [String] = []

        try await listen(shop, player, log: KeepingLog(tell: tell)) {
            for _ in 0..<3 {
                let id = try await shop.present()
                try await shop.record(KeepingShop.paid(id), about: id)
                paid.append(await player.next() ?? "")
            }
        }
        tell.finish()
        var told: [String] = []
        for await line in lines { told.append(line) }

        #expect(paid == ["failure", "failure", "sound"])
        #expect(told == ["no sound is made for a payment"])
    }
}

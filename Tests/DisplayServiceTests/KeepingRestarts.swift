// SPDX-License-Identifier: Apache-2.0

import Foundation
import Scenes
import Testing
import TillCore
import TillStore
import TillTesting

@testable import DisplayService

@Suite struct `A screen after a restart` {
    private func present(_ file: LedgerFile, _ clock: WorldClock) async throws -> OrderID {
        let shop = try KeepingShop(path: file.path, clock: clock)
        let id = try await shop.present()
        #expect(try await shop.screen().label == "code")
        // The file is given back, as it is when a process is gone.
        try shop.ledger.close()
        return id
    }

    @Test func `shows no code until the acquirer has confirmed it`() async throws {
        let file = LedgerFile()
        let clock = WorldClock(seed: 1)
        let id = try await present(file, clock)

        let shop = try KeepingShop(path: file.path, clock: clock)
        try await shop.ledger.recover()
        let before = try await shop.screen()
        try await shop.record(.outcome(.unseen, .query), about: id)
        let unconfirmed = try await shop.screen()
        try await shop.record(.outcome(.pending(nil), .query), about: id)
        let after = try await shop.screen()

        #expect(before.label == "checking")
        #expect(unconfirmed.label == "checking")
        #expect(after.label == "code")
    }

    @Test func `shows what was paid while the daemon was down`() async throws {
        let file = LedgerFile()
        let clock = WorldClock(seed: 1)
        let id = try await present(file, clock)

        let shop = try KeepingShop(path: file.path, clock: clock)
        try await shop.ledger.recover()
        try await shop.record(KeepingShop.paid(id), about: id)

        #expect(try await shop.screen().label == "paid")
    }

    /// Whole days with a daemon that dies: whatever happens, nobody is shown a dead code, and the
    /// screen is the same whoever reads the journal.
    @Test(arguments: 0..<8)
    func `never shows a code that may be dead`(seed: UInt64) async throws {
        var world = try await World(seed: seed)
        var faults = ToyAcquirer.Faults.bad
        faults.crash = 0.02
        world.acquirer.set(faults)
        var counter = Counter()
        var seq: Int64 = 0
        var codes = 0

        for round in 0..<150 {
            if round % 15 == 0 { try await world.open(minorUnits: 100, patience: .seconds(30)) }
            if round % 7 == 0 {
                let order = world.orders[Int(world.dice.next() % UInt64(world.orders.count))]
                if world.dice.happens(0.3) { try await world.ask(.cancel, about: order) }
                if world.dice.happens(0.3) { try await world.askNewAttempt(of: order) }
            }
            try await world.advance(milliseconds: 500)
            let rows = try await world.ledger.journal(after: seq, limit: .max)
            for row in rows { counter.read(row) }
            seq = rows.last?.seq ?? seq
            if try await showsLiveCode(world.ledger, counter) { codes += 1 }
        }

        #expect(codes > 0)
        #expect(try await world.ledger.counter() == counter)
    }

    /// Checks the screen that a counter gives, and says whether it is a code.
    private func showsLiveCode(_ ledger: Ledger, _ counter: Counter) async throws -> Bool {
        let now = ledger.time.now
        let projection = Projection(merchant: "Corner Tea", boot: ledger.boot)
        guard let (id, _) = counter.turn(at: now, lingering: ScreenKeeper.lingering) else {
            return false
        }
        let order = try await ledger.order(id)
        guard case .code(let code) = projection.screen(of: order, at: now) else { return false }
        let attempt = try #require(order.attempts.last)
        #expect(attempt.state == .presented(boot: ledger.boot))
        #expect(attempt.code?.payload == code.payload)
        #expect(now < order.deadline)
        #expect(order.state == .open)
        return true
    }
}

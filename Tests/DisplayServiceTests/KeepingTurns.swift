// SPDX-License-Identifier: Apache-2.0

import Scenes
import Testing
import TillCore
import TillStore
import TillTesting

@testable import DisplayService

@Suite struct `Whose turn the screen is` {
    private func turn(_ shop: KeepingShop) async throws -> OrderID? {
        try await shop.ledger.counter()
            .turn(at: shop.ledger.time.now, lingering: ScreenKeeper.lingering)?.0
    }

    @Test func `nobody's before the first sale`() async throws {
        let shop = try KeepingShop()

        let screen = try await shop.screen()

        #expect(screen == .idle(IdleScreen(merchant: "Corner Tea")))
    }

    @Test func `the newest sale's, and an older one's only when its payer has seen the end`() async throws {
        let shop = try KeepingShop()
        let first = try await shop.present()
        let second = try await shop.present()

        let before = try await turn(shop)
        try await shop.record(KeepingShop.paid(second), about: second)
        let paid = try await turn(shop)
        shop.clock.advance(milliseconds: 8000)
        let after = try await turn(shop)

        #expect(before == second)
        #expect(paid == second)
        #expect(after == first)
    }

    @Test func `for eight seconds that of the sale that was over last`() async throws {
        let shop = try KeepingShop()
        let first = try await shop.present()
        let second = try await shop.present()
        try await shop.record(KeepingShop.paid(second), about: second)
        shop.clock.advance(milliseconds: 1000)
        try await shop.record(KeepingShop.paid(first), about: first)

        shop.clock.advance(milliseconds: 7999)
        let lingering = try await turn(shop)
        let until = try await shop.ledger.counter()
            .turn(at: shop.ledger.time.now, lingering: .seconds(8))?.until
        shop.clock.advance(milliseconds: 1)
        let over = try await turn(shop)

        #expect(lingering == first)
        #expect(until == shop.ledger.time.now)
        #expect(over == nil)
    }

    @Test func `what happens to a sale long after it was over brings it back to no screen`()
        async throws
    {
        let shop = try KeepingShop()
        let id = try await shop.present()
        try await shop.record(KeepingShop.paid(id), about: id)
        shop.clock.advance(milliseconds: 60_000)

        try await shop.ask(.refund(nil, note: "brought back"), about: id)
        let owner = try await turn(shop)

        #expect(owner == nil)
    }

    @Test func `a sale that is being cancelled keeps the screen until the acquirer agrees`()
        async throws
    {
        let shop = try KeepingShop()
        let id = try await shop.present()
        try await shop.ask(.cancel, about: id)
        shop.clock.advance(milliseconds: 60_000)

        let closing = try await shop.screen()
        try await shop.record(.closeConfirmed, about: id)
        let closed = try await shop.screen()

        guard case .checking = closing else {
            Issue.record("shows \(closing.label)")
            return
        }
        #expect(closed == .notPaid(.cancelled, order: String(id.text.suffix(4))))
    }

    @Test func `sales beyond those that are remembered do not hide the newest`() async throws {
        let shop = try KeepingShop()
        for _ in 0..<(Counter.turnsMax + 2) {
            let id = try await shop.open()
            try await shop.ask(.cancel, about: id)
        }
        shop.clock.advance(milliseconds: 60_000)
        let newest = try await shop.open()

        let owner = try await turn(shop)

        #expect(owner == newest)
    }
}

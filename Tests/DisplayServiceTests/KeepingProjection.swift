// SPDX-License-Identifier: Apache-2.0

import Scenes
import Testing
import TillCore
import TillStore
import TillTesting

@testable import DisplayService

@Suite struct `What a screen shows for a sale` {
    private let amount = ShownAmount(text: "12.50", sign: "¥", code: "CNY")

    @Test func `that its code is being made`() async throws {
        let shop = try KeepingShop()
        let id = try await shop.open()

        let opened = try await shop.screen()
        try await shop.record(.asking, about: id)
        let asking = try await shop.screen()

        #expect(opened == .waiting(amount: amount, order: String(id.text.suffix(4))))
        #expect(asking == opened)
    }

    @Test func `its code, and the seconds that are left`() async throws {
        let shop = try KeepingShop()
        let id = try await shop.present()
        shop.clock.advance(milliseconds: 1)

        let screen = try await shop.screen()

        #expect(
            screen
                == .code(
                    CodeScreen(
                        payload: "https://pay.example/C", amount: amount, merchant: "Corner Tea",
                        validity: .countdown(secondsLeft: 60, of: 60),
                        order: String(id.text.suffix(4)))))
    }

    @Test(arguments: [(1, 1000), (999, 1000), (1000, 2000), (1001, 2000), (59_500, 60_000)])
    func `changes by itself when a second is over`(at: Int64, next: Int64) async throws {
        let shop = try KeepingShop()
        let order = try await shop.ledger.order(try await shop.present())
        let projection = Projection(merchant: "", boot: shop.ledger.boot)

        let change = projection.nextChange(of: order, at: order.openedAt + .milliseconds(at))

        #expect(change == order.openedAt + .milliseconds(next))
    }

    @Test(arguments: [(0, "00:01"), (8 * 3600, "08:01"), (-3600, "23:01"), (5 * 3600 + 45 * 60, "05:46")])
    func `until when, by the shop's own clock, where seconds cannot be counted down`(
        offset: Int, text: String
    ) async throws {
        let shop = try KeepingShop()
        let opened = try await shop.ledger.order(try await shop.present(patience: .seconds(60)))
        // The day's first minute, whenever the shop was opened.
        let shift = -Int(opened.openedAt.milliseconds / 1000 % 86_400)
        let projection = Projection(merchant: "", boot: shop.ledger.boot) { _ in shift + offset }

        let first = projection.screen(of: opened, at: opened.openedAt, counts: false)
        let later = projection.screen(of: opened, at: opened.openedAt + .seconds(30), counts: false)

        guard case .code(let code) = first else {
            Issue.record("no code: \(first)")
            return
        }
        #expect(code.validity == .until(text))
        #expect(later == first)
        #expect(projection.nextChange(of: opened, at: opened.openedAt, counts: false) == opened.deadline)
    }

    @Test func `no code from its deadline on`() async throws {
        let shop = try KeepingShop()
        let id = try await shop.present(patience: .seconds(60))
        shop.clock.advance(milliseconds: 59_999)
        let before = try await shop.screen()
        shop.clock.advance(milliseconds: 1)
        let after = try await shop.screen()

        let order = try await shop.ledger.order(id)
        let projection = Projection(merchant: "", boot: shop.ledger.boot)
        #expect(before.label == "code")
        #expect(after.label == "checking")
        #expect(projection.nextChange(of: order, at: order.deadline) == nil)
    }

    @Test func `that we are checking while we do not know`() async throws {
        let shop = try KeepingShop()
        let id = try await shop.open()
        try await shop.record(.asking, .answerLost, about: id)

        let screen = try await shop.screen()

        #expect(screen == .checking(amount: amount, order: String(id.text.suffix(4))))
    }

    @Test func `that it is paid`() async throws {
        let shop = try KeepingShop()
        let id = try await shop.present()
        try await shop.record(KeepingShop.paid(id), about: id)

        let screen = try await shop.screen()

        #expect(screen == .paid(amount: amount, order: String(id.text.suffix(4))))
    }

    @Test func `that a person has to look`() async throws {
        let shop = try KeepingShop()
        let id = try await shop.present()
        try await shop.record(KeepingShop.paid(id, minorUnits: 1200), about: id)

        let screen = try await shop.screen()

        #expect(screen == .held(order: String(id.text.suffix(4))))
    }

    @Test func `that money came after it was over`() async throws {
        let shop = try KeepingShop()
        let id = try await shop.present()
        try await shop.ask(.cancel, about: id)
        try await shop.record(.closeConfirmed, KeepingShop.paid(id), about: id)

        let screen = try await shop.screen()

        #expect(screen == .paidLate(order: String(id.text.suffix(4))))
    }

    @Test func `that the cashier gave it up`() async throws {
        let shop = try KeepingShop()
        let id = try await shop.open()
        try await shop.ask(.cancel, about: id)

        #expect(try await shop.screen() == .notPaid(.cancelled, order: String(id.text.suffix(4))))
    }

    @Test func `that its time was over`() async throws {
        let shop = try KeepingShop()
        let id = try await shop.open()
        shop.clock.advance(milliseconds: 60_000)
        try await shop.ledger.record(.deadlinePassed, about: id)

        #expect(try await shop.screen() == .notPaid(.expired, order: String(id.text.suffix(4))))
    }

    @Test func `that the acquirer said no`() async throws {
        let shop = try KeepingShop()
        let id = try await shop.open()
        try await shop.record(
            .asking, .outcome(.refused(reason: "blocked"), .query), about: id)

        #expect(try await shop.screen() == .notPaid(.refused, order: String(id.text.suffix(4))))
    }

    @Test func `that a sale which the acquirer never saw ran out of time`() async throws {
        let shop = try KeepingShop()
        let id = try await shop.open()
        try await shop.record(.asking, .answerLost, about: id)
        shop.clock.advance(milliseconds: 30_000)
        try await shop.record(.outcome(.unseen, .query), .closeConfirmed, about: id)

        #expect(try await shop.screen() == .notPaid(.expired, order: String(id.text.suffix(4))))
    }
}

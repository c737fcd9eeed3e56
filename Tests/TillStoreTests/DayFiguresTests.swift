// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore

@testable import TillStore

@Suite struct `The figures of a day` {
    private func figures(_ shop: StatementShop, _ day: CalendarDay) async throws -> DayFigures {
        try await shop.ledger.figures(from: day.start(), until: day.next.start())
    }

    private func line(_ count: Int, _ value: Int64) -> [DayFigures.Line] {
        [DayFigures.Line(account: "main", count: count, total: Money(minorUnits: value, .cny))]
    }

    @Test func `are what was paid and what of it went back`() async throws {
        let shop = try StatementShop()
        let order = try await shop.sell("pay_1")
        _ = try await shop.sell("pay_2", knowsTime: false)
        _ = try await shop.refund(order, 250)

        let figures = try await figures(shop, shop.day)

        #expect(figures.sales == line(2, 2500))
        #expect(figures.refunds == line(1, 250))
        #expect(figures.head == (try await shop.ledger.head()))
    }

    @Test func `have each sale on the day on which it was paid, and each refund on its own`() async throws {
        let shop = try StatementShop()
        let yesterday = shop.day
        let order = try await shop.sell("pay_1")
        shop.clock.pass(.seconds(86_400))
        _ = try await shop.refund(order)
        _ = try await shop.sell("pay_2")

        let first = try await figures(shop, yesterday)
        let second = try await figures(shop, yesterday.next)

        #expect(first.sales == line(1, 1250))
        #expect(first.refunds == [])
        #expect(second.sales == line(1, 1250))
        #expect(second.refunds == line(1, 1250))
    }

    @Test func `leave out what was not paid, and money that was never a sale`() async throws {
        let shop = try StatementShop()
        let order = try await shop.giveUp()
        let late = Payment(
            acquirerReference: "pay_late", amount: Money(minorUnits: 1250, .cny), paidAt: shop.clock.wall)
        let now = try await shop.ledger.tell(.outcome(.paid(late), .query), of: order)
        let refund = try #require(now.refunds.first)
        try await shop.ledger.record(.refund(refund.id, .sending), about: order.id)
        try await shop.ledger.record(.refund(refund.id, .outcome(.done)), about: order.id)

        let figures = try await figures(shop, shop.day)

        #expect(figures.sales == [])
        #expect(figures.refunds == [])
    }

    @Test func `of an empty ledger are none`() async throws {
        let shop = try StatementShop()

        let figures = try await figures(shop, shop.day)

        #expect(figures.sales == [] && figures.refunds == [])
        #expect(figures.head.seq == (try await shop.ledger.journalHead()))
    }

    @Test func `begin with the first moment of the day and end before the next`() async throws {
        let shop = try StatementShop()
        _ = try await shop.sell("pay_1")
        let paid = shop.clock.wall
        let next = Timestamp(milliseconds: paid.milliseconds + 1)

        let from = try await shop.ledger.figures(from: paid, until: next)
        let until = try await shop.ledger.figures(from: Timestamp(milliseconds: 0), until: paid)

        #expect(from.sales == line(1, 1250))
        #expect(until.sales == [])
    }
}

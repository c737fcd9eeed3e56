// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore

@Suite struct `Late money, as the shop wishes` {
    @Test func `is kept with a receipt, and the sale stays closed`() throws {
        var story = try Story.cancelled(lateMoney: .keep)

        story.pay()

        #expect(story.order.state == .closed)
        #expect(story.order.transactions.map(\.fate) == [.kept])
        #expect(story.order.refunds.isEmpty)
        #expect(story.order.prints.map(\.kind) == [.sale])
        #expect(story.order.status == .paidLate)
    }

    @Test func `that was kept can be given back, and then it is not paid`() throws {
        var story = try Story.cancelled(lateMoney: .keep)
        story.pay()

        try story.accept(.refund(nil, note: "did not want it"))
        story.answer(.done, to: story.order.refunds[0].id)

        #expect(story.order.status == .notPaid)
        #expect(story.order.state == .closed)
    }

    @Test func `is kept once: the second goes back`() throws {
        var story = try Story.cancelled(lateMoney: .keep)
        story.pay("M1")

        story.pay("M2")

        #expect(story.order.transactions.map(\.fate) == [.kept, .returning])
        #expect(story.order.refunds.map(\.reason) == [.surplus])
    }

    @Test func `of another amount is asked about, whatever the wish`() throws {
        var story = try Story.cancelled(lateMoney: .keep)

        story.pay("M1", Money(minorUnits: 1, .cny))

        #expect(story.order.transactions.map(\.fate) == [.held])
        #expect(story.order.holds.map(\.reason.decisions) == [[.giveBack, .leave]])
    }

    @Test func `waits for a person who keeps it`() throws {
        var story = try Story.cancelled(lateMoney: .ask)
        story.pay()
        let asked = story.order

        try story.settle("O1-H1", .keep)

        #expect(asked.status == .needsPerson)
        #expect(asked.transactions.map(\.fate) == [.held])
        #expect(asked.refunds.isEmpty)
        #expect(story.order.transactions.map(\.fate) == [.kept])
        #expect(story.order.prints.map(\.kind) == [.sale])
        #expect(story.order.status == .paidLate)
    }

    @Test func `waits for a person who gives it back`() throws {
        var story = try Story.cancelled(lateMoney: .ask)
        story.pay()

        try story.settle("O1-H1", .giveBack)

        #expect(story.order.transactions.map(\.fate) == [.returning])
        #expect(story.order.refunds.map(\.reason) == [.decided])
    }

    @Test func `that two people are asked about is kept once`() throws {
        var story = try Story.cancelled(lateMoney: .ask)
        story.pay("M1")
        story.pay("M2")

        try story.settle("O1-H1", .keep)
        try story.settle("O1-H2", .keep)

        #expect(story.order.transactions.map(\.fate) == [.kept, .returning])
        #expect(story.order.refunds.map(\.reason) == [.surplus])
    }

    @Test func `that comes while a sale is being cancelled goes back, whatever the wish`() throws {
        var story = Story.presented(lateMoney: .keep)
        try story.accept(.cancel)

        story.pay()

        #expect(story.order.refunds.map(\.reason) == [.cancelled])
        #expect(story.order.transactions.map(\.fate) == [.returning])
    }
}

// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore

@Suite struct `What a statement tells` {
    static let key = TransactionKey(account: "main", acquirerReference: "M1")

    static func report(_ minorUnits: Int64, _ currency: Currency = .cny) -> RefundReport {
        RefundReport(
            acquirerReference: "X1", payment: "M1",
            amount: Money(minorUnits: minorUnits, currency))
    }

    @Test func `a refund that others made counts, and a person has to know`() throws {
        var story = Story.paid()

        story.record(.refundedElsewhere(Self.key, Self.report(1250)))

        #expect(story.order.refunds.map(\.reason) == [.elsewhere])
        #expect(story.order.refunds.map(\.state) == [.done])
        #expect(story.order.status == .needsPerson)
        #expect(throws: OrderError.refundExceeds(left: Money(minorUnits: 0, .cny))) {
            try story.accept(.refund(nil, note: ""))
        }
        try story.settle("O1-H1", .leave)
        #expect(story.order.status == .notPaid)
    }

    @Test func `a refund that others made of a part leaves the rest`() throws {
        var story = Story.paid()
        story.record(.refundedElsewhere(Self.key, Self.report(250)))

        try story.accept(.refund(nil, note: ""))

        #expect(story.order.refunds.map(\.amount.minorUnits) == [250, 1000])
    }

    @Test func `a refund that others made is told twice and counts once`() {
        var story = Story.paid()
        story.record(.refundedElsewhere(Self.key, Self.report(250)))

        story.record(.refundedElsewhere(Self.key, Self.report(250)))

        #expect(story.last.isEmpty)
    }

    @Test func `a refund in another currency is not counted, and yet seen`() {
        var story = Story.paid()

        story.record(.refundedElsewhere(Self.key, Self.report(1250, .jpy)))

        #expect(story.order.refunds.isEmpty)
        #expect(story.order.holds.count == 1)
    }

    @Test func `what others gave back need not go back again`() throws {
        var story = try Story.cancelled()
        story.pay()
        story.record(.refundedElsewhere(Self.key, Self.report(1250)))

        story.answer(.refused(reason: "refund_exceeds"), to: story.order.refunds[0].id)

        #expect(story.order.transactions.map(\.fate) == [.returned])
        #expect(story.order.status == .needsPerson)
    }

    @Test func `money that a person has to look at is returned when others gave back the last of it`() {
        var story = Story.presented()
        story.pay("M1", Money(minorUnits: 1000, .cny))

        story.record(.refundedElsewhere(Self.key, Self.report(400)))
        let fates = story.order.transactions.map(\.fate)
        story.record(
            .refundedElsewhere(
                Self.key,
                RefundReport(acquirerReference: "X2", payment: "M1", amount: Money(minorUnits: 600, .cny))))

        #expect(fates == [.held])
        #expect(story.order.transactions.map(\.fate) == [.returned])
    }

    @Test func `money that a statement lacks is one hold, however often it is compared`() {
        var story = Story.paid()
        story.record(.statementLacks(.transaction(Self.key), Story.day))

        story.record(.statementLacks(.transaction(Self.key), Story.day))

        #expect(story.last.isEmpty)
        #expect(
            story.order.holds.map(\.reason)
                == [.missingInStatement(.transaction(Self.key), Story.day)])
        #expect(story.order.state == .paid)
    }

    @Test func `a refund that is under way is not missed`() throws {
        var story = Story.paid()
        try story.accept(.refund(nil, note: ""))
        let id = story.order.refunds[0].id
        story.record(.sending, on: id)

        story.record(.statementLacks(.refund(id), Story.day))

        #expect(story.last.isEmpty)
        #expect(story.order.holds == [])
    }

    @Test func `a refund of another amount is a hold, and of the same amount none`() throws {
        var story = Story.paid()
        try story.accept(.refund(Money(minorUnits: 500, .cny), note: ""))
        let refund = story.order.refunds[0].id
        story.answer(.done, to: refund)

        story.record(.statementDiffers(refund, reported: Money(minorUnits: 500, .cny)))
        let same = story.order.holds
        story.record(.statementDiffers(refund, reported: Money(minorUnits: 499, .cny)))

        #expect(same.isEmpty)
        #expect(
            story.order.holds.map(\.reason)
                == [.refundDiffers(refund, reported: Money(minorUnits: 499, .cny))])
    }

    @Test func `money that only a statement knows pays for an order that is open`() {
        var story = Story.presented()

        story.pay(by: .statement)

        #expect(story.order.state == .paid)
        #expect(story.order.transactions.map(\.source) == [.statement])
    }

    @Test func `a closed attempt that is proven is watched no longer`() throws {
        var story = try Story.cancelled()
        let watched = story.order.effects

        story.record(.proven(Story.day))

        #expect(watched == [.provider(.watch(Story.first))])
        #expect(story.order.effects.isEmpty)
    }

    @Test func `nothing but a closed attempt is proven by a day`() {
        var story = Story.presented()

        story.record(.proven(Story.day))

        #expect(story.last.isEmpty)
    }

    @Test func `the day that proves an attempt is the one on which it was closed`() throws {
        let china: Duration = .seconds(8 * 3600)
        let story = try Story.cancelled()
        let attempt = story.order.attempts[0]
        let deadline = Story.opensAt + Story.patience

        #expect(Order.dayToProve(attempt, offset: china) == CalendarDay(of: deadline, offset: china))
        #expect(Order.dayToProve(Story.presented().order.attempts[0], offset: china) == nil)
    }
}

@Suite struct `What stays in doubt for two days` {
    @Test func `is shown to a person, and asked about all the same`() throws {
        var story = Story.presented()
        try story.accept(.cancel)
        story.wait(.seconds(49 * 3600))

        story.record(.stuck)

        #expect(story.order.holds.map(\.reason) == [.stuckAttempt(Story.first)])
        #expect(story.order.status == .needsPerson)
        #expect(story.order.effects == [.provider(.close(Story.first))])
    }

    @Test func `is not shown before`() throws {
        var story = Story.presented()
        try story.accept(.cancel)
        story.wait(.seconds(48 * 3600))

        story.record(.stuck)

        #expect(story.last.isEmpty)
    }

    @Test func `is shown once, and a refund as well`() throws {
        var story = Story.paid()
        try story.accept(.refund(nil, note: ""))
        let refund = story.order.refunds[0].id
        story.record(.sending, on: refund)
        story.record(.answerLost, on: refund)

        story.record(.stuck, on: refund)
        let once = story.order
        story.record(.stuck, on: refund)

        #expect(once.holds.map(\.reason) == [.stuckRefund(refund)])
        #expect(story.order == once)
        #expect(once.effects.contains(.provider(.queryRefund(refund))))
    }

    @Test func `may still end well`() throws {
        var story = Story.presented()
        try story.accept(.cancel)
        story.wait(.seconds(49 * 3600))
        story.record(.stuck)

        story.record(.closeConfirmed)
        try story.settle("O1-H1", .leave)

        #expect(story.order.state == .closed)
        #expect(story.order.status == .notPaid)
    }
}

@Suite struct `Copies of a receipt` {
    @Test func `have a limit`() throws {
        var story = Story.paid()
        for _ in 0..<Order.copiesMax { try story.accept(.reprint) }

        #expect(throws: OrderError.tooManyCopies(limit: 50)) { try story.accept(.reprint) }
    }
}

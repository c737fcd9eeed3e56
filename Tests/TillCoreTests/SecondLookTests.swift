// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore

@Suite struct `What a second look at the core found` {
    @Test func `money of one code that is told for another pays nothing a second time`() throws {
        var story = Story.presented()
        story.pay("M1", Money(minorUnits: 1, .cny))
        try story.tryAgain()
        story.present(Story.second)

        story.pay("M1", Money(minorUnits: 1, .cny), on: Story.second)
        story.pay("M1", Money(minorUnits: 1, .cny), on: Story.second)

        #expect(story.state(of: Story.second) == .presented(boot: 1))
        #expect(story.order.effects.contains(.provider(.watch(Story.second))))
        #expect(story.order.holds.count == 2)
        #expect(OrderInvariants.faults(of: story.order) == [])
    }

    @Test func `an attempt that an acquirer may know is never closed and forgotten`() throws {
        var story = Story()
        story.record(.asking)
        story.record(.answerLost)
        try story.accept(.cancel)

        story.record(.notSent)

        #expect(story.order.effects == [.provider(.watch(Story.first))])
    }

    @Test func `the money of a closed code pays for a sale that is still open`() throws {
        var story = Story.presented()
        try story.tryAgain()
        story.present(Story.second)
        story.record(.closeConfirmed, on: Story.first)

        story.pay("M1", on: Story.first)

        #expect(story.order.state == .paid)
        #expect(story.state(of: Story.first) == .closed(.replaced))
        #expect(story.state(of: Story.second) == .closing(.superseded))
        #expect(story.order.transactions.map(\.fate) == [.kept])
    }

    @Test func `a retry for which nothing is left is refused and not swallowed`() throws {
        var story = try `A refund`.story(in: .refused("no"))
        try story.accept(.refund(nil, note: "again"))

        #expect(throws: OrderError.refundExceeds(left: Money(minorUnits: 0, .cny))) {
            try story.settle("O1-H1", .retry)
        }
        #expect(story.order.holds.first?.isOpen == true)
    }

    @Test func `a refund that is done after all cannot be paid a second time unseen`() throws {
        var story = try `A refund`.story(in: .refused("no"))

        story.record(.outcome(.done), on: `A refund`.id)
        story.record(.outcome(.done), on: `A refund`.id)

        #expect(story.order.holds.count == 2)
        #expect(story.order.refunds.map(\.state) == [.refused("no")])
        #expect(throws: OrderError.decisionDoesNotFit([.leave])) {
            try story.settle("O1-H1", .retry)
        }
    }

    @Test func `a refund that is refused after it was done is seen by a person`() throws {
        var story = try `A refund`.story(in: .done)

        story.record(.outcome(.refused(reason: "bounced")), on: `A refund`.id)

        #expect(story.order.refunds.map(\.state) == [.done])
        #expect(story.order.status == .needsPerson)
    }

    @Test func `copies are numbered without gaps even if one is torn`() throws {
        var story = Story.paid()
        try story.accept(.reprint)
        story.record(.started, on: "O1-P2")
        story.record(.interrupted, on: "O1-P2")
        try story.settle("O1-H1", .printAgain)

        try story.accept(.reprint)

        #expect(
            story.order.prints.map(\.kind) == [
                .sale, .copy(number: 1), .copy(number: 1), .copy(number: 2),
            ])
    }
}

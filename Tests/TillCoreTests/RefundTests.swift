// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore

@Suite struct `A refund` {
    static let id = RefundID("\(Story.first)R1")

    /// A refund in a state, and nothing else.
    static func story(in state: RefundState) throws -> Story {
        var story = Story.paid(slips: .none)
        try story.accept(.refund(nil, note: "cold"))
        switch state {
        case .asked: break
        case .sent: story.record(.sending, on: id)
        case .unknown:
            story.record(.sending, on: id)
            story.record(.answerLost, on: id)
        case .done: story.answer(.done, to: id)
        case .refused: story.answer(.refused(reason: "no"), to: id)
        }
        return story
    }

    @Test func `is owed as soon as it is asked for`() throws {
        var story = Story.paid(slips: .none)

        try story.accept(.refund(nil, note: "cold"))

        let refund = try #require(story.order.refunds.first)
        #expect(refund.id == Self.id)
        #expect(refund.amount == Story.price)
        #expect(refund.note == "cold")
        #expect(refund.state == .asked)
        #expect(story.last.begins == [.provider(.refund(Self.id))])
        #expect(story.order.status == .paid)
    }

    /// Every state and every fact, and where it leads.
    static let edges: [(RefundState, RefundFact, RefundState)] = [
        (.asked, .sending, .sent), (.asked, .notSent, .asked), (.asked, .answerLost, .asked),
        (.asked, .outcome(.unseen), .asked), (.asked, .outcome(.pending), .asked),
        (.asked, .outcome(.done), .done),
        (.asked, .outcome(.refused(reason: "no")), .refused("no")),
        (.sent, .sending, .sent), (.sent, .notSent, .asked), (.sent, .answerLost, .unknown),
        (.sent, .outcome(.unseen), .sent), (.sent, .outcome(.pending), .unknown),
        (.sent, .outcome(.done), .done), (.sent, .outcome(.refused(reason: "no")), .refused("no")),
        (.unknown, .sending, .unknown), (.unknown, .notSent, .unknown),
        (.unknown, .answerLost, .unknown), (.unknown, .outcome(.unseen), .asked),
        (.unknown, .outcome(.pending), .unknown), (.unknown, .outcome(.done), .done),
        (.unknown, .outcome(.refused(reason: "no")), .refused("no")),
        (.done, .sending, .done), (.done, .notSent, .done), (.done, .answerLost, .done),
        (.done, .outcome(.unseen), .done), (.done, .outcome(.pending), .done),
        (.done, .outcome(.done), .done), (.done, .outcome(.refused(reason: "x")), .done),
        (.refused("no"), .sending, .refused("no")), (.refused("no"), .notSent, .refused("no")),
        (.refused("no"), .answerLost, .refused("no")),
        (.refused("no"), .outcome(.unseen), .refused("no")),
        (.refused("no"), .outcome(.pending), .refused("no")),
        (.refused("no"), .outcome(.done), .refused("no")),
        (.refused("no"), .outcome(.refused(reason: "x")), .refused("no")),
    ]

    @Test(arguments: edges)
    func `goes along its edges only`(from: RefundState, fact: RefundFact, to: RefundState) throws {
        var story = try Self.story(in: from)

        story.record(fact, on: Self.id)

        #expect(story.order.refund(Self.id)?.state == to)
    }

    @Test(arguments: [
        (RefundState.asked, [Effect.provider(.refund(id))]), (.sent, [.provider(.refund(id))]),
        (.unknown, [.provider(.queryRefund(id))]), (.done, []), (.refused("no"), []),
    ])
    func `owes its next step`(state: RefundState, effects: [Effect]) throws {
        let story = try Self.story(in: state)

        #expect(story.order.effects == effects)
    }

    @Test func `may not exceed what is left`() throws {
        var story = Story.paid(slips: .none)
        try story.accept(.refund(Money(minorUnits: 1000, .cny), note: ""))

        #expect(throws: OrderError.refundExceeds(left: Money(minorUnits: 250, .cny))) {
            try story.accept(.refund(Money(minorUnits: 251, .cny), note: ""))
        }
        try story.accept(.refund(nil, note: ""))
        #expect(story.order.refunds.map(\.amount.minorUnits) == [1000, 250])
        #expect(throws: OrderError.refundExceeds(left: Money(minorUnits: 0, .cny))) {
            try story.accept(.refund(nil, note: ""))
        }
    }

    @Test(arguments: [RefundState.asked, .sent, .unknown, .done])
    func `counts against the rest unless it is refused`(state: RefundState) throws {
        var story = try Self.story(in: state)

        #expect(throws: OrderError.refundExceeds(left: Money(minorUnits: 0, .cny))) {
            try story.accept(.refund(Money(minorUnits: 1, .cny), note: ""))
        }
    }

    @Test func `that is refused frees its amount`() throws {
        var story = try Self.story(in: .refused("no"))

        try story.accept(.refund(nil, note: "again"))

        #expect(story.order.refunds.map(\.state) == [.refused("no"), .asked])
        #expect(Set(story.order.refunds.map(\.id)).count == 2)
    }

    @Test func `has a name that no refund of a ledger before its restoration has`() throws {
        var forgotten = Story.paid()
        var restored = Story.paid()
        restored.boot = 5 * Occasion.startsPerLine + 1

        try forgotten.accept(.refund(nil, note: ""))
        try restored.accept(.refund(nil, note: ""))

        #expect(forgotten.order.refunds.map(\.id) == [RefundID("\(Story.first)R1")])
        #expect(restored.order.refunds.map(\.id) == [RefundID("\(Story.first)R1L000005")])
    }

    @Test func `of nothing, of other money or of no sale is refused`() throws {
        var paid = Story.paid()
        var open = Story.presented()
        var closed = try Story.cancelled()

        #expect(throws: OrderError.refundOfNothing) {
            try paid.accept(.refund(Money(minorUnits: 0, .cny), note: ""))
        }
        #expect(throws: OrderError.currencyDiffers(expected: .cny)) {
            try paid.accept(.refund(Money(minorUnits: 1, .jpy), note: ""))
        }
        #expect(throws: OrderError.notPaid("O1")) { try open.accept(.refund(nil, note: "")) }
        #expect(throws: OrderError.notPaid("O1")) { try closed.accept(.refund(nil, note: "")) }
    }

    @Test func `that is refused opens a hold, and a retry has an id of its own`() throws {
        var story = try Self.story(in: .refused("no"))
        let hold = try #require(story.order.holds.first)
        #expect(hold.reason == .refundRefused(Self.id, reason: "no"))
        #expect(story.order.status == .needsPerson)

        try story.settle(hold.id, .retry)

        #expect(story.order.refunds.map(\.state) == [.refused("no"), .asked])
        #expect(story.order.refunds.last?.id == RefundID("\(Story.first)R2"))
        #expect(story.order.refunds.last?.note == "cold")
        #expect(story.order.refunds.last?.reason == .asked)
        #expect(story.order.holds.first?.settlement?.by == "anna")
        #expect(story.order.status == .paid)
    }

    @Test func `of late money that is refused is held, retried and returned`() throws {
        var story = try Story.cancelled()
        story.pay()
        let first = try #require(story.order.refunds.first?.id)

        story.answer(.refused(reason: "no"), to: first)
        let held = story.order.transactions.map(\.fate)
        try story.settle(try #require(story.order.holds.first?.id), .retry)
        let returning = story.order.transactions.map(\.fate)
        story.answer(.done, to: try #require(story.order.refunds.last?.id))

        #expect(held == [.held])
        #expect(returning == [.returning])
        #expect(story.order.transactions.map(\.fate) == [.returned])
        #expect(story.order.refunds.map(\.reason) == [.late, .late])
        #expect(story.order.status == .notPaid)
    }

    @Test func `that a person asked for prints a slip when the money is back`() throws {
        var story = Story.paid()
        try story.accept(.refund(Money(minorUnits: 50, .cny), note: ""))

        story.answer(.done, to: Self.id)
        story.record(.outcome(.done), on: Self.id)

        #expect(story.order.prints.map(\.kind) == [.sale, .refund])
        #expect(story.order.prints.last?.refund == Self.id)
        #expect(story.order.status == .paid)
    }

    @Test func `of the whole makes a sale that is not paid`() throws {
        var story = Story.paid(slips: .none)
        try story.accept(.refund(Money(minorUnits: 1000, .cny), note: ""))
        try story.accept(.refund(Money(minorUnits: 250, .cny), note: ""))
        story.answer(.done, to: RefundID("\(Story.first)R1"))
        #expect(story.order.status == .paid)

        story.answer(.done, to: RefundID("\(Story.first)R2"))

        #expect(story.order.status == .notPaid)
        #expect(story.order.state == .paid)
    }

    @Test func `of another sale is none of ours`() throws {
        var story = try Self.story(in: .sent)

        story.record(.outcome(.done), on: "ZZZR1")

        #expect(story.last.isEmpty)
    }
}

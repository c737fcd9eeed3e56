// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore

@Suite struct `A hold` {
    static let key = TransactionKey(account: "main", acquirerReference: "M1")
    static let tooLittle = Money(minorUnits: 1, .cny)

    /// A sale with wrong money whose code is closed.
    static func wrongMoney() -> Story {
        var story = Story.presented()
        story.pay("M1", tooLittle)
        story.record(.closeConfirmed)
        return story
    }

    /// A paid sale whose receipt broke off.
    static func tornReceipt() -> Story {
        var story = Story.paid()
        story.record(.started, on: "O1-P1")
        story.record(.interrupted, on: "O1-P1")
        return story
    }

    /// A paid sale whose refund was refused.
    static func refusedRefund() throws -> Story {
        try `A refund`.story(in: .refused("no"))
    }

    @Test func `about wrong money is settled by giving it back`() throws {
        var story = Self.wrongMoney()
        #expect(story.order.state == .closed)

        try story.settle("O1-H1", .giveBack)

        #expect(story.order.refunds.map(\.reason) == [.decided])
        #expect(story.order.refunds.map(\.amount) == [Self.tooLittle])
        #expect(story.order.transactions.map(\.fate) == [.returning])
        #expect(story.order.status == .paidLate)
    }

    @Test func `about wrong money that is given back ends as returned`() throws {
        var story = Self.wrongMoney()
        try story.settle("O1-H1", .giveBack)

        story.answer(.done, to: story.order.refunds[0].id)

        #expect(story.order.transactions.map(\.fate) == [.returned])
        #expect(story.order.status == .notPaid)
    }

    @Test func `about money in two other amounts gives it back once`() throws {
        var story = Self.wrongMoney()
        story.pay("M1", Money(minorUnits: 2, .cny))
        #expect(story.order.holds.count == 2)

        try story.settle("O1-H1", .giveBack)
        try story.settle("O1-H2", .giveBack)

        #expect(story.order.refunds.map(\.amount) == [Self.tooLittle])
    }

    @Test func `that is left changes nothing else`() throws {
        var wrong = Self.wrongMoney()
        var refused = try Self.refusedRefund()

        try wrong.settle("O1-H1", .leave)
        try refused.settle("O1-H1", .leave)

        #expect(wrong.order.refunds == [])
        #expect(wrong.order.transactions.map(\.fate) == [.held])
        #expect(wrong.last.begins == [])
        #expect(refused.order.refunds.map(\.state) == [.refused("no")])
        #expect(refused.order.status == .paid)
    }

    @Test func `about a torn receipt is settled by the paper that came out`() throws {
        var story = Self.tornReceipt()
        #expect(story.order.prints.map(\.state) == [.doubtful])
        #expect(story.order.status == .needsPerson)

        try story.settle("O1-H1", .printed)

        #expect(story.order.prints.map(\.state) == [.printed])
        #expect(story.order.effects == [])
        #expect(story.order.status == .paid)
    }

    @Test func `about a torn receipt is settled by another that says it may be a second one`()
        throws
    {
        var story = Self.tornReceipt()

        try story.settle("O1-H1", .printAgain)

        #expect(story.order.prints.map(\.state) == [.abandoned, .queued])
        #expect(story.order.prints.map(\.mayBeDuplicate) == [false, true])
        #expect(story.order.prints.map(\.kind) == [.sale, .sale])
        #expect(story.order.effects == [.print("O1-P2")])
    }

    @Test func `is settled once`() throws {
        var story = Self.wrongMoney()
        try story.settle("O1-H1", .leave)
        let settled = story.order

        #expect(throws: OrderError.alreadySettled("O1-H1")) {
            try story.settle("O1-H1", .giveBack)
        }
        #expect(story.order == settled)
    }

    @Test func `that is not there cannot be settled`() {
        var story = Story.paid()

        #expect(throws: OrderError.noSuchHold("O1-H1")) { try story.settle("O1-H1", .leave) }
    }

    @Test(arguments: HoldDecision.allCases)
    func `takes only the decisions that fit it`(decision: HoldDecision) throws {
        for var story in [Self.wrongMoney(), Self.tornReceipt(), try Self.refusedRefund()] {
            let fitting = try #require(story.order.holds.first).reason.decisions
            guard !fitting.contains(decision) else { continue }

            #expect(throws: OrderError.decisionDoesNotFit(fitting)) {
                try story.settle("O1-H1", decision)
            }
        }
    }

    @Test func `says who settled it, how, why and when`() throws {
        var story = Self.wrongMoney()
        story.wait(.seconds(60))

        try story.accept(.settle("O1-H1", .leave, by: "anna", note: "cash"))

        #expect(
            story.order.holds.first?.settlement
                == HoldSettlement(decision: .leave, by: "anna", note: "cash", at: story.at))
        #expect(story.order.holds.first?.isOpen == false)
    }

    @Test func `without an order can only be left`() {
        #expect(HoldReason.strayNotify("main", subject: "x").decisions == [.leave])
    }
}

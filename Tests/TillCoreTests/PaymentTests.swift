// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore

@Suite struct `Money that comes for a sale` {
    @Test(arguments: [FactSource.query, .notify])
    func `what is asked for and paid is kept`(source: FactSource) {
        var story = Story.presented()

        story.pay(by: source)

        #expect(story.order.state == .paid)
        #expect(story.state() == .paid)
        #expect(story.order.transactions.map(\.fate) == [.kept])
        #expect(story.order.transactions.first?.source == source)
        #expect(story.order.prints.map(\.kind) == [.sale])
        #expect(story.order.effects == [.print("O1-P1")])
    }

    @Test(arguments: [AttemptFact.asking, .answerLost, .codeIssued(Story.code)])
    func `it is kept wherever a live attempt stands`(fact: AttemptFact) {
        var story = Story()
        story.record(fact)

        story.pay()

        #expect(story.order.keptTransaction?.amount == Story.price)
        #expect(story.order.state == .paid)
    }

    @Test func `told twice it is one`() {
        var story = Story.presented()
        story.pay(by: .query)
        let once = story.order

        story.pay(by: .notify)

        #expect(story.last.isEmpty)
        #expect(story.order == once)
    }

    @Test func `a notify and a query of the same money may come in either order`() {
        var one = Story.presented()
        var other = Story.presented()

        one.pay(by: .query)
        one.pay(by: .notify)
        other.pay(by: .notify)
        other.pay(by: .query)

        #expect(one.order.transactions.map(\.key) == other.order.transactions.map(\.key))
        #expect(one.order.transactions.map(\.fate) == other.order.transactions.map(\.fate))
        #expect(one.order.effects == other.order.effects)
        #expect(one.order.version == other.order.version)
    }

    @Test func `after the sale is over it goes back as late`() throws {
        var story = try Story.cancelled()

        story.pay()

        #expect(story.order.state == .closed)
        #expect(story.state() == .closed(.cancelled))
        #expect(story.order.transactions.map(\.fate) == [.returning])
        #expect(story.order.refunds.map(\.reason) == [.late])
        #expect(story.order.refunds.map(\.amount) == [Story.price])
        #expect(story.order.effects.contains(.provider(.refund(story.order.refunds[0].id))))
        #expect(story.order.status == .paidLate)
    }

    @Test func `late money is told again and again and goes back once`() throws {
        var story = try Story.cancelled()
        story.pay()

        story.pay(by: .notify)
        story.pay(by: .query)

        #expect(story.order.refunds.count == 1)
        #expect(story.order.transactions.count == 1)
    }

    @Test func `while an expired code is being closed it is still a sale`() {
        var story = Story.presented()
        story.wait(Story.patience)
        story.record(.deadlinePassed)

        story.pay()

        #expect(story.order.state == .paid)
        #expect(story.order.transactions.map(\.fate) == [.kept])
        #expect(story.order.refunds == [])
    }

    @Test func `while a cancelled one is being closed it goes back`() throws {
        var story = Story.presented()
        try story.accept(.cancel)

        story.pay()

        #expect(story.order.state == .closed)
        #expect(story.order.refunds.map(\.reason) == [.cancelled])
        #expect(story.order.transactions.map(\.fate) == [.returning])
        #expect(story.order.prints == [])
    }

    @Test func `an expired code that is cancelled and then paid goes back`() throws {
        var story = Story.presented()
        story.wait(Story.patience)
        story.record(.deadlinePassed)
        try story.accept(.cancel)

        story.pay()

        #expect(story.state() == .paid)
        #expect(story.order.state == .closed)
        #expect(story.order.refunds.map(\.reason) == [.cancelled])
    }

    @Test func `a second payment on another attempt is surplus`() throws {
        var story = Story.presented()
        try story.tryAgain()
        story.present(Story.second)
        story.pay("M2", on: Story.second)

        story.pay("M1", on: Story.first)

        #expect(story.order.transactions.map(\.fate) == [.kept, .returning])
        #expect(story.order.refunds.map(\.reason) == [.surplus])
        #expect(story.order.refunds.map(\.attempt) == [Story.first])
        #expect(story.order.keptTransaction?.key.acquirerReference == "M2")
        #expect(story.order.status == .paid)
    }

    @Test func `a second payment on the same attempt is surplus`() {
        var story = Story.paid()

        story.pay("M2")

        #expect(story.order.transactions.map(\.fate) == [.kept, .returning])
        #expect(story.order.refunds.map(\.reason) == [.surplus])
        #expect(story.order.prints.count == 1)
    }

    @Test func `the first payment of a replaced code is kept and the new code is given up`() throws {
        var story = Story.presented()
        try story.tryAgain()
        story.present(Story.second)

        story.pay("M1", on: Story.first)

        #expect(story.order.keptTransaction?.attempt == Story.first)
        #expect(story.state(of: Story.second) == .closing(.superseded))
        #expect(story.order.effects.contains(.provider(.close(Story.second))))
    }

    @Test(arguments: [
        Money(minorUnits: 1, .cny), Money(minorUnits: 1249, .cny), Money(minorUnits: 1251, .cny),
        Money(minorUnits: 1250, .jpy), Money(minorUnits: 0, .cny),
    ])
    func `of another amount or currency is held and the code is closed`(reported: Money) {
        var story = Story.presented()

        story.pay("M1", reported)

        let key = TransactionKey(account: "main", acquirerReference: "M1")
        #expect(story.order.state == .open)
        #expect(story.state() == .closing(.wrongMoney))
        #expect(story.order.transactions.map(\.fate) == [.held])
        #expect(story.order.holds.map(\.reason) == [.amountDiffers(key, reported: reported)])
        #expect(story.order.effects == [.provider(.close(Story.first))])
        #expect(story.order.status == .needsPerson)
        #expect(story.order.prints == [])
    }

    @Test func `in another amount when it is told again it opens one hold`() {
        var story = Story.paid()

        story.pay("M1", Money(minorUnits: 1, .cny))
        story.pay("M1", Money(minorUnits: 1, .cny))

        #expect(story.order.holds.count == 1)
        #expect(story.order.state == .paid)
        #expect(story.order.transactions.map(\.fate) == [.kept])
        #expect(story.order.transactions.map(\.amount) == [Story.price])
    }

    @Test func `for a code that the acquirer was never asked for goes back after the end`() {
        var story = Story()
        story.wait(Story.patience)
        story.record(.deadlinePassed)

        story.pay()

        #expect(story.order.state == .closed)
        #expect(story.order.refunds.map(\.reason) == [.late])
    }
}

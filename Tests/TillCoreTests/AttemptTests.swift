// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore

@Suite struct `An attempt` {
    @Test func `is owed to the acquirer as soon as the sale opens`() {
        let story = Story()

        #expect(story.order.version == 1)
        #expect(story.order.effects == [.provider(.create(Story.first)), .deadline])
        #expect(story.last.begins == story.order.effects)
        #expect(story.last.ends == [])
        #expect(story.order.status == .opening)
    }

    @Test func `shows its code when the acquirer issues it`() {
        var story = Story()
        story.record(.asking)

        story.record(.codeIssued(Story.code))

        #expect(story.state() == .presented(boot: 1))
        #expect(story.order.currentAttempt?.code == Story.code)
        #expect(story.last.begins == [.provider(.watch(Story.first))])
        #expect(story.last.ends == [.provider(.create(Story.first))])
        #expect(story.order.status == .code)
    }

    @Test func `whose request never left is opened again`() {
        var story = Story()
        story.record(.asking)

        story.record(.notSent)

        #expect(story.state() == .opened)
        #expect(story.order.effects == [.provider(.create(Story.first)), .deadline])
    }

    @Test func `whose answer was lost is uncertain and is asked about`() {
        var story = Story()
        story.record(.asking)

        story.record(.answerLost)

        #expect(story.state() == .uncertain(since: story.at))
        #expect(story.order.effects.first == .provider(.watch(Story.first)))
        #expect(story.order.status == .checking)
    }

    @Test func `keeps the moment of its first doubt`() {
        var story = Story()
        story.record(.asking)
        story.record(.answerLost)
        let doubted = story.at
        story.wait(.seconds(20))

        story.record(.answerLost)

        #expect(story.state() == .uncertain(since: doubted))
    }

    @Test(arguments: [Duration.zero, .seconds(1), .milliseconds(29_999)])
    func `that is not seen within thirty seconds is still on its way`(after: Duration) {
        var story = Story()
        story.record(.asking)
        story.record(.answerLost)
        story.wait(after)

        story.record(.outcome(.unseen, .query))

        #expect(story.last.isEmpty)
        #expect(story.order.status == .checking)
    }

    @Test(arguments: [Duration.seconds(30), .seconds(31), .seconds(3600)])
    func `that is not seen for thirty seconds is closed at the acquirer`(after: Duration) {
        var story = Story()
        story.record(.asking)
        story.record(.answerLost)
        story.wait(after)

        story.record(.outcome(.unseen, .query))

        #expect(story.state() == .closing(.lost))
        #expect(story.order.state == .open)
        #expect(story.order.effects == [.provider(.close(Story.first))])
    }

    @Test func `that is not seen while its code is up is still open`() {
        var story = Story.presented()
        story.wait(.seconds(60))

        story.record(.outcome(.unseen, .query))

        #expect(story.last.isEmpty)
    }

    @Test func `in doubt shows the code that a query brings`() {
        var story = Story()
        story.record(.asking)
        story.record(.answerLost)

        story.record(.outcome(.pending(Story.code), .query))

        #expect(story.state() == .presented(boot: 1))
        #expect(story.order.currentAttempt?.code == Story.code)
    }

    @Test func `in doubt whose query brings no code stays in doubt`() {
        var story = Story()
        story.record(.asking)
        story.record(.answerLost)

        story.record(.outcome(.pending(nil), .query))

        #expect(story.last.isEmpty)
        #expect(story.order.status == .checking)
    }

    @Test func `is confirmed anew by a query after a restart`() {
        var story = Story.presented()
        story.boot = 2

        story.record(.outcome(.pending(nil), .query))
        let once = story.order
        story.record(.outcome(.pending(nil), .query))

        #expect(story.state() == .presented(boot: 2))
        #expect(story.order == once)
        #expect(once.effects == Story.presented().order.effects)
    }

    @Test(arguments: [AttemptFact.asking, .codeIssued(Story.code), .answerLost])
    func `that is refused is closed and so is the sale`(fact: AttemptFact) {
        var story = Story()
        story.record(.asking)
        story.record(fact)

        story.record(.outcome(.refused(reason: "no funds"), .query))

        #expect(story.state() == .closed(.refused("no funds")))
        #expect(story.order.state == .closed)
        #expect(story.order.status == .notPaid)
    }

    @Test func `takes the place of the one before`() throws {
        var story = Story.presented()

        try story.tryAgain(account: "other")

        #expect(story.state(of: Story.first) == .closing(.replaced))
        #expect(story.state(of: Story.second) == .opened)
        #expect(story.order.currentAttempt?.account == "other")
        #expect(
            story.order.effects == [
                .provider(.close(Story.first)), .provider(.create(Story.second)), .deadline,
            ])
        #expect(story.order.status == .opening)
    }

    @Test func `that was never asked for is replaced at once`() throws {
        var story = Story()

        try story.tryAgain()

        #expect(story.state(of: Story.first) == .closed(.replaced))
        #expect(story.order.state == .open)
        #expect(story.order.effects == [.provider(.create(Story.second)), .deadline])
    }

    @Test func `is one of eight at most`() throws {
        var story = Story()
        for number in 2...Order.attemptsMax { try story.tryAgain(AttemptReference("R\(number)")) }

        #expect(throws: OrderError.tooManyAttempts(limit: 8)) { try story.tryAgain("R9") }
        #expect(story.order.attempts.count == 8)
    }

    @Test func `comes too late after the deadline`() {
        var story = Story.presented()
        story.wait(Story.patience)

        #expect(throws: OrderError.alreadyOver("O1")) { try story.tryAgain() }
    }

    @Test func `comes too late for a sale that is paid, cancelled or closed`() throws {
        var paid = Story.paid()
        var cancelling = Story.presented()
        try cancelling.accept(.cancel)
        var closed = try Story.cancelled()

        #expect(throws: OrderError.alreadyPaid("O1")) { try paid.tryAgain() }
        #expect(throws: OrderError.alreadyOver("O1")) { try cancelling.tryAgain() }
        #expect(throws: OrderError.alreadyOver("O1")) { try closed.tryAgain() }
    }

    @Test func `of another sale is none of ours`() {
        var story = Story.presented()

        story.pay(on: "ZZZZZZZZZZZZZZZZZZZZZZZZZZ")

        #expect(story.last.isEmpty)
    }
}

@Suite struct `Giving a sale up` {
    @Test func `waits for the acquirer to agree`() throws {
        var story = Story.presented()

        try story.accept(.cancel)

        #expect(story.order.state == .cancelling)
        #expect(story.state() == .closing(.cancelled))
        #expect(story.last.begins == [.provider(.close(Story.first))])
        #expect(story.last.ends == [.provider(.watch(Story.first)), .deadline])
        #expect(story.order.status == .checking)
    }

    @Test func `ends when the acquirer agrees`() throws {
        var story = Story.presented()
        try story.accept(.cancel)

        story.record(.closeConfirmed)

        #expect(story.order.state == .closed)
        #expect(story.state() == .closed(.cancelled))
        #expect(story.order.status == .notPaid)
    }

    @Test func `is done at once when the acquirer was never asked`() throws {
        var story = Story()

        try story.accept(.cancel)

        #expect(story.order.state == .closed)
        #expect(story.state() == .closed(.cancelled))
        #expect(story.order.effects == [])
    }

    @Test func `asked for twice is asked for once`() throws {
        var story = Story.presented()
        try story.accept(.cancel)

        try story.accept(.cancel)

        #expect(story.last.isEmpty)
    }

    @Test func `is refused for a sale that is paid or over`() throws {
        var paid = Story.paid()
        var closed = try Story.cancelled()

        #expect(throws: OrderError.alreadyPaid("O1")) { try paid.accept(.cancel) }
        #expect(throws: OrderError.alreadyOver("O1")) { try closed.accept(.cancel) }
    }

    @Test func `while the request was failing to leave ends it`() throws {
        var story = Story()
        story.record(.asking)
        try story.accept(.cancel)

        story.record(.notSent)

        #expect(story.order.state == .closed)
    }

    @Test func `while the request was failing to leave waits for the acquirer, if it gave a code`() throws {
        var story = Story()
        story.record(.asking)
        try story.accept(.cancel)
        story.record(.codeIssued(Story.code))

        story.record(.notSent)

        #expect(story.state() == .closing(.cancelled))
        #expect(story.order.effects == [.provider(.close(Story.first))])
    }

    @Test func `ends when the acquirer says that it is over`() throws {
        var story = Story.presented()
        try story.accept(.cancel)

        story.record(.outcome(.refused(reason: "closed"), .query))

        #expect(story.order.state == .closed)
        #expect(story.state() == .closed(.cancelled))
    }

    @Test func `is not helped by a lost answer`() throws {
        var story = Story.presented()
        try story.accept(.cancel)

        story.record(.answerLost)

        #expect(story.last.isEmpty)
        #expect(story.order.effects == [.provider(.close(Story.first))])
    }

    @Test func `by the clock happens to a code that is up`() {
        var story = Story.presented()
        story.wait(Story.patience)

        story.record(.deadlinePassed)

        #expect(story.state() == .closing(.expired))
        #expect(story.order.state == .open)
        #expect(story.order.effects == [.provider(.close(Story.first))])
    }

    @Test func `by the clock ends a sale that was never asked for`() {
        var story = Story()
        story.record(.asking)
        story.record(.notSent)
        story.wait(Story.patience)

        story.record(.deadlinePassed)

        #expect(story.state() == .closed(.expired))
        #expect(story.order.state == .closed)
        #expect(story.order.effects == [])
    }

    @Test func `does not happen before its time`() {
        var story = Story.presented()
        story.wait(Story.patience - .milliseconds(1))

        story.record(.deadlinePassed)

        #expect(story.last.isEmpty)
    }

    @Test func `keeps the code that came too late as evidence`() throws {
        var story = Story()
        story.record(.asking)
        try story.accept(.cancel)

        story.record(.codeIssued(Story.code))

        #expect(story.state() == .closing(.cancelled))
        #expect(story.order.currentAttempt?.code == Story.code)
        #expect(story.order.status == .checking)
    }

    @Test func `leaves a code that is watched for two days`() throws {
        var story = try Story.cancelled()
        #expect(story.order.effects == [.provider(.watch(Story.first))])

        story.wait(Story.patience + .seconds(48 * 3600) - .milliseconds(1))
        story.record(.watchOver)
        let before = story.order.effects
        story.wait(.milliseconds(1))
        story.record(.watchOver)

        #expect(before == [.provider(.watch(Story.first))])
        #expect(story.order.effects == [])
        #expect(story.state() == .closed(.cancelled))
    }

    @Test func `watches from the close if that is after the deadline`() {
        var story = Story.presented()
        story.wait(.seconds(7200))
        story.record(.deadlinePassed)

        story.record(.closeConfirmed)

        #expect(story.order.currentAttempt?.watchedUntil == story.at + .seconds(48 * 3600))
    }
}

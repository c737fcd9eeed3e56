// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore

@Suite struct `A screen that did not show the code` {
    private static let stranger = SeenInstead.otherCode("https://evil.example")

    @Test func `has a person look, once a code, and ends every wait`() {
        var story = Story.presented()

        story.record(.displayDiffers(Self.stranger))
        let once = story.order
        story.wait(.seconds(1))
        story.record(.displayDiffers(.nothing))

        #expect(once.holds.map(\.reason) == [.displayDiffers(Story.first, Self.stranger)])
        #expect(once.holds.first?.reason.decisions == [.leave])
        #expect(once.status == .needsPerson)
        #expect(story.order == once)
    }

    @Test func `does not give the attempt up: who has scanned it may pay it`() {
        var story = Story.presented()

        story.record(.displayDiffers(.nothing))
        let state = story.state()
        let effects = story.order.effects
        story.pay()

        #expect(state == .presented(boot: 1))
        #expect(effects == Story.presented().order.effects)
        #expect(story.order.state == .paid)
        #expect(story.order.keptTransaction != nil)
    }

    @Test func `does not show the code as payable again, neither settled nor after a restart`() throws {
        var story = Story.presented()
        story.record(.displayDiffers(Self.stranger))

        try story.settle("O1-H1", .leave)
        let settled = story.order.status
        story.boot = 2
        story.record(.outcome(.pending(Story.code), .query))

        #expect(settled == .checking)
        #expect(story.state() == .presented(boot: 2))
        #expect(story.order.status == .checking)
    }

    @Test func `is over with a new code`() throws {
        var story = Story.presented()
        story.record(.displayDiffers(Self.stranger))
        try story.settle("O1-H1", .leave)

        try story.tryAgain()
        story.present(Story.second)
        let shown = story.order.status
        story.record(.displayDiffers(.severalCodes), on: Story.second)

        #expect(shown == .code)
        #expect(
            story.order.holds.map(\.reason) == [
                .displayDiffers(Story.first, Self.stranger), .displayDiffers(Story.second, .severalCodes),
            ])
    }

    @Test func `does not matter before a code was up, nor when it is paid or over`() throws {
        var early = Story()
        early.record(.displayDiffers(.nothing))
        var paid = Story.paid()
        let before = paid.order
        paid.record(.displayDiffers(.nothing))
        var over = try Story.cancelled()
        over.record(.displayDiffers(.nothing))

        #expect(early.last.isEmpty)
        #expect(paid.order == before)
        #expect(over.last.isEmpty)
    }

    @Test func `still matters while the acquirer has not closed it`() throws {
        var story = Story.presented()
        try story.accept(.cancel)

        story.record(.displayDiffers(Self.stranger))

        #expect(story.state() == .closing(.cancelled))
        #expect(story.order.status == .needsPerson)
    }

    @Test func `is told in words`() {
        #expect(SeenInstead.nothing.description == "nothing that can be read")
        #expect(Self.stranger.description == "a code that says \"https://evil.example\"")
        #expect(SeenInstead.severalCodes.description == "more than one code")
    }
}

// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore

@Suite struct `A slip` {
    static let slip: PrintID = "O1-P1"

    /// A paid sale whose receipt is in a state.
    static func story(in state: PrintState) throws -> Story {
        var story = Story.paid()
        if state == .queued { return story }
        story.record(.started, on: slip)
        switch state {
        case .queued, .started: break
        case .printed: story.record(.finished(confirmed: true), on: slip)
        case .unconfirmed: story.record(.finished(confirmed: false), on: slip)
        case .doubtful: story.record(.interrupted, on: slip)
        case .abandoned:
            story.record(.interrupted, on: slip)
            try story.settle("O1-H1", .printAgain)
        }
        return story
    }

    /// Every state and every fact, and where it leads.
    static let edges: [(PrintState, PrintFact, PrintState)] = [
        (.queued, .started, .started), (.queued, .nothingPrinted, .queued),
        (.queued, .finished(confirmed: true), .queued),
        (.queued, .finished(confirmed: false), .queued), (.queued, .interrupted, .queued),
        (.started, .started, .started), (.started, .nothingPrinted, .queued),
        (.started, .finished(confirmed: true), .printed),
        (.started, .finished(confirmed: false), .unconfirmed),
        (.started, .interrupted, .doubtful),
        (.printed, .started, .printed), (.printed, .nothingPrinted, .printed),
        (.printed, .finished(confirmed: false), .printed), (.printed, .interrupted, .printed),
        (.unconfirmed, .started, .unconfirmed), (.unconfirmed, .nothingPrinted, .unconfirmed),
        (.unconfirmed, .finished(confirmed: true), .unconfirmed),
        (.unconfirmed, .interrupted, .unconfirmed),
        (.doubtful, .started, .doubtful), (.doubtful, .nothingPrinted, .doubtful),
        (.doubtful, .finished(confirmed: true), .doubtful), (.doubtful, .interrupted, .doubtful),
        (.abandoned, .started, .abandoned), (.abandoned, .nothingPrinted, .abandoned),
        (.abandoned, .finished(confirmed: true), .abandoned),
        (.abandoned, .interrupted, .abandoned),
    ]

    @Test(arguments: edges)
    func `goes along its edges only`(from: PrintState, fact: PrintFact, to: PrintState) throws {
        var story = try Self.story(in: from)

        story.record(fact, on: Self.slip)

        #expect(story.order.print(Self.slip)?.state == to)
    }

    @Test(arguments: [
        (PrintState.queued, true), (.started, true), (.printed, false), (.unconfirmed, false),
        (.doubtful, false),
    ])
    func `is owed until it is out or in doubt`(state: PrintState, owed: Bool) throws {
        let story = try Self.story(in: state)

        #expect(story.order.effects.contains(.print(Self.slip)) == owed)
    }

    @Test func `that broke off is in doubt and a person has to look`() throws {
        let story = try Self.story(in: .doubtful)

        #expect(story.order.holds.map(\.reason) == [.receiptInDoubt(Self.slip)])
        #expect(story.order.status == .needsPerson)
    }

    @Test func `of a copy is numbered from one`() throws {
        var story = try Self.story(in: .printed)

        try story.accept(.reprint)
        try story.accept(.reprint)

        #expect(story.order.prints.map(\.kind) == [.sale, .copy(number: 1), .copy(number: 2)])
        #expect(story.order.prints.map(\.id) == ["O1-P1", "O1-P2", "O1-P3"])
    }

    @Test func `of a copy needs a sale that is paid and a printer`() throws {
        var open = Story.presented()
        var silent = Story.paid(slips: .none)

        #expect(throws: OrderError.notPaid("O1")) { try open.accept(.reprint) }
        #expect(throws: OrderError.printsNothing("O1")) { try silent.accept(.reprint) }
        #expect(silent.order.prints == [])
    }

    @Test func `comes out with every paid sale, and once`() {
        var story = Story.paid()

        story.pay("M2")
        story.pay("M1", by: .notify)

        #expect(story.order.prints.map(\.kind) == [.sale])
    }
}

@Suite struct `A code on paper` {
    static let both = SlipPolicy(receipt: true, code: true)

    @Test func `is printed when the acquirer issues it`() {
        let story = Story.presented(slips: Self.both)

        #expect(story.order.prints.map(\.kind) == [.code])
        #expect(story.order.prints.map(\.attempt) == [Story.first])
        #expect(story.order.effects.contains(.print("O1-P1")))
    }

    @Test func `is printed once an attempt`() throws {
        var story = Story(slips: Self.both)
        story.record(.asking)
        story.record(.answerLost)
        story.record(.outcome(.pending(Story.code), .query))
        story.record(.codeIssued(Story.code))

        try story.tryAgain()
        story.present(Story.second)

        #expect(story.order.prints.map(\.attempt) == [Story.first, Story.second])
    }

    @Test func `is not printed any more when the code is dead`() throws {
        var story = Story.presented(slips: Self.both)

        try story.accept(.cancel)

        #expect(story.order.prints.map(\.state) == [.abandoned])
        #expect(!story.order.effects.contains(.print("O1-P1")))
    }

    @Test func `that did not start before the code was dead is not tried again`() throws {
        var story = Story.presented(slips: Self.both)
        story.record(.started, on: "O1-P1")
        try story.accept(.cancel)

        story.record(.nothingPrinted, on: "O1-P1")

        #expect(story.order.prints.map(\.state) == [.abandoned])
    }

    @Test func `that broke off is evidence of nothing`() {
        var story = Story.presented(slips: Self.both)
        story.record(.started, on: "O1-P1")

        story.record(.interrupted, on: "O1-P1")

        #expect(story.order.prints.map(\.state) == [.abandoned])
        #expect(story.order.holds == [])
        #expect(story.order.status == .code)
    }

    @Test func `leaves room for the receipt`() {
        var story = Story.presented(slips: Self.both)
        story.record(.started, on: "O1-P1")
        story.record(.finished(confirmed: true), on: "O1-P1")

        story.pay()

        #expect(story.order.prints.map(\.kind) == [.code, .sale])
        #expect(story.order.effects == [.print("O1-P2")])
    }
}

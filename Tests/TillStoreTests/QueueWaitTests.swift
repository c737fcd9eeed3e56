// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore

@testable import TillStore

@Suite struct `Why a row waits` {
    private static let now = Timestamp(milliseconds: 100_000)
    private static let hold = QueueHold(
        scope: .row, person: "anna", since: Timestamp(milliseconds: 5), why: "a test")

    private static func at(_ seconds: Int64) -> Timestamp {
        Timestamp(milliseconds: now.milliseconds + seconds * 1000)
    }

    private func row(
        _ lane: Lane = .provider, due: Int64 = 0, answer: String? = nil, hold: QueueHold? = nil,
        setAside: String? = nil
    ) -> QueueRow {
        QueueRow(
            id: 7, lane: lane, order: "A", reference: nil, status: "code",
            amount: Money(minorUnits: 1, .cny),
            effect: lane == .print ? .print("P") : .provider(.watch("R")),
            account: lane == .provider ? "main" : nil, dueAt: Self.at(due), tries: 2,
            lastAnswer: answer, since: Self.now, hold: hold, setAside: setAside)
    }

    private func sight(
        next: Int64? = nil, busy: Int64? = nil, rest: Int64? = nil
    ) -> QueueBoard.Sight {
        var sight = QueueBoard.Sight()
        if let next {
            sight.standings[7] = QueueBoard.Standing(
                dueAt: Self.at(next), tries: 1, lastAnswer: nil)
        }
        if let busy { sight.underWay["A"] = busy }
        if let rest { sight.rests["main"] = Self.at(rest) }
        return sight
    }

    private func wait(
        _ row: QueueRow, _ sight: QueueBoard.Sight = QueueBoard.Sight(),
        accounts: Set<AccountID> = ["main"], hasPrinter: Bool = true
    ) -> QueueWait {
        row.wait(sight, accounts: accounts, hasPrinter: hasPrinter, at: Self.now)
    }

    @Test func `is told by what stands in its way, the firmest first`() {
        let busyAndHeld = wait(row(hold: Self.hold), sight(busy: 7))
        let heldWithoutAccount = wait(row(hold: Self.hold), accounts: [])
        let unreadable = wait(row(hold: Self.hold, setAside: "strange"), sight(busy: 7))

        #expect(wait(row()) == .due)
        #expect(wait(row(), sight(busy: 7)) == .underWay)
        #expect(busyAndHeld == .underWay)
        #expect(wait(row(), sight(busy: 6)) == .behind(6))
        #expect(wait(row(), accounts: ["side"]) == .noAccount("main"))
        #expect(heldWithoutAccount == .held(Self.hold))
        #expect(unreadable == .unreadable("strange"))
    }

    @Test func `is told by the worker's time rather than by the saved one`() {
        #expect(wait(row(due: 0), sight(next: 4)) == .later(Self.at(4)))
        #expect(wait(row(due: 60), sight(next: 0)) == .due)
        #expect(wait(row(due: 60)) == .later(Self.at(60)))
    }

    @Test func `is its account's rest only if it would be tried before its end`() {
        #expect(wait(row(), sight(rest: 3)) == .accountRests("main", until: Self.at(3)))
        #expect(wait(row(), sight(next: 3, rest: 3)) == .accountRests("main", until: Self.at(3)))
        #expect(wait(row(), sight(next: 9, rest: 3)) == .later(Self.at(9)))
        #expect(wait(row(), sight(rest: 0)) == .due)
    }

    @Test func `is the printer where a slip was not taken`() {
        let late = wait(row(.print, due: 9, answer: "no paper"))
        let without = wait(row(.print, due: 9, answer: "no paper"), hasPrinter: false)

        #expect(late == .printer(until: Self.at(9), why: "no paper"))
        #expect(without == .noPrinter)
        #expect(wait(row(.print)) == .due)
        #expect(wait(row(), hasPrinter: false) == .due)
    }

    @Test func `is for a person where nothing happens by itself`() {
        let waits: [QueueWait] = [
            .due, .underWay, .later(Self.now), .behind(1), .accountRests("main", until: Self.now),
            .noAccount("main"), .held(Self.hold), .printer(until: Self.now, why: ""), .noPrinter,
            .unreadable(""),
        ]

        let stuck = waits.filter(\.needsPerson).map(\.word)
        #expect(stuck == ["no_account", "held", "no_printer", "unreadable"])
        #expect(Set(waits.map(\.word)).count == waits.count)
    }
}

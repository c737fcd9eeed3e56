// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore

@testable import TillStore

@Suite struct `The place of a roll` {
    /// A ledger with two lines, and a roll that has the first of them.
    private func shop(_ bench: Bench) async throws {
        try await bench.day { ledger in
            _ = try await ledger.openRoll("roll", among: ["roll"])
            for number in 1...2 { _ = try await ledger.paid(with: "M\(number)") }
            _ = try await ledger.beginRoll("roll", RollBeginning(printed: 1, closed: 0))
            _ = try await ledger.endRoll("roll", as: .printed)
        }
    }

    @Test func `is where it was after a restart, with what was under way`() async throws {
        let bench = try Bench()
        try await shop(bench)
        let beginning = RollBeginning(
            printed: 2, closed: 0, start: PrintBeginning(cutsBefore: 7, cuts: 1, mark: "J001"), device: "printer-x")

        let before = try await bench.day { try await $0.beginRoll("roll", beginning) }
        let after = try await bench.day { try await $0.openRoll("roll", among: ["roll"]) }

        #expect(after == before)
        #expect(after.printed == 1 && after.begun == beginning && after.notes.isEmpty)
        #expect(try await bench.day { try await $0.rolls() } == [RollFigures(name: "roll", printed: 1, waiting: 1)])
    }

    @Test(arguments: [
        (RollEnd.printed, 2, 2), (RollEnd.nothing, 1, 1), (RollEnd.torn, 1, 2),
    ])
    func `moves on only with what is on paper`(end: RollEnd, printed: Int64, perhaps: Int64) async throws {
        let bench = try Bench()
        try await shop(bench)

        let place = try await bench.day { ledger in
            _ = try await ledger.beginRoll("roll", RollBeginning(printed: 2, closed: 2))
            return try await ledger.endRoll("roll", as: end)
        }

        #expect(place.printed == printed && place.closed == (end == .printed ? 2 : 0))
        #expect(place.perhapsPrinted == perhaps)
        #expect(place.begun == nil)
    }

    @Test func `keeps its doubts until the lines are on paper`() async throws {
        let bench = try Bench()
        try await shop(bench)

        let (torn, again) = try await bench.day { ledger in
            _ = try await ledger.beginRoll("roll", RollBeginning(printed: 2, closed: 0))
            let torn = try await ledger.endRoll("roll", as: .torn)
            _ = try await ledger.beginRoll("roll", RollBeginning(printed: 2, closed: 0))
            return (torn, try await ledger.endRoll("roll", as: .nothing))
        }

        #expect(torn == again)
        #expect(again.perhapsPrinted == 2)
    }

    @Test func `begins behind what was sold before, and says so`() async throws {
        let bench = try Bench()
        try await shop(bench)

        let (own, other) = try await bench.day { ledger in
            (
                try await ledger.openRoll("roll", among: ["roll", "second"]),
                try await ledger.openRoll("second", among: ["roll", "second"])
            )
        }

        #expect(own.printed == 1 && own.notes.isEmpty)
        #expect(other.printed == 2 && other.closed == 2 && other.notes == [.begins(after: 2)])
    }

    @Test func `has what was sold between the start and its first look`() async throws {
        let bench = try Bench()
        try await bench.day { _ = try await $0.paid(with: "M1") }

        let place = try await bench.day { ledger in
            _ = try await ledger.paid(with: "M2")
            return try await ledger.openRoll("roll", among: ["roll"])
        }

        #expect(place.printed == 1 && place.notes == [.begins(after: 1)])
    }

    @Test func `is taken over by a printer that is new, from one that is gone`() async throws {
        let bench = try Bench()
        try await shop(bench)

        let place = try await bench.day { ledger in
            _ = try await ledger.beginRoll("roll", RollBeginning(printed: 2, closed: 0))
            return try await ledger.openRoll("new", among: ["new"])
        }
        let rolls = try await bench.day { try await $0.rolls().map(\.name) }

        #expect(place.name == "new" && place.printed == 1 && place.begun?.printed == 2)
        #expect(place.notes == [.goesOn(from: "roll")])
        #expect(rolls == ["new"])
    }

    @Test func `keeps what it has to say until a job has said it`() async throws {
        let bench = try Bench()
        try await shop(bench)

        let (torn, said) = try await bench.day { ledger in
            _ = try await ledger.openRoll("new", among: ["new"])
            _ = try await ledger.beginRoll("new", RollBeginning(printed: 2, closed: 0))
            let torn = try await ledger.endRoll("new", as: .torn)
            _ = try await ledger.beginRoll("new", RollBeginning(printed: 2, closed: 0))
            return (torn, try await ledger.endRoll("new", as: .printed))
        }

        #expect(torn.notes == [.goesOn(from: "roll")])
        #expect(said.notes == [])
    }

    @Test func `puts what was under way in doubt after a restore, whatever the printer counts`() async throws {
        let bench = try Bench()
        let elsewhere = try Bench()
        try await shop(bench)
        try await bench.day { ledger in
            _ = try await ledger.beginRoll("roll", RollBeginning(printed: 2, closed: 0))
            _ = try await ledger.backup(to: elsewhere.path)
            _ = try await ledger.paid(with: "lost")
        }
        _ = try Restoration(
            of: elsewhere.path, to: bench.path, terminal: "T-1", version: "test", clocks: bench.clock.clocks
        ).run(acceptingOlder: true)

        let place = try await bench.day { try await $0.openRoll("roll", among: ["roll"]) }

        #expect(place.begun == nil && place.printed == 1 && place.perhapsPrinted == 2)
        #expect(place.notes == [.restored(after: 1)])
    }

    @Test func `that is ahead of the ledger goes back to it, and says so`() async throws {
        let bench = try Bench()
        try await shop(bench)
        try bench.sqlite("UPDATE rolls SET printed = 99, closed = 98, perhaps_printed = 99, perhaps_closed = 98")

        let place = try await bench.day { try await $0.openRoll("roll", among: ["roll"]) }
        let verification = try await bench.day { try await $0.verify() }

        #expect(place.printed == 2 && place.closed == 2 && place.perhapsPrinted == 2)
        #expect(place.notes == [.ahead(at: 99)])
        #expect(verification.orders == 2)
    }

    @Test func `says no more than a few things, however often it is restored`() async throws {
        var place = RollPlace("roll", after: 0, epoch: "e0")

        for number in 1...40 { place.meet(epoch: "e\(number)", last: 0) }

        #expect(place.notes.count == 8)
    }

    @Test func `is found again when another version wrote what was under way`() async throws {
        let bench = try Bench()
        try await shop(bench)
        try bench.sqlite("UPDATE rolls SET begun = '{\"strange\":1}', notes = '[{\"sings\":{}}]'")

        let place = try await bench.day { ledger in
            _ = try await ledger.openRoll("roll", among: ["roll"])
            return try await ledger.endRoll("roll", as: .torn)
        }

        #expect(place.printed == 1 && place.perhapsPrinted == 2)
        #expect(place.notes == [])
    }

    @Test func `of a slip's device is known with the slip`() async throws {
        let bench = try Bench()
        let job = try await bench.day { ledger in
            let order = try await ledger.paid(with: "M1")
            let job = order.prints[0].id
            try await ledger.record(.print(job, .started), about: order.id)
            let noted = try await ledger.note(
                PrintBeginning(cutsBefore: 3, cuts: 1), of: job, on: "printer-x", about: order.id)
            #expect(noted.print(job)?.beginning?.cutsBefore == 3)
            return job
        }

        let device = try await bench.day { try await $0.device(of: job) }

        #expect(device == "printer-x")
    }
}

// SPDX-License-Identifier: Apache-2.0

import Logging
import ProviderKit
import Testing
import TillCore
import TillStore
import TillTesting

@testable import PaymentService

@Suite struct `A clock that is off` {
    /// The acquirer's time in its answers: true time, whatever the wall clock says.
    private func now(_ desk: Desk, plus seconds: Int64 = 0) -> String {
        "@\((WorldClock.beginning + desk.clock.elapsed) / 1000 + seconds)"
    }

    private func worker(_ desk: Desk) -> ClockWorker {
        ClockWorker(
            ledger: desk.ledger, accounts: desk.accounts, client: desk.client, watch: desk.watch,
            logger: Logger(label: "desk", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    @Test func `signs nothing, and the sale goes on when it is right`() async throws {
        let desk = try Desk(["create": "code C", "query": "pending C"])
        desk.watch.note(desk.clock.wall, of: "main")
        desk.clock.stepWall(milliseconds: 3_600_000)
        let id = try await desk.open(patience: .seconds(600))

        try await desk.step()
        let asked = desk.line.asked
        let held = try await desk.state(id)
        desk.clock.stepWall(milliseconds: -3_600_000)
        desk.clock.advance(milliseconds: 10_000)
        try await desk.step()

        #expect(asked.isEmpty)
        #expect(held == .opened)
        #expect(try await desk.journal().contains("recorded.not_sent"))
        #expect(try await desk.ledger.order(id).status == .code)
    }

    @Test func `says nothing about the way to the acquirer`() async throws {
        let desk = try Desk([:])
        desk.watch.note(desk.clock.wall + .seconds(3600), of: "main")
        for _ in 0..<8 { _ = try await desk.open(patience: .seconds(600)) }

        try await desk.pass(seconds: 30)

        #expect(desk.line.asked.isEmpty)
        #expect(!desk.breakers.isOpen("main"))
    }

    @Test func `a sale whose time is over meanwhile was never asked for`() async throws {
        let desk = try Desk([:])
        desk.watch.note(desk.clock.wall + .seconds(3600), of: "main")
        let id = try await desk.open(patience: .seconds(60))
        try await desk.step()

        desk.clock.advance(milliseconds: 60_000)
        _ = try await DeadlineWorker(ledger: desk.ledger).step()
        try await desk.step()

        #expect(desk.line.asked.isEmpty)
        #expect(try await desk.state(id) == .closed(.expired))
    }

    @Test func `is measured by an answer that is not believed because of it`() async throws {
        let desk = try Desk(["create": "forged"])
        desk.line.answer("create", "forged \(now(desk, plus: 900))")
        _ = try await desk.open(patience: .seconds(600))

        try await desk.step()
        let asked = desk.line.asked
        try await desk.pass(seconds: 20)

        #expect(asked == ["create"])
        #expect(desk.line.asked == asked)
        #expect(desk.watch.offset(of: "main") == .seconds(-920 + 20))
    }

    @Test func `that is off by less changes nothing`() async throws {
        let desk = try Desk(["create": "code C", "query": "pending C"])
        desk.line.answer("create", "code C \(now(desk, plus: 200))")
        let id = try await desk.open(patience: .seconds(600))

        try await desk.pass(seconds: 10)

        #expect(desk.watch.offset(of: "main") == .seconds(-199))
        #expect(desk.line.count("query") == 5)
        #expect(try await desk.ledger.order(id).status == .code)
    }

    @Test func `an answer's time is read once a minute`() async throws {
        let desk = try Desk(["create": "code C"])
        desk.line.answer("query", "pending C \(now(desk, plus: 100))")
        _ = try await desk.open(patience: .seconds(600))
        try await desk.pass(seconds: 4)
        let first = desk.watch.offset(of: "main")

        desk.line.answer("query", "pending C \(now(desk, plus: 0))")
        try await desk.pass(seconds: 50)
        let kept = desk.watch.offset(of: "main")
        desk.line.answer("query", "pending C \(now(desk, plus: 0))")
        try await desk.pass(seconds: 20)

        #expect(first == kept)
        #expect(try abs(#require(desk.watch.offset(of: "main")).components.seconds) <= 22)
    }

    @Test func `a later request of one exchange that cannot be signed leaves it in doubt`() async throws {
        let desk = try Desk(["create": "again"])
        desk.line.whileInFlight { [watch = desk.watch, clock = desk.clock] _ in
            watch.note(clock.wall + .seconds(900), of: "main")
        }
        let id = try await desk.open(patience: .seconds(600))

        try await desk.step()

        #expect(desk.line.count("create") == 1)
        guard case .uncertain = try await desk.state(id) else {
            Issue.record("it is \(try await desk.state(id))")
            return
        }
    }

    @Test func `is asked for at acquirers until one answers`() async throws {
        let desk = try Desk(["time": "down"])
        desk.clock.stepWall(milliseconds: -1000)
        let worker = worker(desk)

        try await worker.look()
        let unknown = desk.watch.fault
        desk.line.answer("time", now(desk, plus: -1))
        try await worker.look()
        try await worker.look()

        #expect(unknown != nil)
        #expect(desk.watch.fault == nil)
        #expect(desk.line.count("time") == 1)
    }

    @Test func `goes on being asked for as long as nothing else may leave`() async throws {
        let desk = try Desk(["time": "down"])
        desk.watch.note(desk.clock.wall + .seconds(900), of: "main")
        let worker = worker(desk)

        desk.line.answer("time", now(desk, plus: 900))
        try await worker.look()
        let still = desk.watch.fault(of: "main")
        desk.line.answer("time", now(desk))
        try await worker.look()

        #expect(still != nil)
        #expect(desk.watch.fault(of: "main") == nil)
        #expect(desk.line.count("time") == 2)
    }

    @Test func `is written down when it is stepped, and ledger time goes on`() async throws {
        let desk = try Desk(["time": "down"])
        let worker = worker(desk)
        let before = desk.ledger.time.now

        desk.clock.stepWall(milliseconds: 7_200_000)
        try await worker.look()
        desk.clock.advance(milliseconds: 1000)
        try await worker.look()

        let rows = try await desk.ledger.journal(after: 1, limit: 10)
        #expect(rows.map(\.entry) == [.clockStepped(seconds: 7200)])
        #expect(desk.ledger.time.now == before + .seconds(1))
    }

    @Test func `keeps sales waiting while ledger time is behind it and nobody has confirmed it`() async throws {
        let desk = try Desk(["time": "down"])
        let worker = worker(desk)
        let gate = SaleClock(ledger: desk.ledger, watch: desk.watch)
        let well = gate.fault
        desk.clock.stepWall(milliseconds: 86_400_000)

        try await worker.look()
        let waiting = gate.fault
        desk.line.answer("time", "@\(desk.clock.wall.milliseconds / 1000)")
        try await worker.look()

        #expect(well == nil)
        #expect(waiting == .unconfirmed(lag: .seconds(86_400)))
        #expect(waiting?.remedy.contains("wait") == true)
        #expect(gate.fault == nil)
        #expect(desk.ledger.time.now == desk.clock.wall)
    }

    @Test func `has ledger time set ahead as soon as an acquirer confirms it, and not before`() async throws {
        let desk = try Desk(["time": "down"])
        let worker = worker(desk)
        let before = desk.ledger.time.now
        desk.clock.stepWall(milliseconds: 86_400_000)

        try await worker.look()
        let unconfirmed = desk.ledger.time.now
        desk.watch.note(desk.clock.wall + .seconds(900), of: "main")
        try await worker.look()
        let contradicted = desk.ledger.time.now
        desk.watch.note(desk.clock.wall, of: "main")
        try await worker.look()

        #expect(unconfirmed == before)
        #expect(contradicted == before)
        #expect(desk.ledger.time.now == desk.clock.wall)
        #expect(desk.ledger.time.now == before + .seconds(86_400))
    }

    @Test func `a loop that knocks at the worker's hears it come around`() async throws {
        let desk = try Desk([:])
        let pulse = Pulse()
        let worker = ProviderWorker(
            ledger: desk.ledger, accounts: desk.accounts, client: desk.client,
            breakers: desk.breakers,
            logger: Logger(label: "desk", factory: { _ in SwiftLogNoOpLogHandler() }), pulse: pulse)

        await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await worker.run() }
            for _ in 0..<3 { await pulse.next(knocking: { desk.ledger.knock() }) }
            group.cancelAll()
        }
    }
}

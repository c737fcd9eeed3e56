// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore
import TillStore
import TillTesting

@testable import PaymentService

@Suite struct `The clock lane` {
    @Test func `a sale is given up when its time is over, and not before`() async throws {
        let desk = try Desk(["create": "down"])
        let deadlines = DeadlineWorker(ledger: desk.ledger)
        let id = try await desk.open(patience: .seconds(60))
        let deadline = try await desk.ledger.order(id).deadline

        desk.clock.advance(milliseconds: 59_999)
        let before = try await deadlines.step()
        let open = try await desk.state(id)
        desk.clock.advance(milliseconds: 1)
        let after = try await deadlines.step()

        #expect(before == deadline)
        #expect(open == .opened)
        #expect(after == nil)
        #expect(try await desk.state(id) == .closed(.expired))
    }

    @Test func `more deadlines than one round takes are all recorded`() async throws {
        let desk = try Desk([:])
        let deadlines = DeadlineWorker(ledger: desk.ledger)
        var ids: [OrderID] = []
        for _ in 0..<(DeadlineWorker.atOnceMax * 2 + 1) { ids.append(try await desk.open()) }
        desk.clock.advance(milliseconds: 60_000)

        let next = try await deadlines.step()

        #expect(next == nil)
        for id in ids { #expect(try await desk.state(id) == .closed(.expired)) }
    }

    @Test func `a wall clock that jumps moves no deadline`() async throws {
        let desk = try Desk([:])
        let deadlines = DeadlineWorker(ledger: desk.ledger)
        let id = try await desk.open(patience: .seconds(60))

        desk.clock.stepWall(milliseconds: 86_400_000)
        _ = try await deadlines.step()

        #expect(try await desk.state(id) == .opened)
    }

    @Test func `a code that is up is closed at the acquirer when its time is over`() async throws {
        let desk = try Desk(["create": "code C", "query": "pending C", "close": "closed"])
        let deadlines = DeadlineWorker(ledger: desk.ledger)
        let id = try await desk.open(patience: .seconds(60))
        try await desk.step()

        desk.clock.advance(milliseconds: 60_000)
        _ = try await deadlines.step()
        let closing = try await desk.state(id)
        try await desk.step()

        #expect(closing == .closing(.expired))
        #expect(try await desk.state(id) == .closed(.expired))
        #expect(try await desk.ledger.order(id).status == .notPaid)
    }
}

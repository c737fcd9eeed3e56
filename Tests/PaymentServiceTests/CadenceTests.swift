// SPDX-License-Identifier: Apache-2.0

import ProviderKit
import Testing
import TillCore
import TillStore
import TillTesting

@testable import PaymentService

@Suite struct `How often an acquirer is asked` {
    /// The pauses between rounds, each one let pass.
    private func pauses(_ desk: Desk, _ count: Int) async throws -> [Int64] {
        var pauses: [Int64] = []
        for _ in 0..<count {
            let next = try #require(try await desk.step())
            pauses.append(next)
            desk.clock.advance(milliseconds: next)
        }
        return pauses
    }

    @Test func `every two seconds while a code is up`() async throws {
        let desk = try Desk(["create": "code C", "query": "pending C"])
        _ = try await desk.open()

        let pauses = try await pauses(desk, 10)

        #expect(pauses == Array(repeating: 2000, count: 10))
    }

    @Test func `after one second when we do not know whether it was made`() async throws {
        let desk = try Desk(["create": "lost", "query": "unseen"])
        _ = try await desk.open()

        let pauses = try await pauses(desk, 4)

        #expect(pauses == [1000, 2000, 2000, 2000])
    }

    @Test func `ever more rarely after the close, and never less than twice an hour`()
        async throws
    {
        let desk = try Desk(["create": "code C", "query": "closed"])
        _ = try await desk.open()

        let pauses = try await pauses(desk, 40)

        #expect(pauses.first == 10_000)
        #expect(zip(pauses, pauses.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(pauses.last == 1_800_000)
    }

    @Test func `48 hours after the deadline the watch is over, with the answer of a query`()
        async throws
    {
        let desk = try Desk(["create": "code C", "query": "closed"])
        let id = try await desk.open()
        try await desk.step()
        let until = try #require(try await desk.ledger.order(id).attempts[0].watchedUntil)
        let deadline = try await desk.ledger.order(id).deadline

        desk.clock.advance(
            milliseconds: until.milliseconds - desk.ledger.time.now.milliseconds - 1)
        let early = try await desk.step()
        desk.clock.advance(milliseconds: try #require(early))
        let next = try await desk.step()

        #expect(until == deadline + .seconds(48 * 3600))
        #expect(next == nil)
        #expect(try await desk.ledger.order(id).effects == [])
    }

    @Test func `where there are statements, only they end the watch`() async throws {
        let desk = try Desk(
            ["create": "code C", "query": "closed"],
            provider: WordProvider(
                capabilities: Capabilities(statements: StatementTerms(readyAfter: .zero))))
        let id = try await desk.open()
        try await desk.step()
        desk.clock.advance(milliseconds: 60 * 3_600_000)

        let next = try await desk.step()

        let order = try await desk.ledger.order(id)
        #expect(next != nil)
        #expect(order.effects == [.provider(.watch(order.attempts[0].reference))])
    }

    @Test func `a watch whose queries are not answered goes on`() async throws {
        let desk = try Desk(["create": "code C", "query": "closed"])
        let id = try await desk.open()
        try await desk.step()

        desk.line.answer("query", "lost")
        desk.clock.advance(milliseconds: 60 * 3_600_000)
        let unanswered = try await desk.step()
        desk.line.answer("query", "closed")
        desk.clock.advance(milliseconds: try #require(unanswered))
        let answered = try await desk.step()

        #expect(answered == nil)
        #expect(try await desk.journal().last == "recorded.watch_over")
        #expect(try await desk.ledger.order(id).effects == [])
    }

    @Test func `a hint makes the work of its order due, and of no other`() async throws {
        let desk = try Desk(["create": "code C", "query": "pending C"])
        let first = try await desk.open()
        _ = try await desk.open()
        try await desk.step()
        let asked = desk.line.asked.count

        desk.ledger.hint(first)
        try await desk.step()

        #expect(desk.line.asked.count == asked + 1)
    }
}

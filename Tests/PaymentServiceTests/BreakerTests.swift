// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore
import TillStore
import TillTesting

@testable import PaymentService

@Suite struct `A breaker spares an acquirer that does not answer` {
    /// Eight codes are up, and the way to the acquirer breaks.
    private func outage(_ answer: String) async throws -> Desk {
        let desk = try Desk(["create": "code C", "query": "pending C"])
        for _ in 0..<8 { _ = try await desk.open(patience: .seconds(600)) }
        try await desk.step()
        desk.line.answer("query", answer)
        desk.clock.advance(milliseconds: 2000)
        return desk
    }

    @Test func `five failures of the line in a row open it`() async throws {
        let desk = try await outage("lost")
        let before = desk.line.asked.count

        let next = try await desk.step()

        #expect(desk.line.asked.count == before + 5)
        #expect(desk.breakers.isOpen("main"))
        #expect(next == 1000)
    }

    @Test(arguments: ["no", "unsure", "forged", "garbled"])
    func `an acquirer that answers badly is an acquirer that answers`(answer: String) async throws {
        let desk = try await outage(answer)
        let before = desk.line.asked.count

        try await desk.step()

        #expect(desk.line.asked.count == before + 8)
        #expect(!desk.breakers.isOpen("main"))
    }

    @Test func `after its rest it lets three different ones through, one after the other`() async throws {
        let desk = try await outage("lost")
        try await desk.step()
        let before = desk.line.asked.count

        desk.clock.advance(milliseconds: 1000)
        try await desk.step()

        #expect(desk.line.asked.count == before + 3)
        #expect(Set(desk.line.questions.suffix(3)).count == 3)
        #expect(desk.breakers.isOpen("main"))
    }

    @Test func `an order that the acquirer chokes on does not keep the way to it closed for the others`() async throws {
        let desk = try Desk(["create": "code C", "query": "pending C"])
        let poisoned = try await desk.open(patience: .seconds(600))
        var others: [OrderID] = []
        for _ in 0..<7 { others.append(try await desk.open(patience: .seconds(600))) }
        try await desk.step()
        desk.line.answer("query", "lost")
        for _ in 0..<20 {
            desk.clock.advance(milliseconds: 1000)
            try await desk.step()
        }
        let wasOpen = desk.breakers.isOpen("main")

        // The line is well again, but for that one order, the oldest of all.
        let attempt = try #require(try await desk.ledger.order(poisoned).currentAttempt).reference
        desk.line.answer("query", "closed")
        desk.line.answer("query \(attempt)", "lost")
        let next = try #require(try await desk.step())
        desk.clock.advance(milliseconds: next)
        try await desk.step()

        #expect(wasOpen)
        for id in others { #expect(try await desk.ledger.order(id).status == .notPaid) }
        #expect(try await desk.ledger.order(poisoned).status == .code)
    }

    @Test func `a failure of those that were under way when it opened lets nobody through`() {
        var breaker = CircuitBreaker()
        let now = Timestamp(milliseconds: 0)
        for _ in 0..<7 { breaker.failed(at: now) }

        #expect(breaker.rest(at: now) != nil)
        let isFreed = breaker.takeFreed()
        #expect(!isFreed)
    }

    @Test func `its rests grow to eight seconds and not beyond`() {
        var breaker = CircuitBreaker()
        let now = Timestamp(milliseconds: 0)
        for _ in 0..<4 { breaker.failed(at: now) }
        let closed = breaker.isOpen

        var rests: [Int64?] = []
        for _ in 0..<6 {
            breaker.failed(at: now)
            rests.append(breaker.rest(at: now)?.milliseconds)
        }

        #expect(!closed)
        #expect(rests == [1000, 2000, 4000, 8000, 8000, 8000])
    }

    @Test func `the first answer closes it and hurries all that waits`() async throws {
        let desk = try await outage("lost")
        for _ in 0..<20 {
            desk.clock.advance(milliseconds: 1000)
            try await desk.step()
        }
        let before = desk.line.asked.count

        desk.line.answer("query", "pending C")
        desk.clock.advance(milliseconds: 8000)
        try await desk.step()

        #expect(Set(desk.line.questions.dropFirst(before)).count == 8)
        #expect(!desk.breakers.isOpen("main"))
    }

    @Test func `a breaker that is open never keeps a sale from being cancelled`() async throws {
        let desk = try Desk(["create": "down"])
        var ids: [OrderID] = []
        for _ in 0..<6 { ids.append(try await desk.open()) }
        try await desk.step()

        for id in ids {
            _ = try await desk.ledger.accept(.cancel, about: id, key: nil, by: "test")
        }
        desk.clock.advance(milliseconds: try #require(try await desk.step()))
        let next = try await desk.step()

        #expect(desk.breakers.isOpen("main"))
        for id in ids { #expect(try await desk.ledger.order(id).status == .notPaid) }
        #expect(next == nil)
    }
}

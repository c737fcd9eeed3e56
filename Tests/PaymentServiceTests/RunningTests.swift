// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore
import TillStore

@testable import PaymentService

/// The loops as the daemon runs them: nobody calls them, commits wake them.
@Suite(.timeLimit(.minutes(1))) struct `A lane that runs` {
    /// Runs the worker while a test waits for what the journal says.
    private func running(_ desk: Desk, _ body: () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [worker = desk.worker] in try await worker.run() }
            try await body()
            group.cancelAll()
        }
    }

    /// Waits until an order is as wanted, woken by commits alone.
    private func wait(
        _ desk: Desk, for id: OrderID, until isDone: (Order) -> Bool
    ) async throws -> Order {
        let changes = desk.ledger.wakeups(of: .journal)
        var order = try await desk.ledger.order(id)
        if isDone(order) { return order }
        for await _ in changes {
            order = try await desk.ledger.order(id)
            if isDone(order) { return order }
        }
        return order
    }

    @Test func `a commit wakes it`() async throws {
        let desk = try Desk(["create": "code C", "query": "pending C"])

        try await running(desk) {
            let id = try await desk.open()
            let order = try await wait(desk, for: id) { $0.status == .code }

            #expect(order.attempts[0].code == PaymentCode("C"))
        }
    }

    @Test func `a cancel is carried to the acquirer without anybody asking`() async throws {
        let desk = try Desk(["create": "code C", "query": "pending C", "close": "closed"])

        try await running(desk) {
            let id = try await desk.open()
            _ = try await wait(desk, for: id) { $0.status == .code }
            _ = try await desk.ledger.accept(.cancel, about: id, key: nil, by: "test")
            let order = try await wait(desk, for: id) { $0.state == .closed }

            #expect(order.attempts[0].state == .closed(.cancelled))
            #expect(desk.line.count("close") == 1)
        }
    }

    @Test func `a hint brings the next query forward`() async throws {
        let desk = try Desk(["create": "code C", "query": "pending C"])

        try await running(desk) {
            let id = try await desk.open()
            _ = try await wait(desk, for: id) { $0.status == .code }
            // The clock stands still, so that no poll comes by itself.
            desk.line.answer("query", "paid P 1250")
            desk.ledger.hint(id)
            let order = try await wait(desk, for: id) { $0.status == .paid }

            #expect(order.keptTransaction?.key.acquirerReference == "P")
        }
    }

    @Test func `one slow acquirer's answer does not hold up other sales`() async throws {
        let desk = try Desk(["create": "code C", "query": "pending C"])
        let slow = try await desk.open()
        let reference = try await desk.ledger.order(slow).attempts[0].reference
        let gate = AsyncStream.makeStream(of: Void.self)
        desk.line.whileInFlight { question in
            guard question == "create \(reference)" else { return }
            for await _ in gate.stream {}
        }

        try await running(desk) {
            let quick = try await desk.open()
            _ = try await wait(desk, for: quick) { $0.status == .code }
            let waiting = try await desk.state(slow)
            gate.continuation.finish()
            let order = try await wait(desk, for: slow) { $0.status == .code }

            #expect(waiting == .asking)
            #expect(order.attempts[0].code == PaymentCode("C"))
        }
    }

    @Test func `a lane that is told to end in the middle of its work ends without an error`()
        async throws
    {
        let desk = try Desk([:])

        await #expect(throws: Never.self) {
            try await desk.ledger.rounds(on: [.journal], clock: ContinuousClock()) { _ in
                withUnsafeCurrentTask { $0?.cancel() }
                _ = try await desk.ledger.journalHead()
                return nil
            }
        }
    }

    @Test func `a ledger that ends ends the lane`() async throws {
        let desk = try Desk(["create": "code C"])
        desk.line.whileInFlight { [ledger = desk.ledger] _ in ledger.end() }
        _ = try await desk.open()

        await #expect(throws: LedgerError.ended) { try await desk.worker.run() }
    }
}

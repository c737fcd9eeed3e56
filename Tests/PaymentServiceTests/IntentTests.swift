// SPDX-License-Identifier: Apache-2.0

import Synchronization
import Testing
import TillCore
import TillStore
import TillTesting

@testable import PaymentService

/// What a power cut in the middle of an exchange leaves on the disk.
private final class Seen: Sendable {
    private let states = Mutex<[String]>([])
    var all: [String] { states.withLock { $0 } }
    func add(_ state: String) { states.withLock { $0.append(state) } }
}

@Suite struct `Intent comes before effect` {
    @Test func `the disk says that we ask before the create has left`() async throws {
        let desk = try Desk(["create": "code C", "query": "pending C"], isOnDisk: true)
        let id = try await desk.open()
        let seen = Seen()
        let path = try #require(desk.path)
        desk.line.whileInFlight { [clock = desk.clock] question in
            guard question.hasPrefix("create") else { return }
            let order = try await Desk.afterPowerCut(of: path, clock) { try await $0.order(id) }
            seen.add("\(order.attempts[0].state)")
        }

        try await desk.step()

        #expect(desk.line.fault == nil)
        #expect(seen.all == ["asking"])
    }

    @Test func `the disk says that we send before the refund has left`() async throws {
        let desk = try Desk(["create": "paid P 1250", "refund": "done"], isOnDisk: true)
        let id = try await desk.open()
        try await desk.step()
        _ = try await desk.ledger.accept(.refund(nil, note: ""), about: id, key: nil, by: "test")
        let seen = Seen()
        let path = try #require(desk.path)
        desk.line.whileInFlight { [clock = desk.clock] question in
            guard question.hasPrefix("refund ") else { return }
            let order = try await Desk.afterPowerCut(of: path, clock) { try await $0.order(id) }
            seen.add("\(order.refunds[0].state)")
        }

        try await desk.step()

        #expect(desk.line.fault == nil)
        #expect(seen.all == ["sent"])
    }

    @Test func `a daemon that dies in a create asks what became of it and creates no second one`()
        async throws
    {
        let desk = try Desk(["create": "code C", "query": "pending C"], isOnDisk: true)
        let id = try await desk.open()
        desk.line.whileInFlight { [ledger = desk.ledger] _ in ledger.end() }

        await #expect(throws: LedgerError.ended) { try await desk.step() }

        let effects = try await desk.afterPowerCut { ledger in
            try await ledger.recover()
            return try await ledger.order(id).effects
        }
        let reference = try await desk.ledger.order(id).attempts[0].reference
        #expect(effects == [.provider(.watch(reference)), .deadline])
    }

    @Test func `a code that is up is never created again, however often it is asked about`()
        async throws
    {
        let desk = try Desk(["create": "code C", "query": "pending C"])
        _ = try await desk.open()

        try await desk.pass(seconds: 30)

        #expect(desk.line.count("create") == 1)
        #expect(desk.line.count("query") >= 14)
    }

    @Test func `a refund in doubt goes out again only when the acquirer has not seen it`()
        async throws
    {
        let desk = try Desk(["create": "paid P 1250", "refund": "lost", "refunded": "pending"])
        let id = try await desk.open()
        try await desk.step()
        _ = try await desk.ledger.accept(.refund(nil, note: ""), about: id, key: nil, by: "test")
        try await desk.pass(seconds: 20)
        let sentInDoubt = desk.line.count("refund")

        desk.line.answer("refunded", "unseen")
        desk.line.answer("refund", "done")
        try await desk.pass(seconds: 20)

        #expect(sentInDoubt == 1)
        #expect(desk.line.count("refund") == 2)
        #expect(try await desk.ledger.order(id).refunds.map(\.state) == [.done])
    }
}

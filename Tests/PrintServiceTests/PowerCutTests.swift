// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TillCore
import TillStore
import TillTesting

@testable import PrintService

@Suite(.timeLimit(.minutes(1))) struct `Power fails between paper and ledger` {
    /// Sells, and loses power when the slip is with the printer; gives the order.
    private func die(_ file: LedgerFile, _ clock: WorldClock) async throws -> Order {
        let shop = try Shop(path: file.path, clock: clock)
        let order = try await shop.sell()
        shop.printer.beforeFirstByte { [ledger = shop.ledger] in ledger.end() }
        await #expect(throws: LedgerError.ended) { try await shop.step() }
        #expect(shop.printer.slips.count == 1)
        // The file is given back, as it is when a process is gone.
        try shop.ledger.close()
        return order
    }

    @Test func `then a question is asked, and no second original printed`() async throws {
        let file = LedgerFile()
        let clock = WorldClock(seed: 1)
        let order = try await die(file, clock)

        let shop = try Shop(path: file.path, clock: clock)
        try await shop.ledger.recover(settlingSlips: true)
        let next = try await shop.step()

        let now = try await shop.ledger.order(order.id)
        #expect(now.prints.map(\.state) == [.doubtful])
        #expect(now.status == .needsPerson)
        #expect(shop.printer.slips == [])
        #expect(next == nil)
    }

    @Test func `and a person's word is enough to go on`() async throws {
        let file = LedgerFile()
        let clock = WorldClock(seed: 1)
        let order = try await die(file, clock)

        let shop = try Shop(path: file.path, clock: clock)
        try await shop.ledger.recover(settlingSlips: true)
        try await shop.step()
        _ = try await shop.ledger.settle(
            HoldID("\(order.id)-H1"), .printAgain, note: "nothing came out", key: nil,
            by: "manager")
        try await shop.step()

        #expect(shop.printer.slips.count == 1)
        #expect(shop.printer.slips[0].contains("POSSIBLY A DUPLICATE"))
        #expect(try await shop.ledger.order(order.id).status == .paid)
    }

    @Test func `a slip that was only queued is simply printed`() async throws {
        let file = LedgerFile()
        let clock = WorldClock(seed: 1)
        let order = try await sell(file, clock)

        let shop = try Shop(path: file.path, clock: clock)
        try await shop.ledger.recover(settlingSlips: true)
        try await shop.step()

        #expect(try await shop.states(of: order) == [.printed])
        #expect(!shop.printer.slips[0].contains("DUPLICATE"))
    }

    private func sell(_ file: LedgerFile, _ clock: WorldClock) async throws -> Order {
        let shop = try Shop(path: file.path, clock: clock)
        let order = try await shop.sell()
        try shop.ledger.close()
        return order
    }

    @Test func `a commit wakes the lane`() async throws {
        let shop = try Shop()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [worker = shop.worker] in try await worker.run() }
            let changes = shop.ledger.wakeups(of: .journal)
            let order = try await shop.sell()
            for await _ in changes where try await shop.states(of: order) == [.printed] { break }
            group.cancelAll()
        }

        #expect(shop.printer.slips.count == 1)
    }
}

// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import ForeignJudges
import Testing
import TillCore
import TillStore
import TillTesting

@testable import PrintService

@Suite struct `Slips in the queue` {
    private static let anna = Steerer(person: "anna", door: "test")

    private func waits(_ ledger: Ledger) async throws -> [QueueWait] {
        let sight = ledger.board.sight(of: .print)
        return try await ledger.queue(QueueFilter(lane: .print), limit: 9).map {
            $0.wait(sight, accounts: [], hasPrinter: true, at: ledger.time.now)
        }
    }

    @Test func `a slip that is held is not printed, and later ones are`() async throws {
        let shop = try Shop()
        let held = try await shop.sell()
        let later = try await shop.sell()
        _ = try await shop.ledger.hold(.order(held.id), why: "torn", by: Self.anna, key: nil)

        let next = try await shop.step()

        #expect(next == nil)
        #expect(try await shop.states(of: held) == [.queued])
        #expect(try await shop.states(of: later) == [.printed])
        _ = try await shop.ledger.release(.order(held.id), why: nil, by: Self.anna, key: nil)
        try await shop.step()
        #expect(try await shop.states(of: held) == [.printed])
    }

    @Test func `a slip that is held while another is printed is not printed`() async throws {
        let shop = try Shop()
        _ = try await shop.sell()
        let second = try await shop.sell()
        shop.printer.beforeFirstByte { [ledger = shop.ledger] in
            _ = try await ledger.hold(
                .lane(.print), why: "no paper", by: Steerer(person: "anna", door: "test"), key: nil)
        }

        try await shop.step()

        #expect(shop.printer.fault == nil)
        #expect(shop.printer.slips.count == 1)
        #expect(try await shop.states(of: second) == [.queued])
    }

    @Test func `a slip is under way while it is printed, and waits for a printer that is not ready`()
        async throws
    {
        let shop = try Shop()
        _ = try await shop.sell()
        let fault = DeviceError.timedOut("the printer has no paper")
        shop.printer.ends(.failure(.nothingWritten(fault)))
        let before = try await waits(shop.ledger)
        shop.printer.beforeFirstByte { [self, ledger = shop.ledger] in
            let during = try await waits(ledger)
            #expect(during == [.underWay])
        }

        try await shop.step()

        #expect(before == [.due])
        #expect(shop.printer.fault == nil)
        #expect(
            try await waits(shop.ledger) == [
                .printer(until: shop.ledger.time.now + .seconds(2), why: "\(fault)")
            ])
    }

    @Test func `slips that nobody can read keep no other from being printed`() async throws {
        let file = LedgerFile()
        let clock = WorldClock(seed: 1)
        let orders: [Order] = try await {
            let shop = try Shop(path: file.path, clock: clock)
            defer { try? shop.ledger.close() }
            var orders: [Order] = []
            for _ in 0..<(PrintWorker.atOnceMax + 3) { orders.append(try await shop.sell()) }
            return orders
        }()
        let strange = orders.dropLast(2).map { "'\($0.id)'" }.joined(separator: ",")
        let broken = orders[orders.count - 2].id
        _ = try ForeignTool.run(
            "sqlite3",
            [
                file.path,
                """
                UPDATE outbox SET effect = '"draw"' WHERE lane = 'print' AND order_id IN (\(strange));
                UPDATE prints SET body = '{}' WHERE order_id = '\(broken)';
                """,
            ])
        let shop = try Shop(path: file.path, clock: clock)

        let next = try await shop.step()

        #expect(shop.printer.slips.count == 1)
        #expect(try await shop.states(of: orders[orders.count - 1]) == [.printed])
        #expect(next == 60_000)
    }
}

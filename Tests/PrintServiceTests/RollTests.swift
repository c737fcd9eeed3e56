// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import PaperTesting
import Testing
import TillCore
import TillStore
import TillTesting

@testable import PrintService

// The shop opens on 2026-06-01 at 08:00, eight hours east of UTC.
@Suite(.timeLimit(.minutes(1))) struct `The roll of a journal printer` {
    @Test func `has a line for each sale and for what went back, in the order of their numbers`() async throws {
        let shop = try RollShop()
        let first = try await shop.sell()
        shop.pass(.seconds(60))
        try await shop.sell(300)
        try await shop.giveBack(250, of: first)

        try await shop.work()

        #expect(
            shop.lines == [
                "--- 2026-06-01 ---", "000001 08:00 main      CNY 12.50", "000002 08:01 main       CNY 3.00",
                "000003 08:01 main      CNY -2.50",
            ])
        #expect(shop.cuts == 0)
    }

    @Test func `goes on where it was, and says nothing twice`() async throws {
        let shop = try RollShop()
        try await shop.sell()
        try await shop.work()

        try shop.restart()
        try await shop.sell(300)
        try await shop.work()

        #expect(
            shop.lines == [
                "--- 2026-06-01 ---", "000001 08:00 main      CNY 12.50", "000002 08:00 main       CNY 3.00",
            ])
    }

    @Test func `ends a day with its total and the journal's head as a code`() async throws {
        let shop = try RollShop()
        let first = try await shop.sell()
        try await shop.sell(300)
        try await shop.giveBack(250, of: first)
        try await shop.work()

        let midnight = try #require(try await shop.worker.step())
        let before = shop.cuts
        shop.pass(midnight.since(shop.ledger.time.now))
        try await shop.work()

        // Sixteen hours after it opened.
        #expect(midnight.milliseconds - WorldClock.beginning == 16 * 3_600_000)
        #expect(before == 0)
        #expect(shop.cuts == 1)
        let block = shop.lines.drop { !$0.contains("DAY SLIP") }
        #expect(block.first?.contains("2026-06-01") == true)
        #expect(block.contains { $0.hasSuffix("1 - 3") })
        #expect(block.contains { $0.hasPrefix("Sales") && $0.hasSuffix(" 2") })
        #expect(block.contains { $0.hasPrefix("Total") && $0.hasSuffix("CNY 15.50") })
        #expect(block.contains { $0.hasPrefix("Gone back") && $0.hasSuffix("CNY 2.50") })
        #expect(block.joined().contains(try await shop.ledger.head().text.suffix(8)))
        #expect(shop.desk.paper.contains { if case .dots = $0 { true } else { false } })
    }

    @Test func `has no total of a day without a line, and one of each other day`() async throws {
        let shop = try RollShop()
        try await shop.sell()
        try await shop.work()
        shop.pass(.seconds(3 * 86_400))
        try await shop.work()
        try await shop.sell(300)
        try await shop.work()
        shop.pass(.seconds(86_400))
        try await shop.work()

        let days = shop.lines.filter { $0.contains("DAY SLIP") || $0.hasPrefix("---") }

        #expect(days.count == 4)
        #expect(days[0] == "--- 2026-06-01 ---" && days[1].contains("2026-06-01"))
        #expect(days[2] == "--- 2026-06-04 ---" && days[3].contains("2026-06-04"))
    }

    @Test func `says how late it is when the printer was off for two days, and is the same as ever`() async throws {
        let shop = try RollShop()
        let ever = try RollShop()
        shop.desk.schedule(.powerOff)
        shop.desk.wait(.milliseconds(1))
        for one in [shop, ever] {
            for amount in [1250, 300, 40] as [Int64] {
                try await one.sell(amount)
                // One tries in vain, and nobody waits for it.
                try await one.work(waits: 0)
                one.pass(.seconds(20 * 3600))
            }
            one.pass(.seconds(5 * 3600))
        }
        let waiting = try await shop.ledger.rolls()
        let trouble = shop.worker.standing.current

        shop.desk.schedule(.powerOn)
        shop.desk.wait(.seconds(10))
        try await shop.work()
        try await ever.work()

        #expect(waiting.map(\.waiting) == [3])
        #expect(trouble?.contains("is not there") == true)
        #expect(shop.lines.first == "- late: 3 since 2026-06-01 -")
        // The heads of the totals are those of the moment when they are printed.
        func lasting(_ lines: [String]) -> [String] {
            lines.filter {
                $0.hasPrefix("0000") || $0.hasPrefix("---") || $0.contains("DAY SLIP") || $0.contains("Total")
            }
        }
        #expect(lasting(shop.lines) == lasting(ever.lines))
        #expect(lasting(ever.lines).count { $0.contains("DAY SLIP") } == 3)
        #expect(shop.worker.standing.current == nil)
    }

    @Test func `names the day of a sale that was paid on another one, and does not count it`() async throws {
        let shop = try RollShop()
        shop.pass(.seconds(86_400))
        try await shop.sell(paidAt: Timestamp(milliseconds: WorldClock.beginning))
        try await shop.sell(300)
        try await shop.work()
        shop.pass(.seconds(86_400))
        try await shop.work()

        let block = shop.lines.drop { !$0.contains("DAY SLIP") }

        #expect(
            shop.lines.prefix(5) == [
                "--- 2026-06-01 ---", "000001 08:00 main      CNY 12.50", "--- 2026-06-02 ---",
                "000002 08:00 main       CNY 3.00", "- 1 of other days -",
            ])
        #expect(block.first?.contains("2026-06-02") == true)
        #expect(block.contains { $0.hasPrefix("Total") && $0.hasSuffix("CNY 3.00") })
    }

    @Test func `waits without paper, and the line that waits in the printer stands once`() async throws {
        let shop = try RollShop()
        try await shop.sell()
        try await shop.work()
        shop.desk.schedule(.paperOut)
        shop.desk.schedule(.paperIn, after: .seconds(1200))
        try await shop.sell(300)

        try await shop.work()

        #expect(shop.lines.suffix(1) == ["000002 08:00 main       CNY 3.00"])
        #expect(shop.copies(of: 2) == RollShop.Copies(plain: 1, marked: 0))
    }

    @Test func `has no more lines in a job than may be printed again, and asks for its next turn at once`() async throws
    {
        let shop = try RollShop()
        for _ in 0..<300 { try await shop.sell(1) }

        let next = try await shop.worker.step()
        let after = try await shop.ledger.roll("roll")
        try await shop.work()

        #expect(next == shop.ledger.time.now)
        #expect(after.printed == Int64(RollPace.linesMost * RollWorker.pagesAtOnce))
        #expect(shop.lines.count { $0.hasPrefix("000") } == 300)
        #expect(try await shop.ledger.roll("roll").printed == 300)
    }

    @Test(arguments: [
        (PrintEvidence.nothingWritten, ["000001 08:00 main      CNY 12.50"]), (.fenceSeen, []),
        (.unknown, ["000001*08:00 main      CNY 12.50"]),
    ])
    func `has a line again as the printer says of the job that broke off`(
        _ evidence: PrintEvidence, _ again: [String]
    ) async throws {
        let shop = try RollShop()
        try await shop.sell()
        _ = try await shop.ledger.openRoll("roll", among: ["roll"])
        _ = try await shop.ledger.beginRoll("roll", RollBeginning(printed: 1, closed: 0))
        let printer = StubPrinter()
        printer.says(.success(evidence))

        _ = try await shop.worker(at: printer).step()

        let lines = printer.slips.joined().split(separator: "\n").filter { $0.hasPrefix("000001") }
        #expect(lines.map(String.init) == again)
        #expect(try await shop.ledger.roll("roll").printed == 1)
    }

    @Test func `does not end a day because somebody sets the clock on the wall`() async throws {
        let shop = try RollShop()
        try await shop.sell()
        try await shop.work()
        shop.clock.stepWall(milliseconds: 40 * 86_400_000)
        try await shop.sell(300)
        try await shop.work()

        #expect(shop.lines.count { $0.contains("DAY SLIP") } == 0)
        #expect(shop.lines.last == "000002 08:00 main       CNY 3.00")
    }

    @Test func `begins with what comes on a terminal that has sold before`() async throws {
        let shop = try RollShop()
        try await shop.sell()
        try await shop.work()

        try shop.restart(roll: "second", among: ["roll", "second"])
        try await shop.work()
        try await shop.sell(300)
        try await shop.work()

        #expect(
            shop.lines.suffix(3) == [
                "- begins after 000001 -", "--- 2026-06-01 ---", "000002 08:00 main       CNY 3.00",
            ])
    }

    @Test func `goes on for a printer that is there no more`() async throws {
        let shop = try RollShop()
        try await shop.sell()
        try await shop.work()
        try await shop.sell(300)

        try shop.restart(roll: "new", among: ["new"])
        try await shop.work()

        #expect(shop.lines.suffix(2) == ["- goes on from roll -", "000002 08:00 main       CNY 3.00"])
        #expect(try await shop.ledger.rolls().map(\.name) == ["new"])
    }
}

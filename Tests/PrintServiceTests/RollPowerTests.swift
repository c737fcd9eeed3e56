// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import DeviceProfiles
import Foundation
import PaperTesting
import Testing
import TillCore
import TillStore
import TillTesting

@testable import PrintService

@Suite(.timeLimit(.minutes(3))) struct `A roll over which the power fails` {
    private static let printers = ["marks", "ordered", "at-once", "silent"]

    /// A day with three lines and its total.
    private func day(_ shop: RollShop) async throws {
        for amount in [1250, 300, 40] as [Int64] {
            guard !shop.port.isDead else { return }
            try await shop.sell(amount)
            try await shop.workUntilDead()
        }
        guard !shop.port.isDead else { return }
        shop.pass(.seconds(86_400))
        try await shop.workUntilDead()
    }

    /// How many calls to the printer a good day has.
    private func calls(_ name: String) async throws -> Int {
        let shop = try RollShop(name)
        try await day(shop)
        return shop.port.calls
    }

    @Test(arguments: printers)
    func `has every line once, or once more with a mark, whichever call it was`(name: String) async throws {
        let calls = try await calls(name)
        var marked = 0

        for call in 0..<calls {
            let shop = try RollShop(name, dyingAt: call)
            try await day(shop)
            let died = shop.port.isDead
            shop.desk.wait(.seconds(30))
            try shop.restart()
            try await finish(shop)

            #expect(died, "call \(call) of \(calls)")
            for number in 1...3 {
                let copies = shop.copies(of: number)
                #expect(copies.plain <= 1, "call \(call): \(number) stands twice: \(shop.lines)")
                #expect(copies.plain + copies.marked >= 1, "call \(call): \(number) is lost: \(shop.lines)")
                marked += copies.marked
            }
            judgeOrder(shop, call)
            judgeTotals(shop, call)
        }

        #expect(calls > 8)
        // One that gives marks back, or half a line, leaves little to doubt; it has to be met at all.
        #expect(marked > 0)
    }

    /// Sells what the daemon that died did not, and ends the day.
    private func finish(_ shop: RollShop) async throws {
        let sold = try await shop.ledger.lastTurnover()
        for amount in ([1250, 300, 40] as [Int64]).dropFirst(Int(sold)) {
            try await shop.sell(amount)
            try await shop.work()
        }
        try await shop.work()
        shop.pass(.seconds(86_400))
        try await shop.work()
    }

    private func judgeOrder(_ shop: RollShop, _ call: Int) {
        let firsts = (1...3).compactMap { number in shop.lines.firstIndex { $0.hasPrefix("00000\(number)") } }
        #expect(firsts == firsts.sorted(), "call \(call): \(shop.lines)")
    }

    /// A total that stands twice has a line above it that says so.
    private func judgeTotals(_ shop: RollShop, _ call: Int) {
        let totals = shop.lines.count { $0.contains("DAY SLIP") && $0.contains("2026-06-01") }
        let again = shop.lines.count { $0.contains("total again") }
        #expect(totals >= 1, "call \(call): the total is lost: \(shop.lines)")
        #expect(totals <= 1 + again, "call \(call): the total stands twice: \(shop.lines)")
    }

    @Test(arguments: printers)
    func `has every line where the printer loses its power instead`(name: String) async throws {
        for wait in stride(from: 0, to: 400, by: 16) {
            let shop = try RollShop(name)
            for _ in 0..<8 { try await shop.sell() }
            shop.desk.schedule(.powerOff, after: .milliseconds(wait))
            shop.desk.schedule(.powerOn, after: .milliseconds(wait + 2000))

            try await shop.work(waits: 60)

            // One that says nothing is believed to have printed all that it has taken.
            for number in 1...8 where name != "silent" && name != "at-once" {
                let copies = shop.copies(of: number)
                #expect(copies.plain <= 1, "\(wait) ms: \(shop.lines)")
                #expect(copies.plain + copies.marked >= 1, "\(wait) ms: \(number) is lost: \(shop.lines)")
            }
            #expect(try await shop.ledger.roll("roll").printed == 8)
        }
    }

    @Test func `says where it broke off, and marks what may stand above`() async throws {
        let shop = try await brokenOff("silent")

        try await shop.work()

        #expect(
            shop.lines.suffix(2) == ["- restart 08:00, last 000001 -", "000002*08:00 main       CNY 3.00"])
        #expect(try await shop.ledger.openHolds().isEmpty)
    }

    @Test func `prints a mark for a line no longer than it is in doubt`() async throws {
        let shop = try await brokenOff("silent")

        try await shop.work()
        try await shop.sell(40)
        try await shop.work()

        #expect(shop.lines.last == "000003 08:00 main       CNY 0.40")
        #expect(shop.lines.count { $0.contains("restart") } == 1)
    }

    /// A roll whose second line is out, and whose daemon died before it could say so.
    private func brokenOff(_ name: String) async throws -> RollShop {
        let good = try RollShop(name)
        try await good.sell()
        try await good.work()
        try await good.sell(300)
        try await good.work()
        // The last call is the close behind the second line.
        let shop = try RollShop(name, dyingAt: good.port.calls - 1)
        try await shop.sell()
        try await shop.work()
        try await shop.sell(300)
        try await shop.workUntilDead()
        shop.desk.wait(.seconds(5))
        try shop.restart()
        return shop
    }

    @Test func `takes a line for printed when its mark comes back after all`() async throws {
        let good = try RollShop("marks-plain", cable: .serial)
        try await good.sell()
        try await good.work()
        try await good.sell(300)
        try await good.work()
        let shop = try RollShop(
            "marks-plain", cable: .serial, fault: .killedWithoutPaper, byte: good.desk.passed - 1)
        try await shop.sell()
        try await shop.work()
        try await shop.sell(300)
        try await shop.work(waits: 0)
        let begun = try await shop.ledger.roll("roll").begun

        try shop.restart()
        try await shop.work()

        #expect(begun?.printed == 2)
        #expect(shop.copies(of: 2) == RollShop.Copies(plain: 1, marked: 0))
        #expect(try await shop.ledger.roll("roll").printed == 2)
    }

    @Test func `does not believe another printer that counts its own cuts`() async throws {
        let mine = DeviceIdentity.usb(vendor: "04b8", product: "0202", serial: "A")
        let other = DeviceIdentity.usb(vendor: "04b8", product: "0202", serial: "B")
        let good = try RollShop("ordered", identity: mine)
        try await endDay(good)
        // It dies with the last question: all of the total is with the printer.
        let shop = try RollShop("ordered", dyingAt: good.port.calls - 2, identity: mine)
        try await endDay(shop)
        let begun = try await shop.ledger.roll("roll").begun
        // The new one has cut more often than the old one had when the total was begun.
        let model = try #require(PaperModel.all.first { $0.name == "ordered" })
        shop.desk.replace(by: model, identity: other)
        let profile = try #require(try model.profile())
        let guest = EscPosPrinter(port: shop.desk.port(), profile: profile, elapsed: { [desk = shop.desk] in desk.now })
        for _ in 0..<3 { _ = try await guest.print(PaperSlip(number: 1, kind: .text).job) }

        try shop.restart()
        try await shop.work()

        #expect(begun?.device == mine.fileName)
        #expect(begun?.start.cuts == 1 && begun?.start.cutsBefore == 100)
        #expect(shop.lines.count { $0.contains("total again") } == 1)
        #expect(shop.lines.count { $0.contains("DAY SLIP") } == 1)
    }

    private func endDay(_ shop: RollShop) async throws {
        try await shop.sell()
        try await shop.work()
        shop.pass(.seconds(86_400))
        try await shop.workUntilDead()
    }

    @Test func `prints on after a restore, and says that numbers come again`() async throws {
        let shop = try RollShop()
        let copy = LedgerFile()
        try await shop.sell()
        try await shop.work()
        _ = try await shop.ledger.backup(to: copy.path)
        try await shop.sell(300)
        try await shop.work()
        try shop.close()
        let outcome = try Restoration(
            of: copy.path, to: shop.file.path, terminal: "T-0001", version: "test", clocks: shop.clock.clocks
        ).run(acceptingOlder: true)
        for file in outcome.keptAside { try FileManager.default.removeItem(atPath: file) }

        try shop.restart()
        try await shop.sell(40)
        try await shop.work()

        #expect(
            shop.lines.suffix(2) == ["--- restored: after 000001 ---", "000002 08:00 main       CNY 0.40"])
    }
}

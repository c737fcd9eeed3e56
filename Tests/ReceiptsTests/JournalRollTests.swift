// SPDX-License-Identifier: Apache-2.0

import EscPos
import TillCore
import Testing

@testable import Receipts

@Suite struct `A journal's roll` {
    private func sale(
        _ account: String = "main", _ minor: Int64 = 1250, sum: Int64? = 123_450, isRefund: Bool = false
    ) -> JournalRoll.Line {
        JournalRoll.Line(
            number: 123, at: Timestamp(milliseconds: 1_785_134_525_000), utcOffsetSeconds: 28_800, account: account,
            amount: Money(minorUnits: minor, .cny), isRefund: isRefund, sumSoFar: sum)
    }

    @Test func `has one line a sale`() {
        #expect(JournalRoll(columns: 32).text(sale()) == "000123 14:42 main      CNY 12.50")
        #expect(JournalRoll(columns: 42).text(sale()) == "000123 14:42 main     CNY 12.50    1234.50")
        #expect(
            JournalRoll(columns: 48).text(sale(), mayBeDouble: true)
                == "000123*14:42 main           CNY 12.50    1234.50")
    }

    @Test func `has what went back below zero, and its sum as well`() {
        let roll = JournalRoll(columns: 48)

        #expect(roll.text(sale(sum: -1250, isRefund: true)) == "000123 14:42 main          CNY -12.50     -12.50")
        #expect(JournalRoll(columns: 32).text(sale(isRefund: true)) == "000123 14:42 main     CNY -12.50")
        // What no amount can hold is left out.
        #expect(roll.text(sale(sum: .min)) == "000123 14:42 main                      CNY 12.50")
    }

    @Test(arguments: [32, 42, 48, 64], ["main", "街角茶铺街角茶铺街角茶铺", "\u{1B}p\u{0}", String(repeating: "x", count: 900)])
    func `has lines of its width and whole amounts`(columns: Int, account: String) {
        for amount in [0, 1250, Money.largest] {
            for isRefund in [false, true] {
                let line = JournalRoll(columns: columns).text(
                    sale(account, amount, sum: -Money.largest, isRefund: isRefund))

                #expect(CellWidth.of(line) == columns)
                #expect(line.contains("CNY \(isRefund ? "-" : "")\(Money(minorUnits: amount, .cny).decimalString)"))
            }
        }
    }

    @Test func `says where it broke off and that it is late`() {
        let time = Timestamp(milliseconds: 1_785_134_525_000)
        let roll = JournalRoll(columns: 48)

        #expect(
            roll.restart(at: time, utcOffsetSeconds: 28_800, lastConfirmed: 123_455)
                == "--- restart 14:42, last confirmed 123455 ---")
        #expect(
            JournalRoll(columns: 32).restart(at: time, utcOffsetSeconds: 0, lastConfirmed: nil)
                == "- restart 06:42, last none -")
    }

    @Test func `says how late it is, as exactly as it has room for`() {
        let time = Timestamp(milliseconds: 1_785_134_525_000)
        let wide = JournalRoll(columns: 64)

        #expect(
            wide.catchingUp(lines: 1, since: time, utcOffsetSeconds: 28_800)
                == "--- catching up: 1 line since 2026-07-27 14:42 ---")
        #expect(
            JournalRoll(columns: 42).catchingUp(lines: 100_000, since: time, utcOffsetSeconds: 28_800)
                == "- late: 100000 since 2026-07-27 14:42 -")
        #expect(
            JournalRoll(columns: 32).catchingUp(lines: 10_000, since: time, utcOffsetSeconds: 28_800)
                == "- late: 10000 since 2026-07-27 -")
        #expect(
            JournalRoll(columns: 32).catchingUp(lines: 100_000, since: time, utcOffsetSeconds: 28_800)
                == "- late: 100000 -")
    }

    @Test(arguments: [32, 42, 48, 64]) func `says nothing that is wider than it is`(columns: Int) {
        let roll = JournalRoll(columns: columns)
        let time = Timestamp(milliseconds: .max)

        let said = [
            roll.day(CalendarDay(number: .max)), roll.begins(after: .max), roll.goesOn(from: "街角茶铺街角茶铺\u{1B}p"),
            roll.restored(after: .max), roll.ahead(at: .max), roll.totalAgain(), roll.ofOtherDays(.max),
            roll.catchingUp(lines: .max, since: time, utcOffsetSeconds: 0),
            roll.restart(at: time, utcOffsetSeconds: 0, lastConfirmed: .max),
        ]

        for line in said {
            #expect(CellWidth.of(line) <= columns, "\(line)")
            #expect(!line.contains("\u{1B}"))
        }
    }

    @Test func `is printed line by line without a cut`() throws {
        let renderer = try ReceiptRenderer(profile: Samples.profile("epson-tm-t20iii"), setter: Samples.setter())
        let roll = JournalRoll(columns: renderer.columns)

        let document = try renderer.document(forJournal: [roll.text(sale()), roll.text(sale("街角"))])

        var paper = EscPosPaper(renderer.machine)
        paper.print(document.bytes)
        // What the printer has no letters for stands among the others as columns of dots.
        #expect(paper.lines.count == 2)
        #expect(paper.lines.first == roll.text(sale()))
        #expect(paper.lines.last?.hasSuffix("CNY 12.50    1234.50") == true)
        #expect(paper.cuts.isEmpty)
        #expect(paper.complaints.isEmpty)
    }

    @Test(arguments: ["epson-tm-u220", "epson-tm-t20iii", "generic-58"])
    func `ends a day on every printer, with the head in letters where no code can be drawn`(id: String) throws {
        let renderer = try ReceiptRenderer(profile: Samples.profile(id), setter: Samples.setter())

        let document = try renderer.document(
            forJournal: ["--- above ---"], total: SlipContent(Samples.day, onJournal: true))

        var paper = EscPosPaper(renderer.machine)
        paper.print(document.bytes)
        let head = try #require(Samples.day.chainHead)
        #expect(paper.lines.first == "--- above ---")
        #expect(paper.lines.joined().contains(head.suffix(8)))
        #expect(paper.complaints.isEmpty)
    }
}

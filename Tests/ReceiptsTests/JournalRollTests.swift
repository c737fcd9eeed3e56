// SPDX-License-Identifier: Apache-2.0

import EscPos
import TillCore
import Testing

@testable import Receipts

@Suite struct `A journal's roll` {
    private func sale(_ account: String = "main", _ minor: Int64 = 1250, sum: Int64? = 123_450) -> JournalRoll.Sale {
        JournalRoll.Sale(
            number: 123, at: Timestamp(milliseconds: 1_785_134_525_000), utcOffsetSeconds: 28_800, account: account,
            amount: Money(minorUnits: minor, .cny), daySoFar: sum.map { Money(minorUnits: $0, .cny) })
    }

    @Test func `has one line a sale`() {
        #expect(JournalRoll(columns: 32).line(sale()) == "000123 14:42 main      CNY 12.50")
        #expect(JournalRoll(columns: 42).line(sale()) == "000123 14:42 main     CNY 12.50    1234.50")
        #expect(
            JournalRoll(columns: 48).line(sale(), mayBeDouble: true)
                == "000123*14:42 main           CNY 12.50    1234.50")
    }

    @Test(arguments: [32, 42, 48, 64], ["main", "街角茶铺街角茶铺街角茶铺", "\u{1B}p\u{0}", String(repeating: "x", count: 900)])
    func `has lines of its width and whole amounts`(columns: Int, account: String) {
        for amount in [0, 1250, Money.largest] {
            let line = JournalRoll(columns: columns).line(sale(account, amount, sum: Money.largest))

            #expect(CellWidth.of(line) == columns)
            #expect(line.contains("CNY \(Money(minorUnits: amount, .cny).decimalString)"))
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
        #expect(roll.catchingUp(first: 120, last: 4000) == "--- catching up 000120 - 004000 ---")
    }

    @Test func `is printed line by line without a cut`() throws {
        let renderer = try ReceiptRenderer(profile: Samples.profile("epson-tm-t20iii"), setter: Samples.setter())
        let roll = JournalRoll(columns: renderer.columns)

        let document = try renderer.document(forJournal: [roll.line(sale()), roll.line(sale("街角"))])

        var paper = EscPosPaper(renderer.machine)
        paper.print(document.bytes)
        // What the printer has no letters for stands among the others as columns of dots.
        #expect(paper.lines.count == 2)
        #expect(paper.lines.first == roll.line(sale()))
        #expect(paper.lines.last?.hasSuffix("CNY 12.50    1234.50") == true)
        #expect(paper.cuts.isEmpty)
        #expect(paper.complaints.isEmpty)
    }
}

// SPDX-License-Identifier: Apache-2.0

import EscPos
import Foundation
import TillCore
import Testing

@testable import Receipts

@Suite struct `Slips as text` {
    private func golden(_ name: String) throws -> String {
        let file = try #require(Bundle.module.url(forResource: name, withExtension: "txt", subdirectory: "Fixtures"))
        return try String(contentsOf: file, encoding: .utf8)
    }

    private func text(
        _ receipt: Receipt, _ columns: Int, words: ReceiptWords = .english, payBefore: Timestamp? = nil
    ) -> String {
        let lines = Samples.setter(columns, words).lines(for: SlipContent(receipt, payBefore: payBefore))
        return TextSlip(columns: columns).text(lines)
    }

    @Test(arguments: [32, 48])
    func `a sale reads as it always did`(columns: Int) throws {
        let text = text(Samples.receipt(), columns)

        #expect(text == (try golden("sale-\(columns)")))
    }

    @Test(arguments: [32, 48])
    func `a copy that may be a duplicate says both`(columns: Int) throws {
        let text = text(Samples.receipt(.copy(number: 2), mayBeDuplicate: true), columns)

        #expect(text == (try golden("copy-\(columns)")))
    }

    @Test func `a refund names where the money went`() throws {
        let text = text(Samples.receipt(.refund), 32)

        #expect(text == (try golden("refund-32")))
    }

    @Test func `a copy of a sale whose money went back says so and not that it is paid`() {
        let whole = text(Samples.receipt(.copy(number: 1), refunded: Money(minorUnits: 1250, .cny)), 32)
        let part = text(Samples.receipt(.copy(number: 1), refunded: Money(minorUnits: 500, .cny)), 32)
        let nothing = text(Samples.receipt(.copy(number: 1), refunded: Money(minorUnits: 0, .cny)), 32)

        #expect(whole.contains("COPY 1\n            REFUNDED\n           CNY 12.50\n\n"))
        #expect(!whole.contains("PAID"))
        #expect(part.contains("PAID\n           CNY 12.50\n of this CNY 5.00 was refunded\n"))
        #expect(nothing.contains("PAID\n           CNY 12.50\n\n"))
        #expect(!nothing.contains("refunded"))
    }

    @Test func `a code slip says until when it is paid`() throws {
        let receipt = Samples.receipt(.code, payload: Samples.payload)

        let text = text(receipt, 48, payBefore: receipt.at + .seconds(300))

        #expect(text == (try golden("code-48")))
    }

    @Test func `a sale reads in Chinese`() throws {
        let receipt = Samples.receipt(merchant: "街角茶铺", subject: "绿茶（大杯）加珍珠，少糖去冰")

        let text = text(receipt, 32, words: .simplifiedChinese)

        #expect(text == (try golden("sale-zh-32")))
    }

    @Test(arguments: [20, 30, 32, 35, 42, 48, 64], [ReceiptWords.english, .simplifiedChinese])
    func `no line is longer than the paper is wide`(columns: Int, words: ReceiptWords) {
        let kinds: [Receipt.Kind] = [.sale, .copy(number: 1234), .refund, .code]
        let names = ["", "Tea", "街角茶铺街角茶铺街角茶铺街角茶铺街角茶铺", String(repeating: "W🍵 ", count: 90), "\u{301}\u{301}"]
        for kind in kinds {
            for name in names {
                let receipt = Samples.receipt(
                    kind, merchant: name, subject: name, mayBeDuplicate: true,
                    amount: Money(minorUnits: Money.largest, .kwd), payload: Samples.payload)

                let lines = Samples.setter(columns, words).lines(for: SlipContent(receipt, payBefore: receipt.at))

                let text = TextSlip(columns: columns).text(lines).split(separator: "\n")
                #expect(lines.allSatisfy { $0.columns <= columns })
                #expect(text.allSatisfy { CellWidth.of($0) <= columns })
            }
        }
    }

    @Test(arguments: [20, 32, 42, 48])
    func `the largest amount is printed whole`(columns: Int) {
        let receipt = Samples.receipt(amount: Money(minorUnits: Money.largest, .cny))

        let text = text(receipt, columns)

        #expect(text.contains("CNY 10000000000.00\n"))
    }

    @Test func `a reference is broken and never shortened`() {
        let text = text(Samples.receipt(), 20)

        let joined = text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined()
        #expect(joined.contains("2026072722001412341000091827"))
        #expect(joined.contains("7H2K9QX4MZ0V5T8R1W3YB6N0PL"))
        #expect(joined.contains("01JZ9M3V7Q8W2K4R6T0XYBCDEF"))
    }
}

// SPDX-License-Identifier: Apache-2.0

import EscPos
import Foundation
import TillCore
import Testing

@testable import Receipts

@Suite struct `Layouts of slips` {
    private func text(
        _ layout: String, _ content: SlipContent, columns: Int = 32, words: ReceiptWords = .english
    ) throws -> String {
        let setter = SlipSetter(
            columns: columns, layout: try SlipLayout(layout, name: "shop.slips"), own: words,
            catalogues: ReceiptWords.standard)
        return TextSlip(columns: columns).text(setter.lines(for: content))
    }

    private func problems(_ layout: String) -> [SlipProblem] {
        do {
            _ = try SlipLayout(layout, name: "shop.slips")
            return []
        } catch {
            return error.problems
        }
    }

    @Test(arguments: ["standard.slips", "en.words", "zh-Hans.words"])
    func `what is built in is the file that is shipped`(name: String) throws {
        let file = URL(filePath: Samples.printers).deletingLastPathComponent().appending(path: "Slips/\(name)")
        let shipped = try String(contentsOf: file, encoding: .utf8)

        switch name {
        case "standard.slips": #expect(SlipLayout.standardText == shipped)
        case "en.words": #expect(ReceiptWords.englishText == shipped)
        default: #expect(ReceiptWords.simplifiedChineseText == shipped)
        }
    }

    @Test func `what is built in is right`() throws {
        _ = try SlipLayout(SlipLayout.standardText, name: "standard.slips", over: nil)
        _ = try ReceiptWords(ReceiptWords.englishText, name: "en.words")
        _ = try ReceiptWords(ReceiptWords.simplifiedChineseText, name: "zh-Hans.words")
        try SlipLayout.standard.check(ReceiptWords.standard, own: "en", name: "standard.slips")

        #expect(Set(SlipLayout.slips).isSubset(of: SlipLayout.standard.sections.keys))
        #expect(ReceiptWords.english.names == ReceiptWords.simplifiedChinese.names)
    }

    @Test func `a shop changes what differs and keeps the rest`() throws {
        let text = try text(
            """
            # My own lines
            [header]
            center: Open 8 \\| 20 h
            [footer]
            left: Terminal {terminal}
            """, SlipContent(Samples.receipt()))

        #expect(text.contains("\n         Open 8 | 20 h\n           Corner Tea\n"))
        #expect(text.contains("\n           Thank you\nTerminal T-0001\nOrder 01JZ9M3V7Q8W2K4R6T0XYBCDEF\n"))
    }

    @Test func `lines follow what the slip says`() throws {
        let layout = """
            [sale]
            if duplicate and not narrow
            left: wide and twice
            end
            if narrow
            left: narrow
            if subject
            left: with {subject}
            else
            left: of nothing
            end
            else
            left: wide
            end
            row: <account> | {reference}
            left: ref {number}
            right: {clock}
            """

        let twice = try text(layout, SlipContent(Samples.receipt(mayBeDuplicate: true)), columns: 48)
        let empty = try text(layout, SlipContent(Samples.receipt(subject: "")))

        #expect(twice.hasPrefix("wide and twice\nwide\n"))
        #expect(
            empty
                == "narrow\nof nothing\nPaid with\n      7H2K9QX4MZ0V5T8R1W3YB6N0PL\n                           14:42\n"
        )
    }

    @Test func `lists are gone through`() throws {
        let text = try text(
            "[day]\neach accounts\nrow: {account} | {count} | {total}\nend\nif not refund_sums\nleft: none\nend",
            SlipContent(Samples.day))

        #expect(text == "main           120   CNY 3000.00\n街角 backup      8    CNY 214.50\n")
    }

    @Test func `two languages stand side by side, or one is named`() throws {
        let text = try text(
            "languages en zh-Hans\n[sale]\ncenter: <paid>\nleft: <paid@zh-Hans>\nif language zh-Hans\nleft: both\nend",
            SlipContent(Samples.receipt()))

        #expect(text == "          PAID 已付款\n已付款\nboth\n")
    }

    @Test func `everything that is wrong is told at once, with its line`() {
        let problems = problems(
            """
            left: too early
            languages one two three
            [sale]
            centre: text
            center huge lines=0: {amont} <word
            row: only one
            row: a | b | c | d
            barcode qr: {order}
            blank 99
            cut now
            use nowhere else
            if weather
            end
            end
            else
            each days
            left:
            [Sale]
            [sale]
            """)

        #expect(problems.map(\.line) == [1, 2, 4, 5, 5, 5, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16, 16, 17, 18, 19])
    }

    @Test(arguments: [
        "[sale]\nuse sale", "[sale]\nuse a\n[a]\nuse b\n[b]\nif subject\nuse a\nend", "[sale]\nuse nothing",
    ])
    func `sections that come back to themselves or are not there are refused`(layout: String) {
        #expect(!problems(layout).isEmpty)
    }

    @Test func `files without measure are refused`() {
        let deep = "[sale]\n" + String(repeating: "if order\n", count: 50) + String(repeating: "end\n", count: 50)
        let long = "[sale]\nleft: " + String(repeating: "a", count: 500)
        let chain = (0..<20).map { "[a\($0)]\nuse a\($0 + 1)\n" }.joined() + "[a20]\nrule\n[sale]\nuse a0"

        #expect(!problems(deep).isEmpty)
        #expect(!problems(long).isEmpty)
        #expect(!problems(chain).isEmpty)
        #expect(problems(String(repeating: "x\n", count: 3000)).count == 1)
        #expect(problems(String(repeating: "x", count: 70_000)).count == 1)
        #expect(problems(String(repeating: "x: y\n", count: 1500)).count == 100)
    }

    @Test func `a slip that multiplies itself ends`() throws {
        let doubling = (0..<7).map { "[d\($0)]\n" + String(repeating: "use d\($0 + 1)\n", count: 40) }.joined()
        let layout = try SlipLayout(doubling + "[d7]\nrule\n[sale]\nuse d1", name: "shop.slips")
        let setter = SlipSetter(columns: 32, layout: layout, own: .english, catalogues: ReceiptWords.standard)

        #expect(setter.lines(for: SlipContent(Samples.receipt())).count == SlipSetter.mostLines)
    }

    @Test func `words that a catalogue lacks are told with their line`() throws {
        let layout = try SlipLayout(
            "languages en de\n[sale]\ncenter: <paid> <greting>\nleft: <paid@fr>", name: "shop.slips")

        let error = #expect(throws: SlipLayoutError.self) {
            try layout.check(ReceiptWords.standard, own: "en", name: "shop.slips")
        }

        #expect(
            error?.description == """
                shop.slips: there is no catalogue of de: add its file or choose another
                shop.slips:3: the catalogue of en has no word <greting>: add it there
                shop.slips:4: there is no catalogue of fr: add its file
                """)
    }

    @Test func `a third language is one file`() throws {
        let german = ReceiptWords.englishText.replacing("language = en", with: "language = de")
            .replacing("paid = PAID", with: "paid = BEZAHLT")

        let words = try ReceiptWords(german, name: "de.words")

        #expect(
            try text("[sale]\ncenter: <paid>", SlipContent(Samples.receipt()), words: words) == "            BEZAHLT\n")
    }

    @Test func `a catalogue tells everything that is wrong`() {
        let error = #expect(throws: SlipLayoutError.self) {
            try ReceiptWords("language = ?\npaid = {nothing}\npaid = twice\nno word\n", name: "x.words")
        }

        #expect(error?.problems.filter { $0.line > 0 }.map(\.line) == [1, 2, 3, 4])
        #expect(error?.problems.contains { $0.message.hasPrefix("the word thanks is missing") } == true)
    }

    @Test func `names from a sale are never read as a layout`() throws {
        let receipt = Samples.receipt(merchant: "{amount} <paid>", subject: "a | b \\ [sale]")

        let text = try text("[sale]\nleft: {merchant}\nrow: x | {subject}", SlipContent(receipt))

        #expect(text == "{amount} <paid>\nx                 a | b \\ [sale]\n")
    }
}

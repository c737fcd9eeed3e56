// SPDX-License-Identifier: Apache-2.0

import EscPos
import TillCore
import Testing

@testable import Receipts

@Suite struct `A hostile layout` {
    /// What a file is refused with, reading and checking both; empty if it is not.
    private func complaints(_ layout: String) -> [String] {
        do throws(SlipLayoutError) {
            let read = try SlipLayout(layout, name: "shop.slips")
            try read.check(ReceiptWords.standard, own: "en", name: "shop.slips")
            return []
        } catch {
            return error.description.split(separator: "\n").map(String.init)
        }
    }

    @Test(arguments: [
        ("[sale]\n\u{1B}[2Jleft: x", "shop.slips:2: \"[2Jleft\" is no command"),
        ("[sale]\nleft: {amo\u{1B}unt}", "shop.slips:2: there is no field {amo unt}"),
        ("[sale]\nleft: <pa\u{1B}]0;x\u{7}id>", "shop.slips:2: the catalogue of en has no word <pa ]0;x id>"),
        ("[sale]\nleft: <paid@e\u{9B}n>", "shop.slips:2: there is no catalogue of e n"),
        ("[sale]\nleft: <\u{202E}diap>", "shop.slips:2: the catalogue of en has no word <diap>"),
        ("[sale]\ncenter \u{1B}c: x", "shop.slips:2: \"c\" is no manner of a text"),
        ("[sa\u{0}le]\nrule", "shop.slips:1: a section is a name of small letters"),
        ("[\u{FF53}ale]\nrule", "shop.slips:1: a section is a name of small letters"),
        ("[sale]\nblank 99999999999999999999", "shop.slips:2: blank takes a number from 1 to 20"),
        ("[sale]\nblank -1", "shop.slips:2: blank takes a number from 1 to 20"),
        ("[sale]\nbuzzer 10", "shop.slips:2: buzzer takes a number from 1 to 9"),
        ("[sale]\nleft lines=9223372036854775808: x", "shop.slips:2: \"lines=9223372036854775808\" is no manner"),
        ("[sale]\ncut: now", "shop.slips:2: cut stands alone"),
        ("[sale]\nif \u{202E}\nend", "shop.slips:2: if takes a field, a list or a language"),
        ("languages \u{1B}[31m\n", "shop.slips:1: languages takes own"),
        ("\u{0}\u{0}", "shop.slips:1: "), ("☕", "shop.slips:1: \"☕\" stands before the first section"),
        ("[sale]\nleft: {" + String(repeating: "a", count: 390) + "}", "shop.slips:2: there is no field {aaa"),
    ])
    func `is told what is wrong, without its controls`(layout: String, complaint: String) {
        let complaints = complaints(layout)

        #expect(complaints.first?.hasPrefix(complaint) == true, "\(complaints)")
        for line in complaints {
            #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
            #expect(!line.contains("\u{202E}") && line.count < 1200)
        }
    }

    @Test(arguments: [
        "[header]\ncenter: \u{202E}05.21 YNC\u{1B}p\u{0}22", "[header]\nleft: \u{10}\u{14}\u{1}\u{0}\u{1}",
        "[header]\nrow: a\u{1D}V\u{0} | b\u{0}", "\u{FEFF}[header]\nleft: from an editor that marks its files",
        "[header]\r\nleft: x\r\n", "[header]\u{2028}left: x\u{85}rule", "[header]\nleft: 👨‍👩‍👧‍👦\u{301}\u{FE0F}",
        "[header]\nleft: " + String(repeating: "e\u{301}\u{302}\u{303}", count: 100),
    ])
    func `is harmless where it is right`(layout: String) throws {
        #expect(complaints(layout).isEmpty)
        let renderer = ReceiptRenderer(
            profile: try Samples.profile("generic-58"), setter: Samples.setter(),
            layout: try SlipLayout(layout, name: "x"))

        let document = try renderer.document(for: Samples.receipt())

        #expect(StreamJudge.faults(of: document, asked: .init()) == [])
        #expect(StreamJudge.faultsOfPlaying(document, asked: .init()) == [])
    }

    private func lines(_ layout: String, _ content: SlipContent) throws -> [SlipLine] {
        SlipSetter(
            columns: 32, layout: try SlipLayout(layout, name: "x"), own: .english, catalogues: ReceiptWords.standard
        ).lines(for: content)
    }

    @Test func `that multiplies itself and prints nothing ends as well`() throws {
        let doubling = (0..<7).map { "[d\($0)]\n" + String(repeating: "use d\($0 + 1)\n", count: 200) }.joined()
        let silent = doubling + "[d7]\nif duplicate\nrule\nend\n[sale]\nuse d1\nrule"

        let lines = try lines(silent, SlipContent(Samples.receipt()))

        #expect(lines.isEmpty)
    }

    @Test func `that goes through lists within lists ends as well`() throws {
        let deep =
            "[day]\n" + String(repeating: "each accounts\n", count: 7) + "if duplicate\nrule\nend\n"
            + String(repeating: "end\n", count: 7) + "rule"
        var content = SlipContent(Samples.day)
        content.lists[.accounts] = Array(repeating: [.account: "a"], count: 1000)

        let lines = try lines(deep, content)

        #expect(lines.isEmpty)
    }

    @Test(arguments: [
        "feed 20", "qr: {order}", "logo", "barcode code128: {terminal}", "left large: {order}", "blank 20",
    ])
    func `never feeds more paper than a slip may have`(line: String) throws {
        let layout = "[sale]\n" + String(repeating: "\(line)\n", count: 1900)

        let renderer = ReceiptRenderer(
            profile: try Samples.profile("generic-58"), setter: Samples.setter(),
            layout: try SlipLayout(layout, name: "x"), logo: try SlipLogo(file: Samples.logo(), width: 384))

        var paper = EscPosPaper(renderer.machine)
        paper.print(try renderer.document(for: Samples.receipt()).bytes)
        // Two and a half metres; a slip of this length is nobody's.
        #expect(paper.rows < 20_000)
        #expect(paper.complaints.isEmpty)
    }

    @Test(arguments: [
        ("language = \u{1B}[2J\n", "shop.words:1: the language is a tag of letters"),
        ("language = " + String(repeating: "e", count: 100) + "\n", "shop.words:1: the language is a tag of letters"),
        ("\u{0}= x\n", "shop.words:1: this is no word"), ("paid = {amo\u{7}unt}\n", "shop.words:1: there is no field"),
        ("paid = {amount\n", "shop.words:1: a { is not closed"), ("☕ = x\n", "shop.words:1: this is no word"),
        ("paid = " + String(repeating: "é", count: 401) + "\n", "shop.words:1: the text is longer than 400 characters"),
        (String(repeating: "#", count: 70_000), "shop.words: the file has 70000 bytes"),
    ])
    func `of words is told what is wrong, without its controls`(text: String, complaint: String) {
        let error = #expect(throws: SlipLayoutError.self) { try ReceiptWords(text, name: "shop.words") }

        let lines = error?.description.split(separator: "\n") ?? []
        #expect(lines.contains { $0.hasPrefix(complaint) }, "\(lines.prefix(3))")
        for line in lines {
            #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
        }
    }

    @Test func `of words steers nothing`() throws {
        let text =
            "\u{FEFF}"
            + ReceiptWords.englishText
            .replacing("paid = PAID", with: "paid = P\u{1B}p\u{0}22\u{10}\u{14}\u{1}\u{0}\u{1}\u{202E}ID")
        let words = try ReceiptWords(text, name: "shop.words")
        let renderer = ReceiptRenderer(
            profile: try Samples.profile("generic-58"), words: words, setter: Samples.setter())

        let document = try renderer.document(for: Samples.receipt())

        #expect(StreamJudge.faults(of: document, asked: .init()) == [])
        #expect(StreamJudge.faultsOfPlaying(document, asked: .init()) == [])
    }
}

// SPDX-License-Identifier: Apache-2.0

import Raster
import Testing

@testable import EscPos

@Suite struct `Text for a printer` {
    private static let pages = [
        EscPosPage(number: 0, page: .cp437), EscPosPage(number: 17, page: .cp866),
        EscPosPage(number: 16, page: .cp1252),
    ]

    private func bytes(_ text: String, _ set: MultiByteSet? = nil, size: EscPosSize = .normal) throws -> [UInt8] {
        var encoder = EscPosText(pages: Self.pages, multiByte: set)
        return try encoder.encoded(text, size: size)
    }

    @Test func `a page that has the whole run wins over one that has its first letter`() throws {
        let bytes = try bytes("Ы€ö")

        #expect(bytes == [0x1B, 0x74, 17, 0x9B, 0x1B, 0x74, 16, 0x80, 0xF6])
    }

    @Test func `a run of another set is opened and closed around it`() throws {
        let bytes = try bytes("A 绿茶 B茶é", .gb18030)

        #expect(
            bytes == [0x41, 0x20, 0x1C, 0x26, 0xC2, 0xCC, 0xB2, 0xE8, 0x20, 0x42, 0xB2, 0xE8, 0x1C, 0x2E, 0x82])
    }

    @Test func `a Japanese run names its coding`() throws {
        let bytes = try bytes("茶", .shiftJIS)

        #expect(bytes == [0x1C, 0x43, 0x01, 0x1C, 0x26, 0x92, 0x83, 0x1C, 0x2E, 0x1C, 0x43, 0x00])
    }

    @Test func `wide characters are told their size`() throws {
        var text = EscPosText(pages: [], multiByte: .gb18030)

        let large = try text.encoded("茶", size: .double)
        let small = try text.encoded("茶")

        #expect(large == [0x1C, 0x21, 0x0C, 0x1C, 0x26, 0xB2, 0xE8, 0x1C, 0x2E])
        #expect(small == [0x1C, 0x21, 0x00, 0x1C, 0x26, 0xB2, 0xE8, 0x1C, 0x2E])
    }

    @Test(arguments: [("“Tea”", "\"Tea\""), ("a\u{2026}", "a..."), ("5\u{202F}kg", "5 kg"), ("co\u{AD}op", "coop")])
    func `signs of books become plain ones`(text: String, plain: String) throws {
        var encoder = EscPosText(pages: [EscPosPage(number: 0, page: .cp437)])

        let bytes = try encoder.encoded(text)

        #expect(bytes == Array(plain.utf8))
    }

    @Test(arguments: [
        "שלום", "قهوة", "กาแฟ", "कॉफ़ी", "កាហ្វេ", "Nguyễn", "茶", "a\u{1B}p", "a\u{0}", "a\u{9B}", "\u{10}\u{14}",
    ])
    func `what letters cannot set is left to a picture`(text: String) {
        let encoder = EscPosText(pages: Self.pages)

        #expect(!encoder.canEncode(text))
    }

    @Test(arguments: MultiByteSet.allCases)
    func `a wide line comes out as it went in`(set: MultiByteSet) throws {
        let text = "Tea 茶 12.50 é 茶茶"
        var encoder = EscPosEncoder(pages: Self.pages, multiByte: set)
        encoder.initialise()
        try encoder.line(text)
        try encoder.line("茶", EscPosStyle(size: .double))
        var paper = EscPosPaper(
            .init(width: 384, font: CellFont(TypeSetter()), pages: Self.pages, multiByte: set))

        paper.print(encoder.finish().bytes)

        #expect(paper.lines == [text, "茶"])
        #expect(paper.complaints.isEmpty)
    }

    @Test func `paper sees wide characters that were left on`() {
        var paper = EscPosPaper(
            .init(width: 384, font: CellFont(TypeSetter()), pages: Self.pages, multiByte: .gb18030))

        paper.print([0x1B, 0x40] + Array("caf".utf8) + [0x82, 0x20, 0x0A])

        #expect(paper.complaints == ["half a character"])
    }
}

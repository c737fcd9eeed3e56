// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Raster
import Testing

@testable import EscPos

@Suite struct `Bar codes` {
    private func paper(_ code: BarCode, moduleDots: Int) -> EscPosPaper {
        var encoder = EscPosEncoder(pages: [])
        encoder.initialise()
        encoder.endLine()
        encoder.barCode(code, moduleDots: moduleDots)
        encoder.feed(lines: 2)
        var paper = EscPosPaper(.init(width: 576, font: CellFont(TypeSetter()), pages: []))
        paper.print(encoder.finish().bytes)
        return paper
    }

    @Test(arguments: [
        (BarCode.Kind.code128, "Tea 01JZ9M3V7Q", 2), (.code128, "202607272200141234", 3), (.code128, "AB123456{7}", 2),
        (.code128, "x1234567y", 2), (.code128, "12345", 3), (.ean13, "400638133393", 3), (.ean13, "6901234567892", 2),
        (.ean8, "9638507", 3), (.code39, "T-0001 $1", 2), (.code39, "0123456789", 2),
        (.code39, "ABCDEFGHIJK", 2), (.code39, "LMNOPQRSTUV", 2), (.code39, "WXYZ-. $/+%", 2), (.itf, "0123456789", 3),
        (.code128, "!\"#$%&'()*+,-./:;<=>?@", 2), (.code128, "ABCDEFGHIJKLMNOPQRSTUVW", 2),
        (.code128, "XYZ[]^_`abcdefghijklm", 2), (.code128, "nopqrstuvwxyz|}~\\", 2),
        (.code128, "0011223344556677889910", 3),
    ])
    func `are read from paper by a foreign reader`(kind: BarCode.Kind, text: String, module: Int) throws {
        let code = try BarCode(kind, text)
        let paper = paper(code, moduleDots: module)
        let folder = try TemporaryFolder()
        let file = try folder.file("bars.png", PNG.encode(paper.bitmap()))

        let read = try ForeignTool.run("zbarimg", ["--quiet", "--raw", "-Sean8.enable", "-Si25.enable", file.path])

        #expect(String(decoding: read, as: UTF8.self) == code.text + "\n")
        #expect(paper.complaints.isEmpty)
    }

    @Test func `check digits are added and checked`() throws {
        #expect(try BarCode(.ean13, "400638133393").text == "4006381333931")
        #expect(try BarCode(.ean8, "9638507").text == "96385074")
        #expect(throws: BarCodeError.checkDigit(wanted: 1)) { try BarCode(.ean13, "4006381333932") }
    }

    @Test(arguments: [
        (BarCode.Kind.code128, "é"), (.code128, "a\u{1B}"), (.code128, ""), (.ean13, "12345"), (.ean8, "abcdefg"),
        (.code39, "lower"), (.code39, "A*B"), (.itf, "123"), (.code128, String(repeating: "a", count: 81)),
    ])
    func `that cannot be are refused`(kind: BarCode.Kind, text: String) {
        #expect(throws: BarCodeError.self) { try BarCode(kind, text) }
    }

    @Test func `that are wider than the paper are refused, since the printer would print nothing`() throws {
        let code = try BarCode(.code128, String(repeating: "aB", count: 15))

        #expect(throws: BarCodeError.tooWide(dots: 384)) { try code.moduleDots(fitting: 384) }
        #expect(try BarCode(.code128, "01JZ9M3V7Q").moduleDots(fitting: 384) == 2)
        #expect(try BarCode(.code128, "01JZ9M3V7Q").moduleDots(fitting: 576) == 3)
    }

    @Test func `paper says that a bar code which is too wide does not print`() throws {
        let code = try BarCode(.code128, String(repeating: "aB", count: 30))

        #expect(paper(code, moduleDots: 3).complaints == ["a bar code that does not fit prints nothing"])
    }

    @Test func `pairs of digits never become bytes that are obeyed`() throws {
        let code = try BarCode(.code128, "1620010001")

        #expect(RealTimeSequence.first(in: code.command) == nil)
        #expect(paper(code, moduleDots: 2).drawerPulses == 0)
        #expect(code.command.suffix(10) == Array("1620010001".utf8)[...])
    }

    @Test func `codes that the printer makes itself can be read`() throws {
        var encoder = EscPosEncoder(pages: [])
        encoder.feed(units: 30)
        try encoder.nativeCode("https://pay.example/7H2K9QX4", level: .m, moduleDots: 6, longest: 300)
        encoder.feed(units: 30)
        var paper = EscPosPaper(.init(width: 384, font: CellFont(TypeSetter()), pages: []))
        let folder = try TemporaryFolder()

        paper.print(encoder.finish().bytes)

        let file = try folder.file("code.png", PNG.encode(paper.bitmap()))
        #expect(try ForeignTool.codes(in: file) == ["https://pay.example/7H2K9QX4"])
    }

    @Test(arguments: ["a\u{1B}@", "", String(repeating: "x", count: 301), "é\u{7F}"])
    func `codes that the printer might misread are not left to it`(payload: String) {
        var encoder = EscPosEncoder(pages: [])

        #expect(throws: EscPosError.self) {
            try encoder.nativeCode(payload, level: .m, moduleDots: 6, longest: 300)
        }
        #expect(encoder.finish().bytes.isEmpty)
    }
}

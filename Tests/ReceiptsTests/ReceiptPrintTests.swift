// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import EscPos
import ForeignJudges
import Foundation
import Raster
import TillCore
import Testing

@testable import Receipts

@Suite struct `Slips on paper` {
    private static let printers = [
        "generic-58", "generic-80", "epson-tm-t88v", "epson-tm-t20iii", "xprinter-xp-58",
    ]

    private func renderer(
        _ id: String, paper: Int? = nil, words: ReceiptWords = .english
    ) throws -> ReceiptRenderer {
        try ReceiptRenderer(profile: Samples.profile(id), paper: paper, words: words, setter: Samples.setter())
    }

    private func printed(_ document: EscPosDocument, by renderer: ReceiptRenderer) -> EscPosPaper {
        var paper = EscPosPaper(renderer.machine)
        paper.print(document.bytes)
        return paper
    }

    /// Reads the codes of a picture with a program that shares no code with this one.
    private func decoded(_ png: [UInt8]) throws -> [String] {
        let folder = try TemporaryFolder()
        return try withExtendedLifetime(folder) { try ForeignTool.codes(in: folder.file("slip.png", png)) }
    }

    @Test(arguments: Self.printers)
    func `the code that is printed can be read and is small to send`(id: String) throws {
        let renderer = try renderer(id)
        let receipt = Samples.receipt(.code, payload: Samples.payload)

        let document = try renderer.document(for: receipt, payBefore: receipt.at + .seconds(300))
        let png = try PNG.encode(printed(document, by: renderer).bitmap())

        #expect(try decoded(png) == [Samples.payload])
        #expect(document.bytes.count <= 5000)
    }

    @Test(arguments: [("epson-tm-t88v", 58), ("epson-tm-t20iii", 58)], [90, 160, 240])
    func `codes of any length are read from narrow paper`(printer: (String, Int), length: Int) throws {
        let renderer = try renderer(printer.0, paper: printer.1)
        let payload = "https://pay.example/" + String(repeating: "a1", count: (length - 20) / 2)

        let png = try renderer.png(for: Samples.receipt(.code, payload: payload))

        #expect(try decoded(png) == [payload])
    }

    @Test(arguments: [
        (32, 384, 203, 6, true), (150, 384, 203, 6, true), (200, 384, 203, 5, false), (160, 512, 180, 6, true),
    ])
    func `modules have whole dots`(bytes: Int, width: Int, dpi: Int, dots: Int, isDoubled: Bool) throws {
        let payload = String(repeating: "aB1-", count: bytes / 4)

        let code = try PaperCode(payload: payload, width: width, dpi: dpi, mayDouble: true)

        #expect(code.moduleDots == dots)
        #expect(code.isDoubled == isDoubled)
    }

    @Test func `a code that nobody could read is refused`() throws {
        let payload = String(repeating: "aB1-", count: 500)

        #expect(throws: ReceiptError.self) {
            try PaperCode(payload: payload, width: 384, dpi: 203, mayDouble: true)
        }
    }

    @Test(arguments: Self.printers, [ReceiptWords.english, .simplifiedChinese])
    func `every kind prints without an objection`(id: String, words: ReceiptWords) throws {
        let renderer = try renderer(id, words: words)
        for kind in [Receipt.Kind.sale, .copy(number: 1), .refund, .code] {
            let receipt = Samples.receipt(
                kind, merchant: "街角茶铺 Café", subject: "绿茶 – 5 €", mayBeDuplicate: true, payload: "x")

            let document = try renderer.document(for: receipt)

            let paper = printed(document, by: renderer)
            #expect(paper.complaints.isEmpty)
            #expect(document.segments.allSatisfy { $0.count <= EscPosLimits.segmentBytes })
            #expect(paper.lines.contains { $0.hasSuffix("CNY 12.50") })
        }
    }

    @Test(arguments: [ReceiptWords.english, .simplifiedChinese])
    func `the order stands in the first and in the last line`(words: ReceiptWords) throws {
        let renderer = try renderer("generic-58", words: words)

        let paper = try printed(renderer.document(for: Samples.receipt()), by: renderer)

        #expect(paper.lines.first?.contains("01JZ9M3V7Q8W2K4R6T0XYBCDEF") == true)
        #expect(paper.lines.last { !$0.isEmpty }?.contains("01JZ9M3V7Q8W2K4R6T0XYBCDEF") == true)
    }

    @Test func `a possible duplicate says so first`() throws {
        let renderer = try renderer("epson-tm-t20iii")

        let paper = try printed(renderer.document(for: Samples.receipt(mayBeDuplicate: true)), by: renderer)

        #expect(paper.lines.first?.hasSuffix("POSSIBLY A DUPLICATE") == true)
        #expect(paper.lines[1].hasSuffix("\u{2013} the previous print was interrupted"))
    }

    @Test func `the drawer opens only when it is asked to`() throws {
        let renderer = try renderer("epson-tm-t88v")

        let quiet = try renderer.document(for: Samples.receipt())
        let opening = try renderer.document(for: Samples.receipt(), opensDrawer: true)

        #expect(printed(quiet, by: renderer).drawerPulses == 0)
        #expect(printed(opening, by: renderer).drawerPulses == 1)
        #expect(opening.bytes.suffix(5) == [0x1B, 0x70, 0x00, 50, 250])
    }

    @Test func `a printer without a blade feeds, and one with a blade cuts`() throws {
        let torn = try renderer("generic-58")
        let cut = try renderer("epson-tm-t88v")

        let tornBytes = try torn.document(for: Samples.receipt()).bytes
        let cutBytes = try cut.document(for: Samples.receipt()).bytes

        #expect(tornBytes.suffix(3) == [0x1B, 0x64, 4])
        #expect(cutBytes.suffix(4) == [0x1D, 0x56, 0x42, 0x00])
    }

    @Test func `names cannot steer the printer`() throws {
        let renderer = try renderer("generic-58")
        let receipt = Samples.receipt(merchant: "A\u{1B}p\u{0}22\u{10}\u{14}\u{1}", subject: "\u{1D}V\u{1}")

        let paper = try printed(renderer.document(for: receipt), by: renderer)

        #expect(paper.drawerPulses == 0)
        #expect(paper.cuts.isEmpty)
        #expect(paper.complaints.isEmpty)
    }

    @Test func `letters that the printer lacks are drawn`() throws {
        let renderer = try renderer("generic-58")

        let document = try renderer.document(for: Samples.receipt(merchant: "街角茶铺", subject: ""))

        var reader = EscPosReader()
        let tall = reader.read(document.bytes).contains { command in
            if case .raster(let raster) = command { raster.doubleWidth && raster.rows > 12 } else { false }
        }
        #expect(tall)
    }

    @Test func `all tables of all profiles can be written`() throws {
        let profiles = try PrinterProfiles.load(folder: Samples.printers)

        for profile in profiles.all {
            #expect(EscPosSlip.pages(of: profile).count == profile.text.pages.count, "\(profile.id)")
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import EscPos
import ForeignJudges
import Foundation
import PaperTesting
import Raster
import TillCore
import Testing

@testable import Receipts

@Suite struct `Slips of printers without rasters` {
    private static let printers = ["epson-tm-u220", "epson-tm-u220b", "wincor-th230", "wincor-th230-plus"]

    private func renderer(_ id: String, logo: SlipLogo? = nil) throws -> ReceiptRenderer {
        ReceiptRenderer(
            profile: try Samples.profile(id), words: .simplifiedChinese, setter: Samples.setter(), logo: logo)
    }

    private func printed(_ document: EscPosDocument, by renderer: ReceiptRenderer) -> EscPosPaper {
        var paper = EscPosPaper(renderer.machine)
        paper.print(document.bytes)
        return paper
    }

    @Test(arguments: printers)
    func `hold no raster, and say everything`(id: String) throws {
        let renderer = try renderer(id)
        let contents = [
            SlipContent(Samples.receipt(merchant: "街角茶铺 Café")), SlipContent(Samples.day),
            SlipContent(Samples.receipt(.code, payload: Samples.payload)),
            SlipContent(Samples.agreement(.unsigned(payload: Samples.payload))),
        ]
        for content in contents {
            let document = try renderer.document(for: content)

            let paper = printed(document, by: renderer)
            var reader = EscPosReader()
            let commands = reader.read(document.bytes)
            #expect(paper.complaints.isEmpty, "\(content.section)")
            #expect(renderer.boxes(in: content).isEmpty)
            #expect(!commands.contains { if case .raster = $0 { true } else { false } })
            #expect(commands.contains { if case .columns = $0 { true } else { false } })
            #expect(document.segments.allSatisfy { $0.count <= EscPosLimits.segmentBytes })
            // Lines of text are as high as before when the pictures are over.
            let spacings = commands.compactMap { if case .lineSpacing(let units) = $0 { units } else { nil } }
            #expect(spacings.last == spacings.first)
        }
    }

    @Test(arguments: [(576, 203, 203, 6, 6), (200, 80, 72, 3, 3), (400, 160, 72, 5, 2), (512, 180, 60, 5, 2)])
    func `have codes whose modules are as wide as they are high`(
        width: Int, across: Int, down: Int, dots: Int, rows: Int
    ) throws {
        let code = try PaperCode(
            payload: String(repeating: "aB1-", count: 20), width: width, dpi: across, down: down, mayDouble: false)

        #expect(code.moduleDots == dots)
        #expect(code.moduleRows == rows)
        let wide = Double(dots) / Double(across)
        let high = Double(rows) / Double(down)
        #expect(abs(wide / high - 1) < 0.21)
        #expect(code.picture.height % rows == 0)
    }

    @Test(arguments: printers)
    func `come out of the played printer with a code that can be read`(id: String) throws {
        let profile = try Samples.profile(id)
        let document = try renderer(id).document(for: Samples.receipt(.code, payload: Samples.payload))
        var machine = PaperMachine(try #require(PaperModel.all.first { $0.name == "silent" }))
        let folder = try TemporaryFolder()

        for segment in [document.preamble] + document.segments {
            machine.receive(segment[...])
            machine.advance(to: machine.now + .seconds(60))
        }

        // Its dots are those of a thermal head, on which eight rows are as high as 24.
        let isCoarse = profile.image.columns.mode < 32
        let picture = try PaperPicture.of(machine.paper, dot: isCoarse ? (3, 2) : (1, 1))
        let file = try folder.file("paper.png", PNG.encode(picture))
        #expect(try ForeignTool.codes(in: file) == [Samples.payload])
        #expect(machine.pulses == 0)
    }

    @Test func `have the logo where dots are square, and none where they are not`() throws {
        let logo = try SlipLogo(file: Samples.logo(), width: 400)
        let layout = try SlipLayout("[sale]\nlogo", name: "x")
        func columns(_ id: String) throws -> Int {
            let renderer = ReceiptRenderer(
                profile: try Samples.profile(id), setter: Samples.setter(), layout: layout, logo: logo)
            var reader = EscPosReader()
            return reader.read(try renderer.document(for: Samples.receipt()).bytes).count {
                if case .columns = $0 { true } else { false }
            }
        }

        #expect(try columns("wincor-th230") == 4)
        #expect(try columns("epson-tm-u220") == 0)
    }

    @Test(arguments: ["epson-tm-t20iii", "epson-tm-t88v"])
    func `look the same where columns stand among characters, and are far shorter to send`(id: String) throws {
        func printed(mixing: Bool) throws -> (bitmap: Bitmap, bytes: Int) {
            var texts: [String: String] = [:]
            for name in [id, id == "epson-tm-t88v" ? "epson-180" : "epson-203"] {
                let text = try String(contentsOfFile: "\(Samples.printers)/\(name).yaml", encoding: .utf8)
                texts["\(name).yaml"] =
                    mixing ? text : text.replacing("columns_in_text: true", with: "columns_in_text: false")
            }
            let profile = try #require(PrinterProfiles(texts: texts)[id: id])
            let renderer = ReceiptRenderer(profile: profile, words: .simplifiedChinese, setter: Samples.setter())
            let document = try renderer.document(for: Samples.receipt(merchant: "Łódź 茶", subject: "绿茶, large – 5 €"))
            let paper = self.printed(document, by: renderer)
            #expect(paper.complaints.isEmpty)
            return (try paper.bitmap(), document.bytes.count)
        }

        let drawn = try printed(mixing: false)
        let mixed = try printed(mixing: true)

        #expect(drawn.bitmap == mixed.bitmap)
        #expect(mixed.bytes * 2 < drawn.bytes, "\(mixed.bytes) of \(drawn.bytes)")
    }

    @Test func `are plain where a printer draws nothing, and refused where they need a code`() throws {
        let base = try String(contentsOfFile: "\(Samples.printers)/generic-80.yaml", encoding: .utf8)
        let text = base.replacing("modes: [raster]", with: "modes: [graphics]")
        let profile = try #require(PrinterProfiles(texts: ["generic-80.yaml": text])[id: "generic-80"])
        let renderer = ReceiptRenderer(profile: profile, setter: Samples.setter())
        let content = SlipContent(Samples.receipt(merchant: "Łódź 茶", subject: ""))

        let paper = printed(try renderer.document(for: content), by: renderer)

        #expect(paper.lines.contains { $0.hasSuffix("Lódz \u{25A0}") })
        #expect(renderer.boxes(in: content) == ["茶"])
        #expect(throws: ReceiptError.noPictures(profile: "generic-80")) {
            try renderer.document(for: Samples.receipt(.code, payload: Samples.payload))
        }
    }
}

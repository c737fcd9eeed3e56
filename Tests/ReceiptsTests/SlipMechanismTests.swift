// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import EscPos
import ForeignJudges
import Foundation
import Raster
import TillCore
import Testing

@testable import Receipts

@Suite struct `What a layout moves` {
    private func paper(_ layout: String, opensDrawer: Bool = false, logo: SlipLogo? = nil) throws -> EscPosPaper {
        let renderer = ReceiptRenderer(
            profile: try Samples.profile("epson-tm-t20iii"), setter: Samples.setter(),
            layout: try SlipLayout(layout, name: "x"), logo: logo)
        var paper = EscPosPaper(renderer.machine)
        paper.print(try renderer.document(for: SlipContent(Samples.receipt()), opensDrawer: opensDrawer).bytes)
        return paper
    }

    @Test func `the drawer opens once, where the layout says, and only if it may`() throws {
        let layout = "[sale]\ndrawer\nleft: a\ndrawer"

        #expect(try paper(layout).drawerPulses == 0)
        #expect(try paper(layout, opensDrawer: true).drawerPulses == 1)
    }

    @Test func `a cut at the end is not made twice`() throws {
        #expect(try paper("[sale]\nleft: a\ncut").cuts.count == 1)
        #expect(try paper("[sale]\nleft: a\ncut\nleft: b").cuts.count == 2)
    }

    @Test func `a printer that knows only the old cut is fed to the blade before it`() throws {
        let text = """
            id: old-cutter
            vendor: Nobody
            model: Old cutter
            inherits: generic-80
            support: expected
            source: made up for a test
            print: { blade_dots: 96, vertical_unit: 203 }
            mechanism: { cutter: full, cut_command: esc_i }
            """
        let base = try String(contentsOfFile: "\(Samples.printers)/generic-80.yaml", encoding: .utf8)
        let profiles = try PrinterProfiles(texts: ["old-cutter.yaml": text, "generic-80.yaml": base])
        let renderer = ReceiptRenderer(profile: try #require(profiles[id: "old-cutter"]), setter: Samples.setter())

        let bytes = try renderer.document(for: Samples.receipt()).bytes

        #expect(bytes.suffix(5) == [0x1B, 0x4A, 96, 0x1B, 0x69])
        var paper = EscPosPaper(renderer.machine)
        paper.print(bytes)
        #expect(paper.cuts.count == 1)
        #expect(paper.complaints.isEmpty)
    }

    @Test func `a bar code stands above its text, and a text that is none stands alone`() throws {
        let order = try paper("[sale]\nbarcode code128: {terminal}")
        let none = try paper("[sale]\nbarcode ean13: {order}")

        #expect(order.rows > none.rows + 60)
        #expect(order.complaints.isEmpty)
        #expect(none.lines.contains { $0.contains("01JZ9M3V7Q8W2K4R6T0XYBCDEF") })
        #expect(order.lines.contains { $0.hasSuffix("T-0001") })
    }

    @Test func `the logo stands in the middle`() throws {
        let logo = try SlipLogo(file: Samples.logo(), width: 576)

        let bitmap = try paper("[sale]\nlogo", logo: logo).bitmap()

        let inked = (0..<576).filter { x in (0..<86).contains { bitmap[x, $0] } }
        #expect(inked.count > 100)
        #expect(abs((inked.first ?? 0) - (575 - (inked.last ?? 0))) <= 1)
    }

    @Test func `a logo of noise never holds bytes that are obeyed`() throws {
        var picture = try Bitmap(width: 300, height: 290)
        var state: UInt64 = 7
        for y in 0..<290 {
            for x in stride(from: 0, to: 296, by: 8) {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let byte: UInt8 = [0x10, 0x14, 0x01, 0x00, 0x01, 0x04, 0x05, 0x02][Int(state >> 40) % 8]
                for bit in 0..<8 where byte & (0x80 >> UInt8(bit)) != 0 {
                    picture.fill(PixelRect(x: x + bit, y: y, width: 1, height: 1))
                }
            }
        }
        // With this dot its first column stands at the start of a byte on the paper, as here.
        picture.fill(PixelRect(x: 299, y: 0, width: 1, height: 1))
        let logo = try SlipLogo(file: picture.pbm, width: 576)

        let printed = try paper("[sale]\nlogo", logo: logo)

        #expect(printed.complaints.isEmpty)
        #expect(printed.drawerPulses == 0)
    }

    private func slip(_ changes: [String: String]) throws -> ReceiptRenderer {
        var texts: [String: String] = [:]
        for name in ["epson-203", "epson-tm-t20iii"] {
            var text = try String(contentsOfFile: "\(Samples.printers)/\(name).yaml", encoding: .utf8)
            for (old, new) in changes { text = text.replacing(old, with: new) }
            texts["\(name).yaml"] = text
        }
        let profile = try #require(PrinterProfiles(texts: texts)[id: "epson-tm-t20iii"])
        return ReceiptRenderer(profile: profile, setter: Samples.setter())
    }

    @Test(arguments: [
        (["aligns: true": "aligns: false"], 2500, 5000), ([:], 1500, 2500),
        (["mode: raster": "mode: native"], 500, 1200),
    ])
    func `codes are read and small, the smaller the more the profile proves`(
        changes: [String: String], least: Int, most: Int
    ) throws {
        let renderer = try slip(changes)
        let content = SlipContent(Samples.receipt(.code, payload: Samples.payload))
        let folder = try TemporaryFolder()

        let bytes = try renderer.document(for: content).bytes.count
        let file = try folder.file("slip.png", renderer.png(for: content))

        #expect(try ForeignTool.codes(in: file) == [Samples.payload])
        #expect(bytes >= least && bytes <= most, "\(bytes)")
    }
}

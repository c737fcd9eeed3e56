// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import EscPos
import Foundation
import Raster
import TillCore
import Testing

@testable import Receipts

@Suite struct `Printers that nobody builds` {
    /// A profile over `generic-80` that is right by every rule, and the codes that fit its paper.
    struct Absurd: Sendable, CustomStringConvertible {
        let name: String
        let keys: String
        var hasRoomForCodes = true

        var description: String { name }
    }

    static let all: [Absurd] = [
        Absurd(
            name: "the narrowest paper", keys: "print: { paper: { 20: { dots: 96 } } }\nfonts: { A: [4, 4] }",
            hasRoomForCodes: false),
        Absurd(
            name: "the widest paper and the finest head",
            keys:
                "print: { dpi: 600, vertical_unit: 600, line_spacing_dots: 127, paper: { 216: { dots: 2048 } } }\nfonts: { A: [64, 64] }"
        ),
        Absurd(
            name: "the widest paper and the smallest cells",
            keys: "print: { dpi: 600, paper: { 216: { dots: 2048 } } }\nfonts: { A: [4, 64] }"),
        Absurd(name: "the least data of one command", keys: "image: { max_rows: 24, max_bytes: 512 }"),
        Absurd(
            name: "the widest row of the shortest command",
            keys: "print: { dpi: 300, paper: { 216: { dots: 2048 } } }\nimage: { max_rows: 24, max_bytes: 512 }"),
        Absurd(name: "more data than a segment", keys: "image: { max_rows: 4095, max_bytes: 65535, doubling: false }"),
        Absurd(name: "units coarser than dots", keys: "print: { vertical_unit: 100 }"),
        Absurd(name: "units far finer than dots", keys: "print: { vertical_unit: 1200, line_spacing_dots: 40 }"),
        Absurd(name: "lines lower than letters", keys: "print: { line_spacing_dots: 16 }\nfonts: { A: [12, 64] }"),
        Absurd(name: "tables that nobody knows", keys: "text: { pages: { 7: nonsense, 9: cp99999 } }"),
        Absurd(name: "a table of a number that means nothing", keys: "text: { pages: { 255: cp437 } }"),
        Absurd(name: "every blade and no drawer", keys: "mechanism: { cutter: both, drawer_pins: [], buzzer: esc_b }"),
        Absurd(
            name: "an old blade far away",
            keys:
                "print: { blade_dots: 400, vertical_unit: 1200, line_spacing_dots: 40 }\nmechanism: { cutter: full, cut_command: esc_i }"
        ),
        Absurd(name: "codes of its own, of one byte", keys: "qr: { mode: native, native: true, native_max: 1 }"),
        Absurd(name: "codes of its own of any length", keys: "qr: { mode: native, native: true, native_max: 7089 }"),
        Absurd(name: "eight rows of single density", keys: "image: { modes: [column], column_mode: 0 }"),
        Absurd(name: "eight rows of double density", keys: "image: { modes: [column], column_mode: 1 }"),
        Absurd(name: "24 rows of single density", keys: "image: { modes: [column], column_mode: 32 }"),
        Absurd(
            name: "columns of which nothing fits", keys: "image: { modes: [column], column_dpi: [20, 600] }",
            hasRoomForCodes: false),
        Absurd(
            name: "columns in the middle",
            keys: "image: { modes: [column], aligns: true }\nprint: { vertical_unit: 406 }"),
        Absurd(name: "no pictures at all", keys: "image: { modes: [graphics] }", hasRoomForCodes: false),
    ]

    private func renderer(_ absurd: Absurd) throws -> (renderer: ReceiptRenderer, profile: PrinterProfile) {
        let base = try String(contentsOfFile: "\(Samples.printers)/generic-80.yaml", encoding: .utf8)
        let head = "id: absurd\nvendor: A\nmodel: B\ninherits: generic-80\nsupport: expected\nsource: nobody\n"
        let profiles = try PrinterProfiles(texts: ["generic-80.yaml": base, "absurd.yaml": head + absurd.keys])
        let profile = try #require(profiles[id: "absurd"])
        return (ReceiptRenderer(profile: profile, words: .simplifiedChinese, setter: Samples.setter()), profile)
    }

    @Test(arguments: all)
    func `print every slip that needs no code`(absurd: Absurd) throws {
        let (renderer, profile) = try renderer(absurd)
        let cuts = profile.mechanism.cutter == .none ? 0 : 1
        for content in [
            SlipContent(Samples.receipt(merchant: "街角茶铺 Café", mayBeDuplicate: true)),
            SlipContent(Samples.receipt(.refund)), SlipContent(Samples.day), SlipContent(Samples.agreement(.signed)),
        ] {
            let document = try renderer.document(for: content)

            var paper = EscPosPaper(renderer.machine)
            paper.print(document.bytes)
            let asked = StreamJudge.Asked(cuts: cuts, ownCodes: ownCodes(document))
            #expect(StreamJudge.faults(of: document, asked: asked) == [], "\(content.section)")
            #expect(paper.complaints.isEmpty, "\(content.section)")
            #expect(content.section != "sale" || paper.lines.contains { $0.contains("12.50") })
        }
    }

    @Test(arguments: all)
    func `print codes, or say that there is no room`(absurd: Absurd) throws {
        let (renderer, _) = try renderer(absurd)
        let make = { try renderer.document(for: Samples.receipt(.code, payload: Samples.payload)) }

        guard absurd.hasRoomForCodes else {
            let error = #expect(throws: ReceiptError.self) { try make() }
            #expect(error?.description.contains("use ") == true)
            return
        }
        let document = try make()
        var paper = EscPosPaper(renderer.machine)
        paper.print(document.bytes)
        #expect(paper.complaints.isEmpty)
        #expect(paper.rows > 100)
    }

    /// How often the printer is asked for a code of its own making.
    private func ownCodes(_ document: EscPosDocument) -> Int {
        var reader = EscPosReader()
        return reader.read(document.bytes).count { command in
            if case .other(let bytes) = command {
                bytes.count == 8 && bytes[0] == 0x1D && bytes[6] == 0x51
            } else {
                false
            }
        }
    }
}

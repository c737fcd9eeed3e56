// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import DeviceProfiles

@Suite struct `A profile that makes no sense` {
    private static let head =
        "id: odd\nvendor: A\nmodel: B\ninherits: generic-80\nsupport: expected\nsource: somewhere\n"

    @Test(arguments: [
        ("print: { paper: { 58: { dots: 576 } } }", "print.paper: 576 dots of 203 an inch are wider than 58 mm"),
        ("print: { paper: { 80: { dots: 640 } } }", "print.paper: 640 dots of 203 an inch are wider than 80 mm"),
        ("fonts: { A: [48, 48] }", "fonts: leaves 12 columns on 80 mm, and a slip needs 20"),
        (
            "print: { vertical_unit: 1200, line_spacing_dots: 127 }",
            "print.line_spacing_dots: is 750 vertical units, and the command takes 255"
        ),
        ("text: { kanji: big5, kanji_cell: [16, 16] }", "text.kanji_cell: is 16 dots wide and has to be 24"),
        ("mechanism: { pulse_ms: [500, 500] }", "mechanism.pulse_ms: drives the drawer's coil more than a fifth"),
        (
            "print: { vertical_unit: 360 }\nimage: { modes: [column], column_dpi: [203, 30] }",
            "image.column_dpi: makes a line of columns 288 vertical units high, and the command takes 1 to 255"
        ),
        ("image: { columns_in_text: true }", "image.columns_in_text: is true, and image.modes names no column"),
        ("quirks: { needs_pacing: 1 }", "quirks.needs_pacing: is slower than any port"),
        ("qr: { native: true }", "qr.native_max: has to say how long a code may be"),
        ("qr: { native_max: 300 }", "qr.native_max: has to be 0 where the printer makes no codes"),
        ("status: { realtime: false, asb: true }", "status: claims answers of a printer that answers nothing"),
        ("status: { cut_counters: [50] }", "status.counters: is false, and counters are named"),
        (
            "image: { modes: [raster, graphics] }\nquirks: { prints_as_text: [graphics] }",
            "quirks.prints_as_text: names graphics, which the profile claims"
        ),
        (
            "logo: { stored: graphics }\nquirks: { prints_as_text: [graphics] }",
            "quirks.prints_as_text: names graphics, which the profile claims"
        ),
        (
            "mechanism: { buzzer: esc_a }\nquirks: { prints_as_text: [buzzer] }",
            "quirks.prints_as_text: names buzzer, which the profile claims"
        ),
        (
            "status: { process_id: true }\nquirks: { prints_as_text: [process_id] }",
            "quirks.prints_as_text: names process_id, which the profile claims"
        ),
    ])
    func `is told what contradicts what`(keys: String, problem: String) throws {
        let base = try Devices.text("Printers/generic-80.yaml")

        let problems = Devices.problems(printers: ["generic-80.yaml": base, "odd.yaml": Self.head + keys])

        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix("odd.yaml: \(problem)") == true, "\(problems)")
    }

    @Test(arguments: [
        ("match: { usb: [\"4b8:202\"] }", "match.usb: has to be a list of vendor and product"),
        ("match: { usb: [\"04b8:*\", \"04b8:*\"] }", "match.usb: names 04b8:* twice: remove one"),
        ("text: { pages: { 0: cp437, 50: cp437 } }", "text.pages: names cp437 twice: keep its lowest number"),
        ("text: { pages: { 0: cp437, \"0\": cp850 } }", "text.pages: has to name tables by number"),
        ("text: { pages: { 256: cp437 } }", "text.pages: has to name tables by number"),
        ("text: { kanji_cell: [24] }", "text.kanji_cell: has to be a list of two numbers from 8 to 64"),
        ("text: { user_glyphs: 96 }", "text.user_glyphs: has to be a whole number from 0 to 95"),
        ("print: { paper: { 80: { dots: 576 }, \"80\": { dots: 512 } } }", "print.paper: has to name rolls"),
        ("print: { dpi: 203, \"dpi\": 180 }", "print.dpi: stands twice: remove one"),
        ("image: { modes: [raster, raster] }", "image.modes: names raster twice: remove one"),
        ("image: { column_mode: 2 }", "image.column_mode: has to be one of 0, 1, 32, 33"),
        ("image: { column_dpi: [80] }", "image.column_dpi: has to be a list of two numbers from 20 to 600"),
        ("status: { cut_counters: [1, 2, 3, 4, 5] }", "status.cut_counters: has to be a list of at most 4 numbers"),
        ("mechanism: { drawer_pins: [2, 3] }", "mechanism.drawer_pins: has to be a list of numbers from 2, 5"),
        ("mechanism: { chunk_bytes: 0 }", "mechanism.chunk_bytes: has to be a whole number from 16 to 8192"),
        ("mechanism: { cut_command: saw }", "mechanism.cut_command: has to be one of gs_v, esc_i"),
        ("logo: { black_percent: 101 }", "logo.black_percent: has to be a whole number from 10 to 100"),
        ("qr: { max_module: 0 }", "qr.max_module: has to be a whole number from 1 to 16"),
        ("quirks: { odd_offline_bit: maybe }", "quirks.odd_offline_bit: has to be true or false"),
    ])
    func `is told which value is wrong`(keys: String, problem: String) throws {
        let base = try Devices.text("Printers/generic-80.yaml")

        let problems = Devices.problems(printers: ["generic-80.yaml": base, "odd.yaml": Self.head + keys])

        // The reader of YAML finds some keys that stand twice by itself.
        #expect(problems.count == 1)
        #expect(
            problems.first?.hasPrefix("odd.yaml: \(problem)") == true
                || problems.first?.hasPrefix("odd.yaml: is no YAML") == true && keys.contains("\"dpi\""), "\(problems)")
    }

    @Test func `says what is wrong with a base once, not once for each that inherits it`() throws {
        let base = try Devices.text("Printers/generic-80.yaml").replacing("native: false", with: "native: true")
        let other = Self.head.replacing("id: odd", with: "id: odder")

        let problems = Devices.problems(
            printers: ["generic-80.yaml": base, "odd.yaml": Self.head, "odder.yaml": other])

        #expect(problems == ["generic-80.yaml: qr.native_max: has to say how long a code may be"])
    }

    @Test func `has defaults that claim nothing where a key is left out`() throws {
        let bare = try Devices.text("Printers/generic-80.yaml")

        let profile = try #require(PrinterProfiles(texts: ["generic-80.yaml": bare])[id: "generic-80"])

        #expect(profile.print.horizontalUnit == 203 && !profile.print.setsUnits)
        #expect(profile.text.kanjiReach == .core && !profile.text.kanjiByRegion && profile.text.userGlyphs == 0)
        #expect(profile.text.kanjiCell == FontCell(width: 24, height: 24))
        #expect(profile.image.columns == ColumnFormat(mode: 33, across: 203, down: 203))
        #expect(!profile.image.columnsInText)
        #expect(!profile.image.aligns && profile.logo.stored == .none && profile.logo.maxRows == 300)
        #expect(profile.status.cutCounters.isEmpty && profile.status.lineCounters.isEmpty)
        #expect(profile.status.tier == .realtime)
        #expect(profile.mechanism.cutCommand == .gsV && profile.mechanism.chunkBytes == 4096)
        #expect(!profile.quirks.oddOfflineBit && profile.quirks.printsAsText.isEmpty)
    }
}

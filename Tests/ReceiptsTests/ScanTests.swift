// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import ForeignJudges
import Foundation
import Raster
import TillCore
import Testing

@testable import Receipts

@Suite struct `Codes on paper before a camera` {
    /// A slip, the text of its code, and from how far it is looked at.
    private struct View: Encodable {
        let file: String
        let text: String
        let mmPerDot: [Double]
        let distance: Double

        enum CodingKeys: String, CodingKey {
            case file, text, distance
            case mmPerDot = "mm_per_dot"
        }
    }

    /// How many of the views each reader read.
    private struct Reading: Decodable {
        let file: String
        let views: Int
        let zbar: Int
        let zxing: Int
        let opencv: Int
        let wrong: Int
    }

    /// 58 and 80 mm, two resolutions, columns of 24 dots and needles.
    private static let rolls: [(printer: String, paper: Int)] = [
        ("generic-58", 58), ("generic-80", 80), ("epson-tm-t88v", 80), ("epson-tm-t88v", 58), ("epson-tm-t20iii", 58),
        ("wincor-th230", 80), ("epson-tm-u220", 76),
    ]

    private static let slips: [(name: String, content: SlipContent, field: SlipField)] = [
        ("code", SlipContent(Samples.receipt(.code, payload: Samples.payload)), .code),
        ("long-code", SlipContent(Samples.receipt(.code, payload: longPayload)), .code),
        ("agreement", SlipContent(Samples.agreement(.unsigned(payload: Samples.payload))), .code),
        ("day", SlipContent(Samples.day), .head),
        ("test", SlipContent(Samples.test, columns: 32), .code),
    ]

    /// As long as an EMV code of a merchant gets.
    private static let longPayload = "https://qr.openpay.example/" + String(repeating: "0123456789AbCd", count: 10)

    /// The distance at which a module is four pixels of a telephone's camera, within what a hand does.
    private static func distance(moduleMillimetres: Double) -> Double {
        min(max(1500 * moduleMillimetres / 4, 150), 300)
    }

    private static func view(
        _ roll: (printer: String, paper: Int), _ slip: (name: String, content: SlipContent, field: SlipField),
        _ folder: TemporaryFolder
    ) throws -> View {
        let profile = try Samples.profile(roll.printer)
        let renderer = ReceiptRenderer(profile: profile, paper: roll.paper, setter: Samples.setter())
        let text = try #require(slip.content.fields[slip.field])
        let grid = try #require(DotGrid(profile, paper: roll.paper))
        let code = try PaperCode(
            payload: text, width: grid.width, dpi: grid.across, down: grid.down, mayDouble: grid.mayDouble)
        let file = try folder.file("\(slip.name)-\(roll.printer)-\(roll.paper).png", renderer.png(for: slip.content))
        // Of needles, a row of the picture is a motion unit; of all others it is a dot.
        let down = grid.isSquare ? profile.print.dpi : profile.print.verticalUnit
        return View(
            file: file.path, text: text, mmPerDot: [25.4 / Double(profile.print.dpi), 25.4 / Double(down)],
            distance: distance(moduleMillimetres: Double(code.moduleDots) * 25.4 / Double(grid.across)))
    }

    @Test func `are read by three readers from as far away as their modules allow`() throws {
        let folder = try TemporaryFolder()
        let views = try Self.rolls.flatMap { roll in try Self.slips.map { try Self.view(roll, $0, folder) } }
        let list = try folder.file("views.json", Array(JSONEncoder().encode(views)))
        let script = Bundle.module.bundleURL.appending(path: "Fixtures/scan/scan_slips.py")

        let output = try ForeignTool.python(script, [list.path])

        let readings = try JSONDecoder().decode([Reading].self, from: output)
        #expect(readings.count == views.count)
        for reading in readings {
            let name = URL(filePath: reading.file).lastPathComponent
            #expect(reading.wrong == 0, "\(name)")
            // A telephone looks thirty times a second: one view of two is at once.
            for (reader, count, least) in [
                ("zbar", reading.zbar, reading.views - 1), ("zxing", reading.zxing, reading.views - 1),
                ("opencv", reading.opencv, reading.views / 2),
            ] { #expect(count >= least, "\(name): \(reader) read \(count) of \(reading.views)") }
        }
    }

    @Test func `are not read when their modules are too small, so that the camera is one`() throws {
        let folder = try TemporaryFolder()
        let view = try Self.view(("generic-80", 80), Self.slips[0], folder)
        let far = View(file: view.file, text: view.text, mmPerDot: view.mmPerDot, distance: 1500)
        let list = try folder.file("views.json", Array(JSONEncoder().encode([far])))
        let script = Bundle.module.bundleURL.appending(path: "Fixtures/scan/scan_slips.py")

        let output = try ForeignTool.python(script, [list.path])

        let reading = try #require(try JSONDecoder().decode([Reading].self, from: output).first)
        #expect(reading.zbar + reading.zxing + reading.opencv == 0)
    }
}

// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import EscPos
import ForeignJudges
import Raster
import TillCore
import Testing

@testable import Receipts

@Suite struct `Slips of every printer that is shipped` {
    /// A printer and a roll that it takes.
    struct Roll: Sendable, CustomStringConvertible {
        let printer: PrinterProfile
        let paper: Int

        var description: String { "\(printer.id) on \(paper) mm" }
    }

    static let rolls: [Roll] =
        (try? PrinterProfiles.load(folder: Samples.printers))?.all.flatMap { printer in
            printer.print.paper.map { Roll(printer: printer, paper: $0.millimetres) }
        } ?? []

    private func renderer(_ roll: Roll) -> ReceiptRenderer {
        ReceiptRenderer(profile: roll.printer, paper: roll.paper, words: .english, setter: Samples.setter())
    }

    private func printed(_ document: EscPosDocument, by renderer: ReceiptRenderer) -> EscPosPaper {
        var paper = EscPosPaper(renderer.machine)
        paper.print(document.bytes)
        return paper
    }

    @Test func `are those of all files`() {
        #expect(Self.rolls.count >= 74)
    }

    @Test(arguments: rolls)
    func `have codes that can be read`(roll: Roll) throws {
        let renderer = renderer(roll)
        let receipt = Samples.receipt(.code, payload: Samples.payload)
        let make = { try renderer.document(for: receipt, payBefore: receipt.at + .seconds(300)) }

        let folder = try TemporaryFolder()
        let picture = try PNG.encode(printed(try make(), by: renderer).bitmap())

        let codes = try withExtendedLifetime(folder) {
            try ForeignTool.codes(in: folder.file("slip.png", picture))
        }
        #expect(codes == [Samples.payload])
    }

    @Test(arguments: rolls)
    func `have receipts that fill the columns and no more`(roll: Roll) throws {
        let renderer = renderer(roll)

        let document = try renderer.document(for: Samples.receipt())
        let paper = printed(document, by: renderer)

        #expect(try paper.bitmap().width == roll.printer.dots(paper: roll.paper))
        let text = String(decoding: document.bytes.filter { (0x20...0x7E).contains($0) }, as: UTF8.self)
        #expect(text.contains("Corner Tea") && text.contains("12.50"))
    }
}

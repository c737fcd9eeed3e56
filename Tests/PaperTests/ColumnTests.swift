// SPDX-License-Identifier: Apache-2.0

import EscPos
import ForeignJudges
import Raster
import Testing

@testable import PaperTesting

@Suite struct `Columns on the played printer` {
    private static let payload = "https://pay.example/1234567890"

    /// A code in columns, fed by so many units a band of 24 rows.
    private func stream(unitsPerBand: Int) throws -> [UInt8] {
        var encoder = EscPosEncoder(pages: [])
        let picture = try Bitmap(code: QRMatrix(text: Self.payload, level: .m), moduleDots: 5)
        try encoder.columns(
            picture, mode: .twentyFourDouble, units: RowUnits(unitsPerInch: unitsPerBand, rowsPerInch: 24), exact: true)
        return encoder.finish().bytes
    }

    private func paper(_ bytes: [UInt8]) throws -> [PaperEntry] {
        var machine = PaperMachine(try Desk.model("silent"))
        for start in stride(from: 0, to: bytes.count, by: 1000) {
            machine.receive(bytes[start..<min(start + 1000, bytes.count)])
            machine.advance(to: machine.now + .seconds(10))
        }
        return machine.paper
    }

    @Test func `are a code without gaps that others read`() throws {
        let paper = try paper(stream(unitsPerBand: 24))

        let folder = try TemporaryFolder()
        let file = try folder.file("paper.png", PNG.encode(PaperPicture.of(paper)))
        #expect(try ForeignTool.codes(in: file) == [Self.payload])
        let inked = paper.drop { $0 == .dots([]) }.prefix { $0 != .dots([]) }
        let code = try QRMatrix(text: Self.payload, level: .m)
        #expect(inked.count == code.size * 5)
    }

    @Test func `show the white between bands whose line is too high`() throws {
        let tight = try paper(stream(unitsPerBand: 24))
        let loose = try paper(stream(unitsPerBand: 30))

        // What is white above the code is no gap.
        let gaps = { (paper: [PaperEntry]) in
            let code = paper.drop { $0 == .dots([]) }
            return zip(code, code.dropFirst()).count { $0.0 == .dots([]) && $0.1 != .dots([]) }
        }
        #expect(gaps(tight) == 0)
        #expect(gaps(loose) > 3)
    }

    @Test func `that were torn are ended by as many zeros as any command`() throws {
        let torn = EscPosColumns(mode: .twentyFourDouble, bytes: [UInt8](repeating: 0xFF, count: 3000)).command

        let paper = try paper(
            Array(torn.prefix(100)) + EscPosQuery.endOfAnyCommand + [0x1B, 0x40] + Array("whole\n".utf8))

        #expect(paper == [.line("whole")])
    }
}

// SPDX-License-Identifier: Apache-2.0

import Raster
import Testing

@testable import EscPos

@Suite struct `Strips of text` {
    /// Lines of dots of many lengths, with white between them.
    private func page(seed: UInt64) throws -> Bitmap {
        var dice = Dice(seed: seed)
        var picture = try Bitmap(width: 300, height: Int.random(in: 1...70, using: &dice))
        for y in 0..<picture.height where Int.random(in: 0..<5, using: &dice) > 0 {
            let end = Int.random(in: 1...300, using: &dice)
            picture.fill(PixelRect(x: Int.random(in: 0..<end, using: &dice), y: y, width: 1, height: 1))
            picture.fill(PixelRect(x: end - 1, y: y, width: 1, height: 1))
        }
        return picture
    }

    private func printed(_ picture: Bitmap, feeding: RowUnits?) throws -> (bitmap: Bitmap, bytes: Int) {
        var encoder = EscPosEncoder(pages: [])
        try encoder.raster(picture, feeding: feeding)
        var paper = EscPosPaper(.init(width: 304, font: CellFont(TypeSetter()), pages: [], unitsPerDot: 2))
        let bytes = encoder.finish().bytes
        paper.print(bytes)
        #expect(paper.complaints.isEmpty)
        return (try paper.bitmap(), bytes.count)
    }

    @Test(arguments: 1...20)
    func `print the same dots with fewer bytes`(seed: Int) throws {
        let picture = try page(seed: UInt64(seed))

        let sent = try printed(picture, feeding: nil)
        let fed = try printed(picture, feeding: RowUnits(unitsPerInch: 406, rowsPerInch: 203))

        #expect(sent.bitmap == fed.bitmap)
        #expect(fed.bytes <= sent.bytes)
    }

    @Test(arguments: 1...30)
    func `are parted as well as by trying everything`(seed: Int) {
        var dice = Dice(seed: UInt64(seed))
        let widths = (0..<Int.random(in: 1...11, using: &dice)).map { _ in Int.random(in: 1...30, using: &dice) }
        func bytes(_ ends: [Int]) -> Int {
            zip([0] + ends, ends).reduce(0) { sum, part in
                sum + 8 + (widths[part.0..<part.1].max() ?? 0) * (part.1 - part.0)
            }
        }

        let ends = StripWidths.ends(of: widths)

        // Each bit says whether a strip ends behind its row.
        let best = (0..<1 << (widths.count - 1)).map { choice in
            bytes((1..<widths.count).filter { choice & 1 << ($0 - 1) != 0 } + [widths.count])
        }.min()
        #expect(bytes(ends) == best)
        #expect(ends.last == widths.count)
    }

    @Test func `feed the white of two lines at once`() throws {
        var line = try Bitmap(width: 80, height: 12)
        line.fill(PixelRect(x: 0, y: 4, width: 80, height: 2))
        let units = RowUnits(unitsPerInch: 203, rowsPerInch: 203)
        var encoder = EscPosEncoder(pages: [])

        try encoder.raster(line, feeding: units)
        try encoder.raster(line, feeding: units)

        let strip = [0x1D, 0x76, 0x30, 0, 10, 0, 2, 0] + [UInt8](repeating: 0xFF, count: 20)
        #expect(encoder.finish().bytes == [0x1B, 0x4A, 4] + strip + [0x1B, 0x4A, 10] + strip + [0x1B, 0x4A, 6])
    }

    @Test func `of a code keep every row and one width, even if somebody calls it text`() throws {
        let code = try QRMatrix(text: "https://pay.example/1234567890", level: .m)
        let picture = try Bitmap(code: code, moduleDots: 3)
        let units = RowUnits(unitsPerInch: 203, rowsPerInch: 203)
        var encoder = EscPosEncoder(pages: [])
        try encoder.raster(picture, exact: true, feeding: units)

        var reader = EscPosReader()
        let rasters = reader.read(encoder.finish().bytes).compactMap { command in
            if case .raster(let raster) = command { raster } else { nil }
        }

        let inked = rasters.filter { raster in raster.bytes.contains { $0 != 0 } }
        #expect(Set(inked.map(\.bytesPerRow)).count == 1)
        #expect(rasters.reduce(0) { $0 + $1.rows } == picture.height)
    }

    @Test func `are fed in whole steps where the units are finer than 255`() throws {
        let picture = try Bitmap(width: 8, height: 300)
        var encoder = EscPosEncoder(pages: [])

        try encoder.raster(picture, feeding: RowUnits(unitsPerInch: 203, rowsPerInch: 203))

        #expect(encoder.finish().bytes == [0x1B, 0x4A, 255, 0x1B, 0x4A, 45])
    }
}

// SPDX-License-Identifier: Apache-2.0

import Raster
import Testing

@testable import EscPos

@Suite struct `Raster strips` {
    /// A picture that is full of the bytes printers obey.
    private func hostile(seed: UInt64) throws -> Bitmap {
        var dice = Dice(seed: seed)
        let spice: [UInt8] = [0x10, 0x04, 0x01, 0x05, 0x02, 0x14, 0x00, 0x08, 0xFF]
        let stride = Int.random(in: 1...72, using: &dice)
        let height = Int.random(in: 1...400, using: &dice)
        var picture = try Bitmap(width: stride * 8, height: height)
        for y in 0..<height where Int.random(in: 0..<4, using: &dice) > 0 {
            for column in 0..<stride {
                let byte = spice[Int.random(in: 0..<spice.count, using: &dice)]
                for bit in 0..<8 where byte & (0x80 >> UInt8(bit)) != 0 {
                    picture.fill(PixelRect(x: column * 8 + bit, y: y, width: 1, height: 1))
                }
            }
        }
        return picture
    }

    @Test(arguments: 1...40)
    func `are small, harmless and complete`(seed: Int) throws {
        let picture = try hostile(seed: UInt64(seed))
        let strips = RasterStrips(picture, doubled: false, mostRows: 128, mostBytes: 4096)

        let made = try strips.strips(exact: false)

        #expect(made.allSatisfy { $0.rows <= 128 && $0.command.count <= 4096 })
        #expect(made.allSatisfy { RealTimeSequence.first(in: $0.command) == nil })
        #expect(made.reduce(0) { $0 + $1.rows } == picture.height)
        #expect(made.allSatisfy { $0.bytes.count == $0.rows * $0.bytesPerRow })
    }

    @Test(arguments: 1...10)
    func `print every dot of the picture`(seed: Int) throws {
        let picture = try hostile(seed: UInt64(seed) + 100)
        var encoder = EscPosEncoder(pages: [])
        try encoder.raster(picture)
        let font = CellFont(TypeSetter())
        var paper = EscPosPaper(.init(width: picture.width, font: font, pages: []))

        paper.print(encoder.finish().bytes)

        let printed = try paper.bitmap()
        let lost = zip(picture.bytes, printed.bytes).filter { $0 & ~$1 != 0 }
        #expect(lost.isEmpty)
        #expect(paper.complaints.isEmpty)
        #expect(printed.height == picture.height)
    }

    @Test func `an exact picture without such bytes is not changed by a dot`() throws {
        let code = try QRMatrix(text: "https://pay.example/1234567890", level: .m)
        let picture = try Bitmap(code: code, moduleDots: 3)
        var encoder = EscPosEncoder(pages: [])
        try encoder.raster(picture, exact: true)
        var paper = EscPosPaper(.init(width: picture.width, font: CellFont(TypeSetter()), pages: []))

        paper.print(encoder.finish().bytes)

        let printed = try paper.bitmap()
        #expect(printed.bytes == picture.bytes)
    }

    @Test func `an exact picture that would be obeyed is refused`() throws {
        var picture = try Bitmap(width: 24, height: 1)
        for x in [3, 13, 23] { picture.fill(PixelRect(x: x, y: 0, width: 1, height: 1)) }
        var encoder = EscPosEncoder(pages: [])

        #expect(throws: EscPosError.realTimeBytesInPicture) {
            try encoder.raster(picture, exact: true)
        }
    }

    @Test func `a sequence across two rows is split between them`() throws {
        var picture = try Bitmap(width: 8, height: 3)
        picture.fill(PixelRect(x: 3, y: 0, width: 1, height: 1))
        picture.fill(PixelRect(x: 5, y: 1, width: 1, height: 1))
        picture.fill(PixelRect(x: 7, y: 2, width: 1, height: 1))
        let strips = RasterStrips(picture, doubled: false, mostRows: 128, mostBytes: 4096)

        let made = try strips.strips(exact: true)

        #expect(made.flatMap(\.bytes) == [0x10, 0x04, 0x01])
        #expect(made.map(\.rows) == [2, 1])
    }
}

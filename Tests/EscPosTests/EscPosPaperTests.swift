// SPDX-License-Identifier: Apache-2.0

import Raster
import Testing

@testable import EscPos

@Suite struct `Paper of a printer` {
    private func roll() -> EscPosPaper {
        EscPosPaper(
            .init(
                width: 384, font: CellFont(TypeSetter()), pages: [EscPosPage(number: 0, page: .cp437)],
                lineSpacing: 30, unitsPerDot: 2, bladeDots: 90))
    }

    @Test func `lines are as high as their highest character`() throws {
        var paper = roll()
        var encoder = EscPosEncoder(pages: [EscPosPage(number: 0, page: .cp437)])
        try encoder.line("small")
        try encoder.line("BIG", EscPosStyle(bold: true, size: .double))
        encoder.endLine()
        encoder.cut()

        paper.print(encoder.finish().bytes)

        #expect(paper.lines == ["small", "BIG", ""])
        #expect(paper.rows == 30 + 48 + 30 + 90)
        #expect(paper.cuts == [198])
        #expect(paper.complaints.isEmpty)
    }

    @Test func `ink of the right aligned line stands at the right edge`() throws {
        var paper = roll()
        var encoder = EscPosEncoder(pages: [])
        encoder.align(.right)
        try encoder.line("##")

        paper.print(encoder.finish().bytes)

        let bitmap = try paper.bitmap()
        let columns = (0..<384).filter { x in (0..<bitmap.height).contains { bitmap[x, $0] } }
        #expect(try #require(columns.first) >= 360)
        #expect(columns.count > 8)
    }

    @Test func `doubled pictures are twice as large`() throws {
        var picture = try Bitmap(width: 3, height: 2)
        picture.fill(PixelRect(x: 2, y: 1, width: 1, height: 1))
        var encoder = EscPosEncoder(pages: [])
        try encoder.raster(picture, doubled: true)
        var paper = roll()

        paper.print(encoder.finish().bytes)

        let bitmap = try paper.bitmap()
        let ink = (0..<4).flatMap { y in (0..<8).filter { bitmap[$0, y] }.map { [$0, y] } }
        #expect(bitmap.height == 4)
        #expect(ink == [[4, 2], [5, 2], [4, 3], [5, 3]])
    }

    @Test func `what a careful printer would object to is told`() {
        var paper = roll()

        paper.print(Array("text".utf8) + [0x1D, 0x56, 0x42, 0x00])
        paper.print([UInt8](repeating: 0x41, count: 33) + [0x0A])

        #expect(paper.complaints == ["cut in the middle of a line", "a line is too long"])
    }
}

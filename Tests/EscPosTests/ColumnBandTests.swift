// SPDX-License-Identifier: Apache-2.0

import Raster
import Testing

@testable import EscPos

@Suite struct `Pictures in columns` {
    private static let thermal = RowUnits(unitsPerInch: 203, rowsPerInch: 203)

    /// A picture that is full of the bytes printers obey, from the top down as columns are read.
    private func hostile(seed: UInt64, width: Int, height: Int) throws -> Bitmap {
        var dice = Dice(seed: seed)
        let spice: [UInt8] = [0x10, 0x04, 0x01, 0x05, 0x02, 0x14, 0x00, 0x08, 0xFF]
        var picture = try Bitmap(width: width, height: height)
        for x in 0..<width where Int.random(in: 0..<8, using: &dice) > 0 {
            for top in stride(from: 0, to: height, by: 8) {
                let byte = spice[Int.random(in: 0..<spice.count, using: &dice)]
                for bit in 0..<8 where byte & (0x80 >> UInt8(bit)) != 0 {
                    picture.fill(PixelRect(x: x, y: top + bit, width: 1, height: 1))
                }
            }
        }
        return picture
    }

    private func printed(
        _ picture: Bitmap, units: RowUnits = thermal, unitsPerDot: Int = 1, alignment: EscPosAlignment = .left
    ) throws -> (paper: EscPosPaper, document: EscPosDocument) {
        var encoder = EscPosEncoder(pages: [])
        encoder.initialise(lineSpacing: 40)
        try encoder.columns(picture, mode: .twentyFourDouble, units: units, alignment: alignment)
        var paper = EscPosPaper(
            .init(
                width: max(picture.width, 384), font: CellFont(TypeSetter()), pages: [], unitsPerDot: unitsPerDot))
        let document = encoder.finish()
        paper.print(document.bytes)
        return (paper, document)
    }

    @Test(arguments: 1...20)
    func `print every dot, and nothing that is obeyed`(seed: Int) throws {
        var dice = Dice(seed: UInt64(seed))
        let width = Int.random(in: 1...600, using: &dice)
        let height = Int.random(in: 1...200, using: &dice)
        let picture = try hostile(seed: UInt64(seed), width: width, height: height)

        let (paper, document) = try printed(picture)

        let bitmap = try paper.bitmap()
        let lost = (0..<height).flatMap { y in (0..<width).filter { picture[$0, y] && !bitmap[$0, y] } }
        #expect(lost.isEmpty)
        #expect(paper.complaints.isEmpty)
        #expect(RealTimeSequence.first(in: document.bytes) == nil)
        #expect((height..<height + 24).contains(paper.rows))
        #expect(document.segments.allSatisfy { $0.count <= EscPosLimits.segmentBytes })
    }

    @Test(arguments: [(203, 1), (406, 2)])
    func `join without a gap, whatever the motion units are`(unitsPerInch: Int, unitsPerDot: Int) throws {
        var picture = try Bitmap(width: 300, height: 96)
        picture.fill(picture.bounds)

        let (paper, document) = try printed(
            picture, units: RowUnits(unitsPerInch: unitsPerInch, rowsPerInch: 203), unitsPerDot: unitsPerDot)

        let bitmap = try paper.bitmap()
        #expect(bitmap.height == 96)
        #expect((0..<96).allSatisfy { bitmap[0, $0] && bitmap[299, $0] })
        #expect(document.segments.joined().starts(with: [0x1B, 0x33, UInt8(24 * unitsPerDot), 0x1B, 0x2A, 33]))
    }

    @Test func `feed their white, and give lines of text their height back`() throws {
        var picture = try Bitmap(width: 10, height: 80)
        picture.fill(PixelRect(x: 2, y: 30, width: 1, height: 1))

        let (paper, document) = try printed(picture)

        #expect(
            Array(document.segments.joined()) == [
                0x1B, 0x33, 24, 0x1B, 0x4A, 24, 0x1B, 0x2A, 33, 3, 0, 0, 0, 0, 0, 0, 0, 0x02, 0, 0, 0x0A, 0x1B, 0x4A,
                32, 0x1B, 0x33, 40,
            ])
        #expect(paper.rows == 80)
    }

    @Test func `keep one width where the printer sets each line in the middle`() throws {
        var picture = try Bitmap(width: 64, height: 48)
        picture.fill(PixelRect(x: 0, y: 0, width: 64, height: 24))
        picture.fill(PixelRect(x: 0, y: 24, width: 8, height: 24))

        let bitmap = try printed(picture, alignment: .centre).paper.bitmap()

        #expect(bitmap[160, 0] && bitmap[223, 0] && !bitmap[224, 0])
        #expect(bitmap[160, 30] && bitmap[167, 30] && !bitmap[168, 30])
    }

    @Test func `say white at their left in spaces, and stand where they stood`() throws {
        var picture = try Bitmap(width: 300, height: 60)
        picture.fill(PixelRect(x: 131, y: 3, width: 160, height: 50))
        picture.fill(PixelRect(x: 140, y: 10, width: 9, height: 30), black: false)
        func printed(spaceColumns: Int?) throws -> (bitmap: Bitmap, bytes: [UInt8]) {
            var encoder = EscPosEncoder(pages: [])
            try encoder.line("BIG", EscPosStyle(bold: true, size: .double))
            try encoder.columns(
                picture, mode: .twentyFourDouble, units: Self.thermal, exact: true, spaceColumns: spaceColumns)
            var paper = EscPosPaper(.init(width: 384, font: CellFont(TypeSetter()), pages: []))
            let bytes = encoder.finish().bytes
            paper.print(bytes)
            return (try paper.bitmap(), bytes)
        }

        let sent = try printed(spaceColumns: nil)
        let spaced = try printed(spaceColumns: 12)

        #expect(sent.bitmap == spaced.bitmap)
        // Ten spaces a band instead of 120 columns of three bytes, and what makes them of the usual size.
        #expect(sent.bytes.count - spaced.bytes.count == 3 * (360 - 10))
    }

    @Test func `stand among characters, and move none of them`() throws {
        var sign = try Bitmap(width: 24, height: 30)
        sign.fill(PixelRect(x: 0, y: 0, width: 24, height: 24))
        let white = try Bitmap(width: 12, height: 24)
        var encoder = EscPosEncoder(pages: [])
        try encoder.write("AB")
        try encoder.write(sign, mode: .twentyFourDouble)
        try encoder.write(white, mode: .twentyFourDouble)
        try encoder.line("C")
        var paper = EscPosPaper(.init(width: 384, font: CellFont(TypeSetter()), pages: []))

        paper.print(encoder.finish().bytes)

        let bitmap = try paper.bitmap()
        let dark = (0..<384).filter { x in (0..<24).allSatisfy { bitmap[x, $0] } }
        let inked = (0..<384).filter { x in (0..<24).contains { bitmap[x, $0] } }
        #expect(dark == Array(24..<48))
        #expect(try #require(inked.last) >= 60 && inked.allSatisfy { $0 < 48 || $0 >= 60 })
        #expect(paper.lines == ["ABC"])
        #expect(paper.complaints.isEmpty)
        #expect(bitmap.height == 30)
    }

    @Test func `are parted where they are longer than a command, and are one line nevertheless`() throws {
        var picture = try Bitmap(width: 2048, height: 24)
        picture.fill(picture.bounds)

        let (paper, document) = try printed(picture)

        var reader = EscPosReader()
        let counts = reader.read(document.bytes).compactMap { command in
            if case .columns(let columns) = command { columns.count } else { nil }
        }
        let bitmap = try paper.bitmap()
        #expect(counts == [1023, 1023, 2])
        #expect(document.segments.allSatisfy { $0.count <= EscPosLimits.segmentBytes })
        #expect(bitmap.height == 24)
        #expect((0..<2048).allSatisfy { bitmap[$0, 23] })
    }

    @Test func `an exact picture is parted between two columns, and refused within one`() throws {
        var across = try Bitmap(width: 3, height: 8)
        for (x, byte) in [0x10, 0x04, 0x01].enumerated() as EnumeratedSequence<[UInt8]> {
            for bit in 0..<8 where byte & (0x80 >> UInt8(bit)) != 0 {
                across.fill(PixelRect(x: x, y: bit, width: 1, height: 1))
            }
        }
        var down = try Bitmap(width: 1, height: 24)
        for y in [3, 13, 23] { down.fill(PixelRect(x: 0, y: y, width: 1, height: 1)) }

        let bands = try ColumnBands(across, mode: .eightDouble).bands(exact: true)

        #expect(
            bands == [
                .columns([
                    EscPosColumns(mode: .eightDouble, bytes: [0x10]),
                    EscPosColumns(mode: .eightDouble, bytes: [0x04, 0x01]),
                ])
            ])
        #expect(throws: EscPosError.realTimeBytesInPicture) {
            try ColumnBands(down, mode: .twentyFourDouble).bands(exact: true)
        }
    }

    @Test(arguments: ColumnMode.allCases)
    func `are read as they were written, however they are torn`(mode: ColumnMode) {
        let columns = EscPosColumns(mode: mode, bytes: [UInt8](repeating: 0x1B, count: 5 * mode.bytesPerColumn))
        let stream = columns.command + [0x0A]

        for place in stream.indices {
            var reader = EscPosReader()
            let read = reader.read(Array(stream[..<place])) + reader.read(Array(stream[place...]))
            #expect(read == [.columns(columns), .lineFeed], "torn at \(place)")
        }
        #expect(columns.count == 5)
    }

    @Test(arguments: [
        (ColumnMode.eightSingle, 2, 3), (.eightDouble, 1, 3), (.twentyFourSingle, 2, 1), (.twentyFourDouble, 1, 1),
    ])
    func `have dots as large as their mode says`(mode: ColumnMode, width: Int, height: Int) throws {
        var bytes = [UInt8](repeating: 0, count: 2 * mode.bytesPerColumn)
        bytes[mode.bytesPerColumn] = 0x40
        var paper = EscPosPaper(.init(width: 64, font: CellFont(TypeSetter()), pages: []))

        paper.print([0x1B, 0x33, 24] + EscPosColumns(mode: mode, bytes: bytes).command + [0x0A])

        let bitmap = try paper.bitmap()
        let ink = (0..<24).flatMap { y in (0..<64).filter { bitmap[$0, y] }.map { [$0, y] } }
        #expect(bitmap.height == 24)
        #expect(ink.first == [width, height])
        #expect(ink.count == width * height)
    }
}

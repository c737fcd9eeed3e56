// SPDX-License-Identifier: Apache-2.0

import Raster
import Testing

@testable import EscPos

@Suite struct `ESC/POS streams` {
    private let pages = [EscPosPage(number: 0, page: .cp437), EscPosPage(number: 19, page: .cp858)]

    @Test func `two-byte characters are off right after the reset`() {
        var encoder = EscPosEncoder(pages: pages)

        encoder.initialise(lineSpacing: 60, tellsChanges: true)

        #expect(
            encoder.finish().preamble == [
                0x1B, 0x40, 0x1C, 0x2E, 0x1B, 0x52, 0x00, 0x1B, 0x74, 0x00, 0x1B, 0x33, 60, 0x1D, 0x61, 0xFF,
            ])
    }

    @Test func `alignment waits for the start of a line`() throws {
        var encoder = EscPosEncoder(pages: pages)

        try encoder.write("left")
        encoder.align(.right)
        try encoder.line(" still")
        try encoder.line("right")

        var reader = EscPosReader()
        #expect(
            reader.read(encoder.finish().bytes) == [
                .text(Array("left still".utf8)), .lineFeed, .alignment(.right),
                .text(Array("right".utf8)), .lineFeed,
            ])
    }

    @Test func `the drawer gets exactly five bytes`() {
        var encoder = EscPosEncoder(pages: pages)

        encoder.openDrawer(pin: 5, on: 100, off: 500)

        #expect(encoder.finish().bytes == [0x1B, 0x70, 0x01, 50, 250])
    }

    @Test func `a cut ends the line before it`() throws {
        var encoder = EscPosEncoder(pages: pages)

        try encoder.write("end")
        encoder.cut()

        #expect(encoder.finish().bytes == Array("end".utf8) + [0x0A, 0x1D, 0x56, 0x42, 0x00])
    }

    @Test func `the table changes only where a character needs it`() throws {
        var encoder = EscPosEncoder(pages: pages)

        try encoder.line("café 5 \u{20AC}")

        #expect(
            encoder.finish().bytes
                == Array("caf".utf8) + [0x82] + Array(" 5 ".utf8) + [0x1B, 0x74, 19, 0xD5, 0x0A])
    }

    @Test func `a letter and its accent are one letter`() throws {
        var encoder = EscPosEncoder(pages: pages)

        try encoder.line("cafe\u{301}")

        #expect(encoder.finish().bytes == Array("caf".utf8) + [0x82, 0x0A])
    }

    @Test func `a character of no table is refused and nothing is written`() {
        var encoder = EscPosEncoder(pages: pages)

        #expect(throws: EscPosError.notInAnyPage("茶")) { try encoder.line("茶") }

        #expect(encoder.finish().bytes.isEmpty)
    }

    @Test func `control characters cannot get into a stream`() {
        var encoder = EscPosEncoder(pages: pages)

        #expect(throws: EscPosError.self) { try encoder.line("a\u{1B}p") }

        #expect(encoder.finish().bytes.isEmpty)
    }

    @Test(arguments: 1...20)
    func `segments are short and end between commands`(seed: Int) throws {
        var dice = Dice(seed: UInt64(seed))
        var encoder = EscPosEncoder(pages: pages)
        encoder.initialise()
        for _ in 0..<60 {
            switch Int.random(in: 0..<5, using: &dice) {
            case 0: try encoder.line(String(repeating: "é€", count: Int.random(in: 1...200, using: &dice)))
            case 1: try encoder.line("12.50", EscPosStyle(bold: true, size: .double))
            case 2: encoder.feed(lines: 2)
            case 3: encoder.align(.centre)
            default:
                var picture = try Bitmap(width: 384, height: Int.random(in: 1...300, using: &dice))
                picture.fill(picture.bounds)
                try encoder.raster(picture)
            }
        }
        encoder.cut()

        let document = encoder.finish()

        var reader = EscPosReader()
        var unknown = 0
        for segment in document.segments {
            for case .unknown in reader.read(segment) { unknown += 1 }
            #expect(segment.count <= EscPosLimits.segmentBytes)
            #expect(reader.isBetweenCommands)
        }
        #expect(unknown == 0)
    }
}

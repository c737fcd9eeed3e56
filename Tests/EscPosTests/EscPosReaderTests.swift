// SPDX-License-Identifier: Apache-2.0

import Raster
import Testing

@testable import EscPos

@Suite struct `ESC/POS reader` {
    private let stream: [UInt8] =
        [0x1B, 0x40, 0x1C, 0x2E, 0x1B, 0x74, 0x13, 0x1D, 0x61, 0xFF, 0x1D, 0x21, 0x11]
        + Array("AB".utf8) + [0x0A, 0x1D, 0x76, 0x30, 0x03, 0x02, 0x00, 0x02, 0x00, 1, 2, 3, 4]
        + EscPosQuery.fence(FenceMark("J", 1)) + EscPosQuery.realTime(.offline)
        + EscPosQuery.clearBuffers + [0x1D, 0x56, 0x42, 0x00, 0x1B, 0x70, 0x00, 0x32, 0xFA]

    private let commands: [EscPosCommand] = [
        .initialise, .multiByte(false), .codePage(19), .automaticStatus(0xFF), .size(.double),
        .text([0x41, 0x42]), .lineFeed,
        .raster(EscPosRaster(doubleWidth: true, doubleHeight: true, bytesPerRow: 2, bytes: [1, 2, 3, 4])),
        .processID(Array("J001".utf8)), .realTimeStatus(2), .clearBuffers,
        .cut(full: false, feeds: true), .drawer(pin: 0, on: 0x32, off: 0xFA),
    ]

    @Test func `a stream becomes its commands`() {
        var reader = EscPosReader()

        let read = reader.read(stream)

        #expect(read == commands)
        #expect(reader.isBetweenCommands)
    }

    @Test func `a stream may be torn anywhere outside of text`() {
        for place in stream.indices.dropFirst() where place != 14 {
            var reader = EscPosReader()

            let read = reader.read(Array(stream[..<place])) + reader.read(Array(stream[place...]))

            #expect(read == commands, "torn at \(place)")
        }
    }

    @Test(arguments: 1...50)
    func `any bytes are read without a trap`(seed: Int) {
        var dice = Dice(seed: UInt64(seed))
        let heads: [UInt8] = [0x10, 0x1B, 0x1C, 0x1D, 0x28, 0x76, 0x30, 0x14, 0x00, 0xFF]
        var reader = EscPosReader()
        var paper = EscPosPaper(.init(width: 384, font: CellFont(TypeSetter()), pages: []))
        let bytes = (0..<400).map { _ in
            Bool.random(using: &dice)
                ? heads[Int.random(in: 0..<heads.count, using: &dice)] : UInt8.random(in: 0...255, using: &dice)
        }

        let commands = reader.read(bytes)
        paper.print(bytes)

        #expect(!commands.isEmpty)
        #expect(paper.rows <= EscPosPaper.mostRows)
    }

    @Test func `zeros end a command that was torn`() {
        var reader = EscPosReader()
        _ = reader.read([0x1D, 0x76, 0x30, 0x00, 0x48, 0x00, 0x38, 0x00, 0xAA])

        _ = reader.read(EscPosQuery.endOfAnyCommand)
        let read = reader.read([0x1B, 0x40])

        #expect(read == [.initialise])
    }
}

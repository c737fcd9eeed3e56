// SPDX-License-Identifier: Apache-2.0

import EscPos
import Testing

@testable import DeviceDrivers

@Suite struct `Pieces of a job` {
    @Test func `print what the job prints`() throws {
        let job = try Shop.job()

        let pieces = job.segments.flatMap { JobPieces($0, most: 256).pieces }

        #expect(pieces.allSatisfy { $0.count <= 256 })
        #expect(Self.rows(pieces) == Self.rows(job.segments))
    }

    @Test func `end between two commands`() throws {
        let job = try Shop.job()

        let pieces = job.segments.flatMap { JobPieces($0, most: 256).pieces }

        var reader = EscPosReader()
        #expect(
            pieces.allSatisfy { piece in
                _ = reader.read(piece)
                return reader.isBetweenCommands
            })
    }

    @Test func `may be longer where a row is`() {
        let raster = EscPosRaster(
            doubleWidth: false, doubleHeight: true, bytesPerRow: 72, bytes: [UInt8](repeating: 0xAA, count: 72 * 3))

        let pieces = JobPieces(raster.command, most: 60).pieces

        #expect(pieces.count == 3)
        #expect(pieces.allSatisfy { $0.count == 80 && $0[3] == 2 })
    }

    @Test func `are columns beside each other where a line of columns is too long`() {
        let columns = EscPosColumns(
            mode: .twentyFourDouble, bytes: (0..<200 * 3).map { UInt8(truncatingIfNeeded: $0 * 7) })

        let pieces = JobPieces(columns.command + [0x0A], most: 256).pieces

        var reader = EscPosReader()
        let read = pieces.flatMap { reader.read($0) }
        #expect(pieces.allSatisfy { $0.count <= 256 })
        #expect(read.last == .lineFeed)
        let shown = read.flatMap { command -> [UInt8] in
            if case .columns(let part) = command { return part.bytes }
            return []
        }
        #expect(shown == columns.bytes)
    }

    /// Rows and characters in order, however they are cut.
    private static func rows(_ pieces: [[UInt8]]) -> [[UInt8]] {
        var reader = EscPosReader()
        return pieces.flatMap { reader.read($0) }.flatMap { command -> [[UInt8]] in
            switch command {
            case .raster(let raster):
                (0..<raster.rows).map { Array(raster.bytes[$0 * raster.bytesPerRow..<($0 + 1) * raster.bytesPerRow]) }
            case .text(let bytes): bytes.map { [$0] }
            default: []
            }
        }
    }
}

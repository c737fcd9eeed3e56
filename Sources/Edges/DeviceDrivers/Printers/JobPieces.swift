// SPDX-License-Identifier: Apache-2.0

import EscPos

/// Cuts a segment where a question may stand between two pieces.
///
/// A piece ends between two commands. A picture is sent as several where one piece is too long for
/// it: pictures under each other join without a gap, and so do columns beside each other in a line.
struct JobPieces {
    /// The pieces in order.
    let pieces: [[UInt8]]

    /// Takes a segment apart.
    ///
    /// - Parameter most: the bytes of a piece; one command that cannot be parted may be longer.
    init(_ segment: [UInt8], most: Int) {
        var pieces: [[UInt8]] = []
        var piece: [UInt8] = []
        for command in Self.commands(segment).flatMap({ Self.parts($0, most: most) }) {
            if piece.count + command.count > most, !piece.isEmpty {
                pieces.append(piece)
                piece = []
            }
            piece += command
        }
        if !piece.isEmpty { pieces.append(piece) }
        self.pieces = pieces
    }

    /// The bytes of each command; characters stand alone.
    private static func commands(_ segment: [UInt8]) -> [[UInt8]] {
        var reader = EscPosReader()
        var commands: [[UInt8]] = []
        var start = 0
        for (index, byte) in segment.enumerated() {
            _ = reader.read([byte])
            guard reader.isBetweenCommands else { continue }
            commands.append(Array(segment[start...index]))
            start = index + 1
        }
        if start < segment.count { commands.append(Array(segment[start...])) }
        return commands
    }

    private static func parts(_ command: [UInt8], most: Int) -> [[UInt8]] {
        var reader = EscPosReader()
        guard command.count > most else { return [command] }
        switch reader.read(command).first {
        case .raster(let raster): return parts(raster, most: most)
        case .columns(let columns): return parts(columns, most: most)
        default: return [command]
        }
    }

    private static func parts(_ columns: EscPosColumns, most: Int) -> [[UInt8]] {
        let step = columns.mode.bytesPerColumn
        let count = max((most - EscPosColumns.headerBytes) / step, 1) * step
        return stride(from: 0, to: columns.bytes.count, by: count).map { first in
            EscPosColumns(
                mode: columns.mode, bytes: Array(columns.bytes[first..<min(first + count, columns.bytes.count)])
            ).command
        }
    }

    private static func parts(_ raster: EscPosRaster, most: Int) -> [[UInt8]] {
        let rows = max((most - EscPosLimits.rasterHeaderBytes) / max(raster.bytesPerRow, 1), 1)
        return stride(from: 0, to: raster.rows, by: rows).map { first in
            let last = min(first + rows, raster.rows)
            return EscPosRaster(
                doubleWidth: raster.doubleWidth, doubleHeight: raster.doubleHeight, bytesPerRow: raster.bytesPerRow,
                bytes: Array(raster.bytes[first * raster.bytesPerRow..<last * raster.bytesPerRow])
            ).command
        }
    }
}

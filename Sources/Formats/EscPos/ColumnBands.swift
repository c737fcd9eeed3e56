// SPDX-License-Identifier: Apache-2.0

import Raster

/// Cuts a picture into bands of 8 or 24 rows, which are printed as lines of their own.
///
/// A band has no white on its right, and none of its commands holds bytes that a printer would obey.
struct ColumnBands {
    /// One stretch of the picture.
    enum Band: Hashable {
        /// So many rows without a dot.
        case white(rows: Int)
        /// Commands that stand side by side in one line.
        case columns([EscPosColumns])
    }

    private let picture: Bitmap
    private let mode: ColumnMode
    private let isTrimmed: Bool
    private let first: Int

    /// Takes a picture.
    ///
    /// - Parameters:
    ///   - picture: the dots.
    ///   - mode: how many rows a band has.
    ///   - isTrimmed: whether white on the right of a band is left out; not where the printer sets
    ///     each line in the middle by its own width.
    ///   - first: the column that they begin with; white before it is the caller's.
    init(_ picture: Bitmap, mode: ColumnMode, isTrimmed: Bool = true, first: Int = 0) {
        self.picture = picture
        self.mode = mode
        self.isTrimmed = isTrimmed
        self.first = min(max(first, 0), picture.width - 1)
    }

    /// The columns at the left of a picture in which no dot is black.
    static func whiteColumns(of picture: Bitmap) -> Int {
        var white = picture.width
        for row in 0..<picture.height {
            let start = row * picture.stride
            guard let byte = picture.bytes[start..<start + picture.stride].firstIndex(where: { $0 != 0 }) else {
                continue
            }
            white = min(white, (byte - start) * 8 + picture.bytes[byte].leadingZeroBitCount)
        }
        return white
    }

    /// The rows of the first band as they stand in a line among characters, white and all.
    ///
    /// - Throws: ``EscPosError``, which it does not for a picture that may be changed by a dot.
    func inLine() throws(EscPosError) -> [EscPosColumns] {
        let columns = columns(from: 0)
        let white = [UInt8](repeating: 0, count: (picture.width - first) * mode.bytesPerColumn)
        return try commands(columns.isEmpty ? white : columns, exact: false)
    }

    /// Makes the bands.
    ///
    /// - Parameter exact: whether no dot may change, as in a payment code. Otherwise a dot is set
    ///   below a lone one where that hides bytes that the printer would obey.
    /// - Throws: ``EscPosError/realTimeBytesInPicture``; nothing has been made then.
    func bands(exact: Bool) throws(EscPosError) -> [Band] {
        var bands: [Band] = []
        for top in stride(from: 0, to: picture.height, by: mode.rows) {
            let columns = columns(from: top)
            if !columns.isEmpty {
                bands.append(.columns(try commands(columns, exact: exact)))
                continue
            }
            let rows = min(mode.rows, picture.height - top)
            if case .white(let above)? = bands.last {
                bands[bands.count - 1] = .white(rows: above + rows)
            } else {
                bands.append(.white(rows: rows))
            }
        }
        return bands
    }

    /// The bytes of a band column by column; empty if it has no dot.
    private func columns(from top: Int) -> [UInt8] {
        let step = mode.bytesPerColumn
        let packed = picture.bytes
        let rows = packed.span
        var columns = [UInt8](repeating: 0, count: picture.stride * 8 * step)
        var last = -1
        for row in 0..<min(mode.rows, picture.height - top) {
            let start = (top + row) * picture.stride
            let dot: UInt8 = 0x80 >> UInt8(row & 7)
            for place in 0..<picture.stride {
                var byte = rows[start + place]
                while byte != 0 {
                    let bit = byte.leadingZeroBitCount
                    let column = place * 8 + bit
                    columns[column * step + row / 8] |= dot
                    last = max(last, column)
                    byte &= ~(0x80 >> UInt8(bit))
                }
            }
        }
        guard last >= 0 else { return [] }
        let count = isTrimmed ? last + 1 : picture.width
        columns.removeLast(columns.count - count * step)
        columns.removeFirst(min(first * step, columns.count))
        return columns
    }

    /// Parts columns where a command would be too long, or would hold bytes that are obeyed.
    private func commands(_ columns: [UInt8], exact: Bool) throws(EscPosError) -> [EscPosColumns] {
        let step = mode.bytesPerColumn
        var columns = columns
        var commands: [EscPosColumns] = []
        var start = 0
        while start < columns.count {
            var end = min(start + EscPosColumns.mostColumns * step, columns.count)
            while let found = RealTimeSequence.first(in: Array(columns[start..<end])) {
                // The head of another command between two columns takes the sequence apart.
                let first = start + found.lowerBound
                let boundary = (first / step + 1) * step
                if boundary < start + found.upperBound {
                    end = boundary
                } else {
                    guard !exact else { throw .realTimeBytesInPicture }
                    // The byte is a lone dot: a second dot below it is hardly seen.
                    columns[first] |= 0x08
                }
            }
            commands.append(EscPosColumns(mode: mode, bytes: Array(columns[start..<end])))
            start = end
        }
        return commands
    }
}

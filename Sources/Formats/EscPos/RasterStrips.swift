// SPDX-License-Identifier: Apache-2.0

import Raster

/// Cuts a picture into raster commands that any printer takes.
///
/// Every strip is at most 128 rows and, with its header, at most 4096 bytes; stretches of white rows
/// cost one byte a row; no strip holds bytes that a printer would obey.
struct RasterStrips {
    /// The dots of the widest row become this many bytes.
    private let bytesPerRow: Int
    private let rows: [[UInt8]]
    private let doubled: Bool
    private let mostRows: Int
    private let mostBytes: Int

    /// Fewer white rows than this stay in the strip of the letters around them.
    private static let whiteWorthAStrip = 4

    /// Takes a picture.
    ///
    /// - Parameters:
    ///   - picture: the dots.
    ///   - doubled: whether the printer prints each dot as two by two.
    ///   - mostRows: rows of a strip.
    ///   - mostBytes: bytes of a strip with its header.
    init(_ picture: Bitmap, doubled: Bool, mostRows: Int, mostBytes: Int) {
        let stride = picture.stride
        let rows = (0..<picture.height).map { row in
            Array(picture.bytes[row * stride..<(row + 1) * stride])
        }
        self.rows = rows
        self.doubled = doubled
        self.mostRows = mostRows
        self.mostBytes = mostBytes
        bytesPerRow = rows.map(Self.usedBytes).max() ?? 0
    }

    /// Makes the strips.
    ///
    /// - Parameter exact: whether no dot may change, as in a payment code. Otherwise a dot is set
    ///   beside a lone one where that hides bytes that the printer would obey.
    /// - Throws: ``EscPosError``; nothing has been made then.
    func strips(exact: Bool) throws(EscPosError) -> [EscPosRaster] {
        guard bytesPerRow + EscPosLimits.rasterHeaderBytes <= mostBytes else {
            throw .tooWide(bytesPerRow * 8)
        }
        var harmless = rows
        for index in harmless.indices {
            try Self.disarm(&harmless[index], exact: exact)
        }
        var strips: [EscPosRaster] = []
        var index = 0
        while index < harmless.count {
            let white = Self.whiteRows(of: harmless, from: index)
            let strip =
                isWorthAStrip(white, of: harmless, at: index)
                ? self.white(white) : inked(harmless, from: index)
            strips.append(strip)
            index += strip.rows
        }
        return strips
    }

    private func white(_ rows: Int) -> EscPosRaster {
        let count = min(rows, mostRows)
        return EscPosRaster(
            doubleWidth: doubled, doubleHeight: doubled, bytesPerRow: 1,
            bytes: [UInt8](repeating: 0, count: count))
    }

    private func inked(_ rows: [[UInt8]], from start: Int) -> EscPosRaster {
        let width = max(bytesPerRow, 1)
        let limit = max(min((mostBytes - EscPosLimits.rasterHeaderBytes) / width, mostRows), 1)
        var bytes: [UInt8] = []
        var count = 0
        while count < limit, start + count < rows.count {
            let index = start + count
            let white = Self.whiteRows(of: rows, from: index)
            if count > 0, isWorthAStrip(white, of: rows, at: index) { break }
            let row = Self.fit(rows[index], to: width)
            // The bytes of two rows together may be a sequence: the next command then starts
            // between them.
            if count > 0, RealTimeSequence.first(in: bytes.suffix(4) + row) != nil { break }
            bytes += row
            count += 1
        }
        return EscPosRaster(
            doubleWidth: doubled, doubleHeight: doubled, bytesPerRow: width, bytes: bytes)
    }

    private func isWorthAStrip(_ white: Int, of rows: [[UInt8]], at index: Int) -> Bool {
        white >= Self.whiteWorthAStrip || (white > 0 && white == rows.count - index)
    }

    private static func whiteRows(of rows: [[UInt8]], from start: Int) -> Int {
        rows[start...].prefix { usedBytes($0) == 0 }.count
    }

    private static func usedBytes(_ row: [UInt8]) -> Int {
        (row.lastIndex { $0 != 0 } ?? -1) + 1
    }

    private static func fit(_ row: [UInt8], to width: Int) -> [UInt8] {
        row.count >= width
            ? Array(row.prefix(width)) : row + [UInt8](repeating: 0, count: width - row.count)
    }

    /// Removes sequences inside one row.
    private static func disarm(_ row: inout [UInt8], exact: Bool) throws(EscPosError) {
        while let found = RealTimeSequence.first(in: row) {
            guard !exact else { throw .realTimeBytesInPicture }
            // The byte is a lone dot: a second dot beside it is hardly seen.
            row[found.lowerBound] |= 0x08
        }
    }
}

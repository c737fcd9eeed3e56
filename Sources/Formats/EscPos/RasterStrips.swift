// SPDX-License-Identifier: Apache-2.0

import Raster

/// Cuts a picture into raster commands that any printer takes.
///
/// Every strip is at most 128 rows and, with its header, at most 4096 bytes; stretches of white rows
/// cost one byte a row; no strip holds bytes that a printer would obey.
struct RasterStrips {
    /// The dots of the widest row become this many bytes.
    private let bytesPerRow: Int
    private let stride: Int
    private let height: Int
    private var bytes: [UInt8]
    /// How many bytes of each row are needed; 0 is a white row.
    private let used: [Int]
    private let doubled: Bool
    private let mostRows: Int
    private let mostBytes: Int

    /// Fewer white rows than this stay in the strip of the letters around them.
    private static let whiteWorthAStrip = 4
    /// The byte that every sequence begins with.
    private static let firstOfSequence: UInt8 = 0x10

    /// Takes a picture.
    ///
    /// - Parameters:
    ///   - picture: the dots.
    ///   - doubled: whether the printer prints each dot as two by two.
    ///   - mostRows: rows of a strip.
    ///   - mostBytes: bytes of a strip with its header.
    init(_ picture: Bitmap, doubled: Bool, mostRows: Int, mostBytes: Int) {
        stride = picture.stride
        height = picture.height
        bytes = picture.bytes
        self.doubled = doubled
        self.mostRows = mostRows
        self.mostBytes = mostBytes
        var used = [Int](repeating: 0, count: picture.height)
        let span = picture.bytes.span
        for row in 0..<picture.height {
            let start = row * picture.stride
            var end = start + picture.stride
            while end > start, span[end - 1] == 0 { end -= 1 }
            used[row] = end - start
        }
        self.used = used
        bytesPerRow = used.max() ?? 0
    }

    /// Makes the strips.
    ///
    /// - Parameter exact: whether no dot may change, as in a payment code. Otherwise a dot is set
    ///   beside a lone one where that hides bytes that the printer would obey.
    /// - Throws: ``EscPosError``; nothing has been made then.
    consuming func strips(exact: Bool) throws(EscPosError) -> [EscPosRaster] {
        guard bytesPerRow + EscPosLimits.rasterHeaderBytes <= mostBytes else {
            throw .tooWide(bytesPerRow * 8)
        }
        let isSuspicious = bytes.contains(Self.firstOfSequence)
        if isSuspicious { try disarm(exact: exact) }
        var strips: [EscPosRaster] = []
        var index = 0
        while index < height {
            let white = whiteRows(from: index)
            let strip =
                isWorthAStrip(white, at: index) ? self.white(white) : inked(from: index, isSuspicious: isSuspicious)
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

    private func inked(from start: Int, isSuspicious: Bool) -> EscPosRaster {
        let width = max(bytesPerRow, 1)
        let limit = max(min((mostBytes - EscPosLimits.rasterHeaderBytes) / width, mostRows), 1)
        var strip: [UInt8] = []
        strip.reserveCapacity(min(limit, height - start) * width)
        var count = 0
        while count < limit, start + count < height {
            let row = start + count
            if count > 0, used[row] == 0, isWorthAStrip(whiteRows(from: row), at: row) { break }
            let first = row * stride
            let end = strip.count
            strip += bytes[first..<first + min(width, stride)]
            // The bytes of two rows together may be a sequence: the next command then starts
            // between them.
            if isSuspicious, count > 0, RealTimeSequence.first(in: Array(strip[max(end - 4, 0)...])) != nil {
                strip.removeLast(strip.count - end)
                break
            }
            count += 1
        }
        return EscPosRaster(
            doubleWidth: doubled, doubleHeight: doubled, bytesPerRow: width, bytes: strip)
    }

    private func isWorthAStrip(_ white: Int, at index: Int) -> Bool {
        white >= Self.whiteWorthAStrip || (white > 0 && white == height - index)
    }

    private func whiteRows(from start: Int) -> Int {
        var row = start
        while row < height, used[row] == 0 { row += 1 }
        return row - start
    }

    /// Removes sequences inside one row.
    private mutating func disarm(exact: Bool) throws(EscPosError) {
        for row in 0..<height {
            let start = row * stride
            while let found = RealTimeSequence.first(in: Array(bytes[start..<start + stride])) {
                guard !exact else { throw .realTimeBytesInPicture }
                // The byte is a lone dot: a second dot beside it is hardly seen.
                bytes[start + found.lowerBound] |= 0x08
            }
        }
    }
}

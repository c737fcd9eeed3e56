// SPDX-License-Identifier: Apache-2.0

import Raster

/// Cuts a picture into raster commands that any printer takes.
///
/// Every strip is at most 128 rows and, with its header, at most 4096 bytes; stretches of white rows
/// cost one byte a row; no strip holds bytes that a printer would obey. Pictures of text have strips
/// of several widths, since most of their rows end long before the widest one, and the white above and
/// below them may be fed. White between their strips is sent as it is: a feed is as exact as the
/// profile's motion units are, and letters would show it.
struct RasterStrips {
    /// One stretch of the picture.
    enum Piece: Hashable {
        /// A command.
        case inked(EscPosRaster)
        /// So many rows without a dot, which may be fed.
        case white(rows: Int)
    }

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
    private let isText: Bool

    /// Fewer white rows than this stay in the strip of the letters around them.
    private static let whiteWorthAStrip = 4
    /// The bytes of a feed.
    private static let bytesOfFeed = 3
    /// The byte that every sequence begins with.
    private static let firstOfSequence: UInt8 = 0x10

    /// Takes a picture.
    ///
    /// - Parameters:
    ///   - picture: the dots.
    ///   - doubled: whether the printer prints each dot as two by two.
    ///   - mostRows: rows of a strip.
    ///   - mostBytes: bytes of a strip with its header.
    ///   - isText: whether strips may be as wide as their own rows.
    init(_ picture: Bitmap, doubled: Bool, mostRows: Int, mostBytes: Int, isText: Bool = false) {
        stride = picture.stride
        height = picture.height
        bytes = picture.bytes
        self.doubled = doubled
        self.mostRows = mostRows
        self.mostBytes = mostBytes
        self.isText = isText
        var used = [Int](repeating: 0, count: picture.height)
        let packed = picture.bytes
        let span = packed.span
        for row in 0..<picture.height {
            let start = row * picture.stride
            var end = start + picture.stride
            while end > start, span[end - 1] == 0 { end -= 1 }
            used[row] = end - start
        }
        self.used = used
        bytesPerRow = used.max() ?? 0
    }

    /// Makes the strips; white rows are rows like others.
    ///
    /// - Parameter exact: whether no dot may change, as in a payment code. Otherwise a dot is set
    ///   beside a lone one where that hides bytes that the printer would obey.
    /// - Throws: ``EscPosError``; nothing has been made then.
    func strips(exact: Bool) throws(EscPosError) -> [EscPosRaster] {
        try pieces(exact: exact).flatMap { piece in
            switch piece {
            case .inked(let strip): [strip]
            case .white(let rows): white(rows)
            }
        }
    }

    /// Makes the strips and tells where white lies between them.
    ///
    /// - Parameter exact: whether no dot may change.
    /// - Throws: ``EscPosError``; nothing has been made then.
    func pieces(exact: Bool) throws(EscPosError) -> [Piece] {
        guard bytesPerRow + EscPosLimits.rasterHeaderBytes <= mostBytes else {
            throw .tooWide(bytesPerRow * 8)
        }
        let isSuspicious = bytes.contains(Self.firstOfSequence)
        var safe = self
        if isSuspicious { try safe.disarm(exact: exact) }
        var pieces: [Piece] = []
        var index = 0
        while index < height {
            let white = whiteRows(from: index)
            if isWorthAStrip(white, at: index) {
                let isBetween = index > 0 && index + white < height
                if isText, isBetween {
                    pieces += self.white(white).map { .inked($0) }
                } else {
                    pieces.append(.white(rows: white))
                }
                index += white
                continue
            }
            let block = index..<endOfBlock(from: index)
            for end in isText ? StripWidths.ends(of: used[block]).map({ block.lowerBound + $0 }) : [block.upperBound] {
                let width = isText ? used[index..<end].max() ?? 1 : bytesPerRow
                while index < end {
                    let strip = safe.inked(index..<end, width: width, isSuspicious: isSuspicious)
                    pieces.append(.inked(strip))
                    index += strip.rows
                }
            }
        }
        return pieces
    }

    /// White rows as commands of one byte a row.
    func white(_ rows: Int) -> [EscPosRaster] {
        Swift.stride(from: 0, to: rows, by: mostRows).map { first in
            EscPosRaster(
                doubleWidth: doubled, doubleHeight: doubled, bytesPerRow: 1,
                bytes: [UInt8](repeating: 0, count: min(mostRows, rows - first)))
        }
    }

    private func inked(_ rows: Range<Int>, width: Int, isSuspicious: Bool) -> EscPosRaster {
        let width = max(width, 1)
        let limit = max(min((mostBytes - EscPosLimits.rasterHeaderBytes) / width, mostRows), 1)
        var strip: [UInt8] = []
        strip.reserveCapacity(min(limit, rows.count) * width)
        for row in rows.prefix(limit) {
            let first = row * stride
            let end = strip.count
            strip += bytes[first..<first + min(width, stride)]
            // The bytes of two rows together may be a sequence: the next command then starts
            // between them.
            if isSuspicious, end > 0, Self.isObeyed(strip[max(end - 4, 0)...]) {
                strip.removeLast(strip.count - end)
                break
            }
        }
        return EscPosRaster(
            doubleWidth: doubled, doubleHeight: doubled, bytesPerRow: width, bytes: strip)
    }

    /// Whether some bytes hold a sequence; most do not even hold its first byte.
    private static func isObeyed(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.contains(firstOfSequence) && RealTimeSequence.first(in: Array(bytes)) != nil
    }

    private func isWorthAStrip(_ white: Int, at index: Int) -> Bool {
        guard white > 0 else { return false }
        if index + white == height { return true }
        guard isText else { return white >= Self.whiteWorthAStrip }
        // A feed has to pay for itself; white between two strips for its own header and for one more.
        return white * bytesPerRow > (index == 0 ? Self.bytesOfFeed : white + 2 * EscPosLimits.rasterHeaderBytes)
    }

    private func whiteRows(from start: Int) -> Int {
        var row = start
        while row < height, used[row] == 0 { row += 1 }
        return row - start
    }

    /// Where the next stretch of white begins that is worth a strip.
    private func endOfBlock(from start: Int) -> Int {
        var row = start + 1
        while row < height {
            if used[row] == 0, isWorthAStrip(whiteRows(from: row), at: row) { return row }
            row += 1
        }
        return height
    }

    /// Removes sequences inside one row.
    private mutating func disarm(exact: Bool) throws(EscPosError) {
        for row in 0..<height {
            let start = row * stride
            guard bytes[start..<start + stride].contains(Self.firstOfSequence) else { continue }
            while let found = RealTimeSequence.first(in: Array(bytes[start..<start + stride])) {
                guard !exact else { throw .realTimeBytesInPicture }
                // The byte is a lone dot: a second dot beside it is hardly seen.
                bytes[start + found.lowerBound] |= 0x08
            }
        }
    }
}

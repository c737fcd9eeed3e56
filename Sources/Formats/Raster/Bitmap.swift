// SPDX-License-Identifier: Apache-2.0

/// Holds a picture of black and white dots, as printers want it.
///
/// Rows are packed eight dots a byte, the left dot in the highest bit; 1 is black. Bits after the
/// last dot of a row are 0.
package struct Bitmap: Hashable, Sendable {
    /// The most dots a side, far beyond any paper's width and long enough for a receipt.
    package static let sideLimit = 65_535

    /// Dots a row.
    package let width: Int
    /// Rows.
    package let height: Int
    /// Bytes a row.
    package let stride: Int
    /// The rows one after the other.
    package internal(set) var bytes: [UInt8]

    /// Makes a white picture.
    ///
    /// - Throws: ``RasterError/impossibleSize(width:height:)``.
    package init(width: Int, height: Int) throws(RasterError) {
        guard (1...Self.sideLimit).contains(width), (1...Self.sideLimit).contains(height) else {
            throw .impossibleSize(width: width, height: height)
        }
        self.width = width
        self.height = height
        self.stride = (width + 7) / 8
        self.bytes = [UInt8](repeating: 0, count: stride * height)
    }

    /// Makes a picture of a code and its border alone.
    ///
    /// - Parameters:
    ///   - code: the modules.
    ///   - moduleDots: dots a module.
    ///   - quiet: modules of border; readers want 4.
    /// - Throws: ``RasterError/impossibleSize(width:height:)``.
    package init(code: QRMatrix, moduleDots: Int, quiet: Int = 4) throws(RasterError) {
        guard (1...Self.sideLimit).contains(moduleDots), (0...Self.sideLimit).contains(quiet) else {
            throw .impossibleSize(width: moduleDots, height: quiet)
        }
        let side = (code.size + 2 * quiet) * moduleDots
        try self.init(width: side, height: side)
        draw(code, x: quiet * moduleDots, y: quiet * moduleDots, moduleDots: moduleDots)
    }

    /// The whole picture.
    package var bounds: PixelRect { PixelRect(x: 0, y: 0, width: width, height: height) }

    /// Tells whether a dot is black; the point must lie within the bounds.
    package subscript(x: Int, y: Int) -> Bool {
        precondition(x >= 0 && x < width && y >= 0 && y < height, "the dot lies outside of the picture")
        return bytes[y * stride + x / 8] & (0x80 >> UInt8(x & 7)) != 0
    }

    /// Sets a rectangle to black or white; what lies outside is left out.
    package mutating func fill(_ rect: PixelRect, black: Bool = true) {
        let area = rect.intersection(bounds)
        guard !area.isEmpty else { return }
        let stride = stride
        var span = bytes.mutableSpan
        for y in area.y..<area.bottom {
            span.set(area.x..<area.right, inRowAt: y * stride, black: black)
        }
    }

    /// Draws a code with whole dots a module; what lies outside is left out.
    ///
    /// - Parameters:
    ///   - code: the modules, drawn without a border.
    ///   - x: the column of its left edge.
    ///   - y: the row of its upper edge.
    ///   - moduleDots: dots a module.
    package mutating func draw(_ code: QRMatrix, x: Int, y: Int, moduleDots: Int) {
        let stride = stride
        let bounds = bounds
        for row in 0..<code.size {
            let lines = PixelRect(x: 0, y: y + row * moduleDots, width: width, height: moduleDots)
                .intersection(bounds)
            guard !lines.isEmpty else { continue }
            let runs = code.runs(inRow: row)
            var span = bytes.mutableSpan
            for line in lines.y..<lines.bottom {
                for run in runs {
                    let left = max(0, x + run.lowerBound * moduleDots)
                    let right = min(bounds.right, x + run.upperBound * moduleDots)
                    guard left < right else { continue }
                    span.set(left..<right, inRowAt: line * stride, black: true)
                }
            }
        }
    }

    /// Copies the black dots of another picture onto this one; what lies outside is left out.
    package mutating func blit(_ other: Bitmap, x: Int, y: Int) {
        let area = PixelRect(x: x, y: y, width: other.width, height: other.height).intersection(bounds)
        guard !area.isEmpty else { return }
        for row in area.y..<area.bottom {
            for column in area.x..<area.right where other[column - x, row - y] {
                bytes[row * stride + column / 8] |= 0x80 >> UInt8(column & 7)
            }
        }
    }

    /// The picture as a portable bitmap file (PBM, raw).
    package var pbm: [UInt8] {
        Array("P4\n\(width) \(height)\n".utf8) + bytes
    }
}

extension MutableSpan where Element == UInt8 {
    /// Sets a stretch of dots, whole bytes at once where it can.
    ///
    /// - Parameters:
    ///   - dots: columns of the row, at least one.
    ///   - base: the index of the row's first byte.
    ///   - black: what they become.
    @inline(__always)
    mutating func set(_ dots: Range<Int>, inRowAt base: Int, black: Bool) {
        let first = dots.lowerBound >> 3
        let last = (dots.upperBound - 1) >> 3
        let head = UInt8(0xFF) >> UInt8(dots.lowerBound & 7)
        let tail = UInt8(truncatingIfNeeded: 0xFF00 >> (((dots.upperBound - 1) & 7) + 1))
        if first == last {
            merge(head & tail, at: base + first, black: black)
            return
        }
        merge(head, at: base + first, black: black)
        for index in base + first + 1..<base + last { self[index] = black ? 0xFF : 0 }
        merge(tail, at: base + last, black: black)
    }

    @inline(__always)
    private mutating func merge(_ mask: UInt8, at index: Int, black: Bool) {
        if black { self[index] |= mask } else { self[index] &= ~mask }
    }
}

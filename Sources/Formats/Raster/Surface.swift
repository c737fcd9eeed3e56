// SPDX-License-Identifier: Apache-2.0

/// Holds a picture in the one form that every renderer draws: a word a pixel, 0x00RRGGBB.
///
/// Displays convert it to what their hardware wants; see ``PixelFormat``.
package struct Surface: Hashable, Sendable {
    /// The largest width or height.
    package static let sideLimit = 8192

    /// Columns.
    package let width: Int
    /// Rows.
    package let height: Int
    /// The pixels row by row, without padding.
    package internal(set) var pixels: [UInt32]

    /// Makes a picture of one colour.
    ///
    /// - Throws: ``RasterError/impossibleSize(width:height:)``.
    package init(width: Int, height: Int, color: Color = .white) throws(RasterError) {
        guard (1...Self.sideLimit).contains(width), (1...Self.sideLimit).contains(height) else {
            throw .impossibleSize(width: width, height: height)
        }
        self.width = width
        self.height = height
        self.pixels = [UInt32](repeating: color.rgb, count: width * height)
    }

    /// The whole picture.
    package var bounds: PixelRect { PixelRect(x: 0, y: 0, width: width, height: height) }

    /// Reads one pixel as 0x00RRGGBB; the point must lie within the bounds.
    package subscript(x: Int, y: Int) -> UInt32 {
        precondition(x >= 0 && x < width && y >= 0 && y < height, "the pixel lies outside of the picture")
        return pixels[y * width + x]
    }

    /// Paints a rectangle; what lies outside of the picture is left out.
    package mutating func fill(_ rect: PixelRect, with color: Color) {
        let area = rect.intersection(bounds)
        guard !area.isEmpty else { return }
        let width = width
        var span = pixels.mutableSpan
        for y in area.y..<area.bottom {
            span.paint(y * width + area.x..<y * width + area.right, with: color.rgb)
        }
    }

    /// Copies another picture onto this one; what lies outside is left out.
    ///
    /// - Parameters:
    ///   - other: the picture to copy.
    ///   - x: the column that its left column comes to.
    ///   - y: the row that its upper row comes to.
    package mutating func blit(_ other: Surface, x: Int, y: Int) {
        let area = PixelRect(x: x, y: y, width: other.width, height: other.height).intersection(bounds)
        guard !area.isEmpty else { return }
        let width = width
        var span = pixels.mutableSpan
        for row in area.y..<area.bottom {
            let from = (row - y) * other.width + area.x - x
            let to = row * width + area.x
            for offset in 0..<area.width {
                span[to + offset] = other.pixels[from + offset]
            }
        }
    }

    /// Paints a horizontal bar that is partly full, such as the time that is left.
    ///
    /// - Parameters:
    ///   - rect: the whole bar.
    ///   - share: 0 for empty to 1 for full.
    ///   - color: of the full part.
    ///   - track: of the empty part.
    ///   - crisp: leaves out the half tones of the round ends.
    package mutating func drawBar(in rect: PixelRect, share: Double, color: Color, track: Color, crisp: Bool) {
        let clamped = min(1, max(0, share.isFinite ? share : 0))
        let radius = rect.height / 2
        fill(.roundedRect(rect, radius: radius), with: track, crisp: crisp)
        // A bar shorter than its round ends would look like a blot.
        let length = max(rect.height, Int((Double(rect.width) * clamped).rounded()))
        guard clamped > 0, length <= rect.width else { return }
        let full = PixelRect(x: rect.x, y: rect.y, width: length, height: rect.height)
        fill(.roundedRect(full, radius: radius), with: color, crisp: crisp)
    }
}

extension MutableSpan where Element == UInt32 {
    /// Sets a stretch of pixels to one colour.
    @inline(__always)
    mutating func paint(_ range: Range<Int>, with pixel: UInt32) {
        for index in range { self[index] = pixel }
    }
}

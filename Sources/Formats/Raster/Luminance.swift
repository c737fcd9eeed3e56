// SPDX-License-Identifier: Apache-2.0

/// Holds how bright the pixels of a picture look: what a camera sees of it, and nothing else.
package struct Luminance: Hashable, Sendable {
    /// Columns.
    package let width: Int
    /// Rows.
    package let height: Int
    /// One byte a pixel, row by row without padding: 0 is black and 255 is white.
    package private(set) var levels: [UInt8]

    /// Takes the levels of a picture.
    ///
    /// - Throws: ``RasterError/impossibleSize(width:height:)`` if a side is longer than ``Surface/sideLimit``, or
    ///   there are not as many levels as pixels.
    package init(width: Int, height: Int, levels: [UInt8]) throws(RasterError) {
        let sides = 1...Surface.sideLimit
        guard sides.contains(width), sides.contains(height), levels.count == width * height else {
            throw .impossibleSize(width: width, height: height)
        }
        self.width = width
        self.height = height
        self.levels = levels
    }

    /// Looks at a picture as it was drawn.
    package init(_ surface: Surface) {
        width = surface.width
        height = surface.height
        levels = surface.pixels.map { UInt8(truncatingIfNeeded: Self.level(of: $0)) }
    }

    /// Looks at a picture as a display shows it: spelt in the display's format, turned, read back and turned upright.
    package init(_ surface: Surface, through layout: PixelLayout) {
        var line = [UInt8](repeating: 0, count: layout.lineBytes)
        self.init(of: layout) { y, levels in
            layout.makeLine(y, of: surface, into: &line)
            layout.readLine(line[...], into: &levels)
        }
    }

    /// Looks at a display's memory, upright.
    ///
    /// - Parameters:
    ///   - lines: the device's lines one after the other, each ``PixelLayout/lineBytes`` long.
    ///   - layout: how they are spelt.
    /// - Throws: ``RasterError/impossibleSize(width:height:)`` if there are fewer bytes.
    package init(lines: [UInt8], of layout: PixelLayout) throws(RasterError) {
        let length = layout.lineBytes
        guard lines.count >= length * layout.height else {
            throw .impossibleSize(width: layout.width, height: layout.height)
        }
        self.init(of: layout) { y, levels in
            layout.readLine(lines[y * length..<(y + 1) * length], into: &levels)
        }
    }

    /// Turns the lines of a device back to where they stand in the picture.
    private init(of layout: PixelLayout, line: (Int, inout [UInt8]) -> Void) {
        width = layout.pictureWidth
        height = layout.pictureHeight
        levels = [UInt8](repeating: 255, count: width * height)
        var row = [UInt8](repeating: 0, count: layout.width)
        for y in 0..<layout.height {
            line(y, &row)
            let (first, step) = layout.run(ofLine: y)
            var index = first
            var target = levels.mutableSpan
            for x in row.indices {
                target[index] = row[x]
                index += step
            }
        }
    }

    /// Reads one pixel; the point must lie within the picture.
    package subscript(x: Int, y: Int) -> UInt8 {
        precondition(x >= 0 && x < width && y >= 0 && y < height, "the pixel lies outside of the picture")
        return levels[y * width + x]
    }

    /// The whole picture.
    package var bounds: PixelRect { PixelRect(x: 0, y: 0, width: width, height: height) }

    /// The picture with every pixel repeated, for readers that want more of them.
    ///
    /// - Returns: nil if it would be larger than a picture may be.
    package func enlarged(by factor: Int) -> Luminance? {
        guard factor >= 1, width * factor <= Surface.sideLimit, height * factor <= Surface.sideLimit else { return nil }
        var large: [UInt8] = []
        large.reserveCapacity(width * height * factor * factor)
        for y in 0..<height {
            var row: [UInt8] = []
            row.reserveCapacity(width * factor)
            for x in 0..<width {
                for _ in 0..<factor { row.append(levels[y * width + x]) }
            }
            for _ in 0..<factor { large.append(contentsOf: row) }
        }
        return try? Luminance(width: width * factor, height: height * factor, levels: large)
    }

    /// How bright a pixel of a ``Surface`` looks, 0 to 255.
    @inline(__always)
    static func level(of pixel: UInt32) -> UInt32 {
        (((pixel >> 16) & 0xFF) * 77 + ((pixel >> 8) & 0xFF) * 150 + (pixel & 0xFF) * 29) >> 8
    }
}

extension Surface {
    /// Tells whether two pictures are the same within a rectangle, and as large.
    package func isSame(as other: Surface, in rect: PixelRect) -> Bool {
        guard width == other.width, height == other.height else { return false }
        let area = rect.intersection(bounds)
        return (area.y..<area.bottom).allSatisfy { y in
            let range = y * width + area.x..<y * width + area.right
            return pixels[range] == other.pixels[range]
        }
    }
}

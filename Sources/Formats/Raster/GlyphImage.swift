// SPDX-License-Identifier: Apache-2.0

/// Holds one drawn character.
struct GlyphImage: Sendable {
    /// Columns from the pen to the left edge.
    let left: Int
    /// Rows from the baseline up to the upper edge.
    let top: Int
    /// Columns of the drawing.
    let width: Int
    /// Rows of the drawing.
    let height: Int
    /// Pixels that the pen moves.
    let advance: Int
    /// How much of each pixel is inked, 0 to 255, row by row.
    let coverage: [UInt8]

    /// Bytes that keeping this drawing costs, roughly.
    var cost: Int { coverage.count + 96 }

    /// A character without ink.
    static func blank(advance: Int) -> GlyphImage {
        GlyphImage(left: 0, top: 0, width: 0, height: 0, advance: advance, coverage: [])
    }

    /// The hollow box that stands for a character that no font has.
    static func hollowBox(size: Int) -> GlyphImage {
        let line = max(1, size / 14)
        let width = max(3, size * 56 / 100)
        let height = max(4, size * 72 / 100)
        var coverage = [UInt8](repeating: 0, count: width * height)
        for y in 0..<height {
            for x in 0..<width
            where x < line || y < line || x >= width - line || y >= height - line {
                coverage[y * width + x] = 255
            }
        }
        let gap = max(1, size * 7 / 100)
        return GlyphImage(
            left: gap,
            top: height,
            width: width,
            height: height,
            advance: width + 2 * gap,
            coverage: coverage
        )
    }
}

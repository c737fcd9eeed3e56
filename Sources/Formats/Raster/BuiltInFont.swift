// SPDX-License-Identifier: Apache-2.0

/// Draws digits, signs and Latin letters from a small bitmap set, so that no font file is ever needed.
///
/// The set is drawn on a grid of 5 columns, 7 rows above the baseline and 2 below it, and is enlarged by
/// whole factors only.
enum BuiltInFont {
    /// Tells whether the set has a character.
    static func has(_ scalar: Unicode.Scalar) -> Bool {
        glyphs[scalar] != nil
    }

    /// Draws a character.
    ///
    /// - Returns: nil if the set does not have it.
    static func glyph(_ scalar: Unicode.Scalar, size: Int) -> GlyphImage? {
        guard let glyph = glyphs[scalar] else { return nil }
        // Capitals take about seven tenths of the em, as they do in other fonts.
        let factor = max(1, size / 10)
        let width = glyph.width * factor
        let height = rowCount * factor
        var coverage = [UInt8](repeating: 0, count: width * height)
        for row in 0..<rowCount {
            for column in 0..<glyph.width where glyph.rows[row] & (1 << UInt8(column)) != 0 {
                for y in row * factor..<(row + 1) * factor {
                    for x in column * factor..<(column + 1) * factor {
                        coverage[y * width + x] = 255
                    }
                }
            }
        }
        return GlyphImage(
            left: 0,
            top: rowsAboveBaseline * factor,
            width: width,
            height: height,
            advance: (glyph.width + 1) * factor,
            coverage: coverage
        )
    }

    /// One character: a byte a row, the left column in the lowest bit.
    private struct Glyph {
        var width: Int
        var rows: [UInt8]
    }

    private static let rowsAboveBaseline = 7
    private static let rowCount = 9

    private static let glyphs: [Unicode.Scalar: Glyph] = {
        var glyphs: [Unicode.Scalar: Glyph] = [:]
        for sheet in sheets {
            let lines = sheet.split(separator: "\n", omittingEmptySubsequences: true)
            guard let head = lines.first else { continue }
            for (index, name) in head.split(separator: " ").enumerated() {
                guard let scalar = name.unicodeScalars.first else { continue }
                var rows = [UInt8](repeating: 0, count: rowCount)
                for (row, line) in lines.dropFirst().prefix(rowCount).enumerated() {
                    let cells = line.split(separator: " ")
                    guard index < cells.count else { continue }
                    for (column, dot) in cells[index].utf8.enumerated() where dot == UInt8(ascii: "#") {
                        rows[row] |= 1 << UInt8(column)
                    }
                }
                glyphs[scalar] = trimmed(rows, keepingWidth: ("0"..."9").contains(scalar))
            }
        }
        glyphs[" "] = Glyph(width: 2, rows: [UInt8](repeating: 0, count: rowCount))
        return glyphs
    }()

    /// Takes the empty columns away on both sides; digits keep theirs.
    private static func trimmed(_ rows: [UInt8], keepingWidth: Bool) -> Glyph {
        let used = rows.reduce(0, |)
        guard !keepingWidth, used != 0 else { return Glyph(width: 5, rows: rows) }
        let shift = used.trailingZeroBitCount
        return Glyph(width: 8 - used.leadingZeroBitCount - shift, rows: rows.map { $0 >> UInt8(shift) })
    }
}

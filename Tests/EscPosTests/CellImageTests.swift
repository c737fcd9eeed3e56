// SPDX-License-Identifier: Apache-2.0

import Raster
import Testing

@testable import EscPos

@Suite struct `Cells that were drawn before` {
    private static let setter = TypeSetter(fonts: ["/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"])
    private static let characters = Array("aQ€ß茶。 (ì한Ω#12.50\u{301}กשع👍")

    /// A line as it is drawn character by character, and made larger dot by dot.
    private func drawn(_ font: CellFont, bold: Bool, across: Int, down: Int) throws -> Bitmap {
        let cells = Self.characters.reduce(0) { $0 + CellWidth.of($1) }
        var line = try Bitmap(width: cells * font.cellWidth, height: font.cellHeight)
        var x = 0
        for character in Self.characters {
            font.draw(font.drawable(character), cells: CellWidth.of(character), on: &line, x: x, y: 0, bold: bold)
            x += CellWidth.of(character) * font.cellWidth
        }
        var large = try Bitmap(width: line.width * across, height: line.height * down)
        for y in 0..<line.height {
            for x in 0..<line.width where line[x, y] {
                large.fill(PixelRect(x: x * across, y: y * down, width: across, height: down))
            }
        }
        return large
    }

    @Test(arguments: [(12, 24), (13, 24), (6, 12), (36, 64)], [(false, 1, 1), (true, 1, 2), (false, 2, 2)])
    func `are what is drawn dot by dot`(cell: (Int, Int), manner: (Bool, Int, Int)) throws {
        let font = CellFont(Self.setter, cellWidth: cell.0, cellHeight: cell.1)
        let wanted = try drawn(font, bold: manner.0, across: manner.1, down: manner.2)

        for _ in 0..<2 {
            var line = try Bitmap(width: wanted.width, height: wanted.height)
            var x = 0
            for image in font.images(of: Self.characters, bold: manner.0, across: manner.1) {
                line.stamp(image.rows, wordsPerRow: image.wordsPerRow, x: x, y: 0, times: manner.2)
                x += image.cells * font.cellWidth * manner.1
            }
            #expect(line == wanted)
        }
        #expect(wanted.bytes.contains { $0 != 0 })
    }

    @Test func `are drawn once, and the oldest are forgotten when there are too many`() {
        var cache = CellCache(limit: 10_000)
        var drawings: [Character] = []
        func image(_ scalar: UInt32) -> CellImage {
            let character = Character(Unicode.Scalar(scalar) ?? "?")
            return cache.image(for: CellCache.Key(character: character, isBold: false, across: 1)) { key in
                drawings.append(key.character)
                return CellImage(cells: 2, rows: [UInt64](repeating: UInt64(scalar), count: 24), wordsPerRow: 1)
            }
        }

        for scalar in UInt32(0x4E00)..<0x4F00 {
            #expect(image(scalar).rows.first == UInt64(scalar))
            #expect(image(0x4E00).rows.first == 0x4E00)
            #expect(cache.bytes <= 10_000)
        }

        #expect(drawings.count == 256)
        #expect(cache.count < 40)
        _ = image(0x4E01)
        #expect(drawings.count == 257)
    }

    @Test func `of plain letters are kept whatever else comes`() {
        var cache = CellCache(limit: 0)
        var count = 0

        for _ in 0..<3 {
            for character in "A茶" {
                _ = cache.image(for: CellCache.Key(character: character, isBold: true, across: 2)) { _ in
                    count += 1
                    return CellImage(cells: 1, rows: [1], wordsPerRow: 1)
                }
            }
        }

        #expect(count == 1 + 3)
        #expect(cache.bytes == 0)
    }
}

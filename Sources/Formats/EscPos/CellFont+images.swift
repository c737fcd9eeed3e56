// SPDX-License-Identifier: Apache-2.0

import Raster
import Synchronization

extension CellFont {
    /// The dots of characters as they stand in a line, each drawn once and kept.
    ///
    /// A letter whose accents no font has is drawn without them.
    /// - Parameters:
    ///   - characters: from the left.
    ///   - bold: whether strokes are one dot thicker.
    ///   - across: how many times wider they are, 1 or 2.
    package func images(of characters: [Character], bold: Bool = false, across: Int = 1) -> [CellImage] {
        drawings.cache.withLock { cache in
            characters.map { character in
                cache.image(for: CellCache.Key(character: character, isBold: bold, across: across), make: image)
            }
        }
    }

    /// A character, or the letter without accents where no font has it with them.
    package func drawable(_ character: Character) -> Character {
        guard !character.isASCII, !missing(in: String(character)).isEmpty,
            let base = LookAlike.base(of: character), missing(in: String(base)).isEmpty
        else { return character }
        return base
    }

    private func image(_ key: CellCache.Key) -> CellImage {
        let cells = CellWidth.of(key.character)
        let across = min(max(key.across, 1), 2)
        // An accent by itself takes no room, and is drawn in a cell nevertheless.
        let room = max(cells, 1) * cellWidth
        let words = (room * across + 63) / 64
        guard key.character != " ", var cell = try? Bitmap(width: room, height: cellHeight) else {
            return CellImage(cells: cells, rows: [], wordsPerRow: 1)
        }
        draw(drawable(key.character), cells: cells, on: &cell, x: 0, y: 0, bold: key.isBold)
        var rows = [UInt64](repeating: 0, count: words * cellHeight)
        for y in 0..<cellHeight {
            for x in 0..<cell.width where cell[x, y] {
                for column in x * across..<(x + 1) * across {
                    rows[y * words + column / 64] |= 1 << UInt64(63 - column % 64)
                }
            }
        }
        return CellImage(cells: cells, rows: rows, wordsPerRow: words)
    }
}

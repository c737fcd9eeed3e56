// SPDX-License-Identifier: Apache-2.0

import EscPos
import Raster

/// Draws what a printer's own letters cannot set, on the same grid of cells.
struct LinePen {
    /// Dots, and whether the printer is to double each.
    typealias Picture = (bitmap: Bitmap, isDoubled: Bool)

    private let grid: DotGrid
    private let columns: Int
    private let font: CellFont

    /// Takes the dots of a printer, the cells of its lines, and letters.
    init(grid: DotGrid, columns: Int, setter: TypeSetter) {
        self.grid = grid
        self.columns = columns
        font = CellFont(setter, cellWidth: grid.cellWidth, cellHeight: grid.cellHeight)
    }

    /// A line across the paper, two dots thick, in the middle of white.
    func rule() throws(ReceiptError) -> Picture {
        let scale = grid.mayDouble ? 2 : 1
        var bitmap = try bitmap(width: columns * font.cellWidth / scale, height: 18 / scale)
        bitmap.fill(
            PixelRect(x: 0, y: 8 / scale, width: bitmap.width, height: 2 / scale))
        return (bitmap, scale == 2)
    }

    /// A line of text as a picture, its characters in the cells of the printer's own grid.
    func drawn(
        _ text: String, indent: Int, size: SlipSize, bold: Bool
    ) throws(ReceiptError) -> Picture {
        let isDoubled = size == .large && grid.mayDouble
        let across = isDoubled ? 1 : size.widthFactor
        let down = isDoubled ? 1 : size.heightFactor
        let left = indent * font.cellWidth / (isDoubled ? 2 : 1)
        // As high as the printer's own line of this size, so that pictures and letters mix evenly.
        let height = max(font.cellHeight, grid.lineHeight / size.heightFactor)
        let images = font.images(of: VisualOrder.arranged(text), bold: bold, across: across)
        // Nothing stands beyond the last column, whatever the layout was given.
        let most = max(columns / size.widthFactor, 1)
        let cells = max(min(images.reduce(0) { $0 + $1.cells }, most), 1)
        var line = try bitmap(width: left + cells * font.cellWidth * across, height: height * down)
        var x = left
        for image in images {
            line.stamp(image.rows, wordsPerRow: image.wordsPerRow, x: x, y: 0, times: down)
            x += image.cells * font.cellWidth * across
        }
        return (line, isDoubled)
    }

    /// The characters that become boxes.
    func boxes(in text: String) -> [Unicode.Scalar] {
        VisualOrder.arranged(text).flatMap { font.missing(in: String(font.drawable($0))) }
    }

    /// A white picture.
    func bitmap(width: Int, height: Int) throws(ReceiptError) -> Bitmap {
        do {
            return try Bitmap(width: width, height: height)
        } catch {
            throw .picture(error)
        }
    }
}

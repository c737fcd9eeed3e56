// SPDX-License-Identifier: Apache-2.0

package import Raster

/// Draws characters into the cells of a printer's column grid.
///
/// A printer's own font fills cells of the same width; letters that the printer lacks, and previews
/// of what it prints, are drawn here so that columns still stand under each other.
package struct CellFont: Sendable {
    private let setter: TypeSetter
    /// What was drawn before; copies of a font share it.
    let drawings = CellDrawings()
    /// Dots across one cell; a wide character takes two.
    package let cellWidth: Int
    /// Dots down a cell.
    package let cellHeight: Int

    /// Takes fonts and the size of a cell, which is 12 by 24 dots on most printers.
    package init(_ setter: TypeSetter, cellWidth: Int = 12, cellHeight: Int = 24) {
        self.setter = setter
        self.cellWidth = min(max(cellWidth, 4), 64)
        self.cellHeight = min(max(cellHeight, 4), 64)
    }

    /// Takes the fonts of another one for cells of another height.
    package init(_ other: CellFont, cellHeight: Int) {
        self.init(other.setter, cellWidth: other.cellWidth, cellHeight: cellHeight)
    }

    /// Lists the characters that would become hollow boxes.
    package func missing(in text: String) -> [Unicode.Scalar] { setter.missing(in: text) }

    /// Draws one character so that it stays within its cells.
    ///
    /// - Parameters:
    ///   - character: what is drawn.
    ///   - cells: how many cells it has, 1 or 2.
    ///   - bitmap: where it goes.
    ///   - x: the left edge of its first cell.
    ///   - y: the upper edge of its cells.
    ///   - bold: whether strokes are one dot thicker.
    package func draw(
        _ character: Character, cells: Int, on bitmap: inout Bitmap, x: Int, y: Int, bold: Bool = false
    ) {
        guard character != " " else { return }
        let room = cellWidth * min(max(cells, 1), 2)
        guard var cell = try? Bitmap(width: room, height: cellHeight) else { return }
        let text = String(character)
        var size = cells > 1 ? room * 22 / 24 : cellWidth * 20 / 12
        var advance = setter.measure(text, style: Self.style(size)).width
        while advance > room, size > cellHeight / 2 {
            size -= 1
            advance = setter.measure(text, style: Self.style(size)).width
        }
        let baseline = cellHeight * 19 / 24
        let left = max((room - advance) / 2, 0)
        for shift in bold ? [0, 1] : [0] {
            setter.draw(text, on: &cell, x: left + shift, baseline: baseline, size: size)
        }
        bitmap.blit(cell, x: x, y: y)
    }

    private static func style(_ size: Int) -> TextStyle { TextStyle(size: size, crisp: true) }
}

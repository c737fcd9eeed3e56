// SPDX-License-Identifier: Apache-2.0

import Raster

extension EscPosPaper {
    /// Draws one band of the paper.
    func draw(_ band: Band, at y: Int, on bitmap: inout Bitmap) {
        switch band {
        case .line(let glyphs, let strips, let shift, let height):
            for glyph in glyphs { draw(glyph, shift: shift, bottom: y + height, on: &bitmap) }
            for strip in strips { draw(strip, shift: shift, bottom: y + height, on: &bitmap) }
        case .raster(let raster, let x):
            draw(raster, x: x, y: y, on: &bitmap)
        case .bars(let widths, let x, let height):
            var left = x
            for (index, width) in widths.enumerated() {
                if index.isMultiple(of: 2) {
                    bitmap.fill(PixelRect(x: left, y: y, width: width, height: height))
                }
                left += width
            }
        case .code(let code, let x, let moduleDots): bitmap.draw(code, x: x, y: y, moduleDots: moduleDots)
        case .cut:
            // Dashes show where the blade went; the end of the picture needs none.
            for x in stride(from: 0, to: bitmap.width, by: 24) where y < bitmap.height {
                bitmap.fill(PixelRect(x: x, y: y, width: 12, height: 2))
            }
        }
    }

    private func draw(_ glyph: Glyph, shift: Int, bottom: Int, on bitmap: inout Bitmap) {
        let font = machine.font
        let size = glyph.style.size
        let top = bottom - font.cellHeight * size.height
        guard size != .normal else {
            font.draw(
                glyph.character, cells: glyph.cells, on: &bitmap, x: glyph.x + shift, y: top,
                bold: glyph.style.bold)
            return
        }
        guard var cell = try? Bitmap(width: font.cellWidth * glyph.cells, height: font.cellHeight) else { return }
        font.draw(glyph.character, cells: glyph.cells, on: &cell, x: 0, y: 0, bold: glyph.style.bold)
        for y in 0..<cell.height {
            for x in 0..<cell.width where cell[x, y] {
                bitmap.fill(
                    PixelRect(
                        x: glyph.x + shift + x * size.width, y: top + y * size.height,
                        width: size.width, height: size.height))
            }
        }
    }

    private func draw(_ strip: Strip, shift: Int, bottom: Int, on bitmap: inout Bitmap) {
        let top = bottom - strip.height
        for column in 0..<strip.columns.count {
            for row in 0..<strip.columns.mode.rows where strip.columns.isBlack(column: column, row: row) {
                bitmap.fill(
                    PixelRect(
                        x: strip.x + shift + column * strip.dot.width, y: top + row * strip.dot.height,
                        width: strip.dot.width, height: strip.dot.height))
            }
        }
    }

    private func draw(_ raster: EscPosRaster, x left: Int, y top: Int, on bitmap: inout Bitmap) {
        let across = raster.doubleWidth ? 2 : 1
        let down = raster.doubleHeight ? 2 : 1
        for row in 0..<raster.rows {
            for column in 0..<raster.bytesPerRow {
                let byte = raster.bytes[row * raster.bytesPerRow + column]
                for bit in 0..<8 where byte & (0x80 >> UInt8(bit)) != 0 {
                    bitmap.fill(
                        PixelRect(
                            x: left + (column * 8 + bit) * across, y: top + row * down,
                            width: across, height: down))
                }
            }
        }
    }
}

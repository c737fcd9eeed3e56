// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import EscPos
import Raster

/// Draws what a printer's own letters cannot set, on the same grid of cells.
struct LinePen {
    /// Dots, and whether the printer is to double each.
    typealias Picture = (bitmap: Bitmap, isDoubled: Bool)

    private let profile: PrinterProfile
    private let columns: Int
    private let font: CellFont

    /// Takes a printer, the cells of its lines, and letters.
    init(profile: PrinterProfile, columns: Int, font: CellFont) {
        self.profile = profile
        self.columns = columns
        self.font = font
    }

    /// A line across the paper, two dots thick, in the middle of white.
    func rule() throws(ReceiptError) -> Picture {
        let scale = profile.image.doubling ? 2 : 1
        var bitmap = try bitmap(width: columns * font.cellWidth / scale, height: 18 / scale)
        bitmap.fill(
            PixelRect(x: 0, y: 8 / scale, width: bitmap.width, height: 2 / scale))
        return (bitmap, scale == 2)
    }

    /// A line of text as a picture, its characters in the cells of the printer's own grid.
    func drawn(
        _ text: String, indent: Int, size: SlipSize, bold: Bool
    ) throws(ReceiptError) -> Picture {
        let isDoubled = size == .large && profile.image.doubling
        let across = isDoubled ? 1 : size.widthFactor
        let down = isDoubled ? 1 : size.heightFactor
        let left = indent * font.cellWidth / (isDoubled ? 2 : 1)
        // As high as the printer's own line of this size, so that pictures and letters mix evenly.
        let height = max(font.cellHeight, profile.print.lineSpacingDots / size.heightFactor)
        let characters = VisualOrder.arranged(text)
        let cells = characters.reduce(0) { $0 + CellWidth.of($1) }
        // Nothing stands beyond the last column, whatever the layout was given.
        let most = max(columns / size.widthFactor, 1)
        var line = try bitmap(width: max(min(cells, most), 1) * font.cellWidth, height: height)
        var x = 0
        for character in characters {
            let cells = CellWidth.of(character)
            font.draw(drawable(character), cells: cells, on: &line, x: x, y: 0, bold: bold)
            x += cells * font.cellWidth
        }
        let bitmap = try scaled(line, across: across, down: down, left: left)
        return (bitmap, isDoubled)
    }

    /// The characters that become boxes.
    func boxes(in text: String) -> [Unicode.Scalar] {
        VisualOrder.arranged(text).flatMap { font.missing(in: String(drawable($0))) }
    }

    /// A character, or the letter without accents where no font has it with them.
    private func drawable(_ character: Character) -> Character {
        guard !character.isASCII, !font.missing(in: String(character)).isEmpty,
            let base = LookAlike.base(of: character), font.missing(in: String(base)).isEmpty
        else { return character }
        return base
    }

    private func scaled(
        _ line: Bitmap, across: Int, down: Int, left: Int
    ) throws(ReceiptError) -> Bitmap {
        var scaled = try bitmap(width: left + line.width * across, height: line.height * down)
        for y in 0..<line.height {
            for x in 0..<line.width where line[x, y] {
                scaled.fill(
                    PixelRect(x: left + x * across, y: y * down, width: across, height: down))
            }
        }
        return scaled
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

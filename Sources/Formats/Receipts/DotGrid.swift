// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import EscPos

/// The dots that a printer's pictures are made of, and the cells of its characters among them.
struct DotGrid: Hashable {
    /// The command that prints them.
    enum Way: Hashable {
        /// Rows of dots.
        case raster
        /// Columns of dots, a band of rows a line.
        case columns(ColumnMode, RowUnits)
    }

    /// The command that prints them.
    let way: Way
    /// Dots of a row.
    let width: Int
    /// Dots an inch across.
    let across: Int
    /// Dots an inch down.
    let down: Int
    /// Dots across the cell of a character.
    let cellWidth: Int
    /// Rows of the cell of a character.
    let cellHeight: Int
    /// Rows of a line of text.
    let lineHeight: Int
    /// Whether the printer doubles dots by itself.
    let mayDouble: Bool
    /// How pictures stand among the printer's own characters: columns that are as high as those, and a
    /// whole number of which is a cell; nil where they need lines of their own.
    let inLine: ColumnMode?

    /// Whether a dot is as wide as it is high.
    var isSquare: Bool { across == down }

    /// Takes a printer and its roll; nil if it knows neither of the two commands.
    ///
    /// Stored graphics are not used: no printer has them alone, and some that claim them print signs.
    init?(_ profile: PrinterProfile, paper: Int?) {
        let print = profile.print
        let columns = profile.image.columns
        if profile.image.modes.contains(.raster) {
            way = .raster
            (across, down) = (print.dpi, print.dpi)
            mayDouble = profile.image.doubling
        } else {
            guard profile.image.modes.contains(.column),
                let mode = UInt8(exactly: columns.mode).flatMap({ ColumnMode(rawValue: $0) })
            else { return nil }
            way = .columns(mode, RowUnits(unitsPerInch: print.verticalUnit, rowsPerInch: columns.down))
            (across, down) = (columns.across, columns.down)
            mayDouble = false
        }
        width = profile.dots(paper: paper) * across / print.dpi
        cellWidth = max(profile.cell.width * across / print.dpi, 4)
        let mode = UInt8(exactly: columns.mode).flatMap { ColumnMode(rawValue: $0) }
        let isAlike = columns.across == across && columns.down == down
        let fits =
            down == print.dpi && profile.cell.height == mode?.rows && profile.cell.width * across % print.dpi == 0
        let mayMix = way != .raster || profile.image.columnsInText && profile.image.modes.contains(.column)
        inLine = isAlike && fits && mayMix ? mode : nil
        lineHeight = max(print.lineSpacingDots * down / print.dpi, 8)
        // Rows that are coarser than those of the printer's own letters need all of the line.
        cellHeight = down == print.dpi ? profile.cell.height : lineHeight
    }
}

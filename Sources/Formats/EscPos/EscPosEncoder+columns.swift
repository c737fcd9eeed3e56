// SPDX-License-Identifier: Apache-2.0

package import Raster

extension EscPosEncoder {
    /// Prints a picture in bands of columns, each as high as its line, so that no gap is between them.
    ///
    /// - Parameters:
    ///   - picture: what is printed from the left edge; white on the right and below costs nothing.
    ///   - mode: how its dots lie.
    ///   - units: how its rows are fed.
    ///   - exact: whether no dot may change, as in a payment code.
    ///   - alignment: where it stands; not all printers align pictures.
    ///   - spaceColumns: how many columns wide a space is, if it is no higher than a band: white at the
    ///     left is then one byte for so many columns.
    /// - Throws: ``EscPosError``; nothing has been written then.
    package mutating func columns(
        _ picture: Bitmap, mode: ColumnMode, units: RowUnits, exact: Bool = false,
        alignment: EscPosAlignment = .left, spaceColumns: Int? = nil
    ) throws(EscPosError) {
        let cell = alignment == .left ? spaceColumns.map { max($0, 1) } : nil
        let spaces = cell.map { min(ColumnBands.whiteColumns(of: picture), picture.width - 1) / $0 } ?? 0
        let bands = try ColumnBands(
            picture, mode: mode, isTrimmed: alignment == .left, first: spaces * (cell ?? 0)
        ).bands(exact: exact)
        command([0x1B, 0x33, UInt8(min(units.units(mode.rows), 255))])
        for band in bands {
            switch band {
            case .white(let rows): feedLoosely(units: units.units(rows))
            case .columns(let columns): line(of: columns, after: spaces, alignment)
            }
        }
        command(usualSpacing)
        align(.left)
    }

    /// Writes a picture of one band into the line, between characters.
    ///
    /// - Parameters:
    ///   - picture: as many dots wide as the cells that it stands for, and no higher than a band.
    ///   - mode: how its dots lie.
    /// - Throws: ``EscPosError``; nothing has been written then.
    package mutating func write(_ picture: Bitmap, mode: ColumnMode) throws(EscPosError) {
        for part in try ColumnBands(picture, mode: mode, isTrimmed: false).inLine() { partOfLine(part.command) }
    }

    /// Prints commands side by side and ends their line.
    private mutating func line(of columns: [EscPosColumns], after spaces: Int, _ alignment: EscPosAlignment) {
        if spaces > 0 { writePlainly(spaces: spaces) }
        align(alignment)
        for part in columns { partOfLine(part.command) }
        endLine()
    }
}

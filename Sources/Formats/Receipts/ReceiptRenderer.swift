// SPDX-License-Identifier: Apache-2.0

package import DeviceProfiles
package import EscPos
package import Raster
package import TillCore

/// Makes slips for one printer: as a stream, as text, and as a picture of what the stream prints.
package struct ReceiptRenderer: Sendable {
    private let profile: PrinterProfile
    private let paper: Int?
    private let font: CellFont
    private let layout: ReceiptLayout

    /// Takes a printer, its roll, a language and fonts.
    ///
    /// - Parameters:
    ///   - profile: what the printer can do.
    ///   - paper: the width of the roll in millimetres; nil is the widest it takes.
    ///   - words: the language.
    ///   - setter: fonts for what the printer has no characters for.
    package init(
        profile: PrinterProfile, paper: Int? = nil, words: ReceiptWords = .english, setter: TypeSetter
    ) {
        self.profile = profile
        self.paper = paper
        font = CellFont(setter, cellWidth: profile.cell.width, cellHeight: profile.cell.height)
        layout = ReceiptLayout(columns: profile.columns(paper: paper), words: words)
    }

    /// Makes the stream of a slip.
    ///
    /// - Parameters:
    ///   - receipt: what it says.
    ///   - payBefore: until when the code of a code slip can be paid.
    ///   - opensDrawer: whether the drawer opens after the cut; never for a copy or a second try.
    /// - Throws: ``ReceiptError``.
    package func document(
        for receipt: Receipt, payBefore: Timestamp? = nil, opensDrawer: Bool = false
    ) throws(ReceiptError) -> EscPosDocument {
        let slip = EscPosSlip(profile: profile, paper: paper, font: font)
        return try slip.document(layout.lines(for: receipt, payBefore: payBefore), opensDrawer: opensDrawer)
    }

    /// Writes a slip as plain text of the printer's columns.
    package func text(for receipt: Receipt, payBefore: Timestamp? = nil) -> String {
        TextSlip(columns: layout.columns).text(layout.lines(for: receipt, payBefore: payBefore))
    }

    /// Draws what the stream prints.
    ///
    /// - Throws: ``ReceiptError``.
    package func bitmap(
        for receipt: Receipt, payBefore: Timestamp? = nil
    ) throws(ReceiptError) -> Bitmap {
        let document = try document(for: receipt, payBefore: payBefore)
        var roll = EscPosPaper(machine)
        roll.print(document.bytes)
        do {
            return try roll.bitmap()
        } catch {
            throw .picture(error)
        }
    }

    /// Draws what the stream prints as a PNG file.
    ///
    /// - Throws: ``ReceiptError``.
    package func png(
        for receipt: Receipt, payBefore: Timestamp? = nil
    ) throws(ReceiptError) -> [UInt8] {
        let bitmap = try bitmap(for: receipt, payBefore: payBefore)
        do {
            return try PNG.encode(bitmap)
        } catch {
            throw .picture(error)
        }
    }

    /// The printer as far as paper shows it, for previews of its streams.
    package var machine: EscPosPaper.Machine {
        EscPosPaper.Machine(
            width: profile.dots(paper: paper), font: font, pages: EscPosSlip.pages(of: profile),
            lineSpacing: profile.print.lineSpacingDots,
            unitsPerDot: profile.print.verticalUnit / profile.print.dpi,
            bladeDots: profile.print.bladeDots)
    }
}

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
    private let setter: SlipSetter
    private let slip: EscPosSlip

    /// Takes a printer, its roll, a language and fonts.
    ///
    /// - Parameters:
    ///   - profile: what the printer can do.
    ///   - paper: the width of the roll in millimetres; nil is the widest it takes.
    ///   - words: the language.
    ///   - setter: fonts for what the printer has no characters for.
    ///   - layout: what stands where.
    ///   - catalogues: all languages there are, for layouts that ask for others.
    ///   - logo: the shop's logo, made for the roll.
    package init(
        profile: PrinterProfile, paper: Int? = nil, words: ReceiptWords = .english, setter: TypeSetter,
        layout: SlipLayout = .standard, catalogues: [ReceiptWords] = ReceiptWords.standard, logo: SlipLogo? = nil
    ) {
        self.profile = profile
        self.paper = paper
        font = CellFont(setter, cellWidth: profile.cell.width, cellHeight: profile.cell.height)
        slip = EscPosSlip(profile: profile, paper: paper, setter: setter, logo: logo?.picture)
        let text = EscPosText(
            pages: EscPosSlip.pages(of: profile), multiByte: EscPosSlip.multiByte(of: profile))
        self.setter = SlipSetter(
            columns: profile.columns(paper: paper), layout: layout, own: words, catalogues: catalogues,
            prints: { text.canEncode(String($0)) })
    }

    /// The name of the printer's profile.
    package var profileName: String { profile.id }

    /// Cells of a line.
    package var columns: Int { setter.columns }

    /// Makes the stream of a slip.
    ///
    /// - Parameters:
    ///   - content: what it says.
    ///   - opensDrawer: whether the drawer opens; never for a copy or a second try.
    /// - Throws: ``ReceiptError``.
    package func document(
        for content: SlipContent, opensDrawer: Bool = false
    ) throws(ReceiptError) -> EscPosDocument {
        try slip.document(setter.lines(for: content), opensDrawer: opensDrawer)
    }

    /// Makes the stream of a receipt.
    ///
    /// - Parameters:
    ///   - receipt: what it says.
    ///   - payBefore: until when the code of a code slip can be paid.
    ///   - opensDrawer: whether the drawer opens after the cut; never for a copy or a second try.
    /// - Throws: ``ReceiptError``.
    package func document(
        for receipt: Receipt, payBefore: Timestamp? = nil, opensDrawer: Bool = false
    ) throws(ReceiptError) -> EscPosDocument {
        try document(for: SlipContent(receipt, payBefore: payBefore), opensDrawer: opensDrawer)
    }

    /// Makes the stream of lines of a journal's roll, which is not cut.
    ///
    /// - Parameters:
    ///   - lines: one text a line.
    ///   - total: what stands behind them: the block that ends a day, which may be cut.
    /// - Throws: ``ReceiptError``.
    package func document(
        forJournal lines: [String], total: SlipContent? = nil
    ) throws(ReceiptError) -> EscPosDocument {
        let texts = lines.map { line in
            // The blanks between its columns stay; what would steer a printer does not.
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            let text = parts.map { SlipText.clean(String($0)) }.joined(separator: " ")
            return SlipLine.text(text, indent: 0, size: .normal, bold: false)
        }
        let block = total.map { setter.lines(for: $0) } ?? []
        do throws(ReceiptError) {
            return try slip.document(texts + block, opensDrawer: false, cuts: false)
        } catch {
            // A roll must not stop at a code: what it says stands below it in letters, and needles draw none.
            let letters = block.filter { if case .code = $0 { false } else { true } }
            guard letters.count < block.count else { throw error }
            return try slip.document(texts + letters, opensDrawer: false, cuts: false)
        }
    }

    /// Lists the characters of a slip that become boxes because no font has them: worth a line in a log.
    package func boxes(in content: SlipContent) -> [Unicode.Scalar] {
        slip.boxes(in: setter.lines(for: content))
    }

    /// Writes a slip as plain text of the printer's columns.
    package func text(for content: SlipContent) -> String {
        TextSlip(columns: setter.columns).text(setter.lines(for: content))
    }

    /// Writes a receipt as plain text of the printer's columns.
    package func text(for receipt: Receipt, payBefore: Timestamp? = nil) -> String {
        text(for: SlipContent(receipt, payBefore: payBefore))
    }

    /// Draws what the stream prints.
    ///
    /// - Throws: ``ReceiptError``.
    package func bitmap(for content: SlipContent) throws(ReceiptError) -> Bitmap {
        let document = try document(for: content)
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
    package func png(for content: SlipContent) throws(ReceiptError) -> [UInt8] {
        let bitmap = try bitmap(for: content)
        do {
            return try PNG.encode(bitmap)
        } catch {
            throw .picture(error)
        }
    }

    /// Draws what the stream of a receipt prints as a PNG file.
    ///
    /// - Throws: ``ReceiptError``.
    package func png(
        for receipt: Receipt, payBefore: Timestamp? = nil
    ) throws(ReceiptError) -> [UInt8] {
        try png(for: SlipContent(receipt, payBefore: payBefore))
    }

    /// The printer as far as paper shows it, for previews of its streams.
    package var machine: EscPosPaper.Machine {
        let unitsPerDot = max(profile.print.verticalUnit / profile.print.dpi, 1)
        let columns = profile.image.columns
        // Of needles, a unit is a dot here, and a row is two of them.
        let dotsOfRow = columns.mode < 32 ? profile.print.verticalUnit / unitsPerDot / columns.down : 3
        let isOfNeedles = !profile.image.isSquare && columns.mode < 32 && !profile.image.modes.contains(.raster)
        let letters = isOfNeedles ? CellFont(font, cellHeight: profile.cell.height * dotsOfRow) : font
        return EscPosPaper.Machine(
            width: profile.dots(paper: paper), font: letters, pages: EscPosSlip.pages(of: profile),
            multiByte: EscPosSlip.multiByte(of: profile), lineSpacing: profile.print.lineSpacingDots,
            unitsPerDot: unitsPerDot, bladeDots: profile.print.bladeDots, dotsOfEightRow: dotsOfRow)
    }
}

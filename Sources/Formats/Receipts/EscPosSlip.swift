// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import EscPos
import Raster

/// Writes the lines of a slip as an ESC/POS stream.
struct EscPosSlip {
    private let profile: PrinterProfile
    private let width: Int
    private let columns: Int
    /// The dots of pictures and what draws letters with them; nil for a printer without pictures.
    private let drawing: (grid: DotGrid, pen: LinePen)?
    private let pages: [EscPosPage]
    private let multiByte: MultiByteSet?
    private let text: EscPosText
    private let logo: Bitmap?

    /// Lines that are fed where no blade is, so that the slip can be torn off below its end.
    private static let linesToTear = 4

    /// Takes a printer, its roll, the fonts for what the printer lacks, and the shop's logo.
    init(profile: PrinterProfile, paper: Int?, setter: TypeSetter, logo: Bitmap? = nil) {
        self.profile = profile
        self.logo = logo
        width = profile.dots(paper: paper)
        columns = profile.columns(paper: paper)
        let columns = columns
        drawing = DotGrid(profile, paper: paper).map { grid in
            (grid, LinePen(grid: grid, columns: columns, setter: setter))
        }
        pages = Self.pages(of: profile)
        multiByte = Self.multiByte(of: profile)
        text = EscPosText(pages: pages, multiByte: multiByte)
    }

    /// The tables of a printer that can be written.
    static func pages(of profile: PrinterProfile) -> [EscPosPage] {
        profile.text.pages.compactMap { table in
            CodePage(rawValue: table.name).map { EscPosPage(number: table.number, page: $0) }
        }
    }

    /// The set of East Asia that a printer was built with.
    static func multiByte(of profile: PrinterProfile) -> MultiByteSet? {
        MultiByteSet(rawValue: profile.text.kanji.rawValue)
    }

    /// Writes a stream.
    ///
    /// - Parameters:
    ///   - lines: what it says.
    ///   - opensDrawer: whether the drawer opens, once.
    ///   - cuts: whether it ends with a cut, or a feed where no blade is.
    func document(
        _ lines: [SlipLine], opensDrawer: Bool, cuts: Bool = true
    ) throws(ReceiptError) -> EscPosDocument {
        var encoder = EscPosEncoder(
            pages: pages, multiByte: multiByte, mostRows: profile.image.maxRows,
            mostBytes: profile.image.maxBytes)
        encoder.initialise(
            lineSpacing: profile.lineSpacingUnits, tellsChanges: profile.status.asb)
        // However often a layout names the drawer, it opens once.
        var mayOpen = opensDrawer
        for line in lines { try write(line, to: &encoder, mayOpen: &mayOpen) }
        if cuts, lines.last != .cut { cut(&encoder) }
        if mayOpen { openDrawer(&encoder) }
        return encoder.finish()
    }

    /// The characters of lines that nothing can set, which become boxes.
    func boxes(in lines: [SlipLine]) -> [Unicode.Scalar] {
        lines.flatMap { line -> [Unicode.Scalar] in
            guard case .text(let text, _, _, _) = line, !self.text.canEncode(text) else { return [] }
            if let drawing { return drawing.pen.boxes(in: text) }
            return text.filter { plainest($0) == nil }.flatMap(\.unicodeScalars)
        }
    }

    private func cut(_ encoder: inout EscPosEncoder) {
        let isFull = profile.mechanism.cutter == .full
        switch (profile.mechanism.cutter, profile.mechanism.cutCommand) {
        case (.none, _): encoder.feed(lines: Self.linesToTear)
        case (_, .gsV): encoder.cut(full: isFull)
        case (_, .escI):
            encoder.feed(units: profile.print.bladeDots * profile.print.verticalUnit / profile.print.dpi)
            encoder.cutHere(full: isFull)
        }
    }

    private func openDrawer(_ encoder: inout EscPosEncoder) {
        guard let pin = profile.mechanism.drawerPins.first else { return }
        encoder.openDrawer(
            pin: pin, on: profile.mechanism.pulseOnMs, off: profile.mechanism.pulseOffMs)
    }

    private func write(
        _ line: SlipLine, to encoder: inout EscPosEncoder, mayOpen: inout Bool
    ) throws(ReceiptError) {
        switch line {
        case .blank: encoder.endLine()
        case .rule:
            guard let drawing, drawing.grid.way == .raster else {
                // In columns a line across the paper is as long to send as a line of characters is short.
                let hyphens = String(repeating: "-", count: columns)
                return try write(hyphens, indent: 0, size: .normal, bold: false, to: &encoder)
            }
            try picture(drawing.pen.rule(), .text, to: &encoder)
        case .code(let payload, let isNeeded): try code(payload, isNeeded: isNeeded, to: &encoder)
        case .logo: try printLogo(to: &encoder)
        case .barCode(let code): barCode(code, to: &encoder)
        case .feed(let lines): encoder.feed(lines: lines)
        case .cut: cut(&encoder)
        case .drawer:
            if mayOpen { openDrawer(&encoder) }
            mayOpen = false
        case .buzzer(let times):
            switch profile.mechanism.buzzer {
            case .none: break
            case .escA: encoder.beepUnit(times: times)
            case .escB: encoder.beep(times: times)
            }
        case .text(let text, let indent, let size, let bold):
            try write(text, indent: indent, size: size, bold: bold, to: &encoder)
        }
    }

    private func write(
        _ text: String, indent: Int, size: SlipSize, bold: Bool, to encoder: inout EscPosEncoder
    ) throws(ReceiptError) {
        var letters = text
        if !self.text.canEncode(text) {
            if let drawing {
                if let mode = drawing.grid.inLine, size == .normal, !TextScript.needsDrawing(text) {
                    return try mixed(text, indent: indent, bold: bold, mode, drawing.pen, to: &encoder)
                }
                let line = try drawing.pen.drawn(text, indent: indent, size: size, bold: bold)
                return try picture(line, .text, to: &encoder)
            }
            letters = plainest(text)
        }
        let style = EscPosStyle(
            bold: bold, size: EscPosSize(width: size.widthFactor, height: size.heightFactor))
        do {
            // Spaces centre exactly and on every printer; they are of normal width, so that a large
            // line can begin at any column.
            try encoder.write(String(repeating: " ", count: indent))
            try encoder.line(letters, style)
        } catch {
            throw .stream(error)
        }
    }

    /// Writes a line of the printer's own characters, and those that it lacks as columns between them.
    private func mixed(
        _ text: String, indent: Int, bold: Bool, _ mode: ColumnMode, _ pen: LinePen, to encoder: inout EscPosEncoder
    ) throws(ReceiptError) {
        var rest = text[...]
        var indent = String(repeating: " ", count: indent)
        while let character = rest.first {
            let prints = self.text.canEncode(String(character))
            let run = rest.prefix { self.text.canEncode(String($0)) == prints }
            rest = rest[run.endIndex...]
            // What takes no cell would push what follows out of its own.
            let isDrawn = !prints && CellWidth.of(run) > 0
            let picture = try isDrawn ? pen.drawn(String(run), indent: 0, size: .normal, bold: bold).bitmap : nil
            do {
                try encoder.write(indent)
                indent = ""
                if prints { try encoder.write(String(run), EscPosStyle(bold: bold)) }
                if let picture { try encoder.write(picture, mode: mode) }
            } catch {
                throw .stream(error)
            }
        }
        encoder.endLine()
    }

    /// What a printer that draws nothing can set: letters without accents, and a box for the rest.
    private func plainest(_ text: String) -> String {
        let box: Character = self.text.canEncode("\u{25A0}") ? "\u{25A0}" : "#"
        return String(text.map { plainest($0) ?? box })
    }

    /// A character, or its base letter, as far as the printer has one of them.
    private func plainest(_ character: Character) -> Character? {
        if text.canEncode(String(character)) { return character }
        return LookAlike.base(of: character).flatMap { text.canEncode(String($0)) ? $0 : nil }
    }

    /// Prints the shop's logo in the middle.
    private func printLogo(to encoder: inout EscPosEncoder) throws(ReceiptError) {
        guard let logo, let drawing, drawing.grid.isSquare, logo.width <= drawing.grid.width else { return }
        let left = (drawing.grid.width - logo.width) / 2
        var row = try drawing.pen.bitmap(width: left + logo.width, height: logo.height)
        row.blit(logo, x: left, y: 0)
        try picture((row, false), .logo, to: &encoder)
        encoder.endLine()
    }

    /// Prints a bar code; one that is wider than the paper would feed and print nothing.
    private func barCode(_ code: BarCode, to encoder: inout EscPosEncoder) {
        guard let module = try? code.moduleDots(fitting: width) else { return }
        encoder.barCode(code, moduleDots: module)
    }

    /// What a picture is of, which says what may be done to it.
    private enum Subject { case text, logo, code }

    private func picture(
        _ picture: LinePen.Picture, _ subject: Subject, alignment: EscPosAlignment = .left,
        to encoder: inout EscPosEncoder
    ) throws(ReceiptError) {
        guard let drawing else { throw .noPictures(profile: profile.id) }
        do {
            switch drawing.grid.way {
            case .raster:
                let units = RowUnits(unitsPerInch: profile.print.verticalUnit, rowsPerInch: profile.print.dpi)
                try encoder.raster(
                    picture.bitmap, doubled: picture.isDoubled, exact: subject == .code, alignment: alignment,
                    feeding: subject == .text ? units : nil)
            case .columns(let mode, let units):
                try encoder.columns(
                    picture.bitmap, mode: mode, units: units, exact: subject == .code, alignment: alignment,
                    spaceColumns: drawing.grid.inLine == nil ? nil : drawing.grid.cellWidth)
            }
        } catch {
            throw .stream(error)
        }
    }
}

extension EscPosSlip {
    /// Modules that a printer's own code may have more than ours, because it packs text worse.
    private static let spareModules = 8
    private static let border = 4

    /// Prints a code, or its text where it is too long to be read and the slip is right without it.
    private func code(
        _ payload: String, isNeeded: Bool, to encoder: inout EscPosEncoder
    ) throws(ReceiptError) {
        do {
            try code(payload, to: &encoder)
        } catch {
            guard !isNeeded else { throw error }
            for line in SlipText.chunks(of: SlipText.clean(payload), cells: columns) {
                try write(line, indent: 0, size: .normal, bold: false, to: &encoder)
            }
        }
    }

    private func code(_ payload: String, to encoder: inout EscPosEncoder) throws(ReceiptError) {
        if profile.qr.mode == .native, profile.qr.native, try native(payload, to: &encoder) { return }
        guard let grid = drawing?.grid else { throw .noPictures(profile: profile.id) }
        let code = try PaperCode(
            payload: payload, width: grid.width, dpi: grid.across, down: grid.down, mayDouble: grid.mayDouble,
            isIndented: !profile.image.aligns)
        try picture(
            (code.picture, code.isDoubled), .code, alignment: profile.image.aligns ? .centre : .left, to: &encoder)
    }

    /// Has the printer make the code itself, if it is sure to fit.
    private func native(_ payload: String, to encoder: inout EscPosEncoder) throws(ReceiptError) -> Bool {
        let matrix: QRMatrix
        do {
            matrix = try QRMatrix(text: payload, level: .m, boost: false)
        } catch {
            throw .code(error)
        }
        let most = width / (matrix.size + 2 * Self.border + Self.spareModules)
        let dots = min((profile.print.dpi * 75 + 1270) / 2540, most)
        guard dots >= 4 else { return false }
        let quiet = Self.border * dots * profile.print.verticalUnit / max(profile.print.dpi, 1)
        do {
            var trial = encoder
            trial.feed(units: quiet)
            try trial.nativeCode(payload, level: .m, moduleDots: dots, longest: profile.qr.nativeMax)
            trial.feed(units: quiet)
            encoder = trial
            return true
        } catch {
            // What the printer cannot make is made here.
            return false
        }
    }
}

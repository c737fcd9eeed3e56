// SPDX-License-Identifier: Apache-2.0

import DeviceProfiles
import EscPos
import Raster

/// Writes the lines of a slip as an ESC/POS stream.
struct EscPosSlip {
    private let profile: PrinterProfile
    private let width: Int
    private let columns: Int
    private let font: CellFont
    private let text: EscPosText

    /// Lines that are fed where no blade is, so that the slip can be torn off below its end.
    private static let linesToTear = 4

    /// Takes a printer, its roll and the letters for what the printer lacks.
    init(profile: PrinterProfile, paper: Int?, font: CellFont) {
        self.profile = profile
        self.font = font
        width = profile.dots(paper: paper)
        columns = profile.columns(paper: paper)
        text = EscPosText(pages: Self.pages(of: profile))
    }

    /// The tables of a printer that can be written.
    static func pages(of profile: PrinterProfile) -> [EscPosPage] {
        profile.text.pages.compactMap { table in
            CodePage(rawValue: table.name).map { EscPosPage(number: table.number, page: $0) }
        }
    }

    /// Writes a stream.
    func document(_ lines: [SlipLine], opensDrawer: Bool) throws(ReceiptError) -> EscPosDocument {
        var encoder = EscPosEncoder(
            pages: Self.pages(of: profile), mostRows: profile.image.maxRows,
            mostBytes: profile.image.maxBytes)
        encoder.initialise(
            lineSpacing: profile.lineSpacingUnits, tellsChanges: profile.status.asb)
        for line in lines { try write(line, to: &encoder) }
        finish(&encoder, opensDrawer: opensDrawer)
        return encoder.finish()
    }

    private func finish(_ encoder: inout EscPosEncoder, opensDrawer: Bool) {
        switch profile.mechanism.cutter {
        case .none: encoder.feed(lines: Self.linesToTear)
        case .partial, .both: encoder.cut()
        case .full: encoder.cut(full: true)
        }
        if opensDrawer, let pin = profile.mechanism.drawerPins.first {
            encoder.openDrawer(
                pin: pin, on: profile.mechanism.pulseOnMs, off: profile.mechanism.pulseOffMs)
        }
    }

    private func write(_ line: SlipLine, to encoder: inout EscPosEncoder) throws(ReceiptError) {
        switch line {
        case .blank: encoder.endLine()
        case .rule: try picture(rule(), exact: false, to: &encoder)
        case .code(let payload):
            let code = try PaperCode(
                payload: payload, width: width, dpi: profile.print.dpi, mayDouble: profile.image.doubling)
            try picture((code.picture, code.isDoubled), exact: true, to: &encoder)
        case .text(let text, let indent, let size, let bold):
            guard self.text.canEncode(text) else {
                try picture(drawn(text, indent: indent, size: size, bold: bold), exact: false, to: &encoder)
                return
            }
            try write(text, indent: indent, size: size, bold: bold, to: &encoder)
        }
    }

    private func write(
        _ text: String, indent: Int, size: SlipSize, bold: Bool, to encoder: inout EscPosEncoder
    ) throws(ReceiptError) {
        let style = EscPosStyle(
            bold: bold, size: EscPosSize(width: size.widthFactor, height: size.heightFactor))
        do {
            // Spaces centre exactly and on every printer; they are of normal width, so that a large
            // line can begin at any column.
            try encoder.write(String(repeating: " ", count: indent))
            try encoder.line(text, style)
        } catch {
            throw .stream(error)
        }
    }

    private typealias Picture = (bitmap: Bitmap, isDoubled: Bool)

    private func picture(
        _ picture: Picture, exact: Bool, to encoder: inout EscPosEncoder
    ) throws(ReceiptError) {
        guard profile.image.modes.contains(.raster) else { throw .noPictures(profile: profile.id) }
        do {
            try encoder.raster(picture.bitmap, doubled: picture.isDoubled, exact: exact)
        } catch {
            throw .stream(error)
        }
    }

    /// A line across the paper, two dots thick, in the middle of white.
    private func rule() throws(ReceiptError) -> Picture {
        let scale = profile.image.doubling ? 2 : 1
        var bitmap = try bitmap(width: columns * font.cellWidth / scale, height: 18 / scale)
        bitmap.fill(
            PixelRect(x: 0, y: 8 / scale, width: bitmap.width, height: 2 / scale))
        return (bitmap, scale == 2)
    }

    /// A line of text as a picture, its characters in the cells of the printer's own grid.
    private func drawn(
        _ text: String, indent: Int, size: SlipSize, bold: Bool
    ) throws(ReceiptError) -> Picture {
        let isDoubled = size == .large && profile.image.doubling
        let across = isDoubled ? 1 : size.widthFactor
        let down = isDoubled ? 1 : size.heightFactor
        let left = indent * font.cellWidth / (isDoubled ? 2 : 1)
        // As high as the printer's own line of this size, so that pictures and letters mix evenly.
        let height = max(font.cellHeight, profile.print.lineSpacingDots / size.heightFactor)
        var line = try bitmap(width: CellWidth.of(text) * font.cellWidth, height: height)
        var x = 0
        for character in text {
            let cells = CellWidth.of(character)
            font.draw(character, cells: cells, on: &line, x: x, y: 0, bold: bold)
            x += cells * font.cellWidth
        }
        let bitmap = try scaled(line, across: across, down: down, left: left)
        return (bitmap, isDoubled)
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

    private func bitmap(width: Int, height: Int) throws(ReceiptError) -> Bitmap {
        do {
            return try Bitmap(width: width, height: height)
        } catch {
            throw .picture(error)
        }
    }
}

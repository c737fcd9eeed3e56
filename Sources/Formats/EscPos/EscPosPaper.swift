// SPDX-License-Identifier: Apache-2.0

package import Raster

/// Prints an ESC/POS stream on a picture instead of paper, for previews and tests.
///
/// It lays lines, pictures and feeds as a line printer does: text on a grid of cells, wrapped at the
/// edge, a line as high as its highest character and never less than the line spacing.
package struct EscPosPaper: Sendable {
    /// What a printer is, as far as paper shows it.
    package struct Machine: Sendable {
        /// Dots of a row.
        package var width: Int
        /// The characters of the built-in font and their cell.
        package var font: CellFont
        /// The tables by the printer's number.
        package var pages: [EscPosPage]
        /// The set of characters of East Asia that it was built with.
        package var multiByte: MultiByteSet?
        /// The height of a line after a reset, in dots.
        package var lineSpacing: Int
        /// Motion units a dot in the vertical direction, 1 or 2.
        package var unitsPerDot: Int
        /// From the head to the blade, in dots.
        package var bladeDots: Int
        /// The height of a row of pictures in columns of eight rows, in dots: 3 on thermal heads.
        package var dotsOfEightRow: Int

        /// Describes a printer.
        package init(
            width: Int, font: CellFont, pages: [EscPosPage], multiByte: MultiByteSet? = nil,
            lineSpacing: Int = 30, unitsPerDot: Int = 1, bladeDots: Int = 0, dotsOfEightRow: Int = 3
        ) {
            self.width = min(max(width, 8), 4096)
            self.font = font
            self.pages = pages
            self.multiByte = multiByte
            self.lineSpacing = max(lineSpacing, 1)
            self.unitsPerDot = max(unitsPerDot, 1)
            self.bladeDots = max(bladeDots, 0)
            self.dotsOfEightRow = min(max(dotsOfEightRow, 1), 8)
        }
    }

    /// One character of a line and where it stands.
    struct Glyph {
        var character: Character
        var cells: Int
        var style: EscPosStyle
        var x: Int
        var width: Int
    }

    /// Columns of dots in a line and where they stand.
    struct Strip {
        var columns: EscPosColumns
        var x: Int
        /// The size of one of its dots.
        var dot: (width: Int, height: Int)

        var height: Int { columns.mode.rows * dot.height }
    }

    /// What lies on one stretch of the paper.
    enum Band {
        case line([Glyph], [Strip], shift: Int, height: Int)
        case raster(EscPosRaster, x: Int)
        case bars([Int], x: Int, height: Int)
        case code(QRMatrix, x: Int, moduleDots: Int)
        case cut
    }

    /// What printed it.
    let machine: Machine
    private var reader = EscPosReader()
    /// The stretches from the top and the rows where they begin.
    private(set) var bands: [(band: Band, y: Int)] = []
    private var height = 0
    private var line: [Glyph] = []
    private var strips: [Strip] = []
    private var pen = 0
    private var style = EscPosStyle.plain
    private var isMultiByte = false
    private var multiByteSize = EscPosSize.normal
    private var symbols = SymbolSettings()
    private var alignment = EscPosAlignment.left
    private var page: CodePage?
    private var spacing: Int

    /// The rows at which the paper was cut.
    package private(set) var cuts: [Int] = []
    /// The characters of each line that was printed, without their places.
    package private(set) var lines: [String] = []
    /// How often the drawer was opened.
    package private(set) var drawerPulses = 0
    /// How often it beeped.
    package private(set) var beeps = 0
    /// What a careful printer would have objected to, in the order of the stream.
    package private(set) var complaints: [String] = []

    /// The most rows that are kept, about eight metres of paper.
    package static let mostRows = 60_000

    /// Puts a new roll into a printer.
    package init(_ machine: Machine) {
        self.machine = machine
        spacing = machine.lineSpacing
        page = machine.pages.first { $0.number == 0 }?.page
        isMultiByte = machine.multiByte != nil
    }

    /// Prints bytes; commands may be torn between two calls.
    package mutating func print(_ bytes: [UInt8]) {
        for command in reader.read(bytes) { obey(command) }
    }

    /// How many rows have been printed so far.
    package var rows: Int { height }

    /// The paper so far.
    ///
    /// - Throws: ``RasterError/impossibleSize(width:height:)`` if nothing was printed.
    package func bitmap() throws(RasterError) -> Bitmap {
        var bitmap = try Bitmap(width: machine.width, height: height)
        for (band, y) in bands { draw(band, at: y, on: &bitmap) }
        return bitmap
    }

    private mutating func obey(_ command: EscPosCommand) {
        switch command {
        case .text(let bytes): write(bytes)
        case .lineFeed: endLine(atLeast: spacing)
        case .initialise: reset()
        case .alignment(let wanted): if atLineStart("alignment") { alignment = wanted }
        case .bold(let isOn): style.bold = isOn
        case .size(let size): style.size = size
        case .printMode(let mode): style = Self.style(ofMode: mode)
        case .codePage(let number): select(number)
        case .lineSpacing(let units): spacing = units.map { Int($0) / machine.unitsPerDot } ?? machine.lineSpacing
        case .feedUnits(let units): endLine(atLeast: 0); feed(Int(units) / machine.unitsPerDot)
        case .feedLines(let count): endLine(atLeast: 0); feed(Int(count) * spacing)
        case .cut(_, let feeds): if atLineStart("cut") { cut(feeds: feeds) }
        case .drawer: drawerPulses += 1
        case .raster(let raster): if atLineStart("raster") { place(raster) }
        case .columns(let columns): place(columns)
        case .barCode(let number, let bytes):
            if atLineStart("bar code") { place(BarCode(number: number, bytes: bytes)) }
        case .multiByte(let isOn): isMultiByte = isOn && machine.multiByte != nil
        case .other(let bytes): obey(bytes)
        case .unknown(let bytes): complaints.append("unknown bytes \(bytes)")
        case .null, .carriageReturn, .tab, .underline, .font, .inverse, .internationalSet,
            .automaticStatus, .orderedStatus, .processID, .realTimeStatus, .realTimeRecovery,
            .clearBuffers:
            break
        }
    }

    private mutating func reset() {
        line = []
        strips = []
        pen = 0
        style = .plain
        alignment = .left
        spacing = machine.lineSpacing
        symbols = SymbolSettings()
        multiByteSize = .normal
        // A reset switches the characters of East Asia on again.
        isMultiByte = machine.multiByte != nil
        select(0)
    }

    /// Obeys what the reader only steps over.
    private mutating func obey(_ bytes: [UInt8]) {
        if bytes.count == 3, bytes.starts(with: [0x1C, 0x21]) {
            multiByteSize = EscPosSize(width: bytes[2] & 0x04 != 0 ? 2 : 1, height: bytes[2] & 0x08 != 0 ? 2 : 1)
        }
        if bytes.starts(with: [0x1B, 0x42]) || bytes.starts(with: [0x1B, 0x28, 0x41]) { beeps += 1 }
        guard let printed = symbols.obey(bytes) else { return }
        guard atLineStart("code") else { return }
        guard let code = printed.code, code.size * printed.moduleDots <= machine.width else {
            complaints.append("a code that does not fit prints nothing")
            return
        }
        let side = code.size * printed.moduleDots
        add(.code(code, x: left(of: side), moduleDots: printed.moduleDots), rows: side)
    }

    private mutating func place(_ code: BarCode?) {
        let widths = code?.widths(moduleDots: symbols.barDots) ?? []
        let width = widths.reduce(0, +)
        guard width > 0, width <= machine.width else {
            complaints.append("a bar code that does not fit prints nothing")
            return
        }
        add(.bars(widths, x: left(of: width), height: symbols.barHeight), rows: symbols.barHeight)
    }

    /// Where something begins that is so many dots wide.
    private func left(of dots: Int) -> Int {
        let free = max(machine.width - dots, 0)
        return alignment == .left ? 0 : alignment == .centre ? free / 2 : free
    }

    private mutating func select(_ number: UInt8) {
        page = machine.pages.first { $0.number == number }?.page
        if page == nil, number != 0 { complaints.append("no table \(number)") }
    }

    private mutating func atLineStart(_ what: String) -> Bool {
        let isStart = line.isEmpty && strips.isEmpty
        if !isStart { complaints.append("\(what) in the middle of a line") }
        return isStart
    }

    private mutating func write(_ bytes: [UInt8]) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if isMultiByte, byte >= 0x80, let set = machine.multiByte {
                var code = UInt16(byte)
                if set.isLead(byte) {
                    guard index < bytes.count, set.isTrail(bytes[index]) else {
                        complaints.append("half a character")
                        continue
                    }
                    code = code << 8 | UInt16(bytes[index])
                    index += 1
                }
                if multiByteSize != style.size { complaints.append("a wide character has a size of its own") }
                place(set.character(of: code) ?? "\u{FFFD}", cells: code > 0xFF ? 2 : 1)
                continue
            }
            let ascii = (0x20...0x7E).contains(byte) ? Character(Unicode.Scalar(byte)) : nil
            place(ascii ?? page?.character(for: byte) ?? "\u{FFFD}", cells: 1)
        }
    }

    private mutating func place(_ character: Character, cells: Int) {
        let width = machine.font.cellWidth * style.size.width * cells
        if pen + width > machine.width {
            complaints.append("a line is too long")
            endLine(atLeast: spacing)
        }
        line.append(Glyph(character: character, cells: cells, style: style, x: pen, width: width))
        pen += width
    }

    private mutating func endLine(atLeast least: Int) {
        let tallest = max(
            line.map { machine.font.cellHeight * $0.style.size.height }.max() ?? 0, strips.map(\.height).max() ?? 0)
        let free = machine.width - pen
        let shift =
            switch alignment {
            case .left: 0
            case .centre: free / 2
            case .right: free
            }
        if !line.isEmpty || !strips.isEmpty {
            if !line.isEmpty { lines.append(String(line.map(\.character))) }
            add(.line(line, strips, shift: shift, height: tallest), rows: max(least, tallest))
        } else {
            if least > 0 { lines.append("") }
            feed(least)
        }
        line = []
        strips = []
        pen = 0
    }

    private mutating func place(_ columns: EscPosColumns) {
        if RealTimeSequence.first(in: columns.command) != nil {
            complaints.append("a picture holds bytes that are obeyed")
        }
        let mode = columns.mode
        let strip = Strip(
            columns: columns, x: pen, dot: (mode.dotsAcross, mode.rows == 8 ? machine.dotsOfEightRow : 1))
        pen += columns.count * strip.dot.width
        if pen > machine.width {
            // What is beyond the edge is ignored, and the line goes on there.
            complaints.append("a picture is too wide")
            pen = machine.width
        }
        strips.append(strip)
    }

    private mutating func place(_ raster: EscPosRaster) {
        if RealTimeSequence.first(in: raster.bytes) != nil {
            complaints.append("a picture holds bytes that are obeyed")
        }
        let dots = raster.bytesPerRow * 8 * (raster.doubleWidth ? 2 : 1)
        add(.raster(raster, x: left(of: dots)), rows: raster.rows * (raster.doubleHeight ? 2 : 1))
    }

    private mutating func cut(feeds: Bool) {
        feed(feeds ? machine.bladeDots : 0)
        cuts.append(height)
        add(.cut, rows: 0)
    }

    private mutating func feed(_ rows: Int) { height = min(height + max(rows, 0), Self.mostRows) }

    private mutating func add(_ band: Band, rows: Int) {
        guard height + rows <= Self.mostRows else { return }
        bands.append((band, height))
        feed(rows)
    }

    private static func style(ofMode mode: UInt8) -> EscPosStyle {
        EscPosStyle(
            bold: mode & 0x08 != 0,
            size: EscPosSize(width: mode & 0x20 != 0 ? 2 : 1, height: mode & 0x10 != 0 ? 2 : 1))
    }
}

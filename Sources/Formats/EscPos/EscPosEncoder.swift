// SPDX-License-Identifier: Apache-2.0

package import Raster

/// Writes an ESC/POS stream step by step.
///
/// It keeps the rules that printers do not forgive: settings that count only at the start of a line
/// are sent there, commands are never torn across segments, and nothing is left in the line buffer.
package struct EscPosEncoder: Sendable {
    private var segments: [[UInt8]] = []
    private var segment: [UInt8] = []
    private var preamble: [UInt8] = []
    private var isAtLineStart = true
    private var style = EscPosStyle.plain
    private var alignment = EscPosAlignment.left
    private var wantedAlignment = EscPosAlignment.left
    private var text: EscPosText
    private var barCodeDots: (module: Int, height: Int)?
    /// Units of white that are fed with the next command.
    private var looseUnits = 0
    /// The command for the height of lines of text.
    private(set) var usualSpacing: [UInt8] = [0x1B, 0x32]
    private let mostRows: Int
    private let mostBytes: Int

    /// Starts a stream.
    ///
    /// - Parameters:
    ///   - pages: the printer's numbers of the tables it has, in order of preference.
    ///   - multiByte: the set of characters of East Asia that it was built with.
    ///   - mostRows: the rows of one raster command; never more than the limit of all streams.
    ///   - mostBytes: the bytes of one raster command; never more than the limit of all streams.
    package init(
        pages: [EscPosPage], multiByte: MultiByteSet? = nil, mostRows: Int = EscPosLimits.rasterRows,
        mostBytes: Int = EscPosLimits.segmentBytes
    ) {
        text = EscPosText(pages: pages, multiByte: multiByte)
        self.mostRows = min(max(mostRows, 1), EscPosLimits.rasterRows)
        self.mostBytes = min(mostBytes, EscPosLimits.segmentBytes)
    }

    /// Writes what puts a printer into a known state.
    ///
    /// Two-byte characters are switched off right after the reset, which switches them on in
    /// printers with Chinese fonts.
    /// - Parameters:
    ///   - lineSpacing: the height of a line in the printer's motion units, 0 to 255.
    ///   - tellsChanges: whether the printer is asked to tell by itself when its state changes.
    ///   - muzzlesPulses: whether drawer and power-off sequences are to be ignored in data.
    package mutating func initialise(
        lineSpacing: Int? = nil, tellsChanges: Bool = false, muzzlesPulses: Bool = false
    ) {
        preamble = [0x1B, 0x40, 0x1C, 0x2E, 0x1B, 0x52, 0x00]
        preamble += text.selectFirst()
        if let lineSpacing {
            usualSpacing = [0x1B, 0x33, UInt8(min(max(lineSpacing, 0), 255))]
            preamble += usualSpacing
        }
        if muzzlesPulses {
            preamble += [0x1D, 0x28, 0x44, 0x05, 0x00, 0x14, 0x01, 0x00, 0x02, 0x00]
        }
        if tellsChanges { preamble += [0x1D, 0x61, 0xFF] }
    }

    /// Chooses where the following lines stand; it takes effect at the next start of a line.
    package mutating func align(_ alignment: EscPosAlignment) {
        wantedAlignment = alignment
    }

    /// Writes characters without ending the line.
    ///
    /// - Throws: ``EscPosError/notInAnyPage(_:)``; nothing has been written then.
    package mutating func write(
        _ string: String, _ style: EscPosStyle = .plain
    ) throws(EscPosError) {
        guard !string.isEmpty else { return }
        let encoded = try text.encoded(string, size: style.size)
        lineStart()
        set(style)
        append(encoded)
        isAtLineStart = false
    }

    /// Writes a line of characters and prints it.
    ///
    /// - Throws: ``EscPosError/notInAnyPage(_:)``; nothing has been written then.
    package mutating func line(
        _ string: String, _ style: EscPosStyle = .plain
    ) throws(EscPosError) {
        try write(string, style)
        endLine()
    }

    /// Ends the line that is being written; an empty line feeds the paper by one.
    package mutating func endLine() {
        append([0x0A])
        isAtLineStart = true
    }

    /// Prints a picture, split into strips; what stands in the line is printed before.
    ///
    /// - Parameters:
    ///   - picture: what is printed from the left edge; white on the right costs nothing.
    ///   - doubled: whether each dot is printed as two by two.
    ///   - exact: whether no dot may change, as in a payment code.
    ///   - alignment: where it stands, on printers that align pictures; all others ignore it.
    ///   - feeding: how white rows above and below are fed instead of sent, for pictures of text, where
    ///     a row more or less is not seen; nil sends them.
    /// - Throws: ``EscPosError``; nothing has been written then.
    package mutating func raster(
        _ picture: Bitmap, doubled: Bool = false, exact: Bool = false, alignment: EscPosAlignment = .left,
        feeding: RowUnits? = nil
    ) throws(EscPosError) {
        // Strips of several widths stand under each other only at the left edge.
        let feeding = exact || alignment != .left ? nil : feeding
        let strips = RasterStrips(
            picture, doubled: doubled, mostRows: mostRows, mostBytes: mostBytes, isText: feeding != nil)
        let pieces = try strips.pieces(exact: exact)
        finishLine()
        align(alignment)
        lineStart()
        for piece in pieces {
            switch piece {
            case .inked(let strip): append(strip.command)
            case .white(let rows):
                if let feeding {
                    feedLoosely(units: feeding.units(doubled ? 2 * rows : rows))
                } else {
                    for strip in strips.white(rows) { append(strip.command) }
                }
            }
        }
        align(.left)
    }

    /// Feeds motion units before the next command, together with those that are still to be fed.
    mutating func feedLoosely(units: Int) {
        finishLine()
        looseUnits += max(units, 0)
    }

    /// Writes spaces of the usual size.
    mutating func writePlainly(spaces: Int) {
        lineStart()
        set(.plain)
        append([UInt8](repeating: 0x20, count: spaces))
        isAtLineStart = false
    }

    /// Adds a command that prints nothing before the line ends.
    mutating func partOfLine(_ bytes: [UInt8]) {
        lineStart()
        append(bytes)
        isAtLineStart = false
    }

    /// Prints what stands in the line and feeds so many lines, 0 to 255.
    package mutating func feed(lines: Int) {
        append([0x1B, 0x64, UInt8(min(max(lines, 0), 255))])
        isAtLineStart = true
    }

    /// Feeds the paper to the blade and cuts.
    package mutating func cut(full: Bool = false) {
        finishLine()
        append([0x1D, 0x56, full ? 0x41 : 0x42, 0x00])
    }

    /// Cuts where the paper is, for printers that know no other command; feed to the blade first.
    ///
    /// Source: ESC i and ESC m, which the makers call obsolete.
    package mutating func cutHere(full: Bool = false) {
        finishLine()
        append([0x1B, full ? 0x69 : 0x6D])
    }

    /// Opens the drawer on pin 2 or 5 of the printer's drawer socket.
    ///
    /// - Parameters:
    ///   - on: how long the coil is driven, in milliseconds, 2 to 510.
    ///   - off: how long it rests, in milliseconds, 2 to 510.
    package mutating func openDrawer(pin: Int, on: Int = 100, off: Int = 500) {
        finishLine()
        func units(_ milliseconds: Int) -> UInt8 { UInt8(min(max(milliseconds / 2, 1), 255)) }
        append([0x1B, 0x70, pin == 5 ? 1 : 0, units(on), units(off)])
    }

    /// Finishes the stream.
    package consuming func finish() -> EscPosDocument {
        finishLine()
        set(.plain)
        feedLooseUnits()
        if !segment.isEmpty { segments.append(segment) }
        return EscPosDocument(preamble: preamble, segments: segments)
    }

    /// Adds a whole command that stands at the start of a line.
    mutating func command(_ bytes: [UInt8], aligned: EscPosAlignment? = nil) {
        finishLine()
        if let aligned {
            align(aligned)
            lineStart()
        }
        append(bytes)
    }

    /// Remembers what bar codes look like, and returns what has to be said about it.
    mutating func barCodes(module: Int, height: Int) -> [UInt8] {
        if let barCodeDots, barCodeDots == (module, height) { return [] }
        barCodeDots = (module, height)
        return [
            0x1D, 0x68, UInt8(min(max(height, 1), 255)), 0x1D, 0x77, UInt8(min(max(module, 1), 6)), 0x1D, 0x48, 0x00,
        ]
    }

    private mutating func finishLine() {
        if !isAtLineStart { endLine() }
    }

    private mutating func lineStart() {
        guard isAtLineStart, alignment != wantedAlignment else { return }
        alignment = wantedAlignment
        append([0x1B, 0x61, alignment.rawValue])
    }

    private mutating func set(_ wanted: EscPosStyle) {
        if wanted.size != style.size { append([0x1D, 0x21, wanted.size.parameter]) }
        if wanted.bold != style.bold { append([0x1B, 0x45, wanted.bold ? 1 : 0]) }
        style = wanted
    }

    /// Adds whole commands, or text, which may be torn anywhere.
    private mutating func append(_ bytes: [UInt8]) {
        feedLooseUnits()
        add(bytes)
    }

    private mutating func feedLooseUnits() {
        while looseUnits > 0 {
            let units = min(looseUnits, 255)
            looseUnits -= units
            add([0x1B, 0x4A, UInt8(units)])
        }
    }

    private mutating func add(_ bytes: [UInt8]) {
        if segment.count + bytes.count > EscPosLimits.segmentBytes, !segment.isEmpty {
            segments.append(segment)
            segment = []
        }
        segment += bytes
    }
}

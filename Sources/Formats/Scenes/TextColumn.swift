// SPDX-License-Identifier: Apache-2.0

import Raster

/// Sets lines of text below each other, as large as they should be or as they can be.
struct TextColumn {
    enum Alignment {
        case leading
        case center
    }

    enum Anchor {
        case top
        case middle
        case bottom
    }

    let type: TypeSetter
    let crisp: Bool
    var rect: PixelRect
    var alignment = Alignment.leading
    var anchor = Anchor.middle

    /// One row whose size is settled.
    private struct Row {
        let text: String
        let style: TextStyle
        let width: Int
        let color: Color
        let gap: Int
    }

    /// Draws the lines.
    ///
    /// All lines shrink together until they fit; then lines that are not required go, the last first.
    ///
    /// - Throws: ``SceneError/textDoesNotFit(text:width:height:)`` if a required line does not fit.
    func draw(_ lines: [TextLine], on surface: inout Surface) throws(SceneError) {
        let rows = try settle(lines.filter { !$0.text.isEmpty })
        let height = Self.height(of: rows)
        var y =
            switch anchor {
            case .top: rect.y
            case .middle: rect.y + (rect.height - height) / 2
            case .bottom: rect.bottom - height
            }
        for row in rows {
            y += row.gap
            let x = alignment == .leading ? rect.x : rect.x + (rect.width - row.width) / 2
            type.draw(row.text, on: &surface, x: x, baseline: y + row.style.ascent, style: row.style, color: row.color)
            y += row.style.lineHeight
        }
    }

    /// Tells how many pixels of height the lines take.
    ///
    /// - Throws: as drawing them does.
    func height(of lines: [TextLine]) throws(SceneError) -> Int {
        Self.height(of: try settle(lines.filter { !$0.text.isEmpty }))
    }

    /// The largest size, up to a preferred one, at which a line is no wider than the column.
    ///
    /// - Returns: nil if it is too wide even at its least size.
    func size(of text: String, preferred: Int, least: Int) -> Int? {
        let probe = max(least, min(preferred, 40))
        let width = type.measure(text, style: style(probe)).width
        var size = preferred
        if width > 0 { size = min(size, max(least, rect.width * probe / width + 1)) }
        while size >= least {
            if type.measure(text, style: style(size)).width <= rect.width { return size }
            size -= 1
        }
        return nil
    }

    private func style(_ size: Int) -> TextStyle {
        TextStyle(size: size, crisp: crisp)
    }

    private func settle(_ lines: [TextLine]) throws(SceneError) -> [Row] {
        var lines = lines
        while true {
            var problem: String?
            for step in 0..<14 {
                let (rows, misfit) = rows(of: lines, percent: 100 - 5 * step)
                if let rows, Self.height(of: rows) <= rect.height { return rows }
                problem = misfit
            }
            guard let last = lines.lastIndex(where: { !$0.isRequired }) else {
                throw .textDoesNotFit(
                    text: problem ?? lines.first?.text ?? "",
                    width: rect.width,
                    height: rect.height
                )
            }
            lines.remove(at: last)
        }
    }

    /// Settles the rows at a share of the preferred sizes, or names the required line that does not fit.
    private func rows(of lines: [TextLine], percent: Int) -> (rows: [Row]?, misfit: String?) {
        var fits: [(line: TextLine, rows: [String], size: Int)] = []
        for line in lines {
            let preferred = max(line.least, line.preferred * percent / 100)
            guard let texts = fitted(line, preferred: preferred) else {
                if line.isRequired { return (nil, line.text) }
                continue
            }
            fits.append((line, texts.rows, texts.size))
        }
        var rows: [Row] = []
        for (line, texts, size) in fits {
            // Lines of one kind have one size.
            let alike = fits.filter { $0.line.preferred == line.preferred && $0.size >= line.least }
            let style = style(alike.map(\.size).min() ?? size)
            for (index, text) in texts.enumerated() {
                rows.append(
                    Row(
                        text: text,
                        style: style,
                        width: type.measure(text, style: style).width,
                        color: line.color,
                        gap: index == 0 && !rows.isEmpty ? line.gap * percent / 100 : 0
                    )
                )
            }
        }
        return (rows, nil)
    }

    private func fitted(_ line: TextLine, preferred: Int) -> (rows: [String], size: Int)? {
        let whole = size(of: line.text, preferred: preferred, least: line.least)
        // Two rows of good size are better than one of small size.
        if let whole, whole * 4 >= preferred * 3 || line.overflow != .wrap { return ([line.text], whole) }
        switch line.overflow {
        case .refuse:
            return nil
        case .wrap:
            // Two rows down to three quarters of the size, then three rows, then smaller.
            let least = max(line.least, whole ?? 0)
            for (most, floor) in [(2, max(least, preferred * 3 / 4)), (3, least)] {
                var size = preferred
                while size >= floor {
                    if let rows = wrapped(line.text, size: size, most: most) { return (rows, size) }
                    size -= max(1, size / 20)
                }
            }
            return whole.map { ([line.text], $0) }
        case .ellipsis:
            return shortened(line.text, size: line.least).map { ([$0], line.least) }
        }
    }

    /// Breaks a text into rows of similar width: between its parts if that will do, else between words.
    private func wrapped(_ text: String, size: Int, most: Int) -> [String]? {
        let whole = type.measure(text, style: style(size)).width
        for pieces in [Self.pieces(of: text, onlyAfterStops: true), Self.pieces(of: text, onlyAfterStops: false)]
        where pieces.count > 1 {
            for count in 2...most {
                // The narrowest column that does with so many rows gives the evenest rows.
                var width = min(rect.width, max(1, whole / count))
                while true {
                    if let rows = broken(pieces, width: width, size: size, most: count) { return rows }
                    guard width < rect.width else { break }
                    width = min(rect.width, width + max(1, size / 3))
                }
            }
        }
        return nil
    }

    /// Fills rows with pieces; nil if they become more than a number of rows.
    private func broken(_ pieces: [String], width: Int, size: Int, most: Int) -> [String]? {
        var rows: [String] = []
        var row = ""
        for piece in pieces {
            if type.measure(Self.trimmed(row + piece), style: style(size)).width <= width {
                row += piece
                continue
            }
            if !row.isEmpty { rows.append(Self.trimmed(row)) }
            // The piece in hand needs a row as well.
            guard rows.count < most else { return nil }
            row = piece
            if type.measure(Self.trimmed(row), style: style(size)).width > width { return nil }
        }
        if !row.isEmpty { rows.append(Self.trimmed(row)) }
        return rows
    }

    private func shortened(_ text: String, size: Int) -> String? {
        var kept = text
        let dots = type.covers("…") ? "…" : "..."
        while !kept.isEmpty {
            kept.removeLast()
            let candidate = Self.trimmed(kept) + dots
            if type.measure(candidate, style: style(size)).width <= rect.width { return candidate }
        }
        return nil
    }

    /// Cuts where a row may end: after stops, after spaces, and after Chinese characters but not before
    /// their stops.
    private static func pieces(of text: String, onlyAfterStops: Bool) -> [String] {
        let wideStops = "，。！？、：；）"
        var pieces: [String] = []
        var piece = ""
        for character in text {
            if let last = piece.last, !wideStops.contains(character), character != " " {
                let isAfterStop =
                    wideStops.contains(last)
                    || (last == " " && piece.dropLast().last.map { ".,;!?".contains($0) } == true)
                if isAfterStop || (!onlyAfterStops && (last == " " || isWide(last))) {
                    pieces.append(piece)
                    piece = ""
                }
            }
            piece.append(character)
        }
        if !piece.isEmpty { pieces.append(piece) }
        return pieces
    }

    private static func isWide(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return false }
        return (0x2E80...0x9FFF).contains(scalar.value) || (0xAC00...0xD7AF).contains(scalar.value)
    }

    private static func trimmed(_ row: String) -> String {
        var row = row[...]
        while row.last == " " { row.removeLast() }
        while row.first == " " { row.removeFirst() }
        return String(row)
    }

    private static func height(of rows: [Row]) -> Int {
        rows.reduce(0) { $0 + $1.gap + $1.style.lineHeight }
    }
}

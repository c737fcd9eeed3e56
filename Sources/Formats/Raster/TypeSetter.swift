// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Sets lines of text with a list of fonts, and with a built-in set where no font helps.
///
/// Each character comes from the first font that has it, else from ``BuiltInFont``, else it becomes a
/// hollow box. Characters are set one after the other: right for Chinese, Japanese, Korean, Latin and
/// digits; scripts that need shaping are not. Letters and their marks become one character where there is
/// one, whichever way they are written.
///
/// FreeType must not be called from two threads at once, so a lock is held while characters are drawn
/// or looked up, and no longer: the pixels are set after it was given back.
package final class TypeSetter: Sendable {
    /// Bytes of drawn characters that are kept.
    package static let usualCacheLimit = 256 * 1024
    /// The file that has Chinese, Japanese, Korean, Latin, Cyrillic and Greek, where nothing else is said.
    package static let usualFonts = ["/usr/share/fonts/truetype/wqy/wqy-microhei.ttc#0"]
    /// The fewest pixels between two words.
    private static let leastBlank = 3
    /// The longest line, in characters; what comes after is not set.
    package static let characterLimit = 512

    /// Fonts that are not used, and why.
    package let problems: [FontProblem]

    private let engine: Mutex<FontEngine>

    /// Opens fonts.
    ///
    /// - Parameters:
    ///   - fonts: files as `path` or `path#index`, tried in order; those that cannot be opened are
    ///     listed in ``problems``.
    ///   - cacheLimit: bytes of drawn characters to keep.
    package init(fonts: [String] = [], cacheLimit: Int = TypeSetter.usualCacheLimit) {
        let opened = FontEngine(fonts: fonts, cacheLimit: cacheLimit)
        problems = opened.problems
        engine = Mutex(opened)
    }

    /// Bytes of drawn characters that are kept at this time.
    package var cachedBytes: Int { engine.withLock { $0.cachedBytes } }

    /// Lists the characters of a text that would become hollow boxes, each once.
    package func missing(in text: String) -> [Unicode.Scalar] {
        engine.withLock { engine in
            var missing: [Unicode.Scalar] = []
            for scalar in ComposedText.scalars(of: text, atMost: .max)
            where !Self.isInvisible(scalar) && !engine.has(scalar) && !missing.contains(scalar) {
                missing.append(scalar)
            }
            return missing
        }
    }

    /// Tells whether every character of a text can be drawn.
    package func covers(_ text: String) -> Bool {
        missing(in: text).isEmpty
    }

    /// Tells how much room a line takes.
    package func measure(_ text: String, style: TextStyle) -> TextExtent {
        let line = layOut(text, style: style)
        var left = Int.max
        var top = Int.max
        var right = Int.min
        var bottom = Int.min
        for (image, x) in line.glyphs where image.width > 0 && image.height > 0 {
            left = min(left, x + image.left)
            top = min(top, -image.top)
            right = max(right, x + image.left + image.width)
            bottom = max(bottom, image.height - image.top)
        }
        let ink =
            left <= right
            ? PixelRect(x: left, y: top, width: right - left, height: bottom - top)
            : PixelRect(x: 0, y: 0, width: 0, height: 0)
        return TextExtent(width: line.width, ink: ink)
    }

    /// Sets a line on a picture; what lies outside is left out.
    ///
    /// - Parameters:
    ///   - text: the line.
    ///   - surface: where it goes.
    ///   - x: the column where the pen starts.
    ///   - baseline: the row on which letters stand.
    ///   - style: size and manner.
    ///   - color: of the ink.
    package func draw(
        _ text: String,
        on surface: inout Surface,
        x: Int,
        baseline: Int,
        style: TextStyle,
        color: Color
    ) {
        let width = surface.width
        eachRow(of: text, style: style, x: x, baseline: baseline, within: surface.bounds) {
            row, columns, coverage, shift in
            var span = surface.pixels.mutableSpan
            for column in columns {
                let ink = coverage[column + shift]
                guard ink > 0 else { continue }
                let index = row * width + column
                span[index] = color.over(span[index], coverage: ink)
            }
        }
    }

    /// Sets a line of black dots; what lies outside is left out.
    ///
    /// - Parameters:
    ///   - text: the line.
    ///   - bitmap: where it goes.
    ///   - x: the column where the pen starts.
    ///   - baseline: the row on which letters stand.
    ///   - size: height of the em square in dots.
    ///   - black: sets black dots; false leaves white letters on what is black.
    package func draw(
        _ text: String,
        on bitmap: inout Bitmap,
        x: Int,
        baseline: Int,
        size: Int,
        black: Bool = true
    ) {
        let stride = bitmap.stride
        let style = TextStyle(size: size, crisp: true)
        eachRow(of: text, style: style, x: x, baseline: baseline, within: bitmap.bounds) {
            row, columns, coverage, shift in
            var span = bitmap.bytes.mutableSpan
            for column in columns where coverage[column + shift] >= 128 {
                span.set(column..<column + 1, inRowAt: row * stride, black: black)
            }
        }
    }

    /// Goes through the drawings of a line's characters, row by row, as far as they lie within bounds.
    ///
    /// - Parameter body: takes the row, its columns, how much of the pixels of a drawing is inked, and
    ///   what is added to a column to find it there.
    private func eachRow(
        of text: String,
        style: TextStyle,
        x: Int,
        baseline: Int,
        within bounds: PixelRect,
        _ body: (_ row: Int, _ columns: Range<Int>, _ coverage: [UInt8], _ shift: Int) -> Void
    ) {
        for (image, offset) in layOut(text, style: style).glyphs {
            let box = PixelRect(
                x: x + offset + image.left,
                y: baseline - image.top,
                width: image.width,
                height: image.height
            )
            let area = box.intersection(bounds)
            guard !area.isEmpty else { continue }
            for row in area.y..<area.bottom {
                body(row, area.x..<area.right, image.coverage, (row - box.y) * image.width - box.x)
            }
        }
    }

    private struct Line {
        var glyphs: [(image: GlyphImage, x: Int)] = []
        var width = 0
    }

    private func layOut(_ text: String, style: TextStyle) -> Line {
        engine.withLock { engine in
            var line = Line()
            var digitAdvance = 0
            if style.tabularDigits, text.unicodeScalars.contains(where: Self.isDigit) {
                for digit in "0123456789".unicodeScalars {
                    let image = engine.glyph(digit, size: style.size, crisp: style.crisp)
                    digitAdvance = max(digitAdvance, image.advance)
                }
            }
            for scalar in ComposedText.scalars(of: text, atMost: Self.characterLimit) where !Self.isInvisible(scalar) {
                let image = engine.glyph(scalar, size: style.size, crisp: style.crisp)
                if digitAdvance > 0, Self.isDigit(scalar) {
                    line.glyphs.append((image, line.width + (digitAdvance - image.advance) / 2))
                    line.width += digitAdvance
                } else {
                    line.glyphs.append((image, line.width))
                    // In tiny letters a blank of two pixels is no wider than what stands between letters.
                    line.width += scalar == " " ? max(image.advance, Self.leastBlank) : image.advance
                }
            }
            return line
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar)
    }

    /// Joiners, selectors and control characters have a meaning and no picture.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format: true
        default: scalar.properties.isDefaultIgnorableCodePoint
        }
    }
}

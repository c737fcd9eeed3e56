// SPDX-License-Identifier: Apache-2.0

import Raster

/// Remembers the picture that a device was sent, to send only what changes.
///
/// Device memory is slow to read, and reading some of it back lies; so it is never read for that.
struct LineShadow {
    private let layout: PixelLayout
    private var sent: Surface?
    /// One line's bytes, used again from line to line.
    private var line: [UInt8]

    init(layout: PixelLayout) {
        self.layout = layout
        line = [UInt8](repeating: 0, count: layout.lineBytes)
    }

    /// Forgets what was sent, so that everything counts as changed.
    mutating func forget() { sent = nil }

    /// The bytes that a line was sent; nil if nobody knows what is there.
    func sentLine(_ y: Int) -> [UInt8]? {
        guard let sent, (0..<layout.height).contains(y) else { return nil }
        var bytes = [UInt8](repeating: 0, count: layout.lineBytes)
        layout.makeLine(y, of: sent, into: &bytes)
        return bytes
    }

    /// Sends the changed stretch of every line.
    ///
    /// What was sent counts only when all of it was: after a failure, the next picture is sent whole.
    ///
    /// - Parameter send: takes bytes, and where they lie from the first byte of the picture.
    /// - Returns: the part of the device that holds all changes; nil if there are none.
    mutating func update(
        with surface: Surface,
        send: (UnsafeRawBufferPointer, Int) throws(DeviceError) -> Void
    ) throws(DeviceError) -> PixelRect? {
        let old = sent
        guard let changed = old.map({ surface.difference(from: $0) }) ?? surface.bounds else { return nil }
        let area = layout.place(of: changed)
        sent = nil
        if layout.isVerbatim, layout.stride == layout.lineBytes {
            try copyRuns(of: area, surface, old, send)
        } else {
            try makeLines(of: area, surface, old, send)
        }
        sent = surface
        return area
    }

    /// Sends lines that lie in the device as they do in the picture; those that follow each other, at once.
    private func copyRuns(
        of area: PixelRect, _ surface: Surface, _ old: Surface?,
        _ send: (UnsafeRawBufferPointer, Int) throws(DeviceError) -> Void
    ) throws(DeviceError) {
        let source = surface.pixels.span
        var run = 0..<0
        func copy(_ run: Range<Int>) throws(DeviceError) {
            guard !run.isEmpty else { return }
            try Self.bytes(of: source, run) { (bytes) throws(DeviceError) in try send(bytes, 4 * run.lowerBound) }
        }
        for y in area.y..<area.bottom {
            guard let pixels = changedPixels(of: y, within: area, surface, old) else { continue }
            let next = y * layout.width + pixels.lowerBound..<y * layout.width + pixels.upperBound
            if next.lowerBound == run.upperBound {
                run = run.lowerBound..<next.upperBound
            } else {
                try copy(run)
                run = next
            }
        }
        try copy(run)
    }

    /// Makes lines of whatever format, and sends each.
    private mutating func makeLines(
        of area: PixelRect, _ surface: Surface, _ old: Surface?,
        _ send: (UnsafeRawBufferPointer, Int) throws(DeviceError) -> Void
    ) throws(DeviceError) {
        for y in area.y..<area.bottom {
            guard let pixels = changedPixels(of: y, within: area, surface, old) else { continue }
            let bytes = layout.bytes(of: pixels)
            layout.makeLine(y, of: surface, pixels: pixels, into: &line)
            try Self.bytes(of: line.span, bytes) { (source) throws(DeviceError) in
                try send(source, y * layout.stride + bytes.lowerBound)
            }
        }
    }

    /// The stretch of a line that differs, in whole words; nil if none does.
    private func changedPixels(of y: Int, within area: PixelRect, _ surface: Surface, _ old: Surface?) -> Range<Int>? {
        guard let old else { return 0..<layout.width }
        let (start, step) = layout.run(ofLine: y)
        let new = surface.pixels.span
        let before = old.pixels.span
        var first = area.x
        var last = area.right
        while first < last, new[start + first * step] == before[start + first * step] { first += 1 }
        guard first < last else { return nil }
        while new[start + (last - 1) * step] == before[start + (last - 1) * step] { last -= 1 }
        return layout.wholeWords(first..<last)
    }

    private static func bytes<Element: BitwiseCopyable>(
        of span: Span<Element>, _ range: Range<Int>,
        _ body: (UnsafeRawBufferPointer) throws(DeviceError) -> Void
    ) throws(DeviceError) {
        try span.extracting(range).bytes.withUnsafeBytes { (source) throws(DeviceError) in try body(source) }
    }
}

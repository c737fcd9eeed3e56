// SPDX-License-Identifier: Apache-2.0

import Raster

/// Remembers the bytes that a device was sent, to send only what changes.
///
/// Device memory is slow to read, and reading some of it back lies; so it is never read.
struct LineShadow {
    /// A stretch of changed bytes of one line.
    struct Change {
        /// The line of the device.
        let line: Int
        /// Bytes within the line.
        let range: Range<Int>
    }

    private let layout: PixelLayout
    private var sent: [UInt8]
    private var isKnown: [Bool]
    /// One line's bytes, used again from line to line.
    private var line: [UInt8]

    init(layout: PixelLayout) {
        self.layout = layout
        sent = [UInt8](repeating: 0, count: layout.lineBytes * layout.height)
        isKnown = [Bool](repeating: false, count: layout.height)
        line = [UInt8](repeating: 0, count: layout.lineBytes)
    }

    /// Forgets what was sent, so that everything counts as changed.
    mutating func forget() {
        for index in isKnown.indices { isKnown[index] = false }
    }

    /// Sends the changed stretch of every line.
    ///
    /// A line counts as sent only after `send` has returned.
    mutating func update(
        with surface: Surface,
        send: (ArraySlice<UInt8>, Change) throws(DeviceError) -> Void
    ) throws(DeviceError) {
        let width = layout.lineBytes
        for y in 0..<layout.height {
            layout.makeLine(y, of: surface, into: &line)
            let base = y * width
            let range: Range<Int>
            if isKnown[y] {
                guard let changed = changedRange(base: base, width: width) else { continue }
                range = changed
            } else {
                range = 0..<width
            }
            isKnown[y] = false
            try send(line[range], Change(line: y, range: range))
            Self.copy(range, of: line, into: &sent, base: base)
            isKnown[y] = true
        }
    }

    private func changedRange(base: Int, width: Int) -> Range<Int>? {
        let old = sent.span
        let new = line.span
        var first = 0
        while first < width, old[base + first] == new[first] { first += 1 }
        guard first < width else { return nil }
        var last = width - 1
        while old[base + last] == new[last] { last -= 1 }
        // Whole words, since the memory of some devices takes nothing less.
        return first & ~3..<min(width, (last | 3) + 1)
    }

    private static func copy(_ range: Range<Int>, of line: [UInt8], into sent: inout [UInt8], base: Int) {
        let new = line.span
        var old = sent.mutableSpan
        for index in range { old[base + index] = new[index] }
    }
}

// SPDX-License-Identifier: Apache-2.0

extension PixelLayout {
    /// Finds the device's lines that show a rectangle of the picture.
    package func lines(of rect: PixelRect) -> Range<Int> {
        let area = rect.intersection(PixelRect(x: 0, y: 0, width: pictureWidth, height: pictureHeight))
        guard !area.isEmpty else { return 0..<0 }
        return switch rotation {
        case .none: area.y..<area.bottom
        case .quarter: area.x..<area.right
        case .half: height - area.bottom..<height - area.y
        case .threeQuarters: height - area.right..<height - area.x
        }
    }

    /// Reads how bright the pixels of a device's line look.
    ///
    /// - Parameters:
    ///   - line: ``lineBytes`` bytes as ``makeLine(_:of:into:)`` makes them.
    ///   - levels: room for ``width`` levels, 0 for black and 255 for white; the line's own order.
    package func readLine(_ line: ArraySlice<UInt8>, into levels: inout [UInt8]) {
        precondition(line.count >= lineBytes && levels.count >= width, "the line is too short")
        let bytes = line.span
        var target = levels.mutableSpan
        switch format {
        case .packed(let bits, let red, let green, let blue, _):
            let length = (bits + 7) / 8
            // Pictures are mostly runs of one colour, so a colour is read once a run.
            var last: UInt32?
            var level: UInt8 = 0
            for x in 0..<width {
                let pixel = Self.pixel(bytes, at: x * length, length: length)
                if pixel != last {
                    last = pixel
                    let color = red.read(pixel) << 16 | green.read(pixel) << 8 | blue.read(pixel)
                    level = UInt8(truncatingIfNeeded: Luminance.level(of: color))
                }
                target[x] = level
            }
        case .grey8:
            for x in 0..<width { target[x] = bytes[x] }
        case .indexed(let bits, let order, let values):
            let known = Self.levels(ofValues: values, bits: bits)
            for x in 0..<width {
                let value = bits == 8 ? bytes[x] : Self.half(bytes[x / 2], of: x, order)
                target[x] = known[Int(value)]
            }
        case .mono(let order, let whiteIsSet):
            for x in 0..<width {
                let bit = order == .leftLowest ? UInt8(x % 8) : UInt8(7 - x % 8)
                let isSet = bytes[x / 8] >> bit & 1 == 1
                target[x] = isSet == whiteIsSet ? 255 : 0
            }
        }
    }

    /// How bright each value of a pixel looks: the middle of the levels that become it.
    private static func levels(ofValues values: [UInt8], bits: Int) -> [UInt8] {
        var sums = [Int](repeating: 0, count: 1 << bits)
        var counts = sums
        for (level, value) in values.enumerated() {
            sums[Int(value) & (sums.count - 1)] += level
            counts[Int(value) & (sums.count - 1)] += 1
        }
        return zip(sums, counts).map { sum, count in UInt8(clamping: count == 0 ? 0 : sum / count) }
    }

    /// Takes the pixel of a column out of a byte that holds two.
    private static func half(_ byte: UInt8, of x: Int, _ order: PixelFormat.BitOrder) -> UInt8 {
        let isLow = (x % 2 == 0) == (order == .leftLowest)
        return isLow ? byte & 15 : byte >> 4
    }

    /// Puts a pixel's bytes together as they were taken apart: words in the machine's own order, three bytes from low
    /// to high.
    @inline(__always)
    private static func pixel(_ bytes: Span<UInt8>, at offset: Int, length: Int) -> UInt32 {
        var pixel: UInt32 = 0
        for part in 0..<length {
            let shift = isBigEndian && length != 3 ? length - 1 - part : part
            pixel |= UInt32(bytes[offset + part]) << UInt32(8 * shift)
        }
        return pixel
    }

    /// Whether this machine writes the highest byte of a word first.
    private static var isBigEndian: Bool { UInt16(1).bigEndian == 1 }
}

extension PixelFormat.Channel {
    /// Takes the eight-bit value out of a pixel; a narrow channel's highest value is full brightness.
    @inline(__always)
    func read(_ pixel: UInt32) -> UInt32 {
        guard length > 0 else { return 0 }
        let value = (pixel & mask) >> UInt32(offset)
        return length >= 8 ? value >> UInt32(length - 8) : value * 255 / (1 << UInt32(length) - 1)
    }
}

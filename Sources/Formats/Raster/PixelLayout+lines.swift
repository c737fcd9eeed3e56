// SPDX-License-Identifier: Apache-2.0

extension PixelLayout {
    /// Makes the bytes of one line of the device from a picture of the right size.
    ///
    /// - Parameters:
    ///   - y: the device's line, 0 to `height - 1`.
    ///   - surface: the picture, `pictureWidth` by `pictureHeight`.
    ///   - line: room for ``lineBytes`` bytes; it is used again from line to line.
    package func makeLine(_ y: Int, of surface: Surface, into line: inout [UInt8]) {
        makeLine(y, of: surface, pixels: 0..<width, into: &line)
    }

    /// Makes the bytes of a part of one line, and leaves the rest of the line alone.
    ///
    /// - Parameters:
    ///   - y: the device's line, 0 to `height - 1`.
    ///   - surface: the picture, `pictureWidth` by `pictureHeight`.
    ///   - pixels: of the line; they begin with a whole byte.
    ///   - line: room for ``lineBytes`` bytes.
    package func makeLine(_ y: Int, of surface: Surface, pixels: Range<Int>, into line: inout [UInt8]) {
        precondition(surface.width == pictureWidth && surface.height == pictureHeight, "the picture has another size")
        precondition(line.count >= lineBytes, "the line has no room")
        precondition(
            pixels.lowerBound >= 0 && pixels.upperBound <= width && pixels.lowerBound * format.bitsPerPixel % 8 == 0,
            "the part does not begin with a byte of the line")
        guard !pixels.isEmpty else { return }
        let (first, step) = run(ofLine: y)
        let run = Run(first: first + pixels.lowerBound * step, step: step, columns: pixels)
        let source = surface.pixels.span
        var target = line.mutableSpan
        switch format {
        case .packed(let bits, let red, let green, let blue, let alpha):
            let packer = PixelPacker(red: red, green: green, blue: blue, alpha: alpha)
            var words = target.mutableBytes
            switch (bits + 7) / 8 {
            case 4 where packer.isCanonical:
                copy(source, run, as: UInt32.self, into: &words) { $0 }
            case 4:
                copy(source, run, as: UInt32.self, into: &words, spell: packer.pack)
            case 3:
                copy(source, run, as: PixelTriple.self, into: &words, spell: packer.pack)
            case 2:
                copy(source, run, as: UInt16.self, into: &words, spell: packer.pack)
            default:
                copy(source, run, as: UInt8.self, into: &words, spell: packer.pack)
            }
        case .grey8:
            var bytes = target.mutableBytes
            copy(source, run, as: UInt8.self, into: &bytes, spell: Luminance.level)
        case .indexed(8, _, let values):
            var bytes = target.mutableBytes
            copy(source, run, as: UInt8.self, into: &bytes) { Self.value(of: $0, in: values) }
        case .indexed(_, let order, let values):
            copyParts(source, run, bits: 4, order: order, into: &target) { Self.value(of: $0, in: values) & 15 }
        case .mono(let order, let whiteIsSet):
            copyParts(source, run, bits: 1, order: order, into: &target) {
                (Luminance.level(of: $0) >= 128) == whiteIsSet ? 1 : 0
            }
        }
    }

    /// The pixels of a picture that go into columns of a line.
    private struct Run {
        let first: Int
        let step: Int
        let columns: Range<Int>
    }

    /// Writes whole bytes a pixel.
    ///
    /// Pictures are mostly runs of one colour, so a colour is spelt once a run.
    @inline(__always)
    private func copy<Word: PixelWord>(
        _ source: Span<UInt32>,
        _ run: Run,
        as type: Word.Type,
        into target: inout MutableRawSpan,
        spell: (UInt32) -> UInt32
    ) {
        var index = run.first
        var last = source[index]
        var word = Word(pixel: spell(level(last)))
        for x in run.columns {
            let pixel = source[index]
            if pixel != last {
                last = pixel
                word = Word(pixel: spell(level(pixel)))
            }
            target.storeBytes(of: word, toByteOffset: MemoryLayout<Word>.size * x, as: Word.self)
            index += run.step
        }
    }

    /// Writes parts of bytes a pixel; a last byte that is not full is filled with zeros.
    @inline(__always)
    private func copyParts(
        _ source: Span<UInt32>,
        _ run: Run,
        bits: Int,
        order: PixelFormat.BitOrder,
        into target: inout MutableSpan<UInt8>,
        spell: (UInt32) -> UInt32
    ) {
        let each = 8 / bits
        var index = run.first
        var x = run.columns.lowerBound
        while x < run.columns.upperBound {
            var byte: UInt32 = 0
            for place in 0..<min(each, run.columns.upperBound - x) {
                let shift = order == .leftLowest ? place * bits : 8 - bits - place * bits
                byte |= spell(level(source[index])) << UInt32(shift)
                index += run.step
            }
            target[x / each] = UInt8(truncatingIfNeeded: byte)
            x += each
        }
    }

    /// What is shown of a pixel.
    @inline(__always)
    private func level(_ pixel: UInt32) -> UInt32 {
        guard hasTwoLevels else { return pixel }
        return Luminance.level(of: pixel) >= 128 ? 0xFF_FFFF : 0
    }

    @inline(__always)
    private static func value(of pixel: UInt32, in values: [UInt8]) -> UInt32 {
        let index = Int(Luminance.level(of: pixel))
        return index < values.count ? UInt32(values[index]) : 0
    }
}

// SPDX-License-Identifier: Apache-2.0

/// Says how a picture lies in a display's memory, and turns pictures into its lines.
package struct PixelLayout: Hashable, Sendable {
    /// Pixels a line of the device, before the picture is turned.
    package let width: Int
    /// Lines of the device.
    package let height: Int
    /// Bytes from one line to the next; at least what a line needs.
    package let stride: Int
    /// How a pixel is spelt.
    package let format: PixelFormat
    /// How the picture is turned on its way to the device.
    package let rotation: Rotation

    /// Makes a layout.
    ///
    /// - Parameters:
    ///   - width: pixels a line.
    ///   - height: lines.
    ///   - format: how a pixel is spelt.
    ///   - stride: bytes from line to line; nil for lines without padding.
    ///   - rotation: how pictures are turned.
    /// - Throws: ``RasterError/impossibleSize(width:height:)``, also if the stride is too small.
    package init(
        width: Int,
        height: Int,
        format: PixelFormat,
        stride: Int? = nil,
        rotation: Rotation = .none
    ) throws(RasterError) {
        let limit = 1...Surface.sideLimit
        let least = format.bytes(for: limit.contains(width) ? width : 0)
        guard limit.contains(width), limit.contains(height),
            (least...16 * Surface.sideLimit).contains(stride ?? least)
        else { throw .impossibleSize(width: width, height: height) }
        self.width = width
        self.height = height
        self.format = format
        self.stride = stride ?? least
        self.rotation = rotation
    }

    /// Columns of the pictures that are shown, after turning.
    package var pictureWidth: Int { rotation.swapsSides ? height : width }
    /// Rows of the pictures that are shown, after turning.
    package var pictureHeight: Int { rotation.swapsSides ? width : height }
    /// Bytes that are written a line.
    package var lineBytes: Int { format.bytes(for: width) }

    /// Makes the bytes of one line of the device from a picture of the right size.
    ///
    /// - Parameters:
    ///   - y: the device's line, 0 to `height - 1`.
    ///   - surface: the picture, `pictureWidth` by `pictureHeight`.
    ///   - line: room for ``lineBytes`` bytes; it is used again from line to line.
    package func makeLine(_ y: Int, of surface: Surface, into line: inout [UInt8]) {
        precondition(surface.width == pictureWidth && surface.height == pictureHeight, "the picture has another size")
        precondition(line.count >= lineBytes, "the line has no room")
        let pixels = surface.pixels.span
        // The index of the line's first pixel in the picture, and the way to the next one.
        let (first, step) =
            switch rotation {
            case .none: (y * surface.width, 1)
            case .quarter: ((width - 1) * surface.width + y, -surface.width)
            case .half: ((height - 1 - y) * surface.width + width - 1, -1)
            case .threeQuarters: (height - 1 - y, surface.width)
            }
        var target = line.mutableSpan
        switch format {
        case .packed(let bits, let red, let green, let blue, let alpha):
            let packer = Packer(red: red, green: green, blue: blue, alpha: alpha)
            var raw = target.mutableBytes
            switch (bits + 7) / 8 {
            case 4 where packer.isCanonical:
                Self.copyWords(pixels, first: first, step: step, count: width, into: &raw)
            case 4:
                packer.copyWords(pixels, first: first, step: step, count: width, into: &raw)
            case 2:
                packer.copyHalfWords(pixels, first: first, step: step, count: width, into: &raw)
            default:
                packer.copyTriples(pixels, first: first, step: step, count: width, into: &raw)
            }
        case .grey8:
            var index = first
            for x in 0..<width {
                target[x] = UInt8(truncatingIfNeeded: Self.luma(pixels[index]))
                index += step
            }
        case .mono(let order, let whiteIsSet):
            var index = first
            for byte in 0..<(width + 7) / 8 {
                var bits: UInt8 = 0
                for bit in 0..<min(8, width - 8 * byte) {
                    let isWhite = Self.luma(pixels[index]) >= 128
                    index += step
                    guard isWhite == whiteIsSet else { continue }
                    bits |= order == .leftLowest ? 1 << UInt8(bit) : 0x80 >> UInt8(bit)
                }
                target[byte] = bits
            }
        }
    }

    /// How bright a pixel looks, 0 to 255.
    @inline(__always)
    private static func luma(_ pixel: UInt32) -> UInt32 {
        (((pixel >> 16) & 0xFF) * 77 + ((pixel >> 8) & 0xFF) * 150 + (pixel & 0xFF) * 29) >> 8
    }

    /// Copies pixels that are spelt as pictures spell them.
    private static func copyWords(
        _ pixels: Span<UInt32>,
        first: Int,
        step: Int,
        count: Int,
        into target: inout MutableRawSpan
    ) {
        var index = first
        for x in 0..<count {
            target.storeBytes(of: pixels[index], toByteOffset: 4 * x, as: UInt32.self)
            index += step
        }
    }

    /// Spells pixels by bit fields; words are in the machine's own order, as the kernel wants them.
    ///
    /// Pictures are mostly runs of one colour, so a colour is spelt once a run.
    private struct Packer {
        let red: PixelFormat.Channel
        let green: PixelFormat.Channel
        let blue: PixelFormat.Channel
        let alpha: PixelFormat.Channel

        /// Tells whether a pixel is spelt as pictures spell it.
        var isCanonical: Bool {
            red == .init(offset: 16, length: 8) && green == .init(offset: 8, length: 8)
                && blue == .init(offset: 0, length: 8) && alpha.length == 0
        }

        func pack(_ pixel: UInt32) -> UInt32 {
            red.placed((pixel >> 16) & 0xFF) | green.placed((pixel >> 8) & 0xFF) | blue.placed(pixel & 0xFF)
                | alpha.mask
        }

        func copyWords(
            _ pixels: Span<UInt32>,
            first: Int,
            step: Int,
            count: Int,
            into target: inout MutableRawSpan
        ) {
            var index = first
            var last = pixels[first]
            var word = pack(last)
            for x in 0..<count {
                let pixel = pixels[index]
                if pixel != last {
                    last = pixel
                    word = pack(pixel)
                }
                target.storeBytes(of: word, toByteOffset: 4 * x, as: UInt32.self)
                index += step
            }
        }

        func copyHalfWords(
            _ pixels: Span<UInt32>,
            first: Int,
            step: Int,
            count: Int,
            into target: inout MutableRawSpan
        ) {
            var index = first
            var last = pixels[first]
            var word = UInt16(truncatingIfNeeded: pack(last))
            for x in 0..<count {
                let pixel = pixels[index]
                if pixel != last {
                    last = pixel
                    word = UInt16(truncatingIfNeeded: pack(pixel))
                }
                target.storeBytes(of: word, toByteOffset: 2 * x, as: UInt16.self)
                index += step
            }
        }

        /// Three bytes a pixel go from low to high on every machine.
        func copyTriples(
            _ pixels: Span<UInt32>,
            first: Int,
            step: Int,
            count: Int,
            into target: inout MutableRawSpan
        ) {
            var index = first
            var last = pixels[first]
            var word = pack(last)
            for x in 0..<count {
                let pixel = pixels[index]
                if pixel != last {
                    last = pixel
                    word = pack(pixel)
                }
                for byte in 0..<3 {
                    let part = UInt8(truncatingIfNeeded: word >> UInt32(8 * byte))
                    target.storeBytes(of: part, toByteOffset: 3 * x + byte, as: UInt8.self)
                }
                index += step
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

/// Says how a display's memory spells a pixel.
///
/// Formats are described by their bit fields, because the number of bits alone does not tell RGB from
/// BGR, nor 5-6-5 from 5-5-5.
///
/// Source: Linux `include/uapi/linux/fb.h`, `struct fb_bitfield`.
package enum PixelFormat: Hashable, Sendable {
    /// Bits of one colour within a pixel.
    package struct Channel: Hashable, Sendable {
        /// The lowest bit.
        package let offset: Int
        /// How many bits; 0 if the format has no such colour.
        package let length: Int

        /// Makes a channel.
        package init(offset: Int, length: Int) {
            self.offset = offset
            self.length = length
        }
    }

    /// Says where the left pixel of a byte is.
    package enum BitOrder: Hashable, Sendable {
        /// In the highest bit.
        case leftHighest
        /// In the lowest bit, as the kernel's own one-bit drivers do.
        case leftLowest
    }

    /// A word of 8, 16, 24 or 32 bits a pixel, made of bit fields.
    case packed(bits: Int, red: Channel, green: Channel, blue: Channel, alpha: Channel)
    /// A byte a pixel: 0 is black and 255 white.
    case grey8
    /// A bit a pixel.
    case mono(order: BitOrder, whiteIsSet: Bool)
    /// Four or eight bits a pixel, whose value is looked up by how bright the pixel is, 0 to 255.
    case indexed(bits: Int, order: BitOrder, values: [UInt8])

    /// 32 bits: nothing, red, green, blue.
    package static let xrgb8888 = rgb(bits: 32, red: (16, 8), green: (8, 8), blue: (0, 8))
    /// 32 bits: nothing, blue, green, red.
    package static let xbgr8888 = rgb(bits: 32, red: (0, 8), green: (8, 8), blue: (16, 8))
    /// 24 bits with red in the highest byte.
    package static let rgb888 = rgb(bits: 24, red: (16, 8), green: (8, 8), blue: (0, 8))
    /// 24 bits with blue in the highest byte.
    package static let bgr888 = rgb(bits: 24, red: (0, 8), green: (8, 8), blue: (16, 8))
    /// 16 bits with red in the highest.
    package static let rgb565 = rgb(bits: 16, red: (11, 5), green: (5, 6), blue: (0, 5))
    /// 16 bits with blue in the highest.
    package static let bgr565 = rgb(bits: 16, red: (0, 5), green: (5, 6), blue: (11, 5))
    /// 15 of 16 bits, with red in the highest.
    package static let rgb555 = rgb(bits: 16, red: (10, 5), green: (5, 5), blue: (0, 5))

    /// 8 bits with red in the highest.
    package static let rgb332 = rgb(bits: 8, red: (5, 3), green: (2, 3), blue: (0, 2))

    /// Four bits a pixel: 0 is black and 15 white.
    package static func grey4(order: BitOrder) -> PixelFormat {
        .indexed(bits: 4, order: order, values: (0..<256).map { UInt8($0 >> 4) })
    }

    /// Bits from one pixel to the next.
    package var bitsPerPixel: Int {
        switch self {
        case .packed(let bits, _, _, _, _): (bits + 7) / 8 * 8
        case .grey8: 8
        case .mono: 1
        case .indexed(let bits, _, _): bits
        }
    }

    /// Bytes that a line of so many pixels needs, without padding.
    package func bytes(for width: Int) -> Int {
        (width * bitsPerPixel + 7) / 8
    }

    /// Finds a format by the name it has in settings.
    ///
    /// - Returns: nil if there is no such name.
    package init?(name: String) {
        switch name {
        case "rgb565": self = .rgb565
        case "bgr565": self = .bgr565
        case "rgb555": self = .rgb555
        case "rgb332": self = .rgb332
        case "rgb888": self = .rgb888
        case "bgr888": self = .bgr888
        case "xrgb8888": self = .xrgb8888
        case "xbgr8888": self = .xbgr8888
        case "gray8": self = .grey8
        case "mono": self = .mono(order: .leftLowest, whiteIsSet: true)
        default: return nil
        }
    }

    private static func rgb(
        bits: Int,
        red: (Int, Int),
        green: (Int, Int),
        blue: (Int, Int)
    ) -> PixelFormat {
        .packed(
            bits: bits,
            red: Channel(offset: red.0, length: red.1),
            green: Channel(offset: green.0, length: green.1),
            blue: Channel(offset: blue.0, length: blue.1),
            alpha: Channel(offset: 0, length: 0)
        )
    }
}

extension PixelFormat.Channel {
    /// Moves an eight-bit value to its place in the pixel.
    @inline(__always)
    func placed(_ value: UInt32) -> UInt32 {
        guard length > 0 else { return 0 }
        let scaled = length >= 8 ? value << UInt32(length - 8) : value >> UInt32(8 - length)
        return scaled << UInt32(offset)
    }

    /// All bits of the channel.
    var mask: UInt32 {
        length > 0 ? (UInt32.max >> UInt32(32 - min(32, length))) << UInt32(offset) : 0
    }
}

// SPDX-License-Identifier: Apache-2.0

import CLinuxDevice
import Raster
import Testing

/// A kind of framebuffer as its driver states it, and as the specification says that a pixel lies in it.
struct PlayedPanel: Sendable, CustomTestStringConvertible {
    /// Bits of one colour.
    struct Field: Sendable {
        var offset = 0
        var length = 0
    }

    var testDescription: String
    var visual: Int32
    var bits: Int
    var red = Field()
    var green = Field()
    var blue = Field()
    var alpha = Field()
    var isGrey = false
    var colors: [[UInt16]] = []
    /// What is said by a person.
    var order: PixelFormat.BitOrder?
    /// Whether a set bit is white, where there is one bit.
    var whiteIsSet = true

    /// Every format of the table.
    static let all: [PlayedPanel] = [
        rgb("xrgb8888", 32, (16, 8), (8, 8), (0, 8)),
        rgb("xbgr8888", 32, (0, 8), (8, 8), (16, 8)),
        rgb("argb8888", 32, (16, 8), (8, 8), (0, 8), (24, 8)),
        rgb("rgbx8888", 32, (24, 8), (16, 8), (8, 8)),
        rgb("a2rgb101010", 32, (20, 10), (10, 10), (0, 10), (30, 2)),
        rgb("rgb888", 24, (16, 8), (8, 8), (0, 8)),
        rgb("bgr888", 24, (0, 8), (8, 8), (16, 8)),
        rgb("rgb565", 16, (11, 5), (5, 6), (0, 5)),
        rgb("bgr565", 16, (0, 5), (5, 6), (11, 5)),
        rgb("rgb555 of 16", 16, (10, 5), (5, 5), (0, 5)),
        rgb("argb1555", 16, (10, 5), (5, 5), (0, 5), (15, 1)),
        rgb("rgb555 of 15", 15, (10, 5), (5, 5), (0, 5)),
        rgb("argb4444", 16, (8, 4), (4, 4), (0, 4), (12, 4)),
        rgb("rgb332", 8, (5, 3), (2, 3), (0, 2)),
        rgb("direct rgb565", 16, (11, 5), (5, 6), (0, 5), visual: FB_VISUAL_DIRECTCOLOR),
        rgb("direct xrgb8888", 32, (16, 8), (8, 8), (0, 8), visual: FB_VISUAL_DIRECTCOLOR),
        PlayedPanel(testDescription: "pseudocolour", visual: FB_VISUAL_PSEUDOCOLOR, bits: 8),
        PlayedPanel(testDescription: "grey 8", visual: FB_VISUAL_STATIC_PSEUDOCOLOR, bits: 8, isGrey: true),
        PlayedPanel(testDescription: "grey 4", visual: FB_VISUAL_STATIC_PSEUDOCOLOR, bits: 4, isGrey: true),
        PlayedPanel(
            testDescription: "grey 4, left highest", visual: FB_VISUAL_STATIC_PSEUDOCOLOR, bits: 4, isGrey: true,
            order: .leftHighest),
        PlayedPanel(
            testDescription: "static map of 256", visual: FB_VISUAL_STATIC_PSEUDOCOLOR, bits: 8,
            // Upside down: white is 0.
            colors: [[UInt16]](repeating: (0..<256).map { UInt16((255 - $0) * 257) }, count: 3)),
        PlayedPanel(
            testDescription: "static map of 16", visual: FB_VISUAL_STATIC_PSEUDOCOLOR, bits: 4,
            colors: [[UInt16]](repeating: (0..<16).map { UInt16((15 - $0) * 4369) }, count: 3)),
        mono("mono01", FB_VISUAL_MONO01, false, .leftLowest), mono("mono10", FB_VISUAL_MONO10, true, .leftLowest),
        mono("mono01, left highest", FB_VISUAL_MONO01, false, .leftHighest),
        mono("mono10, left highest", FB_VISUAL_MONO10, true, .leftHighest),
    ]

    private static func rgb(
        _ name: String, _ bits: Int, _ red: (Int, Int), _ green: (Int, Int), _ blue: (Int, Int),
        _ alpha: (Int, Int) = (0, 0), visual: Int32 = FB_VISUAL_TRUECOLOR
    ) -> PlayedPanel {
        func field(_ pair: (Int, Int)) -> Field { Field(offset: pair.0, length: pair.1) }
        return PlayedPanel(
            testDescription: name, visual: visual, bits: bits, red: field(red), green: field(green),
            blue: field(blue), alpha: field(alpha))
    }

    private static func mono(
        _ name: String, _ visual: Int32, _ whiteIsSet: Bool, _ order: PixelFormat.BitOrder
    ) -> PlayedPanel {
        PlayedPanel(testDescription: name, visual: visual, bits: 1, order: order, whiteIsSet: whiteIsSet)
    }

    /// The value of a pixel, by the letter of the specification.
    func value(of pixel: UInt32) -> UInt32 {
        let parts = [(red, pixel >> 16 & 255), (green, pixel >> 8 & 255), (blue, pixel & 255)]
        let grey = ((pixel >> 16 & 255) * 77 + (pixel >> 8 & 255) * 150 + (pixel & 255) * 29) / 256
        switch (visual, bits) {
        case (FB_VISUAL_MONO01, _): return grey >= 128 ? 0 : 1
        case (FB_VISUAL_MONO10, _): return grey >= 128 ? 1 : 0
        case (FB_VISUAL_PSEUDOCOLOR, _): return grey
        case (FB_VISUAL_STATIC_PSEUDOCOLOR, 8): return isGrey ? grey : 255 - grey
        case (FB_VISUAL_STATIC_PSEUDOCOLOR, _):
            // The nearest of sixteen even steps, of those that are in the map.
            return isGrey ? grey / 16 : 15 - (grey * 257 * 2 + 4369) / (2 * 4369)
        default:
            var value: UInt32 = alpha.length > 0 ? (1 << UInt32(alpha.length) - 1) << UInt32(alpha.offset) : 0
            for (field, part) in parts {
                let scaled = field.length >= 8 ? part << UInt32(field.length - 8) : part >> UInt32(8 - field.length)
                value |= scaled << UInt32(field.offset)
            }
            return value
        }
    }

    /// The memory that a picture makes, pixel by pixel; what is not written stays 0xAA.
    ///
    /// Source: the specification's turning rules, (x, y) to 90: (W-1-y, x); 180: (W-1-x, H-1-y); 270: (y, H-1-x).
    func memory(of surface: Surface, rotation: Rotation, width: Int, height: Int, stride: Int) -> [UInt8] {
        var memory = [UInt8](repeating: 0xAA, count: stride * height)
        for y in 0..<height {
            for byte in 0..<(width * bits + 7) / 8 { memory[y * stride + byte] = 0 }
        }
        for y in 0..<surface.height {
            for x in 0..<surface.width {
                let (column, row) =
                    switch rotation {
                    case .none: (x, y)
                    case .quarter: (width - 1 - y, x)
                    case .half: (width - 1 - x, height - 1 - y)
                    case .threeQuarters: (y, height - 1 - x)
                    }
                let value = value(of: surface[x, y])
                if bits < 8 {
                    let each = 8 / bits
                    let place = order == .leftHighest ? each - 1 - column % each : column % each
                    memory[row * stride + column / each] |= UInt8(value << UInt32(place * bits))
                } else {
                    let size = (bits + 7) / 8
                    for byte in 0..<size {
                        memory[row * stride + column * size + byte] = UInt8(value >> UInt32(8 * byte) & 255)
                    }
                }
            }
        }
        return memory
    }
}

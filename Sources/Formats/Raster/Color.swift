// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Names a colour by its red, green and blue parts.
package struct Color: Hashable, Sendable {
    /// The colour as 0x00RRGGBB, which is also a pixel of a ``Surface``.
    package let rgb: UInt32

    /// Makes a colour from 0xRRGGBB; higher bits are ignored.
    package init(_ rgb: UInt32) {
        self.rgb = rgb & 0xFF_FFFF
    }

    /// Full black, the dark of every code.
    package static let black = Color(0)
    /// Full white, the light of every code.
    package static let white = Color(0xFF_FFFF)

    /// Lays this colour over another one.
    ///
    /// - Parameters:
    ///   - under: the pixel below, as 0x00RRGGBB.
    ///   - coverage: 0 keeps the pixel below, 255 hides it.
    func over(_ under: UInt32, coverage: UInt8) -> UInt32 {
        guard coverage != 255 else { return rgb }
        let alpha = UInt32(coverage)
        // Red and blue share a word, each with room for its product.
        let redBlue = (rgb & 0xFF_00FF) &* alpha &+ (under & 0xFF_00FF) &* (255 &- alpha) &+ 0x80_0080
        let green = ((rgb >> 8) & 0xFF) &* alpha &+ ((under >> 8) & 0xFF) &* (255 &- alpha) &+ 0x80
        let upper = ((redBlue &+ ((redBlue >> 8) & 0xFF_00FF)) >> 8) & 0xFF_00FF
        let middle = (green &+ (green >> 8)) >> 8
        return upper | (middle << 8)
    }

    /// Tells how well two colours can be told apart: 1 (not at all) to 21 (black on white).
    ///
    /// Source: Web Content Accessibility Guidelines 2.1, "contrast ratio".
    package func contrast(with other: Color) -> Double {
        let lights = [luminance, other.luminance].sorted()
        return (lights[1] + 0.05) / (lights[0] + 0.05)
    }

    /// The relative luminance, 0 for black and 1 for white.
    private var luminance: Double {
        func linear(_ part: UInt32) -> Double {
            let value = Double(part & 0xFF) / 255
            return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb)
    }
}

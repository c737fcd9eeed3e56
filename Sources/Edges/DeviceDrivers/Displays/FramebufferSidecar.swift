// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
package import Raster

/// Describes a plain file that plays a framebuffer, in a JSON file beside it.
///
///     { "width": 480, "height": 320, "bpp": 16, "stride": 960,
///       "r": [11, 5], "g": [5, 6], "b": [0, 5], "visual": "truecolor", "rotate": 0 }
///
/// Colours are offset and length in bits. `visual` is `truecolor`, `mono10` (a set bit is white),
/// `mono01` or `gray`.
package struct FramebufferSidecar: Codable, Hashable, Sendable {
    /// Pixels a line.
    package var width: Int
    /// Lines.
    package var height: Int
    /// Bits a pixel.
    package var bpp: Int
    /// Bytes from line to line; without it, lines have no padding.
    package var stride: Int?
    /// Offset and length of red.
    package var r: [Int]?
    /// Offset and length of green.
    package var g: [Int]?
    /// Offset and length of blue.
    package var b: [Int]?
    /// How a pixel's value becomes a colour.
    package var visual: String?
    /// Degrees clockwise.
    package var rotate: Int?

    /// The most bytes that are read.
    static let sizeLimit = 16 * 1024

    /// Reads a description.
    ///
    /// - Throws: ``DeviceError/mismatch(_:)`` with the field that is wrong.
    package static func layout(from json: [UInt8], path: String) throws(DeviceError) -> PixelLayout {
        guard json.count <= sizeLimit else { throw .mismatch("\(path) is too long: write a description of a screen") }
        let sidecar: FramebufferSidecar
        do {
            sidecar = try JSONDecoder().decode(FramebufferSidecar.self, from: Data(json))
        } catch {
            throw .mismatch("\(path) needs width, height and bpp as whole numbers: correct it")
        }
        guard let rotation = Rotation(rawValue: sidecar.rotate ?? 0) else {
            throw .mismatch("\(path) has a rotate of \(sidecar.rotate ?? 0): use 0, 90, 180 or 270")
        }
        do {
            return try PixelLayout(
                width: sidecar.width,
                height: sidecar.height,
                format: try sidecar.format(path: path),
                stride: sidecar.stride,
                rotation: rotation
            )
        } catch let error as DeviceError {
            throw error
        } catch {
            throw .mismatch("\(path): \(error)")
        }
    }

    private func format(path: String) throws(DeviceError) -> PixelFormat {
        switch (visual ?? "truecolor", bpp) {
        case ("mono10", 1): return .mono(order: .leftLowest, whiteIsSet: true)
        case ("mono01", 1): return .mono(order: .leftLowest, whiteIsSet: false)
        case ("gray", 8): return .grey8
        case ("truecolor", 16), ("truecolor", 24), ("truecolor", 32):
            guard let r, let g, let b else {
                return bpp == 16 ? .rgb565 : bpp == 24 ? .rgb888 : .xrgb8888
            }
            func channel(_ pair: [Int]) -> PixelFormat.Channel? {
                guard pair.count == 2, (0...bpp).contains(pair[0]), (1...16).contains(pair[1]),
                    pair[0] + pair[1] <= bpp
                else { return nil }
                return PixelFormat.Channel(offset: pair[0], length: pair[1])
            }
            guard let red = channel(r), let green = channel(g), let blue = channel(b) else {
                throw .mismatch("\(path) has colours outside of \(bpp) bits: write r, g and b as offset and length")
            }
            let none = PixelFormat.Channel(offset: 0, length: 0)
            return .packed(bits: bpp, red: red, green: green, blue: blue, alpha: none)
        default:
            throw .mismatch(
                "\(path) has bpp \(bpp) with visual \(visual ?? "truecolor"): use truecolor with 16, 24 or 32")
        }
    }
}

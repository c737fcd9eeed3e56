// SPDX-License-Identifier: Apache-2.0

import Raster

/// Reads a framebuffer's bytes back pixel by pixel, by the letter of the kernel's description and the
/// specification's turning rules, and shares no code with what wrote them.
struct PaneReader {
    let bytes: [UInt8]
    let layout: PixelLayout

    /// The picture as a portable pixmap file.
    var ppm: [UInt8] {
        let width = layout.pictureWidth
        let height = layout.pictureHeight
        var file = Array("P6\n\(width) \(height)\n255\n".utf8)
        for y in 0..<height {
            for x in 0..<width {
                let (red, green, blue) = pixel(x, y)
                file += [red, green, blue]
            }
        }
        return file
    }

    /// The colour at a point of the picture, before it was turned.
    func pixel(_ x: Int, _ y: Int) -> (UInt8, UInt8, UInt8) {
        let (column, row) =
            switch layout.rotation {
            case .none: (x, y)
            case .quarter: (layout.width - 1 - y, x)
            case .half: (layout.width - 1 - x, layout.height - 1 - y)
            case .threeQuarters: (y, layout.height - 1 - x)
            }
        let line = row * layout.stride
        switch layout.format {
        case .packed(let bits, let red, let green, let blue, _):
            let size = bits / 8
            var word = 0
            for byte in 0..<size { word |= Int(bytes[line + column * size + byte]) << (8 * byte) }
            func part(_ channel: PixelFormat.Channel) -> UInt8 {
                let most = (1 << channel.length) - 1
                return UInt8((word >> channel.offset & most) * 255 / most)
            }
            return (part(red), part(green), part(blue))
        case .grey8:
            let grey = bytes[line + column]
            return (grey, grey, grey)
        case .indexed:
            // What its values look like is the device's to say; it is compared byte by byte elsewhere.
            return (0, 0, 0)
        case .mono(let order, let whiteIsSet):
            let bit = order == .leftLowest ? column % 8 : 7 - column % 8
            let isSet = bytes[line + column / 8] >> bit & 1 == 1
            let grey: UInt8 = isSet == whiteIsSet ? 255 : 0
            return (grey, grey, grey)
        }
    }
}

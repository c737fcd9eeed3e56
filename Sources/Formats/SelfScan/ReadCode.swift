// SPDX-License-Identifier: Apache-2.0

package import Raster

/// A QR code that was read from a picture.
package struct ReadCode: Hashable, Sendable {
    /// A corner of the code's modules, in pixels of the picture.
    package struct Corner: Hashable, Sendable {
        /// The column.
        package let x: Int
        /// The row.
        package let y: Int

        /// Names a pixel.
        package init(x: Int, y: Int) {
            self.x = x
            self.y = y
        }
    }

    /// Its payload, byte for byte.
    package let bytes: [UInt8]
    /// Top left, top right, bottom right and bottom left of the code as it is read, to about a pixel.
    package let corners: [Corner]
    /// Whether it is seen as in a mirror, which many phones do not read.
    package let isMirrored: Bool

    /// States what was read.
    package init(bytes: [UInt8], corners: [Corner], isMirrored: Bool) {
        self.bytes = bytes
        self.corners = corners
        self.isMirrored = isMirrored
    }

    /// The payload for people: what is not a printable character is replaced, and what is long is cut.
    ///
    /// - Parameter limit: the most characters.
    package func text(limit: Int = 200) -> String {
        let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
        let plain = scalars.prefix(limit).map { scalar -> Unicode.Scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
                "\u{FFFD}"
            default: scalar
            }
        }
        return String(String.UnicodeScalarView(plain)) + (scalars.count > limit ? "…" : "")
    }

    /// The pixels that its corners lie in.
    package var bounds: PixelRect {
        let x = corners.map(\.x)
        let y = corners.map(\.y)
        guard let left = x.min(), let right = x.max(), let top = y.min(), let bottom = y.max() else {
            return PixelRect(x: 0, y: 0, width: 0, height: 0)
        }
        return PixelRect(x: left, y: top, width: right - left + 1, height: bottom - top + 1)
    }
}

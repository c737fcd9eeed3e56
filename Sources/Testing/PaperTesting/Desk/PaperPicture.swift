// SPDX-License-Identifier: Apache-2.0

package import Raster

/// Makes a picture of the rows of dots that came out, as a camera over the paper would see them.
package enum PaperPicture {
    /// The white around the rows, in dots.
    package static let border = 32

    /// Draws all rows of dots of some paper, one below the other; lines of characters are left out.
    ///
    /// - Parameters:
    ///   - paper: what came out.
    ///   - dot: the size of a dot in the picture.
    /// - Throws: ``RasterError/impossibleSize(width:height:)`` if there are more rows than a picture has.
    package static func of(
        _ paper: [PaperEntry], dot: (width: Int, height: Int) = (1, 1)
    ) throws(RasterError) -> Bitmap {
        let rows = paper.compactMap { entry -> [UInt8]? in
            if case .dots(let bytes) = entry { bytes } else { nil }
        }
        let widest = rows.map(\.count).max() ?? 0
        var picture = try Bitmap(
            width: widest * 8 * dot.width + 2 * border, height: rows.count * dot.height + 2 * border)
        for (row, bytes) in rows.enumerated() {
            for x in 0..<bytes.count * 8 where bytes[x / 8] & (0x80 >> UInt8(x & 7)) != 0 {
                picture.fill(
                    PixelRect(
                        x: border + x * dot.width, y: border + row * dot.height, width: dot.width,
                        height: dot.height))
            }
        }
        return picture
    }
}

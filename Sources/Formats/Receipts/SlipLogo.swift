// SPDX-License-Identifier: Apache-2.0

package import Raster

/// The shop's logo as the dots that a printer prints, made once for a roll.
package struct SlipLogo: Sendable, Hashable {
    /// The dots.
    package let picture: Bitmap

    /// The most of a row that it takes, in percent.
    private static let mostOfRow = 80
    /// The rows that are burnt at a time, roughly.
    private static let rowsOfStrip = 24

    /// Reads a picture and makes dots of it.
    ///
    /// - Parameters:
    ///   - file: a PNG or PBM file.
    ///   - width: printable dots of a row.
    ///   - mostRows: of the picture; 300 are about 4 cm of paper.
    ///   - mostBlack: of a strip, in percent: more slows the head, and a weak supply gives in.
    ///   - manner: how grey becomes black and white; nil is what suits the picture.
    /// - Throws: ``PictureError``.
    package init(
        file: [UInt8], width: Int, mostRows: Int = 300, mostBlack: Int = 60, manner: DotManner? = nil
    ) throws(PictureError) {
        let image = try GreyImage(file: file).cropped()
            .scaled(toFitWidth: width * Self.mostOfRow / 100, height: mostRows)
        var dots = try image.dots(manner ?? image.usualManner)
        dots.lighten(to: mostBlack, every: Self.rowsOfStrip, head: width)
        picture = dots
    }
}

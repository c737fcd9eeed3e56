// SPDX-License-Identifier: Apache-2.0

package import Raster

/// The shop's logo, as screens between sales have it.
package struct SceneLogo: Hashable, Sendable {
    /// The picture without its borders.
    private let image: ColorImage
    /// The one colour that it stands on; nil if it is see-through at its edges, or a photograph.
    private let backing: Color?

    /// The least contrast of a logo with what is behind it.
    ///
    /// Source: Web Content Accessibility Guidelines 2.1, 1.4.11 (graphics).
    private static let leastContrast = 3.0

    /// Reads a picture: PNG or PBM, within the limits of `GreyImage`.
    ///
    /// - Throws: `PictureError`.
    package init(file: [UInt8]) throws(PictureError) {
        let whole = try ColorImage(file: file)
        backing = whole.backing
        image = try whole.cropped()
    }

    /// A logo that was made as large as its room.
    struct Fitted {
        let picture: ColorImage
        let plate: Color?
        /// Pixels of the plate on each side.
        let padding: Int

        /// Columns with the plate.
        var width: Int { picture.width + 2 * padding }
        /// Rows with the plate.
        var height: Int { picture.height + 2 * padding }

        /// The picture in black dots; white letters on nothing are black ones there.
        func dots() throws(PictureError) -> Bitmap {
            let isLight = picture.mean.map { $0.contrast(with: .white) < SceneLogo.leastContrast } ?? false
            let isSeeThrough = picture.backing == nil && isLight
            let grey = isSeeThrough ? try picture.silhouette() : try picture.grey()
            return try grey.dots(grey.usualManner)
        }
    }

    /// Makes the logo as large as its room allows, but never larger than it is.
    ///
    /// - Returns: nil if it cannot be drawn there.
    func fitted(width: Int, height: Int, stage: SceneStage) -> Fitted? {
        let plate = stage.geometry.isMono ? nil : plate(on: stage.theme.neutral)
        let padding = plate == nil ? 0 : max(2, stage.share(25))
        // A picture that was read has a size that can be drawn.
        let picture = try? image.scaled(toFitWidth: width - 2 * padding, height: height - 2 * padding)
        return picture.map { Fitted(picture: $0, plate: plate, padding: padding) }
    }

    /// What is laid behind the logo so that it is seen: its own ground, or what it stands out from.
    private func plate(on palette: SceneTheme.Palette) -> Color? {
        if let backing { return backing == palette.ground ? nil : backing }
        guard let mean = image.mean, mean.contrast(with: palette.ground) < Self.leastContrast else { return nil }
        return mean.contrast(with: .white) >= mean.contrast(with: .black) ? .white : .black
    }
}

extension Surface {
    /// Draws a logo and what is behind it; on panels of black and white, its dark dots.
    mutating func draw(_ logo: SceneLogo.Fitted, x: Int, y: Int, stage: SceneStage) {
        if let plate = logo.plate {
            let frame = PixelRect(x: x, y: y, width: logo.width, height: logo.height)
            fill(.roundedRect(frame, radius: logo.padding), with: plate, crisp: stage.crisp)
        }
        let (left, top) = (x + logo.padding, y + logo.padding)
        guard stage.geometry.isMono else { return draw(logo.picture, x: left, y: top) }
        if let dots = try? logo.dots() { draw(dots, x: left, y: top, color: stage.theme.neutral.ink) }
    }
}

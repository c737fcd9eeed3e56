// SPDX-License-Identifier: Apache-2.0

/// Holds a picture in colours, some of it perhaps see-through: what a shop brings along.
package struct ColorImage: Sendable, Hashable {
    /// Dots a row.
    package let width: Int
    /// Rows.
    package let height: Int
    /// A word a dot, row by row: 0xAARRGGBB, where AA is 0 for what is not seen at all.
    package internal(set) var pixels: [UInt32]

    /// Makes a picture that is not seen at all.
    ///
    /// - Throws: ``PictureError/impossibleSize(width:height:)``.
    package init(width: Int, height: Int) throws(PictureError) {
        try GreyImage.check(width: width, height: height)
        self.width = width
        self.height = height
        pixels = [UInt32](repeating: 0, count: width * height)
    }

    /// Reads a PNG or PBM file, within the limits of ``GreyImage``.
    ///
    /// - Throws: ``PictureError``.
    package init(file bytes: [UInt8]) throws(PictureError) {
        guard bytes.count <= GreyImage.fileLimit else { throw .fileTooLarge(bytes: bytes.count) }
        if bytes.starts(with: PNGReader.signature) {
            self = try PNGReader(bytes).colors()
        } else {
            let grey = try GreyImage(file: bytes)
            try self.init(width: grey.width, height: grey.height)
            pixels = grey.levels.map { 0xFF00_0000 | UInt32($0) << 16 | UInt32($0) << 8 | UInt32($0) }
        }
    }

    /// The colour of all four corners; nil if they differ or something shines through them.
    package var backing: Color? {
        let corners = [pixels[0], pixels[width - 1], pixels[(height - 1) * width], pixels[height * width - 1]]
        guard corners[0] >> 24 == 0xFF, Set(corners).count == 1 else { return nil }
        return Color(corners[0])
    }

    /// The mean of what is seen; nil if nothing is.
    package var mean: Color? {
        var (red, green, blue, weight) = (0, 0, 0, 0)
        for pixel in pixels {
            let alpha = Int(pixel >> 24)
            red += alpha * Int(pixel >> 16 & 0xFF)
            green += alpha * Int(pixel >> 8 & 0xFF)
            blue += alpha * Int(pixel & 0xFF)
            weight += alpha
        }
        guard weight > 0 else { return nil }
        return Color(UInt32(red / weight) << 16 | UInt32(green / weight) << 8 | UInt32(blue / weight))
    }

    /// The picture without the borders that have its backing's colour, or are not seen.
    ///
    /// - Throws: ``PictureError/blank`` if nothing is left.
    package func cropped() throws(PictureError) -> ColorImage {
        let border = backing.map { $0.rgb | 0xFF00_0000 }
        var (left, right, top, bottom) = (width, 0, height, 0)
        for y in 0..<height {
            for x in 0..<width where pixels[y * width + x] != border && pixels[y * width + x] >> 24 != 0 {
                left = min(left, x)
                right = max(right, x + 1)
                top = min(top, y)
                bottom = max(bottom, y + 1)
            }
        }
        guard left < right else { throw .blank }
        var image = try ColorImage(width: right - left, height: bottom - top)
        for y in top..<bottom {
            let target = (y - top) * image.width
            image.pixels.replaceSubrange(
                target..<target + image.width, with: pixels[y * width + left..<y * width + right])
        }
        return image
    }

    /// The picture made smaller so that it fits, each dot the mean of those it covers; a picture that
    /// fits stays as it is.
    ///
    /// - Throws: ``PictureError/impossibleSize(width:height:)``.
    package func scaled(toFitWidth most: Int, height tallest: Int) throws(PictureError) -> ColorImage {
        let most = max(most, 1)
        let tallest = max(tallest, 1)
        guard width > most || height > tallest else { return self }
        let byWidth = width * tallest >= height * most
        var image = try ColorImage(
            width: byWidth ? most : max(1, width * tallest / height),
            height: byWidth ? max(1, height * most / width) : tallest)
        let across = GreyImage.shares(from: width, to: image.width)
        let down = GreyImage.shares(from: height, to: image.height)
        for y in 0..<image.height {
            for x in 0..<image.width { image.pixels[y * image.width + x] = mean(of: across[x], down[y]) }
        }
        return image
    }

    /// The mean of a patch; what is seen less counts less.
    private func mean(of columns: [(index: Int, share: Int)], _ rows: [(index: Int, share: Int)]) -> UInt32 {
        var (red, green, blue, seen, weight) = (0, 0, 0, 0, 0)
        for (row, rowShare) in rows {
            for (column, columnShare) in columns {
                let pixel = pixels[row * width + column]
                let share = rowShare * columnShare
                let alpha = share * Int(pixel >> 24)
                red += alpha * Int(pixel >> 16 & 0xFF)
                green += alpha * Int(pixel >> 8 & 0xFF)
                blue += alpha * Int(pixel & 0xFF)
                seen += alpha
                weight += share
            }
        }
        guard seen > 0 else { return 0 }
        func part(_ sum: Int) -> UInt32 { UInt32((sum + seen / 2) / seen) }
        return UInt32((seen + weight / 2) / weight) << 24 | part(red) << 16 | part(green) << 8 | part(blue)
    }

    /// What is seen of the picture, in black on white, whatever its colours.
    ///
    /// - Throws: ``PictureError/impossibleSize(width:height:)``.
    package func silhouette() throws(PictureError) -> GreyImage {
        var image = try GreyImage(width: width, height: height)
        image.levels = pixels.map { 255 - UInt8($0 >> 24) }
        return image
    }

    /// The picture in grey, on white.
    ///
    /// - Throws: ``PictureError/impossibleSize(width:height:)``.
    package func grey() throws(PictureError) -> GreyImage {
        var image = try GreyImage(width: width, height: height)
        for (index, pixel) in pixels.enumerated() {
            let (alpha, red) = (Int(pixel >> 24), Int(pixel >> 16 & 0xFF))
            let level = (299 * red + 587 * Int(pixel >> 8 & 0xFF) + 114 * Int(pixel & 0xFF) + 500) / 1000
            image.levels[index] = UInt8((level * alpha + 255 * (255 - alpha) + 127) / 255)
        }
        return image
    }
}

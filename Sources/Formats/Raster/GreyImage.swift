// SPDX-License-Identifier: Apache-2.0

/// Holds a picture of grey levels, from which black and white dots are made.
package struct GreyImage: Sendable, Hashable {
    /// The most bytes of a file that is read.
    package static let fileLimit = 4 << 20
    /// The most dots a side of a picture that is read.
    package static let sideLimit = 4096
    /// The most dots of a picture that is read: a small file can claim far more than memory has.
    package static let areaLimit = 4 << 20

    /// Dots a row.
    package let width: Int
    /// Rows.
    package let height: Int
    /// One byte a dot, row by row: 0 is black and 255 is white.
    package internal(set) var levels: [UInt8]

    /// Makes a white picture.
    ///
    /// - Throws: ``PictureError/impossibleSize(width:height:)``.
    package init(width: Int, height: Int) throws(PictureError) {
        try Self.check(width: width, height: height)
        self.width = width
        self.height = height
        levels = [UInt8](repeating: 255, count: width * height)
    }

    /// Refuses sizes that no picture has that is read.
    static func check(width: Int, height: Int) throws(PictureError) {
        guard (1...sideLimit).contains(width), (1...sideLimit).contains(height), width * height <= areaLimit
        else { throw .impossibleSize(width: width, height: height) }
    }

    /// Reads a PNG or PBM file; what is see-through lies on white.
    ///
    /// - Throws: ``PictureError``.
    package init(file bytes: [UInt8]) throws(PictureError) {
        guard bytes.count <= Self.fileLimit else { throw .fileTooLarge(bytes: bytes.count) }
        if bytes.starts(with: PNGReader.signature) {
            self = try PNGReader(bytes).image()
        } else if bytes.count > 2, bytes[0] == UInt8(ascii: "P"),
            bytes[1] == UInt8(ascii: "1") || bytes[1] == UInt8(ascii: "4")
        {
            self = try PBMReader(bytes).image()
        } else {
            throw .unknownKind
        }
    }

    /// The picture without its white borders.
    ///
    /// - Throws: ``PictureError/blank`` if nothing is left.
    package func cropped() throws(PictureError) -> GreyImage {
        var (left, right, top, bottom) = (width, 0, height, 0)
        for y in 0..<height {
            for x in 0..<width where levels[y * width + x] < Self.nearlyWhite {
                left = min(left, x)
                right = max(right, x + 1)
                top = min(top, y)
                bottom = max(bottom, y + 1)
            }
        }
        guard left < right else { throw .blank }
        var image = try GreyImage(width: right - left, height: bottom - top)
        for y in top..<bottom {
            let target = (y - top) * image.width
            image.levels.replaceSubrange(
                target..<target + image.width, with: levels[y * width + left..<y * width + right])
        }
        return image
    }

    /// The picture made smaller so that it fits, each dot the mean of those it covers; a picture that
    /// fits stays as it is.
    package func scaled(toFitWidth most: Int, height tallest: Int) throws(PictureError) -> GreyImage {
        let most = max(most, 1)
        let tallest = max(tallest, 1)
        guard width > most || height > tallest else { return self }
        // The side that is further beyond its limit decides; the other follows.
        let byWidth = width * tallest >= height * most
        let newWidth = byWidth ? most : max(1, width * tallest / height)
        let newHeight = byWidth ? max(1, height * most / width) : tallest
        var image = try GreyImage(width: newWidth, height: newHeight)
        let across = Self.shares(from: width, to: newWidth)
        let down = Self.shares(from: height, to: newHeight)
        for y in 0..<newHeight {
            for x in 0..<newWidth {
                var sum = 0
                var weight = 0
                for (row, rowShare) in down[y] {
                    for (column, columnShare) in across[x] {
                        let share = rowShare * columnShare
                        sum += share * Int(levels[row * width + column])
                        weight += share
                    }
                }
                image.levels[y * newWidth + x] = UInt8((sum + weight / 2) / weight)
            }
        }
        return image
    }

    /// Lighter than this is the white of a border.
    private static let nearlyWhite: UInt8 = 250

    /// Which old dots a new one covers, and how much of each.
    static func shares(from old: Int, to new: Int) -> [[(index: Int, share: Int)]] {
        (0..<new).map { place in
            // In units of 1/new of an old dot: a new one covers `old` of them.
            let start = place * old
            let end = start + old
            return (start / new...(end - 1) / new).map { index in
                (index, min(end, (index + 1) * new) - max(start, index * new))
            }
        }
    }
}

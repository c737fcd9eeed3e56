// SPDX-License-Identifier: Apache-2.0

/// How grey becomes black and white.
package enum DotManner: String, Sendable, Hashable, CaseIterable {
    /// Each dot by itself, for drawings and letters.
    case lineArt = "line_art"
    /// With the error handed on to the neighbours, for photographs.
    case photo
}

extension GreyImage {
    /// The manner that suits the picture: drawings have hardly any middle tones.
    package var usualManner: DotManner {
        let middle = levels.count { (48...207).contains($0) }
        return middle * 8 > levels.count ? .photo : .lineArt
    }

    /// Makes dots of the picture.
    ///
    /// - Throws: ``PictureError/impossibleSize(width:height:)``.
    package func dots(_ manner: DotManner) throws(PictureError) -> Bitmap {
        do {
            var bitmap = try Bitmap(width: width, height: height)
            switch manner {
            case .lineArt:
                for y in 0..<height {
                    for x in 0..<width where levels[y * width + x] < 128 { bitmap.blacken(x, y) }
                }
            case .photo: spread(onto: &bitmap)
            }
            return bitmap
        } catch {
            throw .impossibleSize(width: width, height: height)
        }
    }

    /// Floyd and Steinberg's way of handing the error on, every second row from the right.
    private func spread(onto bitmap: inout Bitmap) {
        // A cell more on both sides takes what would fall off.
        var current = [Int](repeating: 0, count: width + 2)
        var next = current
        for y in 0..<height {
            let leftward = y % 2 == 1
            let ahead = leftward ? -1 : 1
            for step in 0..<width {
                let x = leftward ? width - 1 - step : step
                let wanted = Int(levels[y * width + x]) + current[x + 1] / 16
                let isBlack = wanted < 128
                if isBlack { bitmap.blacken(x, y) }
                let error = wanted - (isBlack ? 0 : 255)
                current[x + 1 + ahead] += 7 * error
                next[x + 1 - ahead] += 3 * error
                next[x + 1] += 5 * error
                next[x + 1 + ahead] += error
            }
            current = next
            next = [Int](repeating: 0, count: width + 2)
        }
    }
}

extension Bitmap {
    /// Takes black dots away, evenly, from every stretch of rows that is blacker than a head can burn.
    ///
    /// - Parameters:
    ///   - percent: the most black of a stretch, 1 to 100.
    ///   - rows: the rows of a stretch, at least 1.
    ///   - dots: the dots of the head, of which the picture may take a part.
    package mutating func lighten(to percent: Int, every rows: Int, head dots: Int) {
        let percent = min(max(percent, 1), 100)
        let area = max(rows, 1) * max(dots, width)
        for top in Swift.stride(from: 0, to: height, by: max(rows, 1)) {
            let range = top..<min(top + max(rows, 1), height)
            let black = range.reduce(0) { sum, y in sum + blackDots(inRow: y) }
            guard black * 100 > area * percent else { continue }
            // Of every 64 dots of a pattern that spreads them, so many stay.
            let kept = area * percent * 64 / (black * 100)
            for y in range {
                for x in 0..<width where Self.order(x, y) >= kept {
                    bytes[y * stride + x / 8] &= ~(0x80 >> UInt8(x & 7))
                }
            }
        }
    }

    /// Sets one dot; the point must lie within the bounds.
    mutating func blacken(_ x: Int, _ y: Int) { bytes[y * stride + x / 8] |= 0x80 >> UInt8(x & 7) }

    private func blackDots(inRow y: Int) -> Int {
        bytes[y * stride..<(y + 1) * stride].reduce(0) { $0 + $1.nonzeroBitCount }
    }

    /// The place of a dot in an order in which neighbours are far apart: 0 to 63.
    ///
    /// Source: Bayer, An optimum method for two-level rendition of continuous-tone pictures, 1973.
    private static func order(_ x: Int, _ y: Int) -> Int {
        var place = 0
        for bit in 0..<3 {
            let across = x >> bit & 1
            let down = y >> bit & 1
            place |= (across ^ down) << (2 * (2 - bit) + 1) | down << (2 * (2 - bit))
        }
        return place
    }
}

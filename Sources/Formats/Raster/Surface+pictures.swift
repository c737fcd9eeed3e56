// SPDX-License-Identifier: Apache-2.0

extension Surface {
    /// Lays a picture over this one; what lies outside is left out.
    ///
    /// - Parameters:
    ///   - image: the picture.
    ///   - x: the column that its left column comes to.
    ///   - y: the row that its upper row comes to.
    package mutating func draw(_ image: ColorImage, x: Int, y: Int) {
        let area = PixelRect(x: x, y: y, width: image.width, height: image.height).intersection(bounds)
        guard !area.isEmpty else { return }
        let width = width
        var span = pixels.mutableSpan
        for row in area.y..<area.bottom {
            for column in area.x..<area.right {
                let pixel = image.pixels[(row - y) * image.width + column - x]
                let index = row * width + column
                span[index] = Color(pixel).over(span[index], coverage: UInt8(pixel >> 24))
            }
        }
    }

    /// Sets the black dots of a picture in one colour; what lies outside is left out.
    ///
    /// - Parameters:
    ///   - dots: the picture.
    ///   - x: the column that its left column comes to.
    ///   - y: the row that its upper row comes to.
    ///   - color: what its black becomes.
    package mutating func draw(_ dots: Bitmap, x: Int, y: Int, color: Color) {
        let area = PixelRect(x: x, y: y, width: dots.width, height: dots.height).intersection(bounds)
        guard !area.isEmpty else { return }
        let width = width
        var span = pixels.mutableSpan
        for row in area.y..<area.bottom {
            for column in area.x..<area.right where dots[column - x, row - y] {
                span[row * width + column] = color.rgb
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

extension Surface {
    /// Makes a picture of a code and its border alone.
    ///
    /// - Parameters:
    ///   - code: the modules.
    ///   - modulePixels: pixels a module.
    ///   - quiet: modules of border; readers want 4.
    /// - Throws: ``RasterError/impossibleSize(width:height:)``.
    package init(code: QRMatrix, modulePixels: Int, quiet: Int = 4) throws(RasterError) {
        let limit = Surface.sideLimit
        guard (1...limit).contains(modulePixels), (0...limit).contains(quiet) else {
            throw .impossibleSize(width: modulePixels, height: quiet)
        }
        let side = (code.size + 2 * quiet) * modulePixels
        try self.init(width: side, height: side)
        let length = code.size * modulePixels
        draw(
            code,
            at: QRPlacement(
                modulePixels: modulePixels,
                quietPixels: quiet * modulePixels,
                symbol: PixelRect(x: quiet * modulePixels, y: quiet * modulePixels, width: length, height: length)
            )
        )
    }

    /// Draws a code as large as it fits, black on white with its border.
    ///
    /// - Returns: where it stands, how large its modules are and how wide its border is.
    /// - Throws: ``RasterError/codeDoesNotFit(modules:width:height:)``; nothing is drawn then.
    @discardableResult
    package mutating func draw(_ code: QRMatrix, in rect: PixelRect) throws(RasterError) -> QRPlacement {
        let placement = try QRPlacement(modules: code.size, in: rect.intersection(bounds))
        draw(code, at: placement)
        return placement
    }

    /// Draws a code where a placement puts it; the placement must lie within the picture.
    package mutating func draw(_ code: QRMatrix, at placement: QRPlacement) {
        precondition(
            bounds.contains(placement.area) && placement.symbol.width == code.size * placement.modulePixels,
            "the placement is not for this code and picture"
        )
        fill(placement.area, with: .white)
        let width = width
        let module = placement.modulePixels
        let symbol = placement.symbol
        var span = pixels.mutableSpan
        let dark = Color.black.rgb
        for row in 0..<code.size {
            let top = symbol.y + row * module
            let base = row * code.size
            var column = 0
            while column < code.size {
                guard code.modules[base + column] != 0 else {
                    column += 1
                    continue
                }
                let start = column
                while column < code.size, code.modules[base + column] != 0 { column += 1 }
                let left = symbol.x + start * module
                let length = (column - start) * module
                for y in top..<top + module {
                    span.paint(y * width + left..<y * width + left + length, with: dark)
                }
            }
        }
    }
}

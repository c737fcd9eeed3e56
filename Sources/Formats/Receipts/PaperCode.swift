// SPDX-License-Identifier: Apache-2.0

import Raster

/// A payment code in the size that is right for a printer.
///
/// A module is about 0.75 mm, in whole dots, and never less than 3 dots; the border of 4 modules and
/// the room to the left, which centres it, belong to the picture.
struct PaperCode {
    /// The dots to print from the left edge.
    let picture: Bitmap
    /// Whether the printer is to double each dot, for a quarter of the bytes.
    let isDoubled: Bool
    /// Printed dots a module.
    let moduleDots: Int

    /// The fewest dots of a module that telephones still read.
    static let fewestDots = 3
    /// Fewer dots than this are reason to give up error correction for size.
    private static let wantedDots = 4
    private static let border = 4

    /// Sizes and draws a code.
    ///
    /// - Parameters:
    ///   - payload: the text of the code.
    ///   - width: printable dots of a row.
    ///   - dpi: dots an inch.
    ///   - mayDouble: whether the printer can double dots.
    ///   - isIndented: whether the room to the left belongs to the picture; not where the printer
    ///     itself sets pictures in the middle.
    init(
        payload: String, width: Int, dpi: Int, mayDouble: Bool, isIndented: Bool = true
    ) throws(ReceiptError) {
        var code = try Self.code(payload, .m)
        var dots = Self.dots(code, width: width, dpi: dpi, mayDouble: mayDouble)
        if dots < Self.wantedDots {
            let smaller = try Self.code(payload, .l)
            let larger = Self.dots(smaller, width: width, dpi: dpi, mayDouble: mayDouble)
            if larger > dots { (code, dots) = (smaller, larger) }
        }
        guard dots >= Self.fewestDots else {
            throw .codeDoesNotFit(modules: code.size, dots: width)
        }
        moduleDots = dots
        isDoubled = mayDouble && dots.isMultiple(of: 2)
        let scale = isDoubled ? 2 : 1
        let module = dots / scale
        let side = (code.size + 2 * Self.border) * module
        let left = isIndented ? (width / scale - side) / 2 : 0
        do {
            var picture = try Bitmap(width: left + side, height: side)
            picture.draw(
                code, x: left + Self.border * module, y: Self.border * module, moduleDots: module)
            self.picture = picture
        } catch {
            throw .picture(error)
        }
    }

    private static func code(_ payload: String, _ level: ErrorCorrection) throws(ReceiptError) -> QRMatrix {
        do {
            return try QRMatrix(text: payload, level: level)
        } catch {
            throw .code(error)
        }
    }

    private static func dots(_ code: QRMatrix, width: Int, dpi: Int, mayDouble: Bool) -> Int {
        // 0.75 mm in dots, rounded: 6 at 203 dots an inch and 5 at 180.
        let wanted = (dpi * 75 + 1270) / 2540
        let doubled = mayDouble ? wanted + wanted % 2 : wanted
        return min(doubled, width / (code.size + 2 * border))
    }
}

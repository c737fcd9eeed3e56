// SPDX-License-Identifier: Apache-2.0

import Raster

/// A payment code in the size that is right for a printer.
///
/// A module is about 0.75 mm, in whole dots, and never less than 3 dots; the border of 4 modules and
/// the room to the left, which centres it, belong to the picture. Where dots are higher than wide, as
/// those of needles are, a module has fewer of them down than across, so that it is square.
struct PaperCode {
    /// The dots to print from the left edge.
    let picture: Bitmap
    /// Whether the printer is to double each dot, for a quarter of the bytes.
    let isDoubled: Bool
    /// Printed dots a module.
    let moduleDots: Int
    /// Printed rows a module.
    let moduleRows: Int

    /// The fewest dots of a module that telephones still read.
    static let fewestDots = 3
    /// The fewest dots of a head so coarse that they are as large as three of a usual one.
    private static let fewestCoarseDots = 2
    /// Fewer dots than this are reason to give up error correction for size.
    private static let wantedDots = 4
    private static let border = 4

    /// Sizes and draws a code.
    ///
    /// - Parameters:
    ///   - payload: the text of the code.
    ///   - width: printable dots of a row.
    ///   - dpi: dots an inch across.
    ///   - down: rows an inch; nil is as many.
    ///   - mayDouble: whether the printer can double dots.
    ///   - isIndented: whether the room to the left belongs to the picture; not where the printer
    ///     itself sets pictures in the middle.
    init(
        payload: String, width: Int, dpi: Int, down: Int? = nil, mayDouble: Bool, isIndented: Bool = true
    ) throws(ReceiptError) {
        var code = try Self.code(payload, .m)
        var dots = Self.dots(code, width: width, dpi: dpi, mayDouble: mayDouble)
        if dots < Self.wantedDots {
            let smaller = try Self.code(payload, .l)
            let larger = Self.dots(smaller, width: width, dpi: dpi, mayDouble: mayDouble)
            if larger > dots { (code, dots) = (smaller, larger) }
        }
        moduleDots = dots
        moduleRows = (2 * dots * (down ?? dpi) + dpi) / (2 * dpi)
        guard dots >= Self.fewest(dpi: dpi), moduleRows >= Self.fewestCoarseDots else {
            throw .codeDoesNotFit(modules: code.size, dots: width)
        }
        isDoubled = mayDouble && dots.isMultiple(of: 2)
        let scale = isDoubled ? 2 : 1
        let module = dots / scale
        let side = (code.size + 2 * Self.border) * module
        let left = isIndented ? (width / scale - side) / 2 : 0
        let rows = moduleRows / scale
        do {
            var picture = try Bitmap(width: left + side, height: (code.size + 2 * Self.border) * rows)
            let corner = (x: left + Self.border * module, y: Self.border * rows)
            if rows == module {
                picture.draw(code, x: corner.x, y: corner.y, moduleDots: module)
            } else {
                Self.draw(code, on: &picture, corner, module: (module, rows))
            }
            self.picture = picture
        } catch {
            throw .picture(error)
        }
    }

    /// Draws a code whose modules have other numbers of dots across and down.
    private static func draw(
        _ code: QRMatrix, on picture: inout Bitmap, _ corner: (x: Int, y: Int), module: (width: Int, height: Int)
    ) {
        for y in 0..<code.size {
            for x in 0..<code.size where code[x, y] {
                picture.fill(
                    PixelRect(
                        x: corner.x + x * module.width, y: corner.y + y * module.height, width: module.width,
                        height: module.height))
            }
        }
    }

    /// Three dots of a usual head; of a coarser one as many as are as large.
    private static func fewest(dpi: Int) -> Int {
        min(max((dpi * 37 + 2539) / 2540, fewestCoarseDots), fewestDots)
    }

    private static func code(_ payload: String, _ level: ErrorCorrection) throws(ReceiptError) -> QRMatrix {
        do {
            return try QRMatrix(text: payload, level: level)
        } catch {
            throw .code(error)
        }
    }

    private static func dots(_ code: QRMatrix, width: Int, dpi: Int, mayDouble: Bool) -> Int {
        // 0.75 mm in dots, rounded: 6 at 203 dots an inch and 5 at 180; needles need more than 2.
        let wanted = max((dpi * 75 + 1270) / 2540, fewestDots)
        let doubled = mayDouble ? wanted + wanted % 2 : wanted
        return min(doubled, width / (code.size + 2 * border))
    }
}

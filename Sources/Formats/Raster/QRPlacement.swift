// SPDX-License-Identifier: Apache-2.0

/// Says where on a raster a code stands, in whole pixels.
package struct QRPlacement: Hashable, Sendable {
    /// Pixels (or dots) a module, the same in both directions.
    package let modulePixels: Int
    /// Pixels of light border that belong to the code on every side.
    package let quietPixels: Int
    /// The dark and light modules, without the border.
    package let symbol: PixelRect

    /// The code with its border: nothing else may be drawn here.
    package var area: PixelRect { symbol.inset(by: -quietPixels) }
    /// Modules of light border, such as 4 or 1.5.
    package var quietModules: Double { Double(quietPixels) / Double(modulePixels) }
    /// Tells whether a phone has to come unusually close.
    package var isSmall: Bool { modulePixels < 3 }

    /// The fewest pixels a module may have on a display.
    package static let fewestPixels = 2

    /// Finds the largest whole-pixel module with which a code fits a rectangle.
    ///
    /// The border is 4 modules. Where that leaves modules of less than 3 pixels, the border may shrink
    /// to 2, and on the very smallest panels to 1.5, if the modules grow by it.
    ///
    /// - Parameters:
    ///   - modules: modules a side, without border.
    ///   - rect: the room there is; the code is centred in it.
    ///   - narrow: allows borders of less than 4 modules also for modules of 3 pixels and more.
    ///   - floor: the fewest pixels a module may have.
    ///   - ceiling: the largest module to use.
    /// - Throws: ``RasterError/codeDoesNotFit(modules:width:height:)`` if modules would be below the floor.
    package init(
        modules: Int,
        in rect: PixelRect,
        narrow: Bool = false,
        floor: Int = QRPlacement.fewestPixels,
        ceiling: Int = .max
    ) throws(RasterError) {
        let side = min(rect.width, rect.height)
        var module = min(ceiling, side / (modules + 8))
        var quiet = 4 * module
        if narrow || module < 3 {
            let tighter = min(ceiling, side / (modules + 4))
            if tighter > module {
                module = tighter
                quiet = 2 * module
            }
        }
        if module < floor, (floor...max(floor, ceiling)).contains(Self.fewestPixels),
            Self.fewestPixels * (modules + 3) <= side
        {
            module = Self.fewestPixels
            quiet = 3 * module / 2
        }
        guard module >= max(1, floor) else {
            throw .codeDoesNotFit(modules: modules, width: rect.width, height: rect.height)
        }
        let length = modules * module
        self.init(
            modulePixels: module,
            quietPixels: quiet,
            symbol: PixelRect(
                x: rect.x + (rect.width - length) / 2,
                y: rect.y + (rect.height - length) / 2,
                width: length,
                height: length
            )
        )
    }

    init(modulePixels: Int, quietPixels: Int, symbol: PixelRect) {
        self.modulePixels = modulePixels
        self.quietPixels = quietPixels
        self.symbol = symbol
    }
}

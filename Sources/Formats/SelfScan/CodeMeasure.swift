// SPDX-License-Identifier: Apache-2.0

package import Raster

/// How large a code stands on a panel, and from how far away a phone should read it.
///
/// Pixels are counted in the picture that the payer sees, not taken from whoever drew it.
package struct CodeMeasure: Hashable, Sendable {
    /// Modules a side, 21 to 177, without the border.
    package let modules: Int
    /// Pixels a module, across.
    package let modulePixels: Int
    /// Where the modules stand, in pixels of the picture.
    package let symbol: PixelRect
    /// The narrowest side of the light border, in pixels; more than ``quietPixelsMax`` is not counted.
    package let quietPixels: Int
    /// The edge of a pixel in micrometres; nil if nobody knows.
    package let pitch: Int?

    /// States all of it.
    package init(modules: Int, modulePixels: Int, symbol: PixelRect, quietPixels: Int, pitch: Int?) {
        self.modules = modules
        self.modulePixels = modulePixels
        self.symbol = symbol
        self.quietPixels = quietPixels
        self.pitch = pitch
    }

    /// The light border in modules, such as 4 or 1.5.
    package var quietModules: Double { Double(quietPixels) / Double(modulePixels) }

    /// The edge of a module in micrometres; nil if nobody knows.
    package var moduleMicrometres: Int? { pitch.map { $0 * modulePixels } }

    /// From how far away a phone should read it with ease, in millimetres: where its camera has 4 pixels a module.
    ///
    /// Source: measurements with three readers, as the specification of framebuffers has them in section 10; a
    /// phone's picture has about 1500/d pixels a millimetre at d millimetres.
    package var distance: Int? { moduleMicrometres.map { $0 * Self.cameraPixels / Self.easyPixels / 1000 } }

    /// From how far away a good phone still reads it if nothing blurs, in millimetres: 3 camera pixels a module.
    package var farthest: Int? { moduleMicrometres.map { $0 * Self.cameraPixels / Self.hardPixels / 1000 } }

    /// Whether a phone has to come unusually close: modules of less than 3 pixels or 0.35 mm.
    package var isSmall: Bool {
        modulePixels < Self.smallPixels || (moduleMicrometres.map { $0 < Self.smallMicrometres } ?? false)
    }

    /// Whether the border is narrower than what readers get along with.
    package var isCramped: Bool { 2 * quietPixels < 3 * modulePixels }

    /// Camera pixels a millimetre, times the distance in millimetres.
    static let cameraPixels = 1500
    static let easyPixels = 4
    static let hardPixels = 3
    static let smallPixels = 3
    static let smallMicrometres = 350
    /// The border that is wanted, in modules: a wider one is not better.
    package static let quietModulesMax = 4
}

extension CodeMeasure {
    /// Measures a code where it was read.
    ///
    /// The corner patterns are seven modules wide, and dark at their edges: their lengths say how large a module is.
    ///
    /// - Returns: nil if what stands there is no upright code of whole pixels.
    package init?(of picture: Luminance, at code: ReadCode, pitch: Int?) {
        let near = code.bounds.inset(by: -Self.reach(of: code)).intersection(picture.bounds)
        guard let symbol = Self.dark(of: picture, in: near, touching: code.bounds) else { return nil }
        let across = Self.run(of: picture, from: symbol, dx: 1, dy: 0)
        let down = Self.run(of: picture, from: symbol, dx: 0, dy: 1)
        let pixels = across / 7
        guard pixels > 0, across == down, across == 7 * pixels, symbol.width == symbol.height,
            symbol.width % pixels == 0
        else { return nil }
        let modules = symbol.width / pixels
        guard (21...177).contains(modules), (modules - 17) % 4 == 0 else { return nil }
        self.init(
            modules: modules, modulePixels: pixels, symbol: symbol,
            quietPixels: Self.border(of: picture, around: symbol, most: Self.quietModulesMax * pixels),
            pitch: pitch)
    }

    /// How far the reader's corners may be off, in pixels: less than a module.
    private static func reach(of code: ReadCode) -> Int { max(2, code.bounds.width / 100) }

    private static func isDark(_ level: UInt8) -> Bool { level < 128 }

    /// The smallest rectangle that has all dark pixels; what does not touch the code is not looked at.
    private static func dark(of picture: Luminance, in area: PixelRect, touching code: PixelRect) -> PixelRect? {
        var (left, right, top, bottom) = (area.right, area.x, area.bottom, area.y)
        for y in area.y..<area.bottom {
            for x in area.x..<area.right where isDark(picture[x, y]) {
                left = min(left, x)
                right = max(right, x + 1)
                top = min(top, y)
                bottom = max(bottom, y + 1)
            }
        }
        guard left < right else { return nil }
        let found = PixelRect(x: left, y: top, width: right - left, height: bottom - top)
        return found.intersection(code).isEmpty ? nil : found
    }

    /// The length of the dark stretch that begins in the upper left corner.
    private static func run(of picture: Luminance, from symbol: PixelRect, dx: Int, dy: Int) -> Int {
        var length = 0
        while length < symbol.width, length < symbol.height,
            isDark(picture[symbol.x + dx * length, symbol.y + dy * length])
        {
            length += 1
        }
        return length
    }

    /// How many pixels around the symbol are light on all four sides.
    private static func border(of picture: Luminance, around symbol: PixelRect, most: Int) -> Int {
        var width = 0
        while width < most {
            let ring = symbol.inset(by: -(width + 1))
            guard picture.bounds.contains(ring) else { return width }
            let rows = (ring.x..<ring.right).allSatisfy { x in
                !isDark(picture[x, ring.y]) && !isDark(picture[x, ring.bottom - 1])
            }
            let columns = (ring.y..<ring.bottom).allSatisfy { y in
                !isDark(picture[ring.x, y]) && !isDark(picture[ring.right - 1, y])
            }
            guard rows, columns else { return width }
            width += 1
        }
        return width
    }
}

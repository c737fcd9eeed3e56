// SPDX-License-Identifier: Apache-2.0

import Raster

/// The room that a scene is drawn in, with the measures that all scenes share.
struct SceneStage {
    /// How the room lies.
    enum Shape {
        case landscape
        case portrait
        /// Neither side is a quarter longer than the other.
        case square
    }

    let geometry: DisplayGeometry
    let theme: SceneTheme

    init(geometry: DisplayGeometry, theme: SceneTheme) throws(SceneError) {
        guard (SceneRenderer.leastWidth...Surface.sideLimit).contains(geometry.width),
            (SceneRenderer.leastHeight...Surface.sideLimit).contains(geometry.height)
        else { throw .impossibleDisplay(width: geometry.width, height: geometry.height) }
        self.geometry = geometry
        self.theme = theme
    }

    var width: Int { geometry.width }
    var height: Int { geometry.height }
    var bounds: PixelRect { PixelRect(x: 0, y: 0, width: width, height: height) }
    var crisp: Bool { !geometry.antialias }
    /// The shorter side: what sizes are shares of.
    var unit: Int { min(width, height) }
    /// Empty pixels at the edges.
    var margin: Int { max(2, unit / 16) }

    var shape: Shape {
        if 4 * width >= 5 * height { return .landscape }
        return 4 * height >= 5 * width ? .portrait : .square
    }

    /// A thousandth share of the shorter side.
    func share(_ thousandths: Int) -> Int {
        unit * thousandths / 1000
    }

    func surface(_ color: Color) throws(SceneError) -> Surface {
        do {
            return try Surface(width: width, height: height, color: color)
        } catch {
            throw .impossibleDisplay(width: width, height: height)
        }
    }

    /// Makes a line whose size is a share of the shorter side.
    func line(
        _ text: String,
        _ thousandths: Int,
        _ color: Color,
        gap: Int = 0,
        isRequired: Bool = true,
        overflow: TextLine.Overflow = .wrap
    ) -> TextLine {
        // Tiny panels need larger words than their size would give.
        let wanted = unit < 128 ? share(thousandths * 8 / 5) : share(thousandths)
        let least = max(TextLine.leastSize(of: text), min(wanted, height / 32))
        return TextLine(
            text: text,
            preferred: max(least, wanted),
            least: least,
            color: color,
            gap: share(gap),
            isRequired: isRequired,
            overflow: overflow
        )
    }
}

// SPDX-License-Identifier: Apache-2.0

import Raster

/// A symbol beside or above a few words.
struct StatusScene {
    let palette: SceneTheme.Palette
    let symbol: Symbol
    let headline: String
    var amount = ""
    /// What must be read.
    var warning = ""
    /// What may be read.
    var details: [String] = []
    /// The order's short word: a picture of another payment has another.
    var order = ""
    /// Tells whether the screen is refused rather than drawn without the order's word.
    var isOrderRequired = false
}

extension SceneRenderer {
    func draw(_ scene: StatusScene, stage: SceneStage) throws(SceneError) -> Surface {
        var surface = try stage.surface(scene.palette.ground)
        var (symbol, text) = Self.areas(of: stage)
        let isLandscape = stage.shape == .landscape
        var column = TextColumn(
            type: type,
            crisp: stage.crisp,
            rect: text,
            alignment: isLandscape ? .leading : .center,
            anchor: isLandscape ? .middle : .top
        )
        let lines = try lines(of: scene, in: column, stage: stage)
        if !isLandscape {
            // Symbol and words together stand in the middle, a little towards the top.
            let spare = text.bottom - text.y - (try column.height(of: lines))
            let shift = max(0, spare) * 2 / 5
            symbol.y += shift
            text.y += shift
            text.height -= shift
            column.rect = text
        }
        surface.draw(
            scene.symbol,
            in: symbol,
            color: scene.palette.accent,
            mark: scene.palette.mark,
            crisp: stage.crisp
        )
        try column.draw(lines, on: &surface)
        return surface
    }

    /// The lines as they fit: the order's word in a row of its own, with what it is and without, else in
    /// the amount's row, and where it may be left out, without it.
    private func lines(of scene: StatusScene, in column: TextColumn, stage: SceneStage) throws(SceneError) -> [TextLine]
    {
        let order = SceneText.clean(scene.order)
        guard !order.isEmpty else { return lines(of: scene, amount: scene.amount, order: "", stage: stage) }
        var ways = ["\(words[.order]) \(order)", order].map {
            lines(of: scene, amount: scene.amount, order: $0, stage: stage)
        }
        if !scene.amount.isEmpty {
            ways.append(lines(of: scene, amount: "\(scene.amount)\(joint)\(order)", order: "", stage: stage))
        }
        if !scene.isOrderRequired { ways.append(lines(of: scene, amount: scene.amount, order: "", stage: stage)) }
        for way in ways {
            if (try? column.height(of: way)) != nil { return way }
        }
        return ways[ways.count - 1]
    }

    private func lines(of scene: StatusScene, amount: String, order: String, stage: SceneStage) -> [TextLine] {
        let palette = scene.palette
        var lines = [stage.line(scene.headline, 140, palette.ink)]
        if !amount.isEmpty {
            lines.append(stage.line(amount, 185, palette.ink, gap: 22, overflow: .refuse))
        }
        if !scene.warning.isEmpty {
            lines.append(stage.line(scene.warning, 82, palette.ink, gap: 30))
        }
        for (index, detail) in scene.details.enumerated() {
            lines.append(
                stage.line(detail, 75, palette.quiet, gap: index == 0 ? 30 : 8, isRequired: false)
            )
        }
        if !order.isEmpty {
            lines.append(stage.line(order, 60, palette.quiet, gap: 30, overflow: .refuse))
        }
        return lines
    }

    /// What stands between two texts in one row.
    var joint: String { type.covers("·") ? " · " : " - " }

    /// Divides the room between the symbol and the words.
    private static func areas(of stage: SceneStage) -> (symbol: PixelRect, text: PixelRect) {
        let margin = stage.margin
        let width = stage.width
        let height = stage.height
        guard stage.shape == .landscape else {
            let side = min(width * 56 / 100, height * 36 / 100)
            let top = stage.shape == .portrait ? height * 8 / 100 : height * 7 / 100
            let textTop = top + side + height * 4 / 100
            return (
                PixelRect(x: (width - side) / 2, y: top, width: side, height: side),
                PixelRect(x: margin, y: textTop, width: width - 2 * margin, height: height - textTop - margin)
            )
        }
        let side = min(height * 56 / 100, width * 30 / 100)
        let left = max(margin, width * 36 / 200 - side / 2 + margin / 2)
        let textLeft = left + side + max(margin, width * 6 / 100)
        return (
            PixelRect(x: left, y: (height - side) / 2, width: side, height: side),
            PixelRect(x: textLeft, y: margin, width: width - textLeft - margin, height: height - 2 * margin)
        )
    }
}

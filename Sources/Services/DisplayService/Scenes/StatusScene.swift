// SPDX-License-Identifier: Apache-2.0

import Raster

/// A symbol beside or above a few words.
struct StatusScene {
    let palette: SceneTheme.Palette
    let symbol: Symbol
    let headline: String
    var amount: ShownAmount?
    /// What must be read.
    var warning = ""
    /// What may be read.
    var details: [String] = []
    var order = ""
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
        let lines = lines(of: scene, stage: stage)
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

    private func lines(of scene: StatusScene, stage: SceneStage) -> [TextLine] {
        let palette = scene.palette
        var lines = [stage.line(scene.headline, 140, palette.ink)]
        if let amount = scene.amount {
            lines.append(stage.line(amount.line, 185, palette.ink, gap: 22, overflow: .refuse))
        }
        if !scene.warning.isEmpty {
            lines.append(stage.line(scene.warning, 82, palette.ink, gap: 30))
        }
        for (index, detail) in scene.details.enumerated() {
            lines.append(
                stage.line(detail, 75, palette.quiet, gap: index == 0 ? 30 : 8, isRequired: false)
            )
        }
        if !scene.order.isEmpty {
            lines.append(
                stage.line("\(words.order) \(scene.order)", 60, palette.quiet, gap: 30, isRequired: false)
            )
        }
        return lines
    }

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

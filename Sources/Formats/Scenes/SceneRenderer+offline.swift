// SPDX-License-Identifier: Apache-2.0

import Raster

extension SceneRenderer {
    /// Draws another screen with a strip that says that no acquirer answers.
    ///
    /// It is left out where there is no room.
    func drawOffline(_ screen: Screen, stage: SceneStage) throws(SceneError) -> Surface {
        let strip = stripHeight(stage)
        let geometry = stage.geometry.without(rows: strip)
        guard let upper = try? draw(screen, geometry: geometry) else {
            return try draw(screen, geometry: stage.geometry)
        }
        var surface = try stage.surface(stage.theme.neutral.ground)
        surface.blit(upper, x: 0, y: 0)
        drawStrip(
            in: PixelRect(x: 0, y: geometry.height, width: stage.width, height: strip), stage: stage, on: &surface)
        return surface
    }

    /// The rows of the strip.
    func stripHeight(_ stage: SceneStage) -> Int {
        let style = stripStyle(stage)
        return style.lineHeight + max(2, style.size / 2)
    }

    /// Draws the strip: a sign that warns, and the word.
    func drawStrip(in rect: PixelRect, stage: SceneStage, on surface: inout Surface) {
        let palette = stage.theme.checking
        let style = stripStyle(stage)
        let text = words[.offline]
        let width = type.measure(text, style: style).width
        surface.fill(rect, with: palette.ink)
        let sign = style.size
        let gap = sign / 2
        let showsSign = width + sign + gap <= rect.width - 4
        let start = rect.x + max(2, (rect.width - width - (showsSign ? sign + gap : 0)) / 2)
        if showsSign {
            surface.draw(
                .warning,
                in: PixelRect(x: start, y: rect.y + (rect.height - sign) / 2, width: sign, height: sign),
                color: palette.ground,
                mark: palette.ink,
                crisp: stage.crisp
            )
        }
        type.draw(
            text,
            on: &surface,
            x: start + (showsSign ? sign + gap : 0),
            baseline: rect.y + (rect.height + style.ascent - style.descent) / 2,
            style: style,
            color: palette.ground
        )
    }

    private func stripStyle(_ stage: SceneStage) -> TextStyle {
        TextStyle(size: max(TextLine.leastSize(of: words[.offline]), stage.share(55)), crisp: stage.crisp)
    }
}

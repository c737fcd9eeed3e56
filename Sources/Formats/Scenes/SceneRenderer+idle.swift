// SPDX-License-Identifier: Apache-2.0

import Raster

extension SceneRenderer {
    /// Draws what stands between sales.
    func draw(_ idle: IdleScreen, stage: SceneStage) throws(SceneError) -> Surface {
        let name = SceneText.clean(idle.merchant)
        let own = SceneText.clean(idle.greeting)
        let greeting = own.isEmpty ? words[.welcome] : own
        guard let logo else { return try drawIdle(name, greeting, stage: stage) }
        return try drawIdle(name, greeting, logo: logo, stage: stage)
    }

    /// The shop's name and a greeting, with a stroke of colour between them.
    private func drawIdle(_ name: String, _ greeting: String, stage: SceneStage) throws(SceneError) -> Surface {
        let palette = stage.theme.neutral
        var surface = try stage.surface(palette.ground)
        let inner = stage.bounds.inset(by: 2 * stage.margin)
        let rule = max(2, stage.share(12))
        let gap = stage.share(45)
        let middle = inner.y + inner.height * 55 / 100

        let above = PixelRect(x: inner.x, y: inner.y, width: inner.width, height: middle - gap - inner.y)
        try TextColumn(type: type, crisp: stage.crisp, rect: above, alignment: .center, anchor: .bottom).draw(
            [stage.line(name, 150, palette.ink, overflow: .wrap)],
            on: &surface
        )
        let length = stage.share(180)
        surface.fill(
            .roundedRect(
                PixelRect(x: (stage.width - length) / 2, y: middle, width: length, height: rule),
                radius: rule / 2
            ),
            with: palette.accent,
            crisp: stage.crisp
        )
        let below = PixelRect(
            x: inner.x,
            y: middle + rule + gap,
            width: inner.width,
            height: inner.bottom - middle - rule - gap
        )
        try TextColumn(type: type, crisp: stage.crisp, rect: below, alignment: .center, anchor: .top).draw(
            [stage.line(greeting, 80, palette.quiet, isRequired: false)],
            on: &surface
        )
        return surface
    }

    /// The shop's logo above its name, which may give way: the logo says it.
    private func drawIdle(
        _ name: String,
        _ greeting: String,
        logo: SceneLogo,
        stage: SceneStage
    ) throws(SceneError) -> Surface {
        let palette = stage.theme.neutral
        var surface = try stage.surface(palette.ground)
        let inner = stage.bounds.inset(by: 2 * stage.margin)
        let column = TextColumn(
            type: type,
            crisp: stage.crisp,
            rect: PixelRect(x: inner.x, y: 0, width: inner.width, height: inner.height * 40 / 100),
            alignment: .center,
            anchor: .top
        )
        let lines = [
            stage.line(name, 100, palette.ink, isRequired: false),
            stage.line(greeting, 70, palette.quiet, gap: 15, isRequired: false),
        ]
        let words = try column.height(of: lines)
        let gap = words == 0 ? 0 : stage.share(60)
        let most = inner.width * 10 / 12
        guard let fitted = logo.fitted(width: most, height: inner.height - words - gap, stage: stage) else {
            return try drawIdle(name, greeting, stage: stage)
        }
        // Both together stand in the middle, a little towards the top.
        let top = inner.y + (inner.height - fitted.height - gap - words) * 2 / 5
        surface.draw(fitted, x: (stage.width - fitted.width) / 2, y: top, stage: stage)
        var below = column
        below.rect.y = top + fitted.height + gap
        try below.draw(lines, on: &surface)
        return surface
    }
}

// SPDX-License-Identifier: Apache-2.0

import Raster

extension SceneRenderer {
    /// Draws the shop's name and a greeting, with a stroke of colour between them.
    func draw(_ idle: IdleScreen, stage: SceneStage) throws(SceneError) -> Surface {
        let palette = stage.theme.neutral
        var surface = try stage.surface(palette.ground)
        let inner = stage.bounds.inset(by: 2 * stage.margin)
        let rule = max(2, stage.share(12))
        let gap = stage.share(45)
        let middle = inner.y + inner.height * 55 / 100

        let name = PixelRect(x: inner.x, y: inner.y, width: inner.width, height: middle - gap - inner.y)
        try TextColumn(type: type, crisp: stage.crisp, rect: name, alignment: .center, anchor: .bottom).draw(
            [stage.line(idle.merchant, 150, palette.ink, overflow: .wrap)],
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
        let greeting = idle.greeting.isEmpty ? words.welcome : idle.greeting
        try TextColumn(type: type, crisp: stage.crisp, rect: below, alignment: .center, anchor: .top).draw(
            [stage.line(greeting, 80, palette.quiet, isRequired: false)],
            on: &surface
        )
        return surface
    }
}

// SPDX-License-Identifier: Apache-2.0

import Raster

extension SceneRenderer {
    /// Draws what shows whether a display is set up right: marks in its corners, a code, its size, and colours.
    func draw(_ test: TestScreen, stage: SceneStage) throws(SceneError) -> Surface {
        let matrix = try Self.matrix(of: test.code)
        let title = words[.test]
        let layout = try CodeLayout(modules: matrix.size, amount: title, type: type, stage: stage)
        let palette = stage.theme.neutral
        var surface = try stage.surface(palette.ground)
        surface.fill(layout.paper, with: .white)
        if layout.amountSize > 0 {
            let text = CodeLayout.panelText(layout.panel, stage: stage)
            let titleHeight = TextStyle(size: layout.amountSize).lineHeight
            // A strip has room for the title alone.
            let hasRoom = 4 * (text.height - text.height / 4) >= 5 * titleHeight
            let bars = stage.shape != .square && hasRoom ? text.height / 4 : 0
            let column = TextColumn(
                type: type, crisp: stage.crisp,
                rect: PixelRect(x: text.x, y: text.y, width: text.width, height: text.height - bars),
                alignment: stage.shape == .landscape ? .leading : .center, anchor: .middle)
            try column.draw(lines(test, title, layout.amountSize, stage), on: &surface)
            if bars > 0 {
                let rect = PixelRect(x: text.x, y: text.bottom - bars, width: text.width, height: bars)
                if stage.geometry.isMono {
                    drawStripes(in: rect, color: palette.ink, on: &surface)
                } else {
                    drawColors(in: rect, on: &surface)
                }
            }
        }
        surface.draw(matrix, at: layout.placement)
        drawCorners(stage, on: &surface)
        return surface
    }

    private func lines(_ test: TestScreen, _ title: String, _ size: Int, _ stage: SceneStage) -> [TextLine] {
        let palette = stage.theme.neutral
        return [
            stage.line(SceneText.clean(test.name), 58, palette.quiet, isRequired: false, overflow: .ellipsis),
            TextLine(text: title, preferred: size, least: size, color: palette.ink, overflow: .refuse),
            stage.line("\(stage.width) x \(stage.height)", 58, palette.quiet, isRequired: false),
        ]
    }

    /// Stripes of single dots, upright and across, which a wrong order of bits or a wrong line length breaks.
    private func drawStripes(in rect: PixelRect, color: Color, on surface: inout Surface) {
        let half = rect.width / 2
        for x in stride(from: 0, to: half, by: 2) {
            surface.fill(PixelRect(x: rect.x + x, y: rect.y, width: 1, height: rect.height), with: color)
        }
        for y in stride(from: 0, to: rect.height, by: 2) {
            surface.fill(PixelRect(x: rect.x + half, y: rect.y + y, width: rect.width - half, height: 1), with: color)
        }
    }

    /// Red, green and blue, which a wrong format swaps, above grey from black to white.
    private func drawColors(in rect: PixelRect, on surface: inout Surface) {
        let upper = rect.height / 2
        let colors: [Color] = [Color(0xFF0000), Color(0x00FF00), Color(0x0000FF)]
        for (index, color) in colors.enumerated() {
            let left = rect.width * index / colors.count
            let right = rect.width * (index + 1) / colors.count
            surface.fill(
                PixelRect(x: rect.x + left, y: rect.y, width: right - left, height: upper), with: color)
        }
        let greys = 16
        for step in 0..<greys {
            let left = rect.width * step / greys
            let right = rect.width * (step + 1) / greys
            surface.fill(
                PixelRect(
                    x: rect.x + left, y: rect.y + upper, width: right - left, height: rect.height - upper),
                with: Color(UInt32(step * 17) * 0x010101))
        }
    }

    /// Marks the four corners: where one is not seen, the panel does not show all that is drawn.
    private func drawCorners(_ stage: SceneStage, on surface: inout Surface) {
        let length = max(3, stage.unit / 20)
        let color = stage.geometry.isMono ? stage.theme.neutral.ink : Color(0xFF0000)
        for x in [0, stage.width - length] {
            for y in [0, stage.height - 1] {
                surface.fill(PixelRect(x: x, y: y, width: length, height: 1), with: color)
            }
        }
        for x in [0, stage.width - 1] {
            for y in [0, stage.height - length] {
                surface.fill(PixelRect(x: x, y: y, width: 1, height: length), with: color)
            }
        }
    }
}

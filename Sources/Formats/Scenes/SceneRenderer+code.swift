// SPDX-License-Identifier: Apache-2.0

package import Raster

extension SceneRenderer {
    /// Tells where the code of a screen would stand, for the log and for warnings about small modules.
    ///
    /// - Throws: as drawing the screen does.
    package func placement(of code: CodeScreen, geometry: DisplayGeometry) throws(SceneError) -> QRPlacement {
        let stage = try SceneStage(geometry: geometry, theme: .mono)
        let matrix = try Self.matrix(of: code)
        return try CodeLayout(modules: matrix.size, amount: line(of: code.amount), type: type, stage: stage).placement
    }

    /// Draws a code with its words.
    ///
    /// A strip that says that no acquirer answers takes its room from the words, and nothing from the code.
    func draw(_ code: CodeScreen, stage: SceneStage) throws(SceneError) -> Surface {
        let matrix = try Self.matrix(of: code)
        var layout = try CodeLayout(modules: matrix.size, amount: line(of: code.amount), type: type, stage: stage)
        let palette = stage.theme.neutral
        var surface = try stage.surface(palette.ground)
        surface.fill(layout.paper, with: .white)
        let strip = stripHeight(stage)
        let needed = TextStyle(size: layout.amountSize).lineHeight + 2 * stage.margin
        if code.isOffline, layout.amountSize > 0, layout.panel.height - strip >= needed {
            layout.panel.height -= strip
            let rect = PixelRect(
                x: layout.panel.x, y: layout.panel.bottom, width: layout.panel.width, height: strip)
            drawStrip(in: rect, stage: stage, on: &surface)
        }
        if layout.amountSize > 0 {
            if stage.shape == .square {
                try drawStrip(code, layout: layout, stage: stage, on: &surface)
            } else {
                try drawPanel(code, layout: layout, stage: stage, on: &surface)
            }
        }
        surface.draw(matrix, at: layout.placement)
        return surface
    }

    static func matrix(of code: CodeScreen) throws(SceneError) -> QRMatrix {
        do {
            return try QRMatrix(text: code.payload)
        } catch {
            throw .badPayload(error)
        }
    }

    /// Merchant and manner above, the amount in the middle, time and order below.
    private func drawPanel(
        _ code: CodeScreen,
        layout: CodeLayout,
        stage: SceneStage,
        on surface: inout Surface
    ) throws(SceneError) {
        let palette = stage.theme.neutral
        let isPortrait = stage.shape == .portrait
        let text = CodeLayout.panelText(layout.panel, stage: stage)
        let foot = drawFoot(code, in: text, stage: stage, amountSize: layout.amountSize, on: &surface)

        let rest = PixelRect(x: text.x, y: text.y, width: text.width, height: foot - text.y)
        let method = SceneText.clean(code.method)
        let manner = words[.scanToPay] + (method.isEmpty ? "" : joint + method)
        var lines: [TextLine] = []
        lines.append(
            stage.line(SceneText.clean(code.merchant), 74, palette.ink, isRequired: false, overflow: .ellipsis)
        )
        lines.append(stage.line(manner, 58, palette.quiet, gap: 14, isRequired: false))
        lines.append(
            TextLine(
                text: line(of: code.amount),
                preferred: layout.amountSize,
                // The other words go before the amount shrinks.
                least: layout.amountSize,
                color: palette.ink,
                gap: stage.share(isPortrait ? 25 : 45),
                overflow: .refuse
            )
        )
        let column = TextColumn(
            type: type,
            crisp: stage.crisp,
            rect: rest,
            alignment: isPortrait ? .center : .leading,
            anchor: .middle
        )
        try column.draw(lines, on: &surface)
    }

    /// Draws time and order at the bottom of a panel, as far as they leave the amount its room.
    ///
    /// - Returns: the row above which the other words stand.
    private func drawFoot(
        _ code: CodeScreen,
        in text: PixelRect,
        stage: SceneStage,
        amountSize: Int,
        on surface: inout Surface
    ) -> Int {
        let palette = stage.theme.neutral
        let (caption, time, share) = time(of: code.validity)
        let word = SceneText.clean(code.order)
        let order = word.isEmpty ? "" : "\(words[.order]) \(word)"
        let least = max(TextLine.leastSize(of: caption + order), min(stage.share(54), stage.height / 32))
        let style = TextStyle(size: max(least, stage.share(54)), crisp: stage.crisp)
        // What is above must keep the amount's line and some air.
        let room = text.height - TextStyle(size: amountSize).lineHeight - stage.share(20)
        var bottom = text.bottom
        var left = room

        if !time.isEmpty, style.lineHeight <= left {
            let long = caption.isEmpty ? time : "\(caption) \(time)"
            let hasOrder = !order.isEmpty
            let orderWidth = hasOrder ? type.measure(order, style: style).width : 0
            let longWidth = type.measure(long, style: style).width
            let sharesRow = hasOrder && longWidth + orderWidth + style.size <= text.width
            let needsTwoRows = hasOrder && !sharesRow && 2 * style.lineHeight <= left && orderWidth <= text.width
            if needsTwoRows {
                type.draw(
                    order, on: &surface, x: text.x, baseline: bottom - style.descent, style: style, color: palette.quiet
                )
                bottom -= style.lineHeight
                left -= style.lineHeight
            } else if sharesRow {
                type.draw(
                    order,
                    on: &surface,
                    x: text.right - orderWidth,
                    baseline: bottom - style.descent,
                    style: style,
                    color: palette.quiet
                )
            }
            let shown = longWidth <= text.width ? long : time
            if type.measure(shown, style: style).width <= text.width {
                type.draw(
                    shown, on: &surface, x: text.x, baseline: bottom - style.descent, style: style, color: palette.ink)
                bottom -= style.lineHeight
                left -= style.lineHeight
            }
        } else if !order.isEmpty, style.lineHeight <= left, type.measure(order, style: style).width <= text.width {
            type.draw(
                order, on: &surface, x: text.x, baseline: bottom - style.descent, style: style, color: palette.quiet)
            bottom -= style.lineHeight
            left -= style.lineHeight
        }
        let bar = max(2, stage.share(16))
        if let share, !stage.geometry.isMono, left >= bar + stage.share(30) {
            let gap = stage.share(12)
            let rect = PixelRect(x: text.x, y: bottom - gap - bar, width: text.width, height: bar)
            surface.drawBar(in: rect, share: share, color: palette.accent, track: stage.theme.track, crisp: stage.crisp)
            bottom = rect.y - stage.share(12)
        }
        return bottom
    }

    /// The amount in one row below the code, with the order's word and the time as far as they fit.
    private func drawStrip(
        _ code: CodeScreen,
        layout: CodeLayout,
        stage: SceneStage,
        on surface: inout Surface
    ) throws(SceneError) {
        let palette = stage.theme.neutral
        let text = CodeLayout.panelText(layout.panel, stage: stage)
        let amount = line(of: code.amount)
        let style = TextStyle(size: layout.amountSize, crisp: stage.crisp)
        let width = type.measure(amount, style: style).width
        let baseline = text.y + (text.height + style.ascent - style.descent) / 2
        let time = time(of: code.validity).time
        let word = SceneText.clean(code.order)
        let small = TextStyle(size: max(TextLine.leastSize(of: word + time), stage.share(60)), crisp: stage.crisp)
        let both = word.isEmpty || time.isEmpty ? "" : word + joint + time
        let shown = [both, time, word].first { beside in
            !beside.isEmpty && width + type.measure(beside, style: small).width + small.size <= text.width
        }
        let x = shown == nil ? text.x + (text.width - width) / 2 : text.x
        type.draw(amount, on: &surface, x: x, baseline: baseline, style: style, color: palette.ink)
        if let shown {
            type.draw(
                shown,
                on: &surface,
                x: text.right - type.measure(shown, style: small).width,
                baseline: baseline,
                style: small,
                color: palette.quiet
            )
        }
    }

    private func time(of validity: CodeScreen.Validity) -> (caption: String, time: String, share: Double?) {
        switch validity {
        case .countdown(let seconds, let whole):
            let left = max(0, seconds)
            let digits = left % 60 < 10 ? "0\(left % 60)" : "\(left % 60)"
            return (words[.timeLeft], "\(left / 60):\(digits)", whole > 0 ? Double(left) / Double(whole) : nil)
        case .until(let time):
            return (words[.validUntil], time, nil)
        case .open:
            return ("", "", nil)
        }
    }
}

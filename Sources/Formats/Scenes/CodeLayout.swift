// SPDX-License-Identifier: Apache-2.0

import Raster

/// Says where the code, the words and the time stand on a code screen.
struct CodeLayout {
    /// Where the code stands.
    let placement: QRPlacement
    /// What is white around the code; nothing else is drawn in it.
    let paper: PixelRect
    /// Where the words stand, without margins; empty if there is only room for the code.
    var panel: PixelRect
    /// The size of the amount, and 0 if it is not shown.
    let amountSize: Int
}

extension CodeLayout {
    /// Finds a layout: the largest code that leaves the amount a line of at least an eighth of the height.
    ///
    /// Where no code leaves as much, the amount may be half as large; where there is no room beside the
    /// code at all, it stands alone.
    ///
    /// - Throws: ``SceneError/codeDoesNotFit(modules:width:height:)`` or
    ///   ``SceneError/textDoesNotFit(text:width:height:)``.
    init(modules: Int, amount: String, type: TypeSetter, stage: SceneStage) throws(SceneError) {
        switch stage.shape {
        case .landscape: self = try Self.landscape(modules, amount, type, stage)
        case .portrait: self = try Self.portrait(modules, amount, type, stage)
        case .square: self = try Self.square(modules, amount, type, stage)
        }
    }

    private static func landscape(
        _ modules: Int,
        _ amount: String,
        _ type: TypeSetter,
        _ stage: SceneStage
    ) throws(SceneError) -> CodeLayout {
        let side = stage.height
        let largest = try place(modules, in: PixelRect(x: 0, y: 0, width: side, height: side), stage: stage)
        let wanted = max(TextLine.leastSize(of: amount), (stage.height + 7) / 8)
        // The whole square first, then the code's own width, then smaller codes down to 2/3, and of each
        // size a border of two modules before a smaller code.
        var papers: [(width: Int, isNarrow: Bool)] = [(side, false), (largest.area.width, false)]
        for module in stride(from: largest.modulePixels, through: 3, by: -1)
        where 3 * module >= 2 * largest.modulePixels {
            for (border, isNarrow) in [(8, false), (4, true)] {
                let width = module * (modules + border)
                if width < papers[papers.count - 1].width { papers.append((width, isNarrow)) }
            }
        }
        let smallest = max(TextLine.leastSize(of: amount), stage.height / 16)
        for least in [wanted, smallest] {
            for (paperWidth, isNarrow) in papers where paperWidth <= side {
                let paper = PixelRect(x: 0, y: 0, width: paperWidth, height: side)
                let panel = PixelRect(x: paperWidth, y: 0, width: stage.width - paperWidth, height: side)
                let text = panelText(panel, stage: stage)
                let column = TextColumn(type: type, crisp: stage.crisp, rect: text)
                guard
                    let size = column.size(
                        of: amount, preferred: max(least, stage.height / (stage.unit < 128 ? 4 : 5)), least: least)
                else { continue }
                return CodeLayout(
                    placement: try place(modules, in: paper, stage: stage, narrow: isNarrow),
                    paper: paper,
                    panel: panel,
                    amountSize: size
                )
            }
        }
        throw .textDoesNotFit(text: amount, width: stage.width - side, height: side)
    }

    private static func portrait(
        _ modules: Int,
        _ amount: String,
        _ type: TypeSetter,
        _ stage: SceneStage
    ) throws(SceneError) -> CodeLayout {
        let side = stage.width
        let paper = PixelRect(x: 0, y: 0, width: side, height: side)
        let placement = try place(modules, in: paper, stage: stage)
        let panel = PixelRect(x: 0, y: side, width: side, height: stage.height - side)
        let size = try amountSize(amount, in: panel, type: type, stage: stage)
        return CodeLayout(placement: placement, paper: paper, panel: panel, amountSize: size)
    }

    /// Square panels: a strip for the amount below the code, or the code alone.
    private static func square(
        _ modules: Int,
        _ amount: String,
        _ type: TypeSetter,
        _ stage: SceneStage
    ) throws(SceneError) -> CodeLayout {
        let strip = max(stage.height * 16 / 100, TextStyle(size: TextLine.leastSize(of: amount)).lineHeight + 2)
        let paper = PixelRect(x: 0, y: 0, width: stage.width, height: stage.height - strip)
        let panel = PixelRect(x: 0, y: stage.height - strip, width: stage.width, height: strip)
        // A narrower border before a smaller code or no amount.
        if let placement = try? place(modules, in: paper, stage: stage, narrow: true) {
            let size = try amountSize(amount, in: panel, type: type, stage: stage)
            return CodeLayout(placement: placement, paper: paper, panel: panel, amountSize: size)
        }
        return CodeLayout(
            placement: try place(modules, in: stage.bounds, stage: stage),
            paper: stage.bounds,
            panel: PixelRect(x: 0, y: stage.height, width: stage.width, height: 0),
            amountSize: 0
        )
    }

    private static func amountSize(
        _ amount: String,
        in panel: PixelRect,
        type: TypeSetter,
        stage: SceneStage
    ) throws(SceneError) -> Int {
        let text = panelText(panel, stage: stage)
        let wanted = max(TextLine.leastSize(of: amount), (stage.height + 7) / 8)
        let smallest = max(TextLine.leastSize(of: amount), stage.height / 16)
        let column = TextColumn(type: type, crisp: stage.crisp, rect: text)
        // A line's box is a tenth higher than its size.
        let room = text.height * 10 / 11
        guard let size = column.size(of: amount, preferred: min(room, max(wanted, stage.height / 7)), least: smallest)
        else { throw .textDoesNotFit(text: amount, width: text.width, height: text.height) }
        return size
    }

    /// The part of a panel in which words stand.
    static func panelText(_ panel: PixelRect, stage: SceneStage) -> PixelRect {
        let across = min(stage.margin, max(2, panel.width / 14))
        let down = min(stage.margin, max(1, panel.height / 12))
        return panel.inset(horizontally: across, vertically: down)
    }

    private static func place(
        _ modules: Int,
        in rect: PixelRect,
        stage: SceneStage,
        narrow: Bool = false
    ) throws(SceneError) -> QRPlacement {
        do {
            return try QRPlacement(
                modules: modules, in: rect, narrow: narrow, floor: stage.geometry.leastModulePixels)
        } catch {
            throw .codeDoesNotFit(modules: modules, width: rect.width, height: rect.height)
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Raster
import Testing

@testable import Scenes

@Suite struct `Code screen` {
    static let fonts = TypeSetter(fonts: [Samples.fontFile])

    @Test(arguments: Samples.panels, ScreenWords.standard)
    func `is read by ZBar on every panel`(panel: DisplayGeometry, language: ScreenWords) throws {
        let folder = try TemporaryFolder()
        let renderer = SceneRenderer(
            fonts: Self.fonts,
            words: language,
            theme: language == .english ? .dark : .light
        )

        let surface = try renderer.draw(.code(Samples.code(language)), geometry: panel)
        let file = try folder.file("code.png", try PNG.encode(surface))

        #expect(surface.width == panel.width && surface.height == panel.height)
        #expect(try ForeignTool.codes(in: file) == [Samples.payload])
    }

    @Test(arguments: [
        "weixin://wxpay/bizpayurl?pr=NwY5Mz9&groupid=00",
        "https://qr.95516.com/00010000/62012345678901234567890123456789012345678901234567890123",
        "00020101021226580014A00000073013630112345678900203123530384054041.005802CN5909CORNERTEA6008SHANGHAI6304ABCD",
        String(repeating: "long payload ", count: 30),
    ])
    func `is read by ZBar with every kind of payload`(payload: String) throws {
        let folder = try TemporaryFolder()
        let renderer = SceneRenderer(fonts: Self.fonts, words: .english)

        let screen = Screen.code(Samples.code(.english, payload: payload))
        let surface = try renderer.draw(screen, geometry: DisplayGeometry(width: 800, height: 480))
        let file = try folder.file("code.png", try PNG.encode(surface))

        #expect(try ForeignTool.codes(in: file) == [payload.trimmingCharacters(in: .newlines)])
    }

    @Test(arguments: [
        DisplayGeometry(width: 128, height: 64, isMono: true), DisplayGeometry(width: 128, height: 160),
        DisplayGeometry(width: 200, height: 200, isMono: true), DisplayGeometry(width: 240, height: 240),
        DisplayGeometry(width: 296, height: 128, isMono: true),
        DisplayGeometry(width: 80, height: 46, leastModulePixels: 1),
        DisplayGeometry(width: 480, height: 320), DisplayGeometry(width: 1024, height: 600),
        DisplayGeometry(width: 800, height: 480), DisplayGeometry(width: 480, height: 800),
    ])
    func `keeps its border white and its modules whole`(panel: DisplayGeometry) throws {
        let renderer = SceneRenderer(fonts: Self.fonts, words: .english)
        let screen = Samples.code(.english, payload: "weixin://wxpay/bizpayurl?pr=NwY5Mz9")

        let surface = try renderer.draw(.code(screen), geometry: panel)
        let placement = try renderer.placement(of: screen, geometry: panel)

        let matrix = try QRMatrix(text: screen.payload)
        #expect(placement.modulePixels >= panel.leastModulePixels)
        #expect(placement.quietModules >= 1.5)
        #expect(surface.bounds.contains(placement.area))
        for y in placement.area.y..<placement.area.bottom {
            for x in placement.area.x..<placement.area.right {
                let column = Double(x - placement.symbol.x) / Double(placement.modulePixels)
                let row = Double(y - placement.symbol.y) / Double(placement.modulePixels)
                let isInside = min(column, row) >= 0 && max(column, row) < Double(matrix.size)
                let isDark = isInside && matrix[Int(column), Int(row)]
                guard surface[x, y] == (isDark ? 0 : 0xFF_FFFF) else {
                    Issue.record("\(x),\(y) is \(surface[x, y])")
                    return
                }
            }
        }
    }

    @Test(arguments: Samples.panels + [DisplayGeometry(width: 128, height: 64, isMono: true)])
    func `gives the amount at least an eighth of the height`(panel: DisplayGeometry) throws {
        let stage = try SceneStage(geometry: panel, theme: .dark)

        let layout = try CodeLayout(modules: 29, amount: "¥12.50", type: Self.fonts, stage: stage)

        #expect(layout.amountSize * 8 >= panel.height)
        #expect(layout.paper.intersection(layout.panel).isEmpty)
        #expect(layout.paper.contains(layout.placement.area))
    }

    @Test func `shrinks for a long amount and refuses one that cannot be read`() throws {
        let panel = DisplayGeometry(width: 320, height: 240)
        let renderer = SceneRenderer(fonts: Self.fonts, words: .english)
        let long = ShownAmount(text: "1,250,000", sign: "", code: "IDR")
        let endless = ShownAmount(text: String(repeating: "9", count: 60), sign: "¥", code: "CNY")

        #expect(throws: Never.self) { try renderer.draw(.code(Samples.code(.english, amount: long)), geometry: panel) }
        #expect {
            try renderer.draw(.code(Samples.code(.english, amount: endless)), geometry: panel)
        } throws: { error in
            guard case .textDoesNotFit(let text, _, _) = error as? SceneError else { return false }
            return text == endless.line
        }
    }

    @Test func `is refused where modules would be too small`() throws {
        let renderer = SceneRenderer(fonts: Self.fonts, words: .english)
        let oled = DisplayGeometry(width: 128, height: 64, isMono: true)
        let large = Samples.code(.english, payload: String(repeating: "x", count: 70))

        #expect(throws: SceneError.codeDoesNotFit(modules: 33, width: 64, height: 64)) {
            try renderer.draw(.code(large), geometry: oled)
        }
        #expect(throws: SceneError.badPayload(.payloadEmpty)) {
            try renderer.draw(.code(Samples.code(.english, payload: "")), geometry: oled)
        }
    }

    @Test func `works without any font file`() throws {
        let folder = try TemporaryFolder()
        let renderer = SceneRenderer(fonts: TypeSetter(), words: .simplifiedChinese)

        let surface = try renderer.draw(
            .code(Samples.code(.english)),
            geometry: DisplayGeometry(width: 800, height: 480)
        )
        let file = try folder.file("code.png", try PNG.encode(surface))

        #expect(try ForeignTool.codes(in: file) == [Samples.payload])
        #expect(renderer.words == .english)
    }

    @Test func `a second less changes a few lines at the bottom only`() throws {
        let panel = DisplayGeometry(width: 800, height: 480)
        let renderer = SceneRenderer(fonts: Self.fonts, words: .english)
        func frame(_ seconds: Int) throws -> Surface {
            let sample = Samples.code(.english)
            return try renderer.draw(
                .code(
                    CodeScreen(
                        payload: sample.payload,
                        amount: sample.amount,
                        merchant: sample.merchant,
                        method: sample.method,
                        validity: .countdown(secondsLeft: seconds, of: 300),
                        order: sample.order
                    )
                ),
                geometry: panel
            )
        }

        let before = try frame(218)
        let after = try frame(217)

        let lines = (0..<480).filter { y in (0..<800).contains { before[$0, y] != after[$0, y] } }
        #expect(!lines.isEmpty)
        #expect(lines.allSatisfy { $0 > 360 })
        #expect(lines.count < 60)
    }
}

// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Raster
import Testing

@testable import Scenes

@Suite struct `Screens of every state` {
    static let fonts = TypeSetter(fonts: [Samples.fontFile])
    static let sizes = [
        DisplayGeometry(width: 800, height: 480), DisplayGeometry(width: 480, height: 800),
        DisplayGeometry(width: 320, height: 240), DisplayGeometry(width: 240, height: 240),
        DisplayGeometry(width: 128, height: 160), DisplayGeometry(width: 128, height: 64, isMono: true),
    ]

    @Test(arguments: sizes, ScreenWords.standard)
    func `fit every panel in both languages and differ from each other`(
        panel: DisplayGeometry,
        language: ScreenWords
    ) throws {
        let renderer = SceneRenderer(fonts: Self.fonts, words: language)
        let screens =
            Samples.screens(language).filter { $0.label != "code" }
            + NotPaidReason.allCases.map { .notPaid($0, order: "7F3K") }

        let pictures = try screens.map { try renderer.draw($0, geometry: panel) }

        #expect(Set(pictures).count == Set(screens).count)
        #expect(renderer.words == language)
        for picture in pictures {
            let edges =
                (0..<panel.width).flatMap { [picture[$0, 0], picture[$0, panel.height - 1]] }
                + (0..<panel.height).flatMap { [picture[0, $0], picture[panel.width - 1, $0]] }
            #expect(Set(edges).count == 1, "something touches the edge")
        }
    }

    @Test(arguments: ScreenWords.standard)
    func `fit the largest panel and are valid pictures`(language: ScreenWords) throws {
        let folder = try TemporaryFolder()
        let renderer = SceneRenderer(fonts: Self.fonts, words: language)
        let panel = DisplayGeometry(width: 1920, height: 1080)

        for screen in [Screen.paid(amount: Samples.amount, order: "7F3K"), .held(order: "7F3K")] {
            let picture = try renderer.draw(screen, geometry: panel)
            let file = try folder.file("\(screen.label).png", try PNG.encode(picture))
            _ = try ForeignTool.run("pngcheck", ["-q", file.path])
        }
    }

    @Test func `only a code screen carries a code`() throws {
        let folder = try TemporaryFolder()
        let renderer = SceneRenderer(fonts: Self.fonts, words: .english)

        for screen in Samples.screens(.english) where screen.label != "code" {
            let picture = try renderer.draw(screen, geometry: DisplayGeometry(width: 480, height: 320))
            let file = try folder.file("\(screen.label).png", try PNG.encode(picture))
            // ZBar ends with 4 when there is no code in a picture.
            #expect(throws: ForeignTool.Failure.self) { try ForeignTool.codes(in: file) }
        }
    }

    @Test func `have colours that can be told apart and read`() {
        for theme in [SceneTheme.light, .dark, .mono] {
            for (name, palette) in theme.palettes {
                #expect(palette.ground.contrast(with: palette.ink) >= 4.5, "\(name)")
                #expect(palette.ground.contrast(with: palette.quiet) >= 4.5, "\(name)")
                #expect(palette.ground.contrast(with: palette.accent) >= 3, "\(name)")
                #expect(palette.accent.contrast(with: palette.mark) >= 3, "\(name)")
            }
        }
        for theme in [SceneTheme.light, .dark] {
            #expect(Set(theme.palettes.map(\.palette.ground)).count == 6)
        }
    }

    @Test func `are pure black and white on panels that know nothing else`() throws {
        let renderer = SceneRenderer(fonts: Self.fonts, words: .simplifiedChinese)
        let panel = DisplayGeometry(width: 296, height: 128, isMono: true)

        for screen in Samples.screens(.simplifiedChinese) {
            #expect(Set(try renderer.draw(screen, geometry: panel).pixels) == [0, 0xFF_FFFF], "\(screen.label)")
        }
    }

    @Test func `drop what is nice before what is needed`() throws {
        let renderer = SceneRenderer(fonts: TypeSetter(), words: .english)
        let tiny = DisplayGeometry(width: 64, height: 40, isMono: true)

        #expect(throws: Never.self) {
            try renderer.draw(.paid(amount: Samples.amount, order: "7F3K"), geometry: tiny)
        }
        #expect(throws: SceneError.self) {
            try renderer.draw(.checking(amount: Samples.amount, order: "7F3K"), geometry: tiny)
        }
        #expect(throws: SceneError.impossibleDisplay(width: 63, height: 40)) {
            try renderer.draw(.boot, geometry: DisplayGeometry(width: 63, height: 40))
        }
    }

    @Test(arguments: [
        "A merchant with a very long name that goes on and on until nobody reads it any more",
        "一家名字特别特别特别特别特别特别特别特别特别特别特别长的茶叶商店", "Tea", "",
    ])
    func `take names of any length`(name: String) throws {
        let renderer = SceneRenderer(fonts: Self.fonts, words: .english)
        let panel = DisplayGeometry(width: 320, height: 240)

        #expect(throws: Never.self) { try renderer.draw(.idle(IdleScreen(merchant: name)), geometry: panel) }
        #expect(throws: Never.self) {
            try renderer.draw(
                .code(CodeScreen(payload: "x", amount: Samples.amount, merchant: name, order: "7F3K")),
                geometry: panel
            )
        }
    }
}

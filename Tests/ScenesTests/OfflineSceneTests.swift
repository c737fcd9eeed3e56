// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Raster
import Testing

@testable import Scenes

@Suite struct `Screens while no acquirer answers` {
    private static let panels =
        Samples.panels + [
            DisplayGeometry(width: 240, height: 240), DisplayGeometry(width: 128, height: 160),
            DisplayGeometry(width: 128, height: 64, isMono: true),
        ]

    @Test(arguments: panels, ScreenWords.standard)
    func `say so to whoever waits`(panel: DisplayGeometry, words: ScreenWords) throws {
        let renderer = SceneRenderer(fonts: Samples.fonts, words: words)
        let screens = Samples.screens(words).filter { ["idle", "waiting", "checking"].contains($0.label) }

        for screen in screens {
            let usual = try renderer.draw(screen, geometry: panel)
            let offline = try renderer.draw(screen.whenOffline, geometry: panel)
            #expect(offline.width == panel.width && offline.height == panel.height)
            // Where both do not fit, what is said without the strip matters more.
            if panel.height >= 160 { #expect(offline != usual, "\(screen.label)") }
            #expect(screen.whenOffline.label == screen.label)
        }
    }

    @Test func `leave the end of a sale as it is`() {
        for screen in Samples.screens(.english) where ["paid", "not-paid", "paid-late", "held"].contains(screen.label) {
            #expect(screen.whenOffline == screen)
        }
    }

    @Test(arguments: panels)
    func `take nothing from a code and its border`(panel: DisplayGeometry) throws {
        let folder = try TemporaryFolder()
        let renderer = SceneRenderer(fonts: Samples.fonts)
        let code = Samples.code(.english, payload: "https://pay.example/offline/0001")

        let usual = try renderer.draw(.code(code), geometry: panel)
        let offline = try renderer.draw(Screen.code(code).whenOffline, geometry: panel)
        let area = try renderer.placement(of: code, geometry: panel).area
        let file = try folder.file("code.png", try PNG.encode(offline))

        // Beside a code nothing changes to the left of its edge, and below one nothing above it.
        let isBeside = 4 * panel.width >= 5 * panel.height
        for y in 0..<(isBeside ? panel.height : area.bottom) {
            for x in 0..<(isBeside ? area.right : panel.width) where usual[x, y] != offline[x, y] {
                Issue.record("\(x),\(y) differs")
                return
            }
        }
        #expect(try ForeignTool.codes(in: file) == [code.payload])
        // Whoever reads the picture again before it is shown asks for a code screen.
        guard case .code = Screen.code(code).whenOffline else {
            Issue.record("a code is not taken for one")
            return
        }
    }
}

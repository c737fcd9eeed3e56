// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Raster
import Testing

@testable import Scenes

@Suite struct `The test picture` {
    private static let panels =
        Samples.panels + [
            DisplayGeometry(width: 128, height: 64, isMono: true), DisplayGeometry(width: 240, height: 240),
            DisplayGeometry(width: 128, height: 160),
        ]

    @Test(arguments: panels, ScreenWords.standard)
    func `has a code that other readers read on every panel`(panel: DisplayGeometry, words: ScreenWords) throws {
        let renderer = SceneRenderer(fonts: Samples.fonts, words: words)
        let folder = try TemporaryFolder()

        let picture = try renderer.draw(.test(TestScreen(name: "payer")), geometry: panel)

        let file = try folder.file("test.png", try PNG.encode(picture))
        #expect(try ForeignTool.codes(in: file) == [TestScreen.usualPayload])
    }

    @Test(arguments: panels)
    func `marks all four corners`(panel: DisplayGeometry) throws {
        let picture = try SceneRenderer(fonts: Samples.fonts).draw(.test(TestScreen(name: "payer")), geometry: panel)
        let (right, bottom) = (panel.width - 1, panel.height - 1)

        let corners = [picture[0, 0], picture[right, 0], picture[0, bottom], picture[right, bottom]]

        #expect(Set(corners).count == 1)
        // The mark at the code's corner is seen on its white paper.
        #expect(picture[0, 0] != Color.white.rgb)
        #expect(picture[right / 2, 0] != picture[right, 0])
    }

    @Test func `has red, green and blue from the left`() throws {
        let picture = try SceneRenderer(fonts: Samples.fonts).draw(
            .test(TestScreen(name: "payer")), geometry: DisplayGeometry(width: 800, height: 480))
        var seen: [UInt32] = []

        for y in 0..<480 {
            let row = (0..<800).map { picture.pixels[y * 800 + $0] & 0xFF_FFFF }
            let colors = row.reduce(into: [UInt32]()) { runs, pixel in
                if runs.last != pixel, [0xFF0000, 0x00FF00, 0x0000FF].contains(pixel) { runs.append(pixel) }
            }
            if colors.count > seen.count { seen = colors }
        }

        #expect(seen.prefix(3) == [0xFF0000, 0x00FF00, 0x0000FF])
    }
}

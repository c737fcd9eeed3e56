// SPDX-License-Identifier: Apache-2.0

import Raster
import Testing

@testable import Scenes

@Suite struct `Hostile texts on screens` {
    private static let texts = [
        String(repeating: "x", count: 10_000), String(repeating: "茶", count: 10_000),
        String(repeating: "a b ", count: 2500), "a" + String(repeating: "\u{301}", count: 10_000),
        "\u{202E}abc\u{1B}[2J",
        "🍵👩‍👩‍👧‍👦🇨🇳", "مرحبا بكم", "שלום", "\u{0}\u{7F}\r\n\t", "", "   ", "\u{10FFFD}\u{FFFE}",
    ]

    @Test(arguments: texts.indices)
    func `are drawn, within the panel`(index: Int) throws {
        let text = Self.texts[index]
        let renderer = SceneRenderer(fonts: Samples.fonts)

        for panel in [DisplayGeometry(width: 320, height: 240), DisplayGeometry(width: 128, height: 64, isMono: true)] {
            let code = CodeScreen(
                payload: "x", amount: Samples.amount, merchant: text, method: text, validity: .open, order: "7F3K")
            for screen in [
                Screen.idle(IdleScreen(merchant: text, greeting: text)), .code(code),
                .held(order: text), .notPaid(.refused, order: text),
            ] {
                do {
                    let picture = try renderer.draw(screen, geometry: panel)
                    #expect(picture.width == panel.width)
                } catch SceneError.textDoesNotFit {
                    // A shop's name beyond all panels is refused and never cut in two.
                    #expect(text.count > 1000 && screen.label == "idle")
                }
            }
        }
    }

    @Test(arguments: [
        ("  a\u{1B}b\r\n\tc  ", "ab c"), ("\u{202E}abc\u{200B}", "abc"), ("\u{0}", ""), ("e\u{301}", "e\u{301}"),
        (String(repeating: "x", count: 300), String(repeating: "x", count: 200)),
    ])
    func `lose what has no picture`(text: String, cleaned: String) {
        #expect(SceneText.clean(text) == cleaned)
    }
}

// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import ForeignJudges
import Raster
import Scenes
import SelfScan
import Testing

@testable import DisplayService

@Suite struct `Reading each code once` {
    private let renderer = SceneRenderer(fonts: Self.fonts, words: .english)
    private let panel = DisplayGeometry(width: 320, height: 240)

    private static let payload = "https://qr.alipay.com/bax03206gfd0000aabbccddee11223344"
    private static let fonts = TypeSetter(fonts: ["/usr/share/fonts/truetype/wqy/wqy-microhei.ttc#0"])

    private static func code(_ payload: String, seconds: Int) -> CodeScreen {
        CodeScreen(
            payload: payload, amount: ShownAmount(text: "12.50", sign: "¥", code: "CNY"), merchant: "Corner Tea",
            validity: .countdown(secondsLeft: seconds, of: 300), order: "7F3K")
    }

    private func frame(_ seconds: Int) throws -> Surface {
        try renderer.draw(.code(Self.code(Self.payload, seconds: seconds)), geometry: panel)
    }

    /// What the painter does with a picture.
    private func scan(_ picture: Surface, _ payload: String, _ cache: inout ScanCache) -> ScanVerdict {
        let known = cache.known(picture, payload: payload)
        return (known ?? cache.scan(picture, seenAs: Luminance(picture), payload: payload, pitch: nil)).verdict
    }

    @Test func `a countdown is decoded once`() throws {
        var cache = ScanCache()

        let verdicts = try (0..<5).map { scan(try frame(200 - $0), Self.payload, &cache) }

        #expect(verdicts.allSatisfy { $0 == .matches })
        #expect(cache.decodes == 1)
    }

    @Test func `the code of the sale before is not taken for the new one`() throws {
        var cache = ScanCache()
        let picture = try frame(200)
        _ = scan(picture, Self.payload, &cache)

        let verdict = scan(picture, "https://pay.example/next", &cache)

        #expect(verdict == .otherCode(text: Self.payload))
        #expect(cache.decodes == 2)
    }

    @Test func `a pixel that changes in the code or its border has it decoded again`() throws {
        var cache = ScanCache()
        let picture = try frame(200)
        _ = scan(picture, Self.payload, &cache)
        let placement = try renderer.placement(of: Self.code(Self.payload, seconds: 200), geometry: panel)

        for rect in [placement.symbol, placement.area] {
            var marked = picture
            marked.fill(PixelRect(x: rect.x, y: rect.y + 9, width: 1, height: 1), with: Color(0x777777))
            #expect(cache.known(marked, payload: Self.payload) == nil)
        }
        #expect(cache.known(picture, payload: Self.payload)?.verdict == .matches)
    }

    @Test func `what reads wrong is looked at again each time`() throws {
        var cache = ScanCache()
        let picture = try frame(200)

        _ = scan(picture, "https://pay.example/next", &cache)
        _ = scan(picture, "https://pay.example/next", &cache)
        cache.forget()

        #expect(cache.decodes == 2)
        #expect(cache.known(picture, payload: Self.payload) == nil)
    }

    @Test(
        arguments: [
            DisplayGeometry(width: 128, height: 160), DisplayGeometry(width: 200, height: 200, isMono: true),
            DisplayGeometry(width: 240, height: 240), DisplayGeometry(width: 296, height: 128, isMono: true),
            DisplayGeometry(width: 320, height: 240), DisplayGeometry(width: 480, height: 320),
            DisplayGeometry(width: 128, height: 64, isMono: true), DisplayGeometry(width: 1024, height: 600),
            DisplayGeometry(width: 800, height: 480), DisplayGeometry(width: 480, height: 800),
            DisplayGeometry(width: 1920, height: 1080),
        ], [SceneTheme.dark, .light])
    func `every panel's code is read back, and measured as it was placed`(
        panel: DisplayGeometry, theme: SceneTheme
    ) throws {
        let renderer = SceneRenderer(fonts: Self.fonts, words: .english, theme: theme)
        let code = Self.code("weixin://wxpay/bizpayurl?pr=NwY5Mz9ab", seconds: 218)
        let format = panel.isMono ? PixelFormat.mono(order: .leftLowest, whiteIsSet: true) : .rgb565
        let layout = try PixelLayout(width: panel.width, height: panel.height, format: format)

        let picture = try renderer.draw(.code(code), geometry: panel)
        let seen = Luminance(picture, through: layout)
        let scan = SelfScan(of: seen, payload: code.payload, pitch: nil)

        let placement = try renderer.placement(of: code, geometry: panel)
        #expect(scan.verdict == .matches)
        #expect(scan.measure?.modulePixels == placement.modulePixels)
        #expect(scan.measure?.symbol == placement.symbol)
        #expect((scan.measure?.quietPixels ?? 0) >= min(placement.quietPixels, 4 * placement.modulePixels))
    }
}

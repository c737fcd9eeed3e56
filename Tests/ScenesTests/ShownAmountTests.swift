// SPDX-License-Identifier: Apache-2.0

import Raster
import TillCore
import Testing
import Wording

@testable import Scenes

@Suite struct `Amounts on screens` {
    private static let codes = [
        "CNY", "JPY", "KRW", "VND", "USD", "EUR", "GBP", "KWD", "BHD", "TND", "CLF", "ISK", "XOF", "IDR", "INR", "CHF",
        "THB", "TWD", "MRU",
    ]

    @Test(arguments: [
        ("CNY", "¥1234.56"), ("JPY", "¥123456"), ("KRW", "₩123456"), ("VND", "₫123456"), ("EUR", "€1234.56"),
        ("KWD", "123.456 KWD"), ("CLF", "12.3456 CLF"), ("CHF", "1234.56 CHF"), ("HKD", "HK$1234.56"),
    ])
    func `have the decimals and the sign of their currency`(code: String, line: String) throws {
        let currency = try #require(Currency(code))

        #expect(ShownAmount(Money(minorUnits: 123_456, currency)).line == line)
    }

    @Test(arguments: codes)
    func `keep all their decimals and fit every panel`(code: String) throws {
        let currency = try #require(Currency(code))
        let renderer = SceneRenderer(fonts: Samples.fonts)
        let panels = Samples.panels + [DisplayGeometry(width: 128, height: 64, isMono: true)]

        for units in [0, 1, 10, 99, 100, 123_456, 99_999_999] as [Int64] {
            let amount = ShownAmount(Money(minorUnits: units, currency))
            let parts = amount.text.split(separator: ".", omittingEmptySubsequences: false)
            #expect(parts.count == (currency.exponent == 0 ? 1 : 2))
            #expect(parts.count == 1 || parts[1].count == currency.exponent)
            #expect(Int64(amount.text.filter { $0 != "." }) == units)
            for panel in panels {
                #expect(throws: Never.self, "\(amount.line) on \(panel.width)x\(panel.height)") {
                    try renderer.draw(.paid(amount: amount, order: "7F3K"), geometry: panel)
                }
            }
        }
    }

    @Test func `have their code where no font has their sign`() {
        let renderer = SceneRenderer(fonts: TypeSetter())
        let yen = ShownAmount(text: "50", sign: "円", code: "JPY")

        #expect(renderer.line(of: yen) == "50 JPY")
        #expect(renderer.line(of: Samples.amount) == "¥12.50")
        #expect(SceneRenderer(fonts: Samples.fonts).line(of: yen) == "円50")
    }

    @Test func `are read as people write them`() throws {
        #expect(try ShownAmount(decimal: "12.5", currency: "CNY")?.line == "¥12.50")
        #expect(try ShownAmount(decimal: "12", currency: "XXX") == nil)
        #expect(throws: MoneyError.tooManyDecimals(currency: .jpy)) {
            try ShownAmount(decimal: "12.5", currency: "JPY")
        }
    }
}

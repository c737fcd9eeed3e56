// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TillAPI

@Suite struct `Amounts as people write them` {
    @Test(
        arguments: [
            ("12.50", 2, 1250), ("12.5", 2, 1250), ("12", 2, 1200), ("0.01", 2, 1),
            ("1200", 0, 1200),
            ("0", 0, 0), ("1.234", 3, 1234), ("0012.50", 2, 1250),
            ("92233720368547758.07", 2, .max),
        ] as [(String, Int, Int64)])
    func `a decimal has minor units`(text: String, exponent: Int, minorUnits: Int64) {
        #expect(
            AmountRequest(decimal: text, currency: "CNY").minorUnits(exponent: exponent)
                == minorUnits)
    }

    @Test(arguments: [
        ("12.505", 2), ("12.500", 2), ("1.0", 0), ("92233720368547758.08", 2), ("", 2), (".", 2),
        ("-1", 2),
        ("1e3", 2), ("1", -1), ("1", 5), ("1234567890123456789012345", 0),
    ])
    func `what does not fit the currency has none`(text: String, exponent: Int) {
        #expect(AmountRequest(decimal: text, currency: "CNY").minorUnits(exponent: exponent) == nil)
    }

    @Test func `minor units need no conversion`() {
        #expect(AmountRequest(value: 1250, currency: "CNY").minorUnits(exponent: 2) == 1250)
    }

    @Test(
        arguments: [
            (1250, 2, "12.50"), (5, 2, "0.05"), (0, 2, "0.00"), (1200, 0, "1200"), (1, 3, "0.001"),
            (-1250, 2, "-12.50"), (.min, 2, "-92233720368547758.08"),
        ] as [(Int64, Int, String)])
    func `minor units have a decimal`(minorUnits: Int64, exponent: Int, text: String) {
        #expect(DecimalText.text(minorUnits: minorUnits, exponent: exponent) == text)
    }

    @Test func `every amount survives being written and read`() {
        var random = SeededNumbers(seed: 7)

        for exponent in 0...4 {
            for _ in 0..<500 {
                let amount =
                    Int64.random(in: 0...Int64.max, using: &random)
                    >> Int64.random(in: 0...60, using: &random)
                let text = DecimalText.text(minorUnits: amount, exponent: exponent)

                #expect(DecimalText.minorUnits(of: text, exponent: exponent) == amount)
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import till_bench

@Suite struct `Figures` {
    @Test(
        arguments: [
            (.times, 1.684, "1.68 x"), (.times, 0.9996, "1.000 x"), (.seconds, 0.000_352_4, "352 µs"),
            (.seconds, 0.0149, "14.9 ms"),
            (.seconds, 2, "2.00 s"), (.perSecond, 14_088.4, "14088/s"), (.bytes, 4610, "4610 B"),
            (.memory, 8_388_608, "8.00 MiB"), (.size, 89_900_000, "89.9 MB"), (.percent, 0.3, "0.300 %"),
            (.times, 0, "0 x"),
        ] as [(Unit, Double, String)])
    func `have as many digits as mean something`(unit: Unit, value: Double, text: String) {
        #expect(unit.text(value) == text)
    }

    @Test func `keep an aim up to its limit and not beyond`() {
        #expect(Aim.atMost(2).holds(2) == true)
        #expect(Aim.atMost(2).holds(2.001) == false)
        #expect(Aim.atLeast(5000).holds(5000) == true)
        #expect(Aim.atLeast(5000).holds(4999) == false)
        #expect(Aim.words("flat").holds(1) == nil)
        #expect(Aim.atLeast(5).text(.times) == "≥ 5.00 x")
    }

    @Test func `say both sides of a ratio`() {
        let rounds = [Comparison.Round(ours: 0.0004, before: 0.0002, after: 0.0002)]

        let figure = Figure(
            "sale opened", Comparison(rounds: rounds), aim: .atMost(2), names: ("tilld", "bare"), more: "p99 1 ms")

        #expect(
            FigureTable.cells(figure)
                == [
                    "sale opened", "2.00 x", "2.00 x to 2.00 x", "tilld 400 µs, bare 200 µs; p99 1 ms", "≤ 2.00 x",
                    "yes",
                ])
    }

    @Test func `are not there where a control failed`() {
        let rounds = [Comparison.Round(ours: 1, before: 1, after: 2)]

        let figure = Figure("sale opened", Comparison(rounds: rounds), aim: .atMost(2), names: ("tilld", "bare"))

        #expect(figure.isRefused)
        #expect(FigureTable.cells(figure)[1] == "no figure")
        #expect(FigureTable.cells(figure)[5].isEmpty)
    }

    @Test func `that are no number are refused`() {
        #expect(Figure("a", .nan, .times).isRefused)
        #expect(Figure("a", .infinity, .times).isRefused)
    }
}

@Suite struct `A table of figures` {
    private let part = FigureTable.Part(
        name: "orders", command: "Scripts/bench orders",
        figures: [
            Figure("sale opened", 1.5, spread: 1...2, .times, aim: .atMost(2), beside: "a | b"),
            Figure("64 clients", refused: "a control failed: x"),
        ])

    @Test func `stands in columns on a terminal`() {
        let lines = FigureTable.text(part).split(separator: "\n").map(String.init)

        #expect(lines[0] == "orders")
        #expect(lines[1] == "  Scripts/bench orders")
        #expect(lines[2] == "  figure       measured   rounds            beside               aim       kept")
        #expect(lines[3] == "  sale opened  1.50 x     1.00 x to 2.00 x  a | b                ≤ 2.00 x  yes")
        #expect(lines[4] == "  64 clients   no figure                    a control failed: x")
    }

    @Test func `is a table of Markdown in the manual`() {
        let text = FigureTable(parts: [part]).markdown("- commit abc\n")

        #expect(
            text == """
                - commit abc

                ### orders

                `Scripts/bench orders`

                | figure | measured | rounds | beside | aim | kept |
                | --- | --- | --- | --- | --- | --- |
                | sale opened | 1.50 x | 1.00 x to 2.00 x | a \\| b | ≤ 2.00 x | yes |
                | 64 clients | no figure |  | a control failed: x |  |  |

                """)
    }

    @Test func `is whole only with every figure`() {
        let whole = FigureTable.Part(name: "a", command: "b", figures: [Figure("c", 1, .times)])

        #expect(FigureTable(parts: [whole]).isWhole)
        #expect(!FigureTable(parts: [whole, part]).isWhole)
    }
}

// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import till_bench

@Suite struct `A comparison` {
    private func comparison(_ rounds: [(Double, Double, Double)]) -> Comparison {
        Comparison(rounds: rounds.map { Comparison.Round(ours: $0.1, before: $0.0, after: $0.2) })
    }

    @Test func `is the median of the ratios of its rounds, not the ratio of medians`() throws {
        let comparison = comparison([(1, 2, 1), (10, 15, 10), (100, 400, 100)])

        let ratios = try comparison.ratios()

        #expect(ratios.median == 2)
        #expect(ratios.spread == 1.5...4)
        #expect(try comparison.ours() == 15)
        #expect(try comparison.yardstick() == 10)
    }

    @Test func `takes the yardstick from both sides`() throws {
        let comparison = comparison([(1.1, 2, 0.9)])

        #expect(try comparison.ratios().median == 2)
    }

    @Test(arguments: [1.3, 0.7]) func `is refused where the yardstick does not agree with itself`(drift: Double) {
        let comparison = comparison([(1, 2, drift), (1, 2, drift), (1, 2, 1)])

        #expect(throws: BenchFault.unsteady(drift: drift)) { try comparison.ratios() }
    }

    @Test func `passes over one round in which something else ran`() throws {
        let comparison = comparison([(1, 2, 1), (1, 9, 5), (1, 2, 1)])

        #expect(try comparison.ratios().median == 2)
    }

    @Test func `measures in turn, and leaves the first round out`() async throws {
        var order = ""
        var count = 0.0

        let comparison = try await Comparison.measure(rounds: 2) {
            order += "o"
            count += 1
            return count
        } yardstick: {
            order += "y"
            return 1
        }

        #expect(order == "yoyyoyyoy")
        #expect(comparison.rounds.map(\.ours) == [2, 3])
    }

    @Test func `of rates is made round by round`() throws {
        let table = RateTable(rates: [1: [100, 200, 400], 64: [600, 1000, 2400]])

        let figure = try table.ratio("64 against 1", 64, 1, aim: .atLeast(5))

        #expect(figure.result == .value(6, spread: 5...6))
        #expect(throws: BenchFault.nothingMeasured) { try table.ratio("8 against 1", 8, 1, aim: nil) }
    }
}

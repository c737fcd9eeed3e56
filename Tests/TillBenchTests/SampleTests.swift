// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import till_bench

@Suite struct `A sample` {
    @Test(
        arguments: [([3], 3), ([4, 1, 3], 3), ([4, 1, 2, 3], 2.5), ([9, 1], 5), ([2, 2, 2, 100], 2)]
            as [([Double], Double)])
    func `has its median in the middle`(values: [Double], median: Double) throws {
        let sample = try Sample(values)

        #expect(sample.median == median)
    }

    @Test(
        arguments: [
            (0, 1), (1, 1), (10, 1), (10.1, 2), (50, 5), (51, 6), (90, 9), (99, 10), (100, 10), (-5, 1), (200, 10),
        ] as [(Double, Double)])
    func `has a percentile that is one of its values`(hundredths: Double, value: Double) throws {
        let sample = try Sample([7, 3, 10, 1, 9, 5, 2, 8, 4, 6])

        #expect(sample.percentile(hundredths) == value)
    }

    @Test func `of a thousand has ten values beyond its 99th percentile`() throws {
        let sample = try Sample((1...1000).map(Double.init))

        #expect(sample.percentile(99) == 990)
        #expect(sample.spread == 1...1000)
    }

    @Test(arguments: [[], [1, .nan], [.infinity]] as [[Double]])
    func `is not made of nothing, nor of what is no number`(values: [Double]) {
        #expect(throws: BenchFault.nothingMeasured) { try Sample(values) }
    }
}

// SPDX-License-Identifier: Apache-2.0

import FuzzTargets
import Testing

@Suite struct `The mutator` {
    private static let corpus = [Array(#"{"amount":1250}"#.utf8), Array("plain text".utf8)]

    private func inputs(seed: UInt64, count: Int = 2000) -> [[UInt8]] {
        var mutator = Mutator(seed: seed, corpus: Self.corpus, words: ["WORD"], longest: 300)
        return (0..<count).map { _ in mutator.next() }
    }

    @Test func `the same seed makes the same inputs, another one others`() {
        #expect(inputs(seed: 7) == inputs(seed: 7))
        #expect(inputs(seed: 7) != inputs(seed: 8))
    }

    @Test func `inputs differ, keep to the limit and hold words`() {
        let inputs = inputs(seed: 7)

        #expect(Set(inputs).count > inputs.count * 3 / 4)
        #expect(inputs.allSatisfy { $0.count <= 300 })
        #expect(inputs.contains { $0.count == 300 })
        #expect(inputs.contains { $0.isEmpty })
        #expect(inputs.contains { String(decoding: $0, as: UTF8.self).contains("WORD") })
        #expect(inputs.contains { String(decoding: $0, as: UTF8.self).contains("9223372036854775808") })
    }

    @Test func `an empty corpus is no obstacle`() {
        var mutator = Mutator(seed: 1, corpus: [], words: [], longest: 50)

        let inputs = (0..<200).map { _ in mutator.next() }

        #expect(Set(inputs).count > 20)
    }
}

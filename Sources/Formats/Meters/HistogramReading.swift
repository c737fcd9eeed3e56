// SPDX-License-Identifier: Apache-2.0

/// How often something took how long.
package struct HistogramReading: Sendable, Hashable {
    /// How often it took longer than the bound before and at most this one; the last one has no bound.
    package private(set) var counts: [Int]
    /// All of it together, in seconds.
    package private(set) var sum = 0.0

    /// Nothing yet, in buckets with these upper bounds.
    package init(bounds: [Double]) { counts = Array(repeating: 0, count: bounds.count + 1) }

    /// How often it was noted.
    package var count: Int { counts.reduce(0, +) }

    /// Notes how long it took once.
    mutating func note(_ seconds: Double, bounds: [Double]) {
        // A clock of a test may stand still, and none goes back.
        let seconds = max(0, seconds)
        counts[bounds.firstIndex { seconds <= $0 } ?? bounds.count] += 1
        sum += seconds
    }
}

extension Duration {
    /// The time in seconds.
    package var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

// SPDX-License-Identifier: Apache-2.0

/// Something and its yardstick, measured in turn in one run.
///
/// ```
/// round 1   yardstick  ours  yardstick
/// round 2   yardstick  ours  yardstick   …
/// ```
/// What else runs on the machine, and how fast it is at the moment, hits both alike. The yardstick stands on both sides, so
/// that it can also be held against itself: where it differs, the ratio says nothing and is refused.
struct Comparison: Hashable {
    /// One round.
    struct Round: Hashable {
        /// What is measured.
        let ours: Double
        /// The yardstick just before.
        let before: Double
        /// The yardstick just after.
        let after: Double

        /// So many times the yardstick.
        var ratio: Double { ours / yardstick }
        /// The yardstick around it.
        var yardstick: Double { (before + after) / 2 }
        /// The yardstick held against itself.
        var drift: Double { after / before }
    }

    /// The rounds in their order.
    let rounds: [Round]

    /// How far the yardstick may differ from itself, up or down, at the median of the rounds.
    static let driftMax = 1.25

    /// Measures in turn; a first round warms up and does not count.
    ///
    /// - Parameters:
    ///   - ours: measures once; smaller is better.
    ///   - yardstick: measures the yardstick once.
    static func measure(
        rounds count: Int, ours: () async throws -> Double, yardstick: () async throws -> Double
    ) async throws -> Comparison {
        var rounds: [Round] = []
        for _ in 0...max(1, count) {
            let before = try await yardstick()
            let measured = try await ours()
            rounds.append(Round(ours: measured, before: before, after: try await yardstick()))
        }
        return Comparison(rounds: Array(rounds.dropFirst()))
    }

    /// The ratios of the rounds.
    ///
    /// - Throws: ``BenchFault/unsteady(drift:)`` if the yardstick does not agree with itself.
    func ratios() throws(BenchFault) -> Sample {
        let drift = try Sample(rounds.map(\.drift)).median
        guard (1 / Self.driftMax...Self.driftMax).contains(drift) else { throw .unsteady(drift: drift) }
        return try Sample(rounds.map(\.ratio))
    }

    /// The median of what was measured.
    func ours() throws(BenchFault) -> Double { try Sample(rounds.map(\.ours)).median }

    /// The median of the yardstick.
    func yardstick() throws(BenchFault) -> Double { try Sample(rounds.map(\.yardstick)).median }
}

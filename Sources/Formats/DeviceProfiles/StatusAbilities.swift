// SPDX-License-Identifier: Apache-2.0

/// What a printer answers.
package struct StatusAbilities: Sendable, Hashable {
    /// Whether it may answer `10 04`; it is asked, and one that is silent is taken to be one-way.
    package let realtime: Bool
    /// Whether it tells changes by itself.
    package let asb: Bool
    /// Whether it answers `1D 72` in order.
    package let gsR: Bool
    /// Whether it answers `1D 28 48` when everything before has been printed.
    package let processID: Bool
    /// Whether it counts its cuts.
    package let counters: Bool
    /// The numbers of the counters of cuts for `1D 67 32`, the one that nobody can reset first.
    package let cutCounters: [Int]
    /// The numbers of the counters of fed lines for `1D 67 32`, the one that nobody can reset first.
    package let lineCounters: [Int]
    /// Whether it can be told to drop what it has received.
    package let clear: Bool

    /// The surest answer that it gives.
    package var tier: StatusTier {
        if processID { return .processID }
        if gsR { return .ordered }
        return realtime ? .realtime : .none
    }
}

// SPDX-License-Identifier: Apache-2.0

import Synchronization
package import TillCore

/// Ledger time: it never goes back, and no step of the wall clock moves it.
///
/// At start it is the later of the last journal time and a plausible wall clock; from then on it
/// runs on the continuous clock. Where the start had no clock to believe, it is set ahead once,
/// when an acquirer has said what time it is.
package struct LedgerTime: Sendable {
    private let start: Timestamp
    private let lead = Lead()
    private let startedAt: Duration
    private let continuous: @Sendable () -> Duration

    /// A wall clock before 2026 is one that was never set.
    static let plausibleFrom = Timestamp(milliseconds: 1_767_225_600_000)
    /// A lag behind an acquirer's clock that is worth setting it ahead for: less is usual, since it
    /// never goes back and clocks differ.
    static let lagMin: Duration = .seconds(600)
    /// A wall clock this far beyond the last entry is taken for a fault, not for a long holiday.
    static let plausibleGap: Duration = .seconds(400 * 24 * 3600)

    /// Starts it.
    ///
    /// - Parameter last: the time of the last journal entry; nil for a new ledger.
    init(after last: Timestamp?, clocks: LedgerClocks) {
        start = Self.start(wall: clocks.wall(), last: last)
        startedAt = clocks.continuous()
        continuous = clocks.continuous
    }

    /// The time now.
    package var now: Timestamp { start + (continuous() - startedAt) + lead.duration }

    /// Sets it ahead for good.
    func move(ahead by: Duration) { lead.grow(by: by) }

    /// How far it was set ahead since its start.
    private final class Lead: Sendable {
        private let state = Mutex(Duration.zero)

        var duration: Duration { state.withLock { $0 } }

        func grow(by more: Duration) { state.withLock { $0 += max(more, .zero) } }
    }

    static func start(wall: Timestamp, last: Timestamp?) -> Timestamp {
        guard let last else { return max(wall, plausibleFrom) }
        guard wall >= plausibleFrom, wall.since(last) <= plausibleGap else { return last }
        return max(wall, last)
    }
}

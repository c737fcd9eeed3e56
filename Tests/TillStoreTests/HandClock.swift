// SPDX-License-Identifier: Apache-2.0

import Synchronization
import TillCore
import TillStore

/// Time and randomness that stand still until somebody moves them.
final class HandClock: Sendable {
    private struct State {
        var wall: Timestamp
        var continuous: Duration = .seconds(5000)
        var random: UInt64

        mutating func nextByte() -> UInt8 {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: random >> 56)
        }
    }

    private let state: Mutex<State>

    /// Some day in 2027.
    static let morning = Timestamp(milliseconds: 1_800_000_000_000)

    init(wall: Timestamp = morning, seed: UInt64 = 1) {
        state = Mutex(State(wall: wall, random: seed))
    }

    /// The wall clock.
    var wall: Timestamp {
        get { state.withLock { $0.wall } }
        set { state.withLock { $0.wall = newValue } }
    }

    /// Lets time pass on both clocks.
    func pass(_ duration: Duration) {
        state.withLock { state in
            state.wall = state.wall + duration
            state.continuous += duration
        }
    }

    /// What the ledger is given.
    var clocks: LedgerClocks {
        LedgerClocks(
            wall: { self.state.withLock { $0.wall } },
            continuous: { self.state.withLock { $0.continuous } },
            randomBytes: { count in
                self.state.withLock { state in (0..<count).map { _ in state.nextByte() } }
            })
    }
}

// SPDX-License-Identifier: Apache-2.0

import Synchronization
package import TillCore
package import TillStore

/// Time and chance of a simulated terminal: they move only when the world says so.
package final class WorldClock: Sendable {
    private struct State {
        var wall: Int64
        var continuous: Int64 = 0
        var dice: Dice
    }

    private let state: Mutex<State>

    /// Starts on 2026-06-01 00:00 UTC.
    package init(seed: UInt64) {
        state = Mutex(State(wall: 1_780_272_000_000, dice: Dice(seed: seed)))
    }

    /// Lets time pass on both clocks.
    package func advance(milliseconds: Int64) {
        state.withLock {
            $0.wall += milliseconds
            $0.continuous += milliseconds
        }
    }

    /// Sets the wall clock off, as a bad battery or NTP does; nothing else moves.
    package func stepWall(milliseconds: Int64) { state.withLock { $0.wall += milliseconds } }

    /// The wall clock.
    package var wall: Timestamp { state.withLock { Timestamp(milliseconds: $0.wall) } }

    /// True time since the world began, in milliseconds.
    package var elapsed: Int64 { state.withLock { $0.continuous } }

    /// What a ledger needs.
    package var clocks: LedgerClocks {
        LedgerClocks(
            wall: { self.wall }, continuous: { .milliseconds(self.elapsed) },
            randomBytes: { count in self.state.withLock { $0.dice.bytes(count) } })
    }
}

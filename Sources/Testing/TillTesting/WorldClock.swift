// SPDX-License-Identifier: Apache-2.0

package import ProviderKit
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

    /// When the world begins, in milliseconds since 1970 UTC: 2026-06-01 00:00 UTC.
    package static let beginning: Int64 = 1_780_272_000_000

    private let state: Mutex<State>

    /// Starts at ``beginning``.
    package init(seed: UInt64) {
        state = Mutex(State(wall: Self.beginning, dice: Dice(seed: seed)))
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

    /// How far the wall clock is ahead of true time, in milliseconds.
    package var offset: Int64 {
        state.withLock { $0.wall - Self.beginning - $0.continuous }
    }

    /// The wall clock and a nonce, fresh at each call.
    package func moment() -> Moment {
        state.withLock {
            Moment(now: Timestamp(milliseconds: $0.wall), nonce: $0.dice.bytes(16))
        }
    }

    /// What a ledger needs.
    package var clocks: LedgerClocks {
        LedgerClocks(
            wall: { self.wall }, continuous: { .milliseconds(self.elapsed) },
            randomBytes: { count in self.state.withLock { $0.dice.bytes(count) } })
    }
}

// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Glibc
import Synchronization

/// Signals that a test sends. One that nobody listens to would have ended the process.
final class PlayedSignals: ConsoleSignals {
    private struct State {
        var release: (@Sendable () -> Void)?
        var acquire: (@Sendable () -> Void)?
        var deaths = 0
    }

    private let state = Mutex(State())

    let switching = ConsoleSwitching.byOwner(release: SIGUSR1, acquire: SIGUSR2)

    /// How often the process would be dead.
    var deaths: Int { state.withLock { $0.deaths } }
    /// Whether somebody listens.
    var isHeard: Bool { state.withLock { $0.release != nil } }

    func begin(release: @escaping @Sendable () -> Void, acquire: @escaping @Sendable () -> Void) {
        state.withLock {
            $0.release = release
            $0.acquire = acquire
        }
    }

    func end() {
        state.withLock {
            $0.release = nil
            $0.acquire = nil
        }
    }

    func send(_ number: Int32) {
        let call = state.withLock { state in
            let call = number == SIGUSR1 ? state.release : state.acquire
            if call == nil { state.deaths += 1 }
            return call
        }
        call?()
    }
}

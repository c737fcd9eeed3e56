// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A bucket of requests that fills by time: a flood on one listener leaves room for the others.
final class RateLimit: Sendable {
    private struct State {
        var tokens: Double
        var at: Duration
    }

    private let perSecond: Double
    private let burst: Double
    private let clock: @Sendable () -> Duration
    private let state: Mutex<State>

    /// - Parameter clock: a clock that never goes back.
    init(perSecond: Double, burst: Double, clock: @escaping @Sendable () -> Duration) {
        self.perSecond = perSecond
        self.burst = burst
        self.clock = clock
        state = Mutex(State(tokens: burst, at: clock()))
    }

    /// Takes one request's place, or says that there is none.
    func admits() -> Bool {
        let now = clock()
        return state.withLock { state in
            let passed = (now - state.at) / .seconds(1)
            state.tokens = min(burst, state.tokens + passed * perSecond)
            state.at = now
            guard state.tokens >= 1 else { return false }
            state.tokens -= 1
            return true
        }
    }
}

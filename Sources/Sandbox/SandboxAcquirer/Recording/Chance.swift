// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The random numbers of a recording, handed out again in their order.
final class Chance: Sendable {
    private struct State {
        var numbers: [UInt64] = []
        var missing = 0
    }

    private let state = Mutex(State())

    /// Lays the numbers of one exchange ready.
    func lay(_ numbers: [UInt64]) { state.withLock { $0 = State(numbers: numbers.reversed()) } }

    /// The next number; zero where none is left.
    func next() -> UInt64 {
        state.withLock { state in
            guard let number = state.numbers.popLast() else {
                state.missing += 1
                return 0
            }
            return number
        }
    }

    /// How many numbers too many, or below zero too few, there were for the exchange.
    var rest: Int { state.withLock { $0.numbers.count - $0.missing } }
}

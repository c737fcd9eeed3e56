// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The beat of a loop, for those who must know that it has not stopped.
package final class Pulse: Sendable {
    private struct State {
        var next = 0
        var waiting: [Int: AsyncStream<Void>.Continuation] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    /// Called by the loop each time that it has come around.
    package func beat() {
        let waiting = state.withLock { Array($0.waiting.values) }
        for continuation in waiting { continuation.yield() }
    }

    /// Knocks, and returns when the loop has come around after that, or the caller is cancelled.
    package func next(knocking: () -> Void) async {
        let (stream, continuation) = AsyncStream.makeStream(
            of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let id = state.withLock { state -> Int in
            state.next += 1
            state.waiting[state.next] = continuation
            return state.next
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { _ = $0.waiting.removeValue(forKey: id) }
        }
        // Somebody waits before the knock, so that no beat falls between the two.
        knocking()
        for await _ in stream { break }
    }
}

// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Synchronization

/// Which listeners accept connections, for those who must know that all do.
package final class Doors: Sendable {
    private struct State {
        var loops: [String: any EventLoop] = [:]
        var waiting: [AsyncStream<Void>.Continuation] = []
    }

    private let expected: Int
    private let state = Mutex(State())

    /// States how many listeners there will be.
    package init(expecting expected: Int) { self.expected = expected }

    /// Called by a listener that accepts connections from now on.
    func open(_ key: String, on loop: any EventLoop) {
        let waiting = state.withLock { state -> [AsyncStream<Void>.Continuation] in
            state.loops[key] = loop
            guard state.loops.count >= expected else { return [] }
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.finish() }
    }

    /// Whether all listeners accept connections.
    package var areOpen: Bool { state.withLock { $0.loops.count >= expected } }

    /// Returns when all listeners accept connections, or the caller is cancelled.
    package func allOpen() async {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        let isOpen = state.withLock { state in
            guard state.loops.count < expected else { return true }
            state.waiting.append(continuation)
            return false
        }
        if isOpen { return }
        for await _ in stream {}
    }

    /// Returns when the event loop of every listener has come around.
    ///
    /// - Throws: if one of them has ended.
    package func comeAround() async throws {
        for loop in state.withLock({ Array($0.loops.values) }) { try await loop.submit {}.get() }
    }
}

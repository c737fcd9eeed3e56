// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Tells those who wait that a commit gave them something to do.
///
/// A hint, not a message: a loop that misses every one of them is late, never wrong.
final class Wakeups: Sendable {
    private struct State {
        var next = 0
        var waiting: [Topic: [Int: AsyncStream<Void>.Continuation]] = [:]
    }

    private let state = Mutex(State())

    /// A stream that yields after each commit that touched the topic; it holds one hint at most.
    func stream(of topic: Topic) -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let id = state.withLock { state -> Int in
            state.next += 1
            state.waiting[topic, default: [:]][state.next] = continuation
            return state.next
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { _ = $0.waiting[topic]?.removeValue(forKey: id) }
        }
        return stream
    }

    /// Wakes everyone who waits for one of the topics.
    func wake(_ topics: Set<Topic>) {
        let woken = state.withLock { state in
            topics.flatMap { state.waiting[$0, default: [:]].values }
        }
        for continuation in woken { continuation.yield() }
    }
}

/// What one can wait for.
package enum Topic: Hashable, Sendable {
    /// New or ended work in a lane.
    case lane(Lane)
    /// Any new row of the journal.
    case journal
    /// Somebody asks that the acquirer be asked now.
    case hints
    /// A new line of the turnover.
    case turnover
    /// Who follows the journal, and what they are told once more.
    case followers
}

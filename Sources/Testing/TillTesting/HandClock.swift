// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A clock that a test moves, and that says when somebody sleeps by it.
package final class HandClock: Clock, Sendable {
    /// Time since the clock was made.
    package struct Instant: InstantProtocol {
        var offset: Duration

        /// The moment that is so much later.
        package func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }

        /// The time from here to another moment.
        package func duration(to other: Instant) -> Duration { other.offset - offset }

        package static func < (a: Instant, b: Instant) -> Bool { a.offset < b.offset }
    }

    private struct State {
        var now = Instant(offset: .zero)
        var next = 0
        var sleepers: [Int: (until: Instant, continuation: CheckedContinuation<Void, any Error>)] = [:]
        var cancelled: Set<Int> = []
        var naps = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    /// Makes a clock that stands at zero.
    package init() {}

    /// Any step is exact.
    package let minimumResolution: Duration = .zero
    /// Where the clock stands.
    package var now: Instant { state.withLock { $0.now } }
    /// What has passed since it was made.
    package var elapsed: Duration { now.offset }

    /// Returns when somebody has begun to sleep; each time counts once.
    package func nap() async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state -> Bool in
                guard state.naps == 0 else {
                    state.naps -= 1
                    return true
                }
                state.waiting.append(continuation)
                return false
            }
            if isThere { continuation.resume() }
        }
    }

    /// Sleeps until the test has moved the clock that far.
    ///
    /// - Throws: `CancellationError`.
    package func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let id = state.withLock { state -> Int in
            state.next += 1
            return state.next
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let (isOver, waiting) = state.withLock { state in
                    guard !state.cancelled.contains(id) else {
                        return (true, CheckedContinuation<Void, Never>?.none)
                    }
                    state.sleepers[id] = (deadline, continuation)
                    guard state.waiting.isEmpty else { return (false, state.waiting.removeFirst()) }
                    state.naps += 1
                    return (false, nil)
                }
                if isOver { continuation.resume(throwing: CancellationError()) }
                waiting?.resume()
            }
        } onCancel: {
            let sleeper = state.withLock { state in
                state.cancelled.insert(id)
                return state.sleepers.removeValue(forKey: id)
            }
            sleeper?.continuation.resume(throwing: CancellationError())
        }
    }

    /// Lets time pass, and wakes whose time it is.
    package func advance(by duration: Duration) {
        let woken = state.withLock { state in
            state.now = state.now.advanced(by: duration)
            let due = state.sleepers.filter { $0.value.until <= state.now }
            for id in due.keys { state.sleepers[id] = nil }
            return due.values.map(\.continuation)
        }
        for continuation in woken { continuation.resume() }
    }
}

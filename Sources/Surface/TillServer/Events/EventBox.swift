// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// What waits for one reader of events.
final class EventBox: Sendable {
    /// What a reader finds.
    struct Content: Sendable {
        /// New events, the oldest first.
        var news: [EventNews] = []
        /// Whether there were more than the box holds: the ledger has them.
        var isBehind = false
        /// Whether the other side is to hear that the connection stands.
        var isBeat = false
    }

    private struct State {
        var content = Content()
        var isEnding = false
        /// Beats since the write began that is under way; nil if none is.
        var stillFor: Int?
        var hangUp: (@Sendable () -> Void)?
    }

    /// Events that wait at most; more are read from the ledger when the reader comes to it.
    static let newsMax = 1000
    /// Beats that one write may last: then the other side reads nothing, and its connection is closed.
    static let stillMax = 2

    /// One hint at most that there is something.
    let hints: AsyncStream<Void>
    private let hint: AsyncStream<Void>.Continuation
    private let state = Mutex(State())

    /// Makes an empty box.
    init() {
        (hints, hint) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    /// Puts events in; if there is no room, none is left in it.
    func put(_ news: [EventNews]) {
        state.withLock { state in
            guard !state.content.isBehind else { return }
            if state.content.news.count + news.count > Self.newsMax {
                state.content.news = []
                state.content.isBehind = true
            } else {
                state.content.news += news
            }
        }
        hint.yield()
    }

    /// Has the reader read from the ledger.
    func sendBack() {
        state.withLock { state in
            state.content.news = []
            state.content.isBehind = true
        }
        hint.yield()
    }

    /// Has the reader say that the connection stands, and closes it if a write has not come to its end for long.
    func beat() {
        let hangUp = state.withLock { state -> (@Sendable () -> Void)? in
            state.content.isBeat = true
            guard let beats = state.stillFor else { return nil }
            state.stillFor = beats + 1
            return beats + 1 >= Self.stillMax ? state.hangUp : nil
        }
        hangUp?()
        hint.yield()
    }

    /// Takes everything out.
    func take() -> Content {
        state.withLock { state in
            defer { state.content = Content() }
            return state.content
        }
    }

    /// Says how the connection is closed from elsewhere.
    func setHangUp(_ hangUp: @escaping @Sendable () -> Void) { state.withLock { $0.hangUp = hangUp } }

    /// Says that a write begins; false if none may, because the daemon ends.
    func beginWrite() -> Bool {
        state.withLock { state in
            guard !state.isEnding else { return false }
            state.stillFor = 0
            return true
        }
    }

    /// Says that a write has ended.
    func endWrite() { state.withLock { $0.stillFor = nil } }

    /// Ends the reading: no write begins any more, and one that stands still does not hold the daemon up.
    func end() {
        let hangUp = state.withLock { state -> (@Sendable () -> Void)? in
            state.isEnding = true
            return state.stillFor == nil ? nil : state.hangUp
        }
        hangUp?()
        hint.finish()
    }
}

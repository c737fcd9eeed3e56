// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Where those wait who want to see a test picture on a display, for the one who keeps it.
package final class DisplayDesk: Sendable {
    /// What came of a test picture.
    package enum Outcome: Sendable, Hashable {
        /// It is on the glass.
        case shown
        /// A sale has the display.
        case busy
        /// It is not on the glass, and why.
        case failed(String)
    }

    private struct State {
        var waiting: [AsyncStream<Outcome>.Continuation] = []
        var isOpen = true
    }

    private let state = Mutex(State())

    /// How many may wait at once.
    static let waitingMax = 4

    /// Opens a desk.
    package init() {}

    /// Asks for a test picture; it comes within the keeper's next look.
    ///
    /// - Returns: a stream of the one outcome.
    package func test() -> AsyncStream<Outcome> {
        let (outcomes, answer) = AsyncStream.makeStream(of: Outcome.self)
        let refusal: String? = state.withLock { state in
            guard state.isOpen else { return "tilld is stopping: ask again when it runs" }
            guard state.waiting.count < Self.waitingMax else { return "others are testing it: wait for them" }
            state.waiting.append(answer)
            return nil
        }
        if let refusal {
            answer.yield(.failed(refusal))
            answer.finish()
        }
        return outcomes
    }

    /// Whether anybody waits.
    var isWanted: Bool { state.withLock { !$0.waiting.isEmpty } }

    /// Tells everybody who waits.
    func answer(_ outcome: Outcome) {
        let waiting = state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting
        }
        for one in waiting {
            one.yield(outcome)
            one.finish()
        }
    }

    /// Sends everybody away.
    func close() {
        state.withLock { $0.isOpen = false }
        answer(.failed("tilld is stopping: ask again when it runs"))
    }
}

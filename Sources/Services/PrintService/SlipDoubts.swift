// SPDX-License-Identifier: Apache-2.0

import Synchronization
import TillCore

/// Whether slips may be there that were begun and whose end nobody saw, and since when each is asked about in vain.
final class SlipDoubts: Sendable {
    private struct State {
        // The program before this one may have left some.
        var isOpen = true
        var since: [PrintID: Timestamp] = [:]
    }

    private let state = Mutex(State())

    /// Whether there may be any.
    var isOpen: Bool { state.withLock(\.isOpen) }

    /// Says that there is one.
    func open() { state.withLock { $0.isOpen = true } }

    /// Says that none is left.
    func close() { state.withLock { $0 = State(isOpen: false) } }

    /// Whether the printer was asked about a slip, in vain.
    func isAsked(about job: PrintID) -> Bool { state.withLock { $0.since[job] != nil } }

    /// Since when a slip is asked about; from now on, if it was not before.
    func since(_ job: PrintID, now: Timestamp) -> Timestamp {
        state.withLock { state in
            let since = state.since[job] ?? now
            state.since[job] = since
            return since
        }
    }
}

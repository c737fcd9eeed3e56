// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Tells the worker that endpoints are not what they were when it last looked.
package final class WebhookBoard: Sendable {
    private let state = Mutex(true)

    /// Begins with everything to look at.
    package init() {}

    /// Has the worker look again.
    func note() { state.withLock { $0 = true } }

    /// Whether there is something to look at; says so once.
    func take() -> Bool {
        state.withLock { state in
            defer { state = false }
            return state
        }
    }
}

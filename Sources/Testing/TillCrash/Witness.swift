// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization

/// What clients heard with their own ears: it has to be true for ever after.
final class Witness: Sendable {
    struct Heard: Sendable {
        /// Orders that were answered, by idempotency key.
        var opened: [String: Set<String>] = [:]
        /// Orders that were said to be paid.
        var paid: Set<String> = []
        /// Refunds that were accepted, by key, with their orders.
        var refunded: [String: String] = [:]
        /// Answers that nobody should get: status and text.
        var odd: [String] = []
        /// Requests that were answered at all.
        var answers = 0
        /// Exchanges that broke off.
        var broken = 0
    }

    private let state = Mutex(Heard())

    var heard: Heard { state.withLock { $0 } }

    /// Notes something.
    func note(_ change: (inout Heard) -> Void) { state.withLock { change(&$0) } }
}

// SPDX-License-Identifier: Apache-2.0

import Synchronization
package import TillCore

/// Why the next statement of an account is not compared yet, for people. In memory: a start asks
/// again.
package final class StatementBoard: Sendable {
    private let troubles = Mutex<[AccountID: String]>([:])

    /// Makes a board with nothing on it.
    package init() {}

    /// Why the next statement of the account is waited for; nil if nothing is wrong.
    package func trouble(of account: AccountID) -> String? {
        troubles.withLock { $0[account] }
    }

    func note(_ trouble: String?, of account: AccountID) {
        troubles.withLock { $0[account] = trouble }
    }
}

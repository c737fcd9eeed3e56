// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Why a journal printer's lines wait, for those who ask how it does.
package final class RollStanding: Sendable {
    private let trouble = Mutex<String?>(nil)

    /// Begins without trouble.
    package init() {}

    /// Why its lines wait, in words for people; nil if nothing stands in their way.
    package var current: String? { trouble.withLock(\.self) }

    /// Takes note of what stands in their way.
    ///
    /// - Returns: whether that is news.
    func note(_ why: String?) -> Bool {
        trouble.withLock { trouble in
            defer { trouble = why }
            return trouble != why
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// How a display does, for health. Losing it costs nothing.
package final class DisplayCondition: Sendable {
    private let fault = Mutex<String?>(nil)
    private let known = Mutex<DisplayReport?>(nil)

    package init() {}

    /// What is wrong; nil if nothing is.
    package var current: String? { fault.withLock { $0 } ?? report?.fault }

    /// What is known of the display and its codes; nil before it was opened.
    package var report: DisplayReport? { known.withLock { $0 } }

    /// Sets it, and says whether that is news.
    @discardableResult func set(_ fault: String?) -> Bool {
        self.fault.withLock { known in
            defer { known = fault }
            return known != fault
        }
    }

    /// Changes what is known.
    func change(_ change: @Sendable (inout DisplayReport?) -> Void) { known.withLock { change(&$0) } }
}

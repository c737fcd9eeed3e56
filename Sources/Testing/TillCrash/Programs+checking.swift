// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Glibc
import Synchronization

extension Programs {
    private static let watches = Mutex<[any DispatchSourceSignal]>([])

    /// - Throws: ``CrashFault`` with what has to be built.
    static func check() throws {
        guard missing.isEmpty else { throw CrashFault("not built: \(missing.joined(separator: ", "))") }
        signal(SIGPIPE, SIG_IGN)
        watches.withLock { $0 = Children.endWithUs() }
    }
}

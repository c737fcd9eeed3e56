// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Glibc
import Synchronization

/// The number of a process that is about to start, for answers that interrupt it.
final class ProcessBox: Sendable {
    private let number = Mutex<pid_t?>(nil)
    private let start = DispatchSemaphore(value: 0)

    func started(_ number: pid_t) {
        self.number.withLock { $0 = number }
        start.signal()
    }

    /// Sends what Ctrl-C sends.
    func interrupt() {
        start.wait()
        start.signal()
        if let number = number.withLock({ $0 }) { kill(number, SIGINT) }
    }
}

// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import Synchronization

/// A note that is on disk when it has been made.
final class Kept: Sendable {
    private let note = Mutex<PrintStart?>(nil)

    /// What was noted last.
    var start: PrintStart? { note.withLock(\.self) }

    /// Notes what a job begins with.
    func keep(_ start: PrintStart) { note.withLock { $0 = start } }
}

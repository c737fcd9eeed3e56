// SPDX-License-Identifier: Apache-2.0

import ScriptedDaemon
import Synchronization

/// Holds a daemon for an answer of its own script.
final class DaemonBox: Sendable {
    private let held = Mutex<ScriptedDaemon?>(nil)

    var daemon: ScriptedDaemon? {
        get { held.withLock { $0 } }
        set { held.withLock { $0 = newValue } }
    }
}

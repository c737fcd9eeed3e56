// SPDX-License-Identifier: Apache-2.0

import Synchronization
import TillCore

/// When the newest backup was made that this daemon knows of. Losing it costs a look into the folder.
final class LatestBackup: Sendable {
    private let known = Mutex<Timestamp?>(nil)

    /// When it was made, by the wall clock; nil if none is known.
    var at: Timestamp? { known.withLock { $0 } }

    /// Notes one; an older one changes nothing.
    func note(_ time: Timestamp) { known.withLock { $0 = max($0 ?? time, time) } }
}

// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A clock that moves only when it is told to.
final class HandClock: Sendable {
    private let time = Mutex(Duration.zero)

    var now: Duration { time.withLock { $0 } }

    func advance(by duration: Duration) { time.withLock { $0 += duration } }
}

// SPDX-License-Identifier: Apache-2.0

import ScriptedDaemon
import Synchronization

/// A clock whose first sleep starts a daemon, as systemd would meanwhile.
final class RestartingClock: Clock {
    private let base = InstantClock()
    private let start: @Sendable () throws -> ScriptedDaemon
    private let box = DaemonBox()

    init(_ start: @escaping @Sendable () throws -> ScriptedDaemon) {
        self.start = start
    }

    var daemon: ScriptedDaemon? { box.daemon }
    var now: InstantClock.Instant { base.now }
    var minimumResolution: Duration { base.minimumResolution }

    func sleep(until deadline: InstantClock.Instant, tolerance: Duration?) async throws {
        try await base.sleep(until: deadline, tolerance: tolerance)
        if box.daemon == nil { box.daemon = try start() }
    }
}

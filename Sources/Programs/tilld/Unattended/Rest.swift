// SPDX-License-Identifier: Apache-2.0

import ServiceLifecycle

/// Does nothing for a while and then ends, and all others with it.
struct Rest: Service {
    let duration: Duration
    let clock: any Clock<Duration>

    /// That the while is over.
    struct Over: Error {}

    func run() async throws {
        do {
            try await cancelWhenGracefulShutdown { try await clock.sleep(for: duration) }
        } catch is CancellationError {
            // Somebody else ends the daemon.
            return
        }
        throw Over()
    }
}

// SPDX-License-Identifier: Apache-2.0

import DisplayService
import Scenes
import ServiceLifecycle

/// Keeps a display showing one thing, where there is no ledger to say what to show.
struct StillScreen: Service {
    let painter: Painter
    let screen: Screen
    let clock: any Clock<Duration>

    /// How soon a display that failed is tried again.
    static let retryAfter: Duration = .seconds(3)

    func run() async throws {
        // Woken early by the end of the daemon, and the screen stays as it is.
        try? await cancelWhenGracefulShutdown {
            while await painter.show(screen) != nil { try await clock.sleep(for: Self.retryAfter) }
            try await gracefulShutdown()
        }
        await painter.close()
    }
}

// SPDX-License-Identifier: Apache-2.0

import Logging
import ServiceLifecycle

/// Tells the service manager that the daemon is ready, how it is, and that it has not hung.
///
/// The watchdog is fed after a proof of life, never by the clock alone: a ledger, an event loop or
/// a worker that hangs keeps the proof from ending, and then nothing is fed.
struct Heartbeat: Service {
    /// Tells the service manager.
    let tell: @Sendable ([Notice]) -> Void
    /// How often to feed the watchdog; nil if nobody watches.
    let watchdog: WatchdogTerms?
    let clock: any Clock<Duration>
    /// Returns when the daemon does its work.
    let ready: @Sendable () async -> Void
    /// Proves that everything moves, and says how it is in a sentence.
    let proof: @Sendable () async throws -> String
    let logger: Logger

    /// How often the sentence is looked after if nobody watches.
    static let usually: Duration = .seconds(10)

    func run() async throws {
        try await withGracefulShutdownHandler {
            do {
                try await cancelWhenGracefulShutdown { try await beat() }
            } catch is CancellationError {
                // The daemon ends.
            }
        } onGracefulShutdown: {
            tell([.stopping])
        }
    }

    private func beat() async throws {
        await ready()
        try Task.checkCancellation()
        tell([.ready])
        var said = ""
        while true {
            do {
                let status = try await proof()
                try Task.checkCancellation()
                var notices: [Notice] = watchdog == nil ? [] : [.watchdog]
                if status != said { notices.append(.status(status)) }
                said = status
                tell(notices)
            } catch let error where !(error is CancellationError) {
                logger.error("the daemon cannot prove that it is alive", metadata: ["why": "\(error)"])
            }
            try await clock.sleep(for: watchdog?.period ?? Self.usually)
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

package import DeviceDrivers
package import Logging
import ServiceLifecycle

/// Looks after what stands around a display, beside whoever keeps it.
package struct DisplayTender: Service {
    private let name: String
    private let stand: DisplayStand
    private let clock: any Clock<Duration>
    private let limits: any Clock<Duration>
    private let logger: Logger

    /// How often it is looked.
    static let every: Duration = .seconds(1)

    /// How long a display may keep it from others.
    static let patience: Duration = .seconds(5)

    /// Puts a tender together.
    ///
    /// - Parameters:
    ///   - name: of the display, for the log.
    ///   - clock: says when it is looked next.
    ///   - limits: measures how long a display may keep it from others.
    package init(
        name: String, stand: DisplayStand, clock: any Clock<Duration> = ContinuousClock(),
        limits: any Clock<Duration> = ContinuousClock(), logger: Logger
    ) {
        self.name = name
        self.stand = stand
        self.clock = clock
        self.limits = limits
        self.logger = logger
    }

    /// Looks until shutdown, and does at once what others ask for: they want the screen, or give it back.
    package func run() async throws {
        do {
            try await cancelWhenGracefulShutdown { try await tend() }
        } catch is CancellationError {
            // The daemon ends; whoever closes the display gives everything back.
        }
    }

    /// Does something for as long as a display may take: behind one that hangs, others wait for the screen.
    private func bounded(_ work: @escaping @Sendable () async -> Void) async {
        // One that is called off has left what it held; the next look goes on.
        try? await within(Self.patience, limits) { await work() }
    }

    private func tend() async throws {
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask {
                for await event in stand.events { await bounded { await stand.heed(event) } }
            }
            while true {
                await bounded { await stand.look() }
                for remark in await stand.takeRemarks() {
                    logger.warning("a display is not all ours", metadata: ["display": "\(name)", "why": "\(remark)"])
                }
                try await clock.sleep(for: Self.every)
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

package import Logging
import ProviderKit
import ServiceLifecycle
import Synchronization
import TillCore
package import TillStore

/// Looks after the clocks: asks acquirers for their time where it must be known, writes steps down, and
/// sets ledger time ahead where it started without a clock to believe.
package struct ClockWorker: Service {
    private let ledger: Ledger
    private let accounts: [Account]
    private let client: ProviderClient
    private let watch: ClockWatch
    private let clock: any Clock<Duration>
    private let logger: Logger
    /// What was last said about the clock, so that it is said once.
    private let said = Said()

    /// How often it looks.
    package static let every: Duration = .seconds(15)

    /// Puts a worker together.
    package init(
        ledger: Ledger, accounts: [Account], client: ProviderClient, watch: ClockWatch,
        clock: any Clock<Duration> = ContinuousClock(), logger: Logger
    ) {
        self.ledger = ledger
        self.accounts = accounts
        self.client = client
        self.watch = watch
        self.clock = clock
        self.logger = logger
    }

    /// Works until shutdown: asks every acquirer once, and then those that it must.
    ///
    /// - Throws: only what the ledger throws.
    package func run() async throws {
        do {
            try await cancelWhenGracefulShutdown {
                await ask(accounts)
                try await catchUp()
                say()
                while true {
                    try await clock.sleep(for: Self.every)
                    try await look()
                }
            }
        } catch is CancellationError {
            // The daemon ends.
        }
    }

    /// Looks once: at the clock first, then at what acquirers say of it.
    package func look() async throws {
        if let step = watch.takeStep() {
            logger.warning("the wall clock was stepped", metadata: ["by": "\(step)"])
            try await ledger.noteClockStep(by: step)
        }
        // Who has said nothing yet may be the one that sets ledger time right.
        let isBehind = SaleClock(ledger: ledger, watch: watch).unconfirmed != nil
        await ask(accounts.filter { watch.mustAsk($0.id) || isBehind })
        try await catchUp()
        say()
    }

    /// Sets ledger time ahead where the start had no clock to believe.
    private func catchUp() async throws {
        guard let wall = watch.confirmed, let lag = try await ledger.catchUp(with: wall) else { return }
        logger.warning("ledger time was behind, and has been set ahead", metadata: ["by": "\(lag)"])
    }

    private func ask(_ accounts: [Account]) async {
        for account in accounts {
            do throws(ProviderError) {
                try await client.askTime(of: account)
            } catch {
                // Whoever cannot be reached is asked again if it matters then.
                logger.debug(
                    "an acquirer did not say its time",
                    metadata: ["account": "\(account.id)", "why": "\(error)"])
            }
        }
    }

    private func say() {
        let fault = (accounts.lazy.compactMap { watch.fault(of: $0.id) }.first ?? watch.fault)
        guard said.isNews(fault != nil) else { return }
        if let fault {
            logger.error("the clock cannot be believed", metadata: ["why": "\(fault)"])
        } else {
            logger.notice("the clock can be believed again")
        }
    }

    /// Whether the clock was said to be wrong.
    private final class Said: Sendable {
        private let isWrong = Mutex(false)

        func isNews(_ now: Bool) -> Bool {
            isWrong.withLock { known in
                defer { known = now }
                return known != now
            }
        }
    }
}

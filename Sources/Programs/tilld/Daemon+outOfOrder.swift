// SPDX-License-Identifier: Apache-2.0

import DisplayService
import Foundation
import Logging
import Scenes
import ServiceLifecycle
import TillServer
import TillStore

extension Daemon {
    /// Runs where the ledger cannot be used: the displays say so, health is answered, and nothing
    /// else. After a while the daemon ends, and the next start tries the ledger again.
    ///
    /// - Throws: the error, when that while is over.
    func runWithoutLedger(because error: LedgerError, _ painters: [Painter]) async throws {
        logger.critical("out of order", metadata: ["why": "\(error)"])
        let refusal = SaleRefusal(.storage, "\(error)")
        let health = Health.withoutLedger(settings, SaleGate([{ refusal }]).health)
        let addresses = apiAddresses(tokenBook(SystemClocks.wall))
        let process = ProcessFigures()
        let doors = Doors(expecting: addresses.count)
        let clock = ContinuousClock()
        var services: [any Service] = painters.map {
            StillScreen(painter: $0, screen: .outOfOrder, clock: clock)
        }
        services += tenders(painters)
        services += addresses.map { address, access in
            APIListener(
                health: { health }, metrics: { TerminalFigures.withoutLedger(settings, process) }, refusal: refusal,
                clock: SystemClocks.continuous, wall: SystemClocks.wall,
                address: address, access: access, entry: entry(doors), logger: logger)
        }
        services.append(Rest(duration: StorageFaults.window, clock: clock))
        if let manager {
            services.append(
                Heartbeat(
                    tell: { manager.tell($0) }, watchdog: watchdog, clock: clock,
                    ready: { await doors.allOpen() },
                    proof: {
                        try await doors.comeAround()
                        return "out of order; \(error)"
                    }, logger: logger))
        }
        defer { unlink(settings.api.socket) }
        do {
            try await group(services).run()
        } catch is Rest.Over {
            throw error
        }
    }
}

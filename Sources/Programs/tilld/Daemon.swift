// SPDX-License-Identifier: Apache-2.0

import DisplayService
import Evidence
import Foundation
import HTTPTransport
import Logging
import Meters
import PaymentService
import PrintService
import ServiceLifecycle
import TillCore
import TillServer
import TillStore
import UnixSignals

/// The daemon: its parts, wired, in the order in which they are needed.
struct Daemon {
    let settings: Settings
    let parts: Parts
    let logger: Logger
    /// The way to the service manager; nil if none started us.
    let manager: NotifySocket?
    /// How often the service manager wants to hear of us; nil if it does not watch.
    let watchdog: WatchdogTerms?

    /// Runs until SIGTERM or SIGINT.
    func run() async throws {
        // What another daemon has on its screens stays there.
        if (try? LedgerInspection.isInUse(settings.ledgerPath)) == true {
            throw LedgerError.inUse(path: settings.ledgerPath)
        }
        let painters = painters()
        // On threads of their own: a display that hangs keeps no ledger from being opened.
        async let booting: Void = showBoot(on: painters)
        let faults = StorageFaults(beside: settings.api.socket, elapsed: SystemClocks.sinceBoot)
        let advice = faults.advice
        let ledger: Ledger
        do throws(LedgerError) {
            ledger = try open(faults, advice)
        } catch {
            if case .inUse = error { throw error }
            guard advice != .normal else {
                faults.note()
                throw error
            }
            return try await runWithoutLedger(because: error, painters)
        }
        let carefulUntil = advice == .normal ? nil : SystemClocks.continuous() + StorageFaults.window
        try await run(ledger, painters, carefulUntil: carefulUntil)
        await booting
    }

    /// Opens the ledger, or makes it.
    private func open(_ faults: StorageFaults, _ advice: StorageFaults.Advice) throws(LedgerError)
        -> Ledger
    {
        let path = settings.ledgerPath
        guard advice != .handsOff else {
            throw .unusable(
                path: path, why: "it failed \(faults.recent) times in five minutes: look at the disk")
        }
        do {
            try Self.makeFolder(of: path)
            return try Ledger(
                path: path, terminal: settings.terminal.id, version: Version.text,
                clocks: SystemClocks.forLedger, room: .standard,
                onFault: { fault in
                    // The result is unknown: nothing more may be sent, and only the file can tell.
                    _ = Ending.of(fault)
                    faults.note()
                    _exit(74)
                })
        } catch let error as LedgerError {
            throw error
        } catch {
            throw .unusable(path: path, why: "\(error)")
        }
    }

    /// Makes the folder of a ledger, if it is not there.
    static func makeFolder(of path: String) throws(LedgerError) {
        do {
            try FileManager.default.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        } catch {
            throw .unusable(path: path, why: "the folder cannot be made: check store.path")
        }
    }

    private func run(_ ledger: Ledger, _ painters: [Painter], carefulUntil: Duration?) async throws {
        let watch = try await clockWatch(ledger)
        try await ledger.recover(settlingSlips: parts.printer != nil)
        let key = try TerminalKey.readOrMake(settings.keyPath)
        let gate = gate(ledger, watch, carefulUntil: carefulUntil)
        let transport = try HTTPTransport()
        let breakers = Breakers()
        let pulse = Pulse()
        let conditions = parts.displays.map { _ in DisplayCondition() }
        let posts = PrinterPost.posts(settings, parts)
        let webhooks = webhooks(ledger, transport)
        let keeper = LedgerKeeper(
            ledger: ledger, plan: settings.backup, wall: SystemClocks.wall, logger: logger)
        ledger.meters.expect(accounts: parts.accounts.map(\.id.text))
        let health = Health(
            settings: settings, parts: parts, ledger: ledger, breakers: breakers,
            conditions: conditions, stands: painters.map(\.stand), posts: posts,
            key: EvidenceKey(key.publicBytes).thumbprint,
            watch: watch,
            gate: gate, webhooks: webhooks.desk, backup: keeper.latest)
        let doors = Doors(expecting: listenerCount)
        let board = StatementBoard()
        let desks = parts.displays.map { _ in DisplayDesk() }
        logger.info(
            "tilld is starting",
            metadata: [
                "version": "\(Version.text)", "terminal": "\(settings.terminal.id)",
                "environment": "\(settings.environment.rawValue)", "boot": "\(ledger.boot)",
            ])
        for refusal in gate.refusals {
            logger.error("no sale is opened", metadata: ["why": "\(refusal.detail)"])
        }
        for (display, screen) in zip(settings.displays, parts.screens) {
            for note in screen.notes {
                logger.warning(
                    "a screen is not as it should be", metadata: ["display": "\(display.name)", "why": "\(note)"])
            }
        }
        let services =
            displays(ledger, zip(painters, desks), conditions, gate, breakers) + tenders(painters)
            + sounds(ledger) + printing(ledger, posts)
            + [webhooks.worker] + payment(ledger, transport, breakers, board, watch, pulse) + [keeper] + pins(ledger)
            + listeners(ledger, key, health, board, keeper, gate, posts, desks, doors)
        // The last one is the first that hears of the end.
        try await group(services + heartbeat(health, pulse, doors)).run()
        transport.stop()
        // While the ledger is ours: from then on there may be the socket of the next daemon.
        unlink(settings.api.socket)
        try ledger.close()
    }

    /// The services, run until one of them or the daemon ends.
    func group(_ services: [any Service]) -> ServiceGroup {
        ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services.map {
                    // One that fails ends the others as SIGTERM does: connections are closed, not dropped.
                    ServiceGroupConfiguration.ServiceConfiguration(
                        service: NamedService($0), failureTerminationBehavior: .gracefullyShutdownGroup)
                },
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
    }

    /// Who looks after the wall clock: what the journal has seen is over for certain.
    private func clockWatch(_ ledger: Ledger) async throws -> ClockWatch {
        ClockWatch(
            wall: SystemClocks.wall, continuous: SystemClocks.continuous,
            after: try await ledger.lastTimeBeforeStart(), released: Version.released)
    }

    /// What can stand in the way of a sale.
    private func gate(_ ledger: Ledger, _ watch: ClockWatch, carefulUntil: Duration?) -> SaleGate {
        let clock = SaleClock(ledger: ledger, watch: watch)
        return SaleGate([
            {
                switch ledger.condition {
                case .ok, .ended: nil
                case .diskLow(let error): SaleRefusal(.disk, "\(error)")
                case .checkFailed(let error): SaleRefusal(.storage, "\(error)")
                }
            },
            { clock.fault.map { SaleRefusal(.clock, "\($0)\($0.remedy)") } },
            {
                guard let carefulUntil, SystemClocks.continuous() < carefulUntil else { return nil }
                return SaleRefusal(
                    .storage,
                    "the ledger's disk failed more than \(StorageFaults.luckMax) times in five minutes: look at it; without another failure sales go on by themselves"
                )
            },
        ])
    }
}

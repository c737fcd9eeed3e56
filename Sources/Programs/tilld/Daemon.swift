// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import DisplayService
import Evidence
import Foundation
import HTTPTransport
import Logging
import PaymentService
import ProviderKit
import PrintService
import Receipts
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

    /// Runs until SIGTERM or SIGINT.
    func run() async throws {
        try Self.makeFolder(of: settings.ledgerPath)
        let ledger = try Ledger(
            path: settings.ledgerPath, terminal: settings.terminal.id, version: Version.text,
            clocks: SystemClocks.forLedger, room: .standard,
            onFault: { fault in
                // The result is unknown: nothing more may be sent, and only the file can tell.
                _ = Ending.of(fault)
                _exit(74)
            })
        try await ledger.recover()
        let key = try TerminalKey.readOrMake(settings.keyPath)
        let transport = try HTTPTransport()
        let breakers = Breakers()
        let conditions = parts.displays.map { _ in DisplayCondition() }
        let board = StatementBoard()
        let payment = payment(ledger, transport, breakers, board)
        let keeper = LedgerKeeper(
            ledger: ledger, plan: settings.backup, wall: SystemClocks.wall, logger: logger)
        let listeners = listeners(
            ledger, key, health(ledger, key, breakers, conditions), board, keeper)
        let keepers: [any Service] = [keeper] + pins(ledger)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: (displays(ledger, conditions) + printing(ledger) + payment + keepers + listeners).map {
                    // One that fails ends the others as SIGTERM does: connections are closed, not dropped.
                    ServiceGroupConfiguration.ServiceConfiguration(
                        service: NamedService($0), failureTerminationBehavior: .gracefullyShutdownGroup)
                },
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        logger.info(
            "tilld is starting",
            metadata: [
                "version": "\(Version.text)", "terminal": "\(settings.terminal.id)",
                "environment": "\(settings.environment.rawValue)", "boot": "\(ledger.boot)",
            ])
        if SQLiteLibrary.hasLogResetBug {
            // One connection cannot meet it: see Decisions/0001.
            logger.info(
                "this SQLite can lose pages when two programs use one file: let no other touch the ledger",
                metadata: ["sqlite": "\(SQLiteLibrary.version)"])
        }
        try await group.run()
        try ledger.close()
        transport.stop()
        unlink(settings.api.socket)
    }

    /// Makes the folder that the ledger is in, if it is not there.
    static func makeFolder(of path: String) throws(LedgerError) {
        do {
            try FileManager.default.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        } catch {
            throw .unusable(path: path, why: "the folder cannot be made: check store.path")
        }
    }

    private func displays(_ ledger: Ledger, _ conditions: [DisplayCondition]) -> [any Service] {
        let projection = Projection(merchant: settings.terminal.name, boot: ledger.boot)
        return zip(zip(parts.displays, settings.displays), conditions).map { pair, condition in
            let (display, setting) = pair
            return ScreenKeeper(
                name: display.name, ledger: ledger, projection: projection,
                painter: Painter(
                    opening: { () throws(DeviceError) in
                        try DisplayLocator().open(display.setting, options: display.options)
                    },
                    renderer: SceneRenderer(
                        fonts: parts.fonts, language: parts.language,
                        theme: setting.theme == "light" ? .light : .dark)),
                condition: condition, logger: logger)
        }
    }

    private var content: ReceiptContent {
        let zone = parts.timeZone
        return ReceiptContent(merchant: settings.terminal.name) { time in
            zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time.milliseconds) / 1000))
        }
    }

    private func printing(_ ledger: Ledger) -> [any Service] {
        guard let printer = parts.printer else { return [] }
        return [
            PrintWorker(
                ledger: ledger, printer: printer, renderer: parts.receipts, content: content,
                logger: logger)
        ]
    }

    private func payment(
        _ ledger: Ledger, _ transport: HTTPTransport, _ breakers: Breakers, _ board: StatementBoard
    ) -> [any Service] {
        let client = ProviderClient(
            transport: AcquirerLine(http: transport), moment: SystemClocks.moment)
        return [
            ProviderWorker(
                ledger: ledger, accounts: parts.accounts, client: client, breakers: breakers,
                logger: logger),
            DeadlineWorker(ledger: ledger),
            StatementWorker(
                ledger: ledger, accounts: parts.accounts, client: client, board: board,
                logger: logger),
        ]
    }

    private func pins(_ ledger: Ledger) -> [any Service] {
        settings.pins.map {
            PinKeeper(
                file: PinFile(path: $0), ledger: ledger, timeZone: parts.timeZone, wall: SystemClocks.wall,
                clock: ContinuousClock(), logger: logger)
        }
    }

    private func listeners(
        _ ledger: Ledger, _ key: TerminalKey, _ health: Health, _ board: StatementBoard,
        _ keeper: LedgerKeeper
    ) -> [any Service] {
        let content = content
        let receipts = parts.receipts
        let giving = Set(
            parts.accounts.filter { $0.provider.capabilities.statements != nil }.map(\.id))
        let server = TillServer(
            ledger: ledger,
            terms: TillServer.Terms(
                accounts: parts.accounts.map { ($0.id, $0.currency) }, patience: settings.patience,
                slips: SlipPolicy(
                    receipt: parts.printer != nil,
                    code: parts.printer != nil && parts.displays.isEmpty),
                openOrdersMax: settings.openOrdersMax, lateMoney: settings.lateMoney),
            surroundings: TillServer.Surroundings(
                health: { try await health.resource() },
                slip: { order, format in
                    guard let receipt = content.receipt(of: order) else { return nil }
                    switch format {
                    case .text: return Array(receipts.text(for: receipt).utf8)
                    case .png: return try receipts.png(for: receipt)
                    }
                },
                statements: { account in
                    TillServer.StatementStanding(
                        areGiven: giving.contains(account), trouble: board.trouble(of: account))
                },
                backup: { try await keeper.backup(in: $0) },
                seal: TillServer.Seal(key: key, program: Version.text)))
        var listeners: [any Service] = [
            APIListener(
                server: server,
                address: .socket(path: settings.api.socket, group: settings.api.group),
                access: .socket, logger: logger)
        ]
        if let listen = settings.api.listen {
            listeners.append(
                APIListener(
                    server: server, address: .loopback(host: listen.host, port: listen.port),
                    access: .loopback(port: listen.port, token: settings.api.token),
                    logger: logger))
        }
        if let notify = settings.notify {
            let providers = Dictionary(
                parts.accounts.map { ($0.id, $0.provider) }, uniquingKeysWith: { first, _ in first })
            listeners.append(
                NotifyListener(
                    ledger: ledger, providers: providers, host: notify.listen.host,
                    port: notify.listen.port, moment: SystemClocks.moment, logger: logger))
        }
        return listeners
    }

    private func health(
        _ ledger: Ledger, _ key: TerminalKey, _ breakers: Breakers, _ conditions: [DisplayCondition]
    ) -> Health {
        Health(
            settings: settings, parts: parts, ledger: ledger, breakers: breakers,
            conditions: conditions, key: EvidenceKey(key.publicBytes).thumbprint)
    }
}

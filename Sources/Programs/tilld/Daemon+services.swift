// SPDX-License-Identifier: Apache-2.0

import DeviceDrivers
import DisplayService
import Foundation
import HTTPTransport
import PaymentService
import ProviderKit
import PrintService
import Receipts
import Scenes
import ServiceLifecycle
import TillCore
import TillServer
import TillStore

extension Daemon {
    /// Says on all displays that the machine is starting.
    func showBoot(on painters: [Painter]) async {
        await withTaskGroup(of: Void.self) { group in
            for painter in painters { group.addTask { await painter.showBoot() } }
        }
    }

    /// What keeps the displays showing what the journal says.
    func displays(
        _ ledger: Ledger, _ posts: Zip2Sequence<[Painter], [DisplayDesk]>, _ conditions: [DisplayCondition],
        _ gate: SaleGate,
        _ breakers: Breakers
    ) -> [any Service] {
        let accounts = parts.accounts.map(\.id)
        return zip(zip(settings.displays, posts), conditions).map { pair, condition in
            let projection = Projection(
                merchant: settings.terminal.name, boot: ledger.boot, greeting: pair.0.greeting,
                utcOffset: utcOffset)
            return ScreenKeeper(
                name: pair.0.name, ledger: ledger, projection: projection, painter: pair.1.0,
                condition: condition, desk: pair.1.1, isOpen: { gate.isOpen },
                isOffline: { accounts.allSatisfy { breakers.isOpen($0) } }, logger: logger)
        }
    }

    /// What makes a sound for each payment, if one is wanted.
    func sounds(_ ledger: Ledger) -> [any Service] {
        guard let sound = settings.sound else { return [] }
        let player = CommandSound(sound, environment: ProcessInfo.processInfo.environment)
        return [SoundKeeper(ledger: ledger, player: player, logger: logger)]
    }

    /// What slips say that is the same on all of them, and the shop's days.
    var content: ReceiptContent {
        ReceiptContent(merchant: settings.terminal.name, utcOffset: utcOffset)
    }

    /// How far the shop's clock on the wall is ahead of Greenwich at a time.
    private var utcOffset: @Sendable (Timestamp) -> Int {
        let zone = parts.timeZone
        return { zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double($0.milliseconds) / 1000)) }
    }

    /// What keeps heads of the journal outside.
    func pins(_ ledger: Ledger) -> [any Service] {
        settings.pins.map {
            PinKeeper(
                file: PinFile(path: $0), ledger: ledger, timeZone: parts.timeZone, wall: SystemClocks.wall,
                clock: ContinuousClock(), logger: logger)
        }
    }

    /// What speaks to acquirers and looks at clocks.
    func payment(
        _ ledger: Ledger, _ transport: HTTPTransport, _ breakers: Breakers,
        _ board: StatementBoard, _ watch: ClockWatch, _ pulse: Pulse
    ) -> [any Service] {
        let client = ProviderClient(
            transport: AcquirerLine(http: transport), moment: SystemClocks.moment, watch: watch)
        return [
            ProviderWorker(
                ledger: ledger, accounts: parts.accounts, client: client, breakers: breakers,
                logger: logger, pulse: pulse),
            DeadlineWorker(ledger: ledger),
            StatementWorker(
                ledger: ledger, accounts: parts.accounts, client: client, board: board,
                logger: logger),
            ClockWorker(
                ledger: ledger, accounts: parts.accounts, client: client, watch: watch,
                logger: logger),
        ]
    }

    /// How many listeners there are.
    var listenerCount: Int {
        1 + (settings.api.listen == nil ? 0 : 1) + (settings.notify == nil ? 0 : 1)
    }

    /// What the listeners share.
    func entry(_ doors: Doors) -> ListenerEntry {
        ListenerEntry(
            connectionsMax: ListenerEntry.connectionsMax(
                descriptors: Descriptors.max, listeners: listenerCount),
            doors: doors)
    }

    /// What people, programs and acquirers reach.
    func listeners(
        _ ledger: Ledger, _ key: TerminalKey, _ health: Health, _ board: StatementBoard,
        _ keeper: LedgerKeeper, _ gate: SaleGate, _ posts: [PrinterPost],
        _ desks: [DisplayDesk], _ doors: Doors
    ) -> [any Service] {
        let content = content
        let receipts = parts.receipts
        let entry = entry(doors)
        let tokens = tokenBook { ledger.time.now }
        let figures = TerminalFigures(
            health: health, process: ProcessFigures(), openOrdersMax: settings.openOrdersMax,
            clock: ContinuousClock())
        let giving = Set(
            parts.accounts.filter { $0.provider.capabilities.statements != nil }.map(\.id))
        let server = TillServer(
            ledger: ledger,
            terms: TillServer.Terms(
                accounts: parts.accounts.map { ($0.id, $0.currency) }, patience: settings.patience,
                slips: SlipPolicy(
                    receipt: posts.contains { $0.slips.contains(.sale) },
                    code: posts.contains { $0.slips.contains(.code) } && parts.displays.isEmpty),
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
                backup: { try await keeper.backup(in: $0) }, printers: printers(ledger, health, posts),
                days: days(ledger, posts),
                seal: TillServer.Seal(key: key, program: Version.text),
                displays: screens(health, desks), webhooks: TillServer.Webhooks(health.webhooks),
                metrics: { try await figures.text($0) }),
            gate: gate, tokens: tokens,
            // The other half of the connections is for sales, whoever reads.
            readers: EventReaders(limit: entry.connectionsMax / 2), doors: doors)
        var listeners: [any Service] = [EventPump(server: server)]
        listeners += apiAddresses(tokens).map { address, access in
            APIListener(
                server: server, address: address, access: access, entry: entry, logger: logger)
        }
        listeners.append(TokenKeeper(book: tokens, clock: ContinuousClock()))
        if let notify = settings.notify {
            let providers = Dictionary(
                parts.accounts.map { ($0.id, $0.provider) }, uniquingKeysWith: { first, _ in first })
            listeners.append(
                NotifyListener(
                    ledger: ledger, providers: providers, host: notify.listen.host,
                    port: notify.listen.port, moment: SystemClocks.moment, entry: entry,
                    logger: logger))
        }
        return listeners
    }

    /// Who tells the service manager that ledger, worker and listeners move; nobody if none started us.
    func heartbeat(_ health: Health, _ pulse: Pulse, _ doors: Doors) -> [any Service] {
        guard let manager else { return [] }
        return [
            Heartbeat(
                tell: { manager.tell($0) }, watchdog: watchdog, clock: ContinuousClock(),
                ready: { await doors.allOpen() },
                proof: {
                    // Behind all writes; then once around the worker's loop and the listeners'.
                    let sentence = try await health.sentence()
                    await pulse.next(knocking: { health.ledger.knock() })
                    try await doors.comeAround()
                    return sentence
                }, logger: logger)
        ]
    }
}

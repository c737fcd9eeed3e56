// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Logging
import ServiceLifecycle
import TillAPI
import TillCore
import TillServer
import TillStore
import TillTesting

/// A terminal whose API listens: a ledger in memory, time by hand, and no acquirer behind it.
struct Shop: Sendable {
    let ledger: Ledger
    let clock: WorldClock
    let door: Door
    /// The tokens that were made, and the file in which they are kept.
    let tokens: TokenBook
    let tokensFile: String
    /// What the pump of events sleeps by.
    let beats: HandClock
    /// Asks the listener to end, as SIGTERM does.
    let close: @Sendable () async -> Void

    /// The port that `Host` has to name, whatever port a test listens on.
    static let knownPort = 8470
    static let token = "0123456789abcdef0123456789abcdef"
    static let payload = "https://pay.example/q/01J8ZC3V5T?n=1"

    enum Kind: Sendable { case socket, port }

    struct Broken: Error {}

    /// What the program hands to the server.
    struct Surroundings: Sendable {
        var openOrdersMax = 64
        var isWell = true
        var prints = true
        var seal: TillServer.Seal?
        var gate = SaleGate()
        var backupFolder: String?
        var displays: [DisplayResource] = []
        var days = TillServer.Days.none
        /// What users of the socket may do.
        var peers: PeerRules = .open
        /// How long a repeated write waits for the first one's end.
        var patience: Duration = .seconds(12)
        var readers = 128
        var webhooks = TillServer.Webhooks.none
        /// What figures are told, and whether the port tells them to everybody.
        var metrics: @Sendable (ServerFigures) async throws -> String = { _ in "" }
        var opensMetrics = false
        /// Which listeners accept connections, for a shop that waits for more than there are.
        var doors: Doors?
        /// What those sleep by who wait for the ledger.
        var patienceClock: any Clock<Duration> = ContinuousClock()
    }

    /// Opens a shop, lets a test happen in it, and closes it.
    static func open(
        _ kind: Kind = .socket, _ surroundings: Surroundings = Surroundings(),
        _ test: (Shop) async throws -> Void
    ) async throws {
        let clock = WorldClock(seed: 1)
        let ledger = try Ledger(
            path: nil, terminal: "T-1", version: "test", clocks: clock.clocks, onFault: { _ in })
        let folder = try TemporaryFolder()
        let watch = LogWatch()
        let path = folder.url.appending(path: "api.sock").path
        let tokensFile = folder.url.appending(path: "tokens").path
        let tokens = TokenBook(
            path: tokensFile, now: { ledger.time.now }, randomBytes: clock.clocks.randomBytes, logger: watch.logger)
        let beats = HandClock()
        let server = server(ledger, surroundings, tokens)
        let listener = APIListener(
            server: server,
            address: kind == .port
                ? .loopback(host: "127.0.0.1", port: 0) : .socket(path: path, group: nil),
            access: kind == .port
                ? .loopback(
                    port: knownPort, token: token, book: tokens, opensMetrics: surroundings.opensMetrics)
                : .socket(surroundings.peers),
            entry: ListenerEntry(doors: surroundings.doors),
            logger: watch.logger)
        try await Listening.run(listener, beside: [EventPump(server: server, clock: beats)], watch) { close in
            let door = try await Listening.door(kind == .port ? nil : path, watch)
            try await test(
                Shop(
                    ledger: ledger, clock: clock, door: door, tokens: tokens, tokensFile: tokensFile, beats: beats,
                    close: close))
        }
    }

    static func server(_ ledger: Ledger, _ surroundings: Surroundings, _ tokens: TokenBook? = nil) -> TillServer {
        let jpy: AccountID = "yen"
        return TillServer(
            ledger: ledger,
            terms: TillServer.Terms(
                accounts: [("main", .cny), ("second", .cny), (jpy, .jpy)],
                patience: .seconds(300),
                slips: SlipPolicy(receipt: surroundings.prints, code: false),
                openOrdersMax: surroundings.openOrdersMax),
            surroundings: TillServer.Surroundings(
                health: {
                    guard surroundings.isWell else { throw Broken() }
                    return HealthResource(
                        status: "ok", version: "test", environment: "sandbox", currency: "CNY",
                        currencyExponent: 2,
                        ledger: LedgerHealth(state: "ok", last: "e-1", openOrders: 0, openHolds: 0),
                        accounts: [], queue: QueueHealth(waiting: 0, due: 0))
                },
                slip: { order, format in
                    guard order.keptTransaction != nil else { return nil }
                    return Array("\(format.rawValue) slip of \(order.id)".utf8)
                },
                backup: { folder in
                    guard let place = surroundings.backupFolder else {
                        throw LedgerError.backupFailed(path: "b", why: "nobody makes them")
                    }
                    return BackupResource(
                        file: "\(folder ?? place)/b.sqlite", bytes: 4096, rows: 7, orders: 2,
                        head: "e-7")
                },
                printers: TillServer.Printers(
                    list: {
                        [
                            PrinterResource(
                                id: "counter", profile: "generic-80", port: "none", columns: 48, state: "degraded",
                                detail: "no paper", answers: "marks", counts: true, waiting: 2, doubtful: 1)
                        ]
                    },
                    test: { PrintedSlipResource(printer: $0, result: "printed") },
                    probe: { PrinterProbeResource(printer: $0, result: "silent", detail: "it answers nothing") }),
                days: surroundings.days, seal: surroundings.seal,
                displays: TillServer.Displays(
                    list: { surroundings.displays },
                    test: { DisplayTestResource(display: $0, result: "shown") }), webhooks: surroundings.webhooks,
                metrics: surroundings.metrics),
            gate: surroundings.gate, tokens: tokens, patience: surroundings.patience,
            readers: EventReaders(limit: surroundings.readers), doors: surroundings.doors,
            clock: surroundings.patienceClock)
    }

    func send(_ ask: Ask) async throws -> Reply { try await door.send(ask.from(self)) }
}

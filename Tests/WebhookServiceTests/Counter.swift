// SPDX-License-Identifier: Apache-2.0

import HTTPTransport
import Logging
import TillAPI
import TillCore
import TillServer
import TillStore
import TillTesting
import WebhookService

/// A terminal that sells, and endpoints that are told of it; time is moved by hand.
final class Counter {
    let clock: WorldClock
    let receiver: Receiver
    let ledger: Ledger
    let desk: WebhookDesk
    let worker: WebhookWorker
    var rounds = WebhookWorker.Rounds()
    private var keys = 0

    static let url = "https://erp.example/till"
    static let seed = WebhookSeed(Array(repeating: 7, count: 32))

    /// - Parameters:
    ///   - path: where the ledger lies; nil keeps it in memory.
    ///   - seed: what secrets are made of.
    ///   - send: sends a message; nil has the receiver play it.
    init(
        _ clock: WorldClock = WorldClock(seed: 1), path: String? = nil, receiver: Receiver? = nil,
        seed: @escaping @Sendable (Bool) -> WebhookSeed? = { _ in Counter.seed }, localHosts: [String] = [],
        send: (@Sendable (TransportRequest) async -> Result<TransportAnswer, TransportError>)? = nil
    ) throws {
        self.clock = clock
        let receiver = receiver ?? Receiver(clock)
        self.receiver = receiver
        let ledger = try Ledger(
            path: path, terminal: "T-1", version: "test", clocks: clock.clocks, onFault: { _ in })
        self.ledger = ledger
        let post = WebhookPost(
            ledger: ledger, rule: TargetRule(localHosts: localHosts), seed: seed,
            body: { try EventMessage.body(of: $0, $1, epoch: ledger.epoch, terminal: ledger.terminal) },
            randomBytes: clock.clocks.randomBytes, program: "tilld/test", send: send ?? { receiver.send($0) })
        let board = WebhookBoard()
        desk = WebhookDesk(post: post, board: board)
        worker = WebhookWorker(
            post: post, board: board, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    /// Adds an endpoint; gives its id and its secret.
    func add(
        _ url: String = Counter.url, events: [String]? = nil, after: String? = nil
    ) async throws -> (id: String, secret: String) {
        let added = try await desk.add(
            AddWebhookRequest(url: url, events: events, after: after), key: key("add")
        ).0
        return (added.webhook.id, added.secret ?? "")
    }

    /// A key that was not used before.
    func key(_ route: String) -> TillStore.IdempotencyKey {
        keys += 1
        return TillStore.IdempotencyKey(route: route, key: "k\(keys)", body: [])
    }

    /// Does all that is due, and says when more is.
    @discardableResult func step() async throws -> Timestamp? { try await worker.step(&rounds) }

    /// Lets time pass until something is due, and does it; false if nothing ever is.
    func pass() async throws -> Bool {
        guard let next = try await step() else { return false }
        let wait = next.since(ledger.time.now)
        clock.advance(milliseconds: max(1, Int64((wait / .milliseconds(1)).rounded(.up))))
        try await step()
        return true
    }

    /// The only endpoint, or the first.
    func webhook() async throws -> WebhookResource {
        guard let first = try await desk.list().first else { throw Problem(.noSuchWebhook, "there is none") }
        return first
    }

    /// Opens a sale and shows its code.
    func present(_ subject: String = "Tea") async throws -> Order {
        let order = try await ledger.open(
            Sale(amount: Money(minorUnits: 1250, .cny), account: "main", patience: .seconds(300), subject: subject),
            key: nil, by: "test"
        ).order
        try await record(.asking, order)
        return try await record(.codeIssued(PaymentCode("https://pay.example/\(order.id)")), order)
    }

    /// The payer pays.
    @discardableResult func pay(_ order: Order) async throws -> Order {
        let payment = Payment(acquirerReference: "pay_\(order.id)", amount: order.amount)
        return try await record(.outcome(.paid(payment), .query), order)
    }

    /// A sale from beginning to end.
    @discardableResult func sell(_ subject: String = "Tea") async throws -> Order {
        try await pay(try await present(subject))
    }

    @discardableResult private func record(_ fact: AttemptFact, _ order: Order) async throws -> Order {
        try await ledger.record(.attempt(order.attempts[0].reference, fact), about: order.id)
    }
}

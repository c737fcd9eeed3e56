// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
package import TillAPI
package import TillCore
package import TillStore

/// What people, point-of-sale programs and acquirers touch, without the sockets.
///
/// It asks the ledger, and what it is handed; it decides nothing about money.
package struct TillServer: Sendable {
    /// The terminal's standing terms for a sale.
    package struct Terms: Sendable {
        /// The accounts that may be sold through, in order of preference, with their currencies.
        package let accounts: [(id: AccountID, currency: Currency)]
        /// How long a payer has if the till does not say.
        package let patience: Duration
        /// Which slips a sale prints.
        package let slips: SlipPolicy
        /// Orders that may be open at once.
        package let openOrdersMax: Int
        /// What becomes of money that comes after a sale was over.
        package let lateMoney: LateMoney

        /// Puts the terms together.
        package init(
            accounts: [(id: AccountID, currency: Currency)], patience: Duration, slips: SlipPolicy,
            openOrdersMax: Int, lateMoney: LateMoney = .giveBack
        ) {
            self.accounts = accounts
            self.patience = patience
            self.slips = slips
            self.openOrdersMax = openOrdersMax
            self.lateMoney = lateMoney
        }
    }

    /// What the program hands in, since the server may not know who makes it.
    package struct Surroundings: Sendable {
        /// How the terminal is.
        package let health: @Sendable () async throws -> HealthResource
        /// The receipt of an order as plain text or PNG; nil if there is none yet.
        package let slip: @Sendable (Order, SlipFormat) throws -> [UInt8]?
        /// How it stands with the statements of an account.
        package let statements: @Sendable (AccountID) -> StatementStanding
        /// Makes a backup of the ledger in a folder, or in that of the configuration.
        package let backup: @Sendable (_ folder: String?) async throws -> BackupResource
        /// The printers.
        package let printers: Printers
        /// What was sold on a day.
        package let days: Days
        /// What signs evidence; nil if the terminal hands out none.
        package let seal: Seal?
        /// The customer screens.
        package let displays: Displays
        /// The endpoints that are told of sales.
        package let webhooks: Webhooks
        /// All figures, as Prometheus reads them.
        package let metrics: @Sendable (ServerFigures) async throws -> String

        /// Takes what is handed in.
        package init(
            health: @escaping @Sendable () async throws -> HealthResource,
            slip: @escaping @Sendable (Order, SlipFormat) throws -> [UInt8]?,
            statements: @escaping @Sendable (AccountID) -> StatementStanding = { _ in
                StatementStanding(areGiven: false, trouble: nil)
            },
            backup: @escaping @Sendable (_ folder: String?) async throws -> BackupResource = { _ in
                throw Problem(.unavailable, "this daemon makes no backups")
            },
            printers: Printers = .none, days: Days = .none, seal: Seal? = nil,
            displays: Displays = .none, webhooks: Webhooks = .none,
            metrics: @escaping @Sendable (ServerFigures) async throws -> String = { _ in "" }
        ) {
            self.metrics = metrics
            self.webhooks = webhooks
            self.printers = printers
            self.days = days
            self.health = health
            self.slip = slip
            self.statements = statements
            self.backup = backup
            self.seal = seal
            self.displays = displays
        }
    }

    /// How it stands with the statements of an account.
    package struct StatementStanding: Sendable, Hashable {
        /// Whether the acquirer gives any.
        package let areGiven: Bool
        /// Why the next one is waited for; nil if nothing is wrong.
        package let trouble: String?

        /// States both.
        package init(areGiven: Bool, trouble: String?) {
            self.areGiven = areGiven
            self.trouble = trouble
        }
    }

    /// What signs evidence.
    package struct Seal: Sendable {
        /// The terminal's own key.
        package let key: TerminalKey
        /// The program's version.
        package let program: String

        /// States both.
        package init(key: TerminalKey, program: String) {
            self.key = key
            self.program = program
        }
    }

    /// How a slip is drawn for the API.
    package enum SlipFormat: String, Sendable { case text, png }

    let ledger: Ledger
    let terms: Terms
    let surroundings: Surroundings
    let gate: SaleGate
    let tokens: TokenBook?
    let underWay: UnderWay
    let readers: EventReaders
    /// Whether all listeners accept connections; nil if nobody has to know.
    let doors: Doors?
    let clock: any Clock<Duration>
    let readiness: Recent<[Obstacle]>
    let figures: Recent<String>

    /// Puts the server together.
    ///
    /// - Parameters:
    ///   - tokens: the tokens that were made; nil if none can be.
    ///   - patience: how long a repeated write waits for the first one's end.
    ///   - readers: those who read events as they come.
    ///   - doors: which listeners accept connections; nil if it does not matter.
    ///   - clock: what those sleep by who wait for the ledger.
    package init(
        ledger: Ledger, terms: Terms, surroundings: Surroundings, gate: SaleGate = SaleGate(),
        tokens: TokenBook? = nil, patience: Duration = UnderWay.patience, readers: EventReaders = EventReaders(),
        doors: Doors? = nil, clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.doors = doors
        self.clock = clock
        readiness = Recent(clock: ledger.continuousClock)
        figures = Recent(clock: ledger.continuousClock)
        self.readers = readers
        self.gate = gate
        self.tokens = tokens
        underWay = UnderWay(patience: patience)
        self.ledger = ledger
        self.terms = terms
        self.surroundings = surroundings
    }

    /// Every row of the API.
    var routes: [APIRoute] { all.map { $0.once(underWay) } }

    private var all: [APIRoute] {
        OrderRoutes(server: self).all + CommandRoutes(server: self).all
            + PictureRoutes(server: self).all + HoldRoutes(server: self).all
            + EventRoutes(server: self).all
            + QueueRoutes(server: self).all + DrainRoutes(server: self).all
            + HealthRoutes(health: surroundings.health).all + ProofRoutes(server: self).all
            + BackupRoutes(server: self).all + StoryRoutes(server: self).all
            + JournalRoutes(server: self).all + PrinterRoutes(printers: surroundings.printers).all
            + DayRoutes(days: surroundings.days).all + DisplayRoutes(displays: surroundings.displays).all
            + TokenRoutes(tokens: tokens).all + DescriptionRoutes().all + WebhookRoutes(server: self).all
            + ProbeRoutes(server: self).all
    }

    /// Answers with what a request brought.
    func answer(_ accepted: Accepted, created: Bool = false) throws -> APIAnswer {
        try answer(accepted.order, accepted.heldWork, created: created, replayed: accepted.isReplay)
    }

    /// Answers with an order as it was read.
    func answer(_ order: Order, created: Bool = false, replayed: Bool = false) async throws -> APIAnswer {
        try answer(order, try await ledger.heldWork(of: order.id), created: created, replayed: replayed)
    }

    /// Answers with an order as it stands now.
    func answer(_ id: OrderID) async throws -> APIAnswer {
        let (order, heldWork) = try await ledger.orderWithHeldWork(id)
        return try answer(order, heldWork, created: false, replayed: false)
    }

    private func answer(_ order: Order, _ heldWork: [HeldWork], created: Bool, replayed: Bool) throws -> APIAnswer {
        var resource = OrderResource(order, at: ledger.time.now)
        resource.held = heldWork.isEmpty ? nil : heldWork.map { HeldWorkResource($0.row, $0.effect, $0.hold) }
        return try .message(
            resource, status: created && !replayed ? .created : .ok, replayed: replayed)
    }
}

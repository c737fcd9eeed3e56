// SPDX-License-Identifier: Apache-2.0

package import Logging
import ProviderKit
import ServiceLifecycle
package import TillCore
package import TillStore

/// Fetches the acquirers' statements, day by day without gaps, and has the ledger compare them.
///
/// Only this closes the loop: a notify may never come and a query is about what we know of, while
/// a statement has everything.
package struct StatementWorker: Service {
    private let ledger: Ledger
    private let accounts: [Account]
    private let client: ProviderClient
    private let board: StatementBoard
    private let logger: Logger

    /// How long after a statement was not ready, or could not be had, it is asked for again.
    static let patience: Duration = .seconds(600)
    /// How often the day is looked at while nothing is due: the wall clock may jump.
    static let lookEvery: Duration = .seconds(3600)

    /// Puts a worker together.
    package init(
        ledger: Ledger, accounts: [Account], client: ProviderClient, board: StatementBoard,
        logger: Logger
    ) {
        self.ledger = ledger
        self.accounts = accounts
        self.client = client
        self.board = board
        self.logger = logger
    }

    /// Works until shutdown.
    ///
    /// - Throws: only what the ledger throws.
    package func run() async throws {
        try await cancelWhenGracefulShutdown {
            try await ledger.rounds(on: [], clock: ContinuousClock()) { _ in try await step() }
        }
    }

    /// Compares every day that is over, and says when to come back, in ledger time.
    package func step() async throws -> Timestamp? {
        var next = Self.lookEvery
        var hasStatements = false
        for account in accounts {
            guard let terms = account.provider.capabilities.statements else { continue }
            hasStatements = true
            next = min(next, try await catchUp(account, terms))
        }
        return hasStatements ? ledger.time.now + next : nil
    }

    /// Compares an account's days one after the other; returns how long there is nothing to do.
    private func catchUp(_ account: Account, _ terms: StatementTerms) async throws -> Duration {
        while let day = try await ledger.nextStatementDay(of: account.id, offset: terms.offset) {
            try Task.checkCancellation()
            // Wall time, since that is what the acquirer's days are made of. A clock that is ahead
            // gets "not yet" from the acquirer; one that is behind waits too long, and no harm is done.
            let ready = day.next.start(offset: terms.offset) + terms.readyAfter
            let wait = ready.since(ledger.wall)
            guard wait <= .zero else { return min(max(wait, .seconds(1)), Self.lookEvery) }
            guard try await compare(day, account, terms) else { return Self.patience }
        }
        board.note(nil, of: account.id)
        return Self.lookEvery
    }

    /// Fetches and compares the statement of a day; false if it cannot be had now.
    private func compare(_ day: CalendarDay, _ account: Account, _ terms: StatementTerms)
        async throws -> Bool
    {
        var fetched: Statement?
        let why: String
        do throws(ProviderError) {
            let exchange = try account.provider.fetchStatement(of: day)
            switch try await client.answer(to: exchange, within: account.hosts) {
            case .notYet(let words): why = "\(day) is not ready: \(words)"
            case .statement(let statement) where statement.day != day:
                why = "\(day) was asked for, and \(statement.day) came"
            case .statement(let statement):
                fetched = statement
                why = ""
            }
        } catch {
            why = "\(day): \(error)"
        }
        if let fetched {
            try await ledger.compare(
                fetched, of: StatementDay(account: account.id, day: day, offset: terms.offset))
            board.note(nil, of: account.id)
            return true
        }
        board.note(why, of: account.id)
        logger.notice(
            "a statement cannot be compared yet",
            metadata: ["account": "\(account.id)", "why": "\(why)"])
        return false
    }
}

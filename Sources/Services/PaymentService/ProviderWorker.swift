// SPDX-License-Identifier: Apache-2.0

package import Logging
import ProviderKit
import TillCore
package import TillStore

/// Drains the provider lane: makes, asks, closes, refunds, and turns each answer into a fact.
///
/// It decides nothing: what an answer means for the order is the core's, and when a thing is tried
/// again follows from what the order still owes. A piece of work that fails never ends the loop.
package struct ProviderWorker: Sendable {
    let ledger: Ledger
    let accounts: [AccountID: Account]
    let client: ProviderClient
    let breakers: Breakers
    let logger: Logger
    let pulse: Pulse

    /// Puts a worker together; it does nothing until ``run(clock:)``.
    package init(
        ledger: Ledger, accounts: [Account], client: ProviderClient, breakers: Breakers,
        logger: Logger, pulse: Pulse = Pulse()
    ) {
        self.ledger = ledger
        self.accounts = Dictionary(accounts.map { ($0.id, $0) }) { first, _ in first }
        self.client = client
        self.breakers = breakers
        self.logger = logger
        self.pulse = pulse
    }

    /// How one try ended.
    struct Turn: Sendable {
        let next: NextTry
        /// Whether the way to the acquirer has just come back.
        var cameBack = false
        /// What was not believed, in the words of the journal.
        var doubt: String?
        /// What the try brought instead of an answer, in words for people.
        var answer: String?
        /// Whether it was not tried because a person holds it.
        var foundHeld = false
    }

    /// Does one piece of work. Never throws but when the ledger does: what goes wrong out there is
    /// a fact too.
    func perform(_ work: Work, _ history: History) async throws -> Turn {
        // Meanwhile a person or a notify may have ended it, or a person may hold it.
        guard let row = try await ledger.work(work.id) else { return Turn(next: .never) }
        guard !row.isHeld else {
            return Turn(next: .spared(ledger.time.now), foundHeld: true)
        }
        guard let order = try await ledger.readableOrder(work.order) else {
            return try await setAside(work, because: Ledger.unreadable)
        }
        guard order.effects.contains(work.effect), case .provider(let effect) = work.effect else {
            return Turn(next: .never)
        }
        guard let attempt = Self.attempt(of: effect, in: order),
            let account = accounts[attempt.account]
        else { return try await setAside(work, because: "no account of that name is configured") }
        let now = ledger.time.now
        if let rest = breakers.admit(account.id, at: now) {
            return Turn(next: .spared(rest))
        }
        let job = Job(work: work, order: order, attempt: attempt, account: account, history: history)
        switch effect {
        case .create: return try await create(job)
        case .watch: return try await query(job)
        case .close: return try await close(job)
        case .refund(let id): return try await refund(id, job)
        case .queryRefund(let id): return try await queryRefund(id, job)
        }
    }

    /// One piece of work with what it needs.
    struct Job: Sendable {
        let work: Work
        let order: Order
        let attempt: PaymentAttempt
        let account: Account
        let history: History

        /// How often the work was tried since the start, this time included.
        var polls: Int { history.polls }
    }

    /// A row that cannot be worked on now is tried again later, and says why.
    private func setAside(_ work: Work, because why: String) async throws -> Turn {
        let until = ledger.time.now + Self.setAsideFor
        // What the schedule has of the row is as old as the row.
        if try await ledger.work(work.id)?.lastAnswer != why {
            try await ledger.postpone(Postponement(work: work.id, until: until, answer: why))
        }
        return Turn(next: .at(until), answer: why)
    }

    /// How long a row waits whose account is not configured any more.
    static let setAsideFor: Duration = .seconds(60)

    private static func attempt(of effect: ProviderEffect, in order: Order) -> PaymentAttempt? {
        switch effect {
        case .create(let reference), .watch(let reference), .close(let reference):
            order.attempt(reference)
        case .refund(let id), .queryRefund(let id):
            order.refund(id).flatMap { order.attempt($0.attempt) }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

import GRDB
package import TillCore

extension Ledger {
    /// Records a fact about an order.
    ///
    /// The order, its journal row and its outbox rows are saved together or not at all; so is the
    /// postponement of the work that the fact came of. A fact that changes nothing writes nothing.
    ///
    /// - Returns: the order as it stands after it.
    /// - Throws: ``LedgerError/noSuchOrder(_:)`` or ``LedgerError/commitFailed(_:)``.
    @discardableResult
    package func record(
        _ fact: OrderFact, about id: OrderID, postponing: Postponement? = nil,
        doubting doubt: Doubt? = nil
    ) async throws -> Order {
        try await write { write in
            let order = try write.record(fact, about: id)
            if let doubt { try write.note(doubt, about: id) }
            if let postponing { try write.postpone(postponing) }
            return order
        }
    }

    /// Sets when a piece of work is tried again.
    package func postpone(_ postponement: Postponement) async throws {
        try await write { try $0.postpone(postponement) }
    }

    /// Writes down that something was not believed; it changes nothing else.
    package func note(_ doubt: Doubt, about order: OrderID? = nil) async throws {
        try await write { try $0.note(doubt, about: order) }
    }

    /// Records that everything which was under way when the daemon ended is in doubt.
    ///
    /// Called once after opening, before any service runs.
    ///
    /// - Parameter settlingSlips: whether a printer is asked about the slips that were under way; if not, a person is.
    package func recover(settlingSlips: Bool = false) async throws {
        try await write { write in
            for (id, facts) in try write.interrupted(withSlips: !settlingSlips) {
                for fact in facts { _ = try write.record(fact, about: id) }
            }
        }
    }
}

/// That an answer or a notify was not believed.
package struct Doubt: Sendable, Hashable {
    /// The account whose acquirer it claimed to come from.
    package let account: AccountID
    /// What was wrong with it, in words for people.
    package let why: String

    /// States both.
    package init(account: AccountID, why: String) {
        self.account = account
        self.why = why
    }
}

extension LedgerWrite {
    /// Records a fact inside a write.
    func record(_ fact: OrderFact, about id: OrderID) throws -> Order {
        let before = try order(id)
        if try isOfAnotherOrder(fact, than: before) { return before }
        let transition = before.recording(fact, on: occasion)
        try save(transition, from: before, because: .recorded(fact), by: Ledger.daemon)
        return transition.order
    }

    /// Whether the fact claims money that another order has already: then a person has to look.
    private func isOfAnotherOrder(_ fact: OrderFact, than order: Order) throws -> Bool {
        guard case .attempt(let reference, .outcome(.paid(let payment), _)) = fact,
            let account = order.attempt(reference)?.account,
            let other = try orderOfMoney(payment.acquirerReference, at: account), other != order.id
        else { return false }
        let subject = "money \(payment.acquirerReference) of \(other), now told for \(order.id)"
        try openStray(
            ["money", payment.acquirerReference, reference.text], account, subject: subject)
        return true
    }

    /// Writes down that something was not believed.
    func note(_ doubt: Doubt, about order: OrderID?) throws {
        try append(
            .unbelieved(doubt.account, why: doubt.why), order: order, by: Ledger.daemon,
            status: nil)
    }

    /// What was under way, by order, as the facts that say that nobody knows its end.
    func interrupted(withSlips: Bool) throws -> [(OrderID, [OrderFact])] {
        let ids = try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT order_id FROM attempts WHERE kind = 'asking'
                    UNION SELECT order_id FROM refunds WHERE kind = 'sent'
                    UNION SELECT order_id FROM prints WHERE state = 'started'
                    """))
        return try ids.compactMap { id in
            let order: Order
            do {
                order = try self.order(OrderID(id))
            } catch is DecodingError {
                // Of another version: that one finds it under way at its start, and here nobody works on it.
                return nil
            }
            var facts: [OrderFact] = []
            for attempt in order.attempts where attempt.state == .asking {
                facts.append(.attempt(attempt.reference, .answerLost))
            }
            for refund in order.refunds where refund.state == .sent {
                facts.append(.refund(refund.id, .answerLost))
            }
            for job in order.prints where withSlips && job.state == .started {
                facts.append(.print(job.id, .interrupted))
            }
            return (order.id, facts)
        }
    }
}

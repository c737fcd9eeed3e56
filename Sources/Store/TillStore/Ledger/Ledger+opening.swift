// SPDX-License-Identifier: Apache-2.0

import GRDB
package import TillCore

/// What a shop wants to sell; the ledger adds names and times.
package struct Sale: Sendable, Hashable {
    /// What the payer owes; above zero.
    package let amount: Money
    /// The account to be paid through.
    package let account: AccountID
    /// How long the payer has.
    package let patience: Duration
    /// What is sold.
    package let subject: String
    /// The shop's own name for the sale.
    package let reference: String?
    /// Which slips the sale prints.
    package let slips: SlipPolicy
    /// The shop's own key-value pairs.
    package let metadata: [String: String]
    /// What becomes of money that comes after the sale was over.
    package let lateMoney: LateMoney

    /// Puts a sale together.
    package init(
        amount: Money, account: AccountID, patience: Duration, subject: String = "",
        reference: String? = nil, slips: SlipPolicy = .receipt, metadata: [String: String] = [:],
        lateMoney: LateMoney = .giveBack
    ) {
        self.amount = amount
        self.account = account
        self.patience = patience
        self.subject = subject.storable
        self.reference = reference?.storable
        self.slips = slips
        self.metadata = metadata
        self.lateMoney = lateMoney
    }
}

extension Ledger {
    /// Opens a sale, or finds the one that the same key opened before.
    ///
    /// - Parameter limit: orders that may be open at once.
    /// - Throws: ``LedgerError/keyConflict(key:)``, ``LedgerError/draining(person:why:)``,
    ///   ``LedgerError/tooManyOpenOrders(limit:)``, what ``condition`` refuses with, or
    ///   ``LedgerError/commitFailed(_:)``.
    package func open(_ sale: Sale, key: IdempotencyKey?, by: String, limit: Int = 64) async throws
        -> Accepted
    {
        let refusal = condition.refusal
        return try await write { write in
            if let subject = try write.subject(of: key) {
                return try write.accepted(write.order(OrderID(subject)), isReplay: true)
            }
            if let refusal { throw refusal }
            try write.checkTakesSales()
            guard try write.openOrders() < limit else {
                throw LedgerError.tooManyOpenOrders(limit: limit)
            }
            let draft = SaleDraft(
                id: OrderID(Ulid.text(write.wall, clocks.randomBytes(10))),
                attempt: AttemptReference(Ulid.text(write.wall, clocks.randomBytes(10))),
                terminal: terminal, reference: sale.reference, amount: sale.amount,
                subject: sale.subject, account: sale.account, deadline: write.at + sale.patience,
                expiresAt: write.wall + sale.patience, slips: sale.slips, metadata: sale.metadata,
                lateMoney: sale.lateMoney)
            let transition = Order.opening(draft, on: write.occasion)
            try write.save(transition, from: nil, because: .opened(draft), by: by)
            try write.remember(key, subject: draft.id.text)
            return try write.accepted(transition.order, isReplay: false)
        }
    }
}

extension LedgerWrite {
    /// How many orders are not over.
    func openOrders() throws -> Int {
        try Int.fetchOne(
            try db.cachedStatement(sql: "SELECT count(*) FROM orders WHERE state IN ('open', 'cancelling')")) ?? 0
    }
}

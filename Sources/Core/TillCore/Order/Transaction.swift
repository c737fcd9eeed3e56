// SPDX-License-Identifier: Apache-2.0

/// Money that an acquirer says it holds, and what becomes of it.
public struct Transaction: Sendable, Hashable, Codable {
    /// Names it among all acquirers.
    public let key: TransactionKey
    /// The attempt that it came for.
    public let attempt: AttemptReference
    /// How much the acquirer says it is.
    public let amount: Money
    /// When the payer paid, in the acquirer's wall time, if it said so.
    public let paidAt: Timestamp?
    /// How we learnt of it first.
    public let source: FactSource
    /// When we learnt of it, in ledger time.
    public let learntAt: Timestamp
    /// What becomes of it.
    public internal(set) var fate: TransactionFate

    /// Puts a transaction together, as the ledger does when it reads one back.
    public init(
        key: TransactionKey, attempt: AttemptReference, amount: Money, paidAt: Timestamp?,
        source: FactSource, learntAt: Timestamp, fate: TransactionFate
    ) {
        self.key = key
        self.attempt = attempt
        self.amount = amount
        self.paidAt = paidAt
        self.source = source
        self.learntAt = learntAt
        self.fate = fate
    }
}

/// The pair that is unique for money: an account and the acquirer's reference within it.
public struct TransactionKey: Sendable, Hashable, Codable {
    /// The account whose acquirer holds the money.
    public let account: AccountID
    /// The acquirer's own reference.
    public let acquirerReference: String

    /// Pairs the two.
    public init(account: AccountID, acquirerReference: String) {
        self.account = account
        self.acquirerReference = acquirerReference
    }
}

/// What becomes of a transaction.
public enum TransactionFate: String, Sendable, Hashable, Codable {
    /// It pays for the order. At most one of an order is kept.
    case kept
    /// It is on its way back to the payer.
    case returning
    /// It is back with the payer.
    case returned
    /// A person decides.
    case held
}

/// How we learnt of something.
public enum FactSource: String, Sendable, Hashable, Codable {
    /// The acquirer answered a question of ours.
    case query
    /// The acquirer told us unasked.
    case notify
    /// It stands in the acquirer's statement of a day.
    case statement
}

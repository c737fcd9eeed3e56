// SPDX-License-Identifier: Apache-2.0

/// Money that goes back, whatever the reason: one machine for all of them.
public struct Refund: Sendable, Hashable, Codable {
    /// Made once, and sent with every try until the acquirer confirms.
    public let id: RefundID
    /// The money that it is taken from.
    public let transaction: TransactionKey
    /// The attempt that the money came for.
    public let attempt: AttemptReference
    /// How much goes back; above zero.
    public let amount: Money
    /// Why.
    public let reason: RefundReason
    /// A person's words; empty if the machine asked.
    public let note: String
    /// When it was asked for, in ledger time; nil for one that is older than this member.
    public let askedAt: Timestamp?
    /// When we learnt that it was done, in ledger time.
    public internal(set) var doneAt: Timestamp?
    /// Where it stands.
    public internal(set) var state: RefundState

    /// Puts a refund together, as the ledger does when it reads one back.
    public init(
        id: RefundID, transaction: TransactionKey, attempt: AttemptReference, amount: Money,
        reason: RefundReason, note: String, askedAt: Timestamp? = nil, doneAt: Timestamp? = nil,
        state: RefundState = .asked
    ) {
        self.id = id
        self.transaction = transaction
        self.attempt = attempt
        self.amount = amount
        self.reason = reason
        self.note = note
        self.askedAt = askedAt
        self.doneAt = doneAt
        self.state = state
    }
}

/// Why money goes back.
public enum RefundReason: String, Sendable, Hashable, Codable {
    /// A person asked, after the sale.
    case asked
    /// It came after the order was closed.
    case late
    /// The order was paid already, with other money.
    case surplus
    /// It came for a sale that was being cancelled.
    case cancelled
    /// A person settled a hold that way.
    case decided
    /// Nobody here asked: it was made at the acquirer, by other means.
    case elsewhere
}

/// Where a refund stands.
///
/// ```
///  asked ──▶ sent ──▶ done*
///    ▲ not    │ lost    ▲
///    │ sent   ▼         │
///    └──── unknown ─────┴──▶ refused* + hold
/// ```
public enum RefundState: Sendable, Hashable, Codable {
    /// Saved. No request is under way.
    case asked
    /// The request may be on its way.
    case sent
    /// We asked and do not know. Queries lead out; the amount stays reserved.
    case unknown
    /// The money is back. Final.
    case done
    /// The acquirer said no. Final; a hold says so.
    case refused(String)

    /// Whether nothing leaves the state.
    public var isFinal: Bool {
        switch self {
        case .done, .refused: true
        case .asked, .sent, .unknown: false
        }
    }

    /// Whether its amount counts against what may still go back.
    public var reserves: Bool {
        switch self {
        case .asked, .sent, .unknown, .done: true
        case .refused: false
        }
    }
}

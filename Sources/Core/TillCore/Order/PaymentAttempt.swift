// SPDX-License-Identifier: Apache-2.0

/// One try to have an order paid through one account.
public struct PaymentAttempt: Sendable, Hashable, Codable {
    /// Names it for ever, here and at the acquirer.
    public let reference: AttemptReference
    /// The account that it goes through.
    public let account: AccountID
    /// What the payer owes.
    public let amount: Money
    /// What is sold.
    public let subject: String
    /// When the acquirer closes it by itself, in wall time.
    public let expiresAt: Timestamp
    /// Where it stands.
    public internal(set) var state: AttemptState
    /// The code that the acquirer issued, kept as evidence after it is dead.
    public internal(set) var code: PaymentCode?
    /// Until when a closed attempt is asked about, in ledger time; nil if it is not.
    public internal(set) var watchedUntil: Timestamp?

    /// Puts an attempt together, as the ledger does when it reads one back.
    public init(
        reference: AttemptReference, account: AccountID, amount: Money, subject: String,
        expiresAt: Timestamp, state: AttemptState = .opened, code: PaymentCode? = nil,
        watchedUntil: Timestamp? = nil
    ) {
        self.reference = reference
        self.account = account
        self.amount = amount
        self.subject = subject
        self.expiresAt = expiresAt
        self.state = state
        self.code = code
        self.watchedUntil = watchedUntil
    }
}

/// Where an attempt stands.
///
/// ```
///  opened ──▶ asking ──▶ presented ──▶ paid*
///    ▲          │ │          │           ▲
///    └─not sent─┘ │ lost     │           │ paid while closing
///                 ▼          │           │
///             uncertain ◀────┘           │
///                 │  cancel, deadline    │
///                 └──────▶ closing ──────┴──▶ closed*
/// ```
public enum AttemptState: Sendable, Hashable, Codable {
    /// Saved. The acquirer has certainly not been asked.
    case opened
    /// The request that makes the payment may be on its way.
    case asking
    /// A code is up; `boot` is the last start of the daemon in which the acquirer confirmed it.
    case presented(boot: Int)
    /// We asked and lost the answer, in ledger time `since`. Only a query leads out.
    case uncertain(since: Timestamp)
    /// Given up here; the acquirer has not agreed yet, and the payer may still pay.
    case closing(CloseReason)
    /// The acquirer holds money for it. Final.
    case paid
    /// Given up, and the acquirer agrees. Final.
    case closed(CloseReason)

    /// Whether nothing leaves the state.
    public var isFinal: Bool {
        switch self {
        case .paid, .closed: true
        case .opened, .asking, .presented, .uncertain, .closing: false
        }
    }

    /// Whether a code may be, or become, visible to the payer.
    public var isLive: Bool {
        switch self {
        case .opened, .asking, .presented, .uncertain: true
        case .closing, .paid, .closed: false
        }
    }
}

/// Why an attempt was given up.
public enum CloseReason: Sendable, Hashable, Codable {
    /// A person asked.
    case cancelled
    /// Its time was over.
    case expired
    /// The acquirer or the payer said no; the words are the acquirer's.
    case refused(String)
    /// The acquirer has not seen it, long after we asked.
    case lost
    /// Another attempt took its place.
    case replaced
    /// Another attempt was paid.
    case superseded
    /// Money of another amount or currency came for it.
    case wrongMoney
}

/// A text for a QR code that the payer scans, and what belongs to it.
public struct PaymentCode: Sendable, Hashable, Codable {
    /// The text, never changed on its way to the screen.
    public let payload: String
    /// The acquirer's own name for the payment, if it gave one.
    public let acquirerReference: String?
    /// When the acquirer lets it expire, in its wall time, if it said so.
    public let expiresAt: Timestamp?

    /// Puts a code together.
    public init(_ payload: String, acquirerReference: String? = nil, expiresAt: Timestamp? = nil) {
        self.payload = payload
        self.acquirerReference = acquirerReference
        self.expiresAt = expiresAt
    }
}

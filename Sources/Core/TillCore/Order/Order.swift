// SPDX-License-Identifier: Apache-2.0

/// One sale at the counter, with everything that belongs to it.
///
/// ```
///  open ──▶ paid*      one attempt is paid, and its money is kept
///    │ ╲
///    │  ▶ cancelling ──▶ closed*
///    └─────────────────▶ closed*    every attempt is final, and none is kept
/// ```
///
/// Money that comes later, twice or in another amount does not move the order: it becomes a
/// ``Transaction`` with a fate of its own, and a ``Refund`` or a ``Hold``.
public struct Order: Sendable, Hashable {
    /// Names the sale.
    public let id: OrderID
    /// The terminal that sells.
    public let terminal: TerminalID
    /// The shop's own name for the sale, if it has one.
    public let reference: String?
    /// What the payer owes.
    public let amount: Money
    /// What is sold, in the shop's words.
    public let subject: String
    /// Which slips it prints.
    public let slips: SlipPolicy
    /// The shop's own key-value pairs.
    public let metadata: [String: String]
    /// What becomes of money that comes after the sale was over.
    public let lateMoney: LateMoney
    /// When it was opened, in ledger time.
    public let openedAt: Timestamp
    /// When the shop stops waiting, in ledger time.
    public let deadline: Timestamp
    /// Where it stands.
    public internal(set) var state: OrderState
    /// The tries to have it paid, the first one first; never empty.
    public internal(set) var attempts: [PaymentAttempt]
    /// The money that acquirers said they hold for it, in the order in which we learnt.
    public internal(set) var transactions: [Transaction]
    /// What goes back.
    public internal(set) var refunds: [Refund]
    /// What a person has to look at, or did.
    public internal(set) var holds: [Hold]
    /// Its slips.
    public internal(set) var prints: [PrintJob]
    /// Grows by one with every change; 1 when it opens.
    public internal(set) var version: Int

    /// The most copies of its receipt that one order may have.
    public static let copiesMax = 50

    /// The most attempts that one order may have: more is a fault of the point-of-sale program.
    public static let attemptsMax = 8

    /// Puts an order together, as the ledger does when it reads one back.
    public init(
        id: OrderID, terminal: TerminalID, reference: String?, amount: Money, subject: String,
        slips: SlipPolicy, metadata: [String: String], lateMoney: LateMoney, openedAt: Timestamp, deadline: Timestamp,
        state: OrderState, attempts: [PaymentAttempt], transactions: [Transaction],
        refunds: [Refund], holds: [Hold], prints: [PrintJob], version: Int
    ) {
        self.id = id
        self.terminal = terminal
        self.reference = reference
        self.amount = amount
        self.subject = subject
        self.slips = slips
        self.metadata = metadata
        self.lateMoney = lateMoney
        self.openedAt = openedAt
        self.deadline = deadline
        self.state = state
        self.attempts = attempts
        self.transactions = transactions
        self.refunds = refunds
        self.holds = holds
        self.prints = prints
        self.version = version
    }

    /// The attempt of a reference.
    public func attempt(_ reference: AttemptReference) -> PaymentAttempt? {
        attempts.first { $0.reference == reference }
    }

    /// The refund of an id.
    public func refund(_ id: RefundID) -> Refund? { refunds.first { $0.id == id } }

    /// The print job of an id.
    public func print(_ id: PrintID) -> PrintJob? { prints.first { $0.id == id } }

    /// The newest attempt: the one that the payer may be looking at.
    public var currentAttempt: PaymentAttempt? { attempts.last }

    /// The money that pays for the order, or that came late and was kept.
    public var keptTransaction: Transaction? { transactions.first { $0.fate == .kept } }
}

/// Where an order stands.
public enum OrderState: String, Sendable, Hashable, Codable {
    /// The shop wants it paid.
    case open
    /// The shop gave it up, and the acquirer has not agreed yet.
    case cancelling
    /// One transaction is kept. Final.
    case paid
    /// Every attempt is final, and none is kept. Final.
    case closed
}

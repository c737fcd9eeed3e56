// SPDX-License-Identifier: Apache-2.0

/// Something that a person has to look at. Software opens it; only a person settles it.
public struct Hold: Sendable, Hashable, Codable {
    /// Names it.
    public let id: HoldID
    /// What it is about.
    public let reason: HoldReason
    /// When it was opened, in ledger time.
    public let openedAt: Timestamp
    /// How it was settled; nil while it is open.
    public internal(set) var settlement: HoldSettlement?

    /// Puts a hold together, as the ledger does when it reads one back.
    public init(
        id: HoldID, reason: HoldReason, openedAt: Timestamp, settlement: HoldSettlement? = nil
    ) {
        self.id = id
        self.reason = reason
        self.openedAt = openedAt
        self.settlement = settlement
    }

    /// Whether a person still has to look.
    public var isOpen: Bool { settlement == nil }
}

/// Why a person has to look.
public enum HoldReason: Sendable, Hashable, Codable {
    /// The acquirer reports money of another amount or currency than the order's.
    case amountDiffers(TransactionKey, reported: Money)
    /// The acquirer refused to give money back.
    case refundRefused(RefundID, reason: String)
    /// The acquirer refused a refund, and later said that it is done.
    case refundDoneAfterAll(RefundID)
    /// Printing broke off, and nobody can tell what is on paper.
    case receiptInDoubt(PrintID)
    /// An authentic notify does not belong to any order here.
    case strayNotify(AccountID, subject: String)
    /// Money came after the sale was over, and the shop wants to be asked.
    case lateMoney(TransactionKey)
    /// The acquirer gave money back that nobody here asked to give back.
    case refundedElsewhere(RefundID, Money)
    /// The acquirer's statement lacks something that it told us before.
    case missingInStatement(StatementMatter, CalendarDay)
    /// The acquirer's statement has another amount for a refund than we asked for.
    case refundDiffers(RefundID, reported: Money)
    /// A line of the acquirer's statement belongs to nothing here.
    case strayLine(AccountID, CalendarDay, subject: String)
    /// Two days after the order's deadline nobody can tell what became of an attempt.
    case stuckAttempt(AttemptReference)
    /// Two days after it was asked for nobody can tell what became of a refund.
    case stuckRefund(RefundID)
    /// The customer's screen did not show the attempt's code, or showed another one in its place.
    case displayDiffers(AttemptReference, SeenInstead)

    /// What a person may decide about it.
    public var decisions: [HoldDecision] {
        switch self {
        case .amountDiffers: [.giveBack, .leave]
        case .refundRefused: [.retry, .leave]
        case .receiptInDoubt: [.printed, .printAgain]
        case .lateMoney: [.keep, .giveBack]
        case .refundDoneAfterAll, .strayNotify, .refundedElsewhere, .missingInStatement,
            .refundDiffers, .strayLine, .stuckAttempt, .stuckRefund, .displayDiffers:
            [.leave]
        }
    }
}

/// What a person decided.
public enum HoldDecision: String, Sendable, Hashable, Codable, CaseIterable {
    /// Send the money back to the payer.
    case giveBack = "give_back"
    /// Keep the money as the shop's own.
    case keep
    /// Ask the acquirer again, with a refund of its own.
    case retry
    /// Nothing more is to be done here: it was seen to by other means.
    case leave
    /// The slip did come out.
    case printed
    /// It did not, or not whole: print again, marked as a possible duplicate.
    case printAgain = "print_again"
}

/// Who settled a hold, and how.
public struct HoldSettlement: Sendable, Hashable, Codable {
    /// What was decided.
    public let decision: HoldDecision
    /// Who decided, as far as the daemon knows.
    public let by: String
    /// Why, in their words.
    public let note: String
    /// When, in ledger time.
    public let at: Timestamp

    /// States the decision.
    public init(decision: HoldDecision, by: String, note: String, at: Timestamp) {
        self.decision = decision
        self.by = by
        self.note = note
        self.at = at
    }
}

// SPDX-License-Identifier: Apache-2.0

package import TillCore

/// What one row of the journal says.
package enum JournalEntry: Sendable, Hashable, Codable {
    /// The daemon started on this ledger; `version` is the program's.
    case started(version: String)
    /// The ledger was restored from a backup that ended there.
    case restored(from: LedgerHead)
    /// A sale was opened.
    case opened(SaleDraft)
    /// A command was accepted.
    case accepted(OrderCommand)
    /// A fact was recorded.
    case recorded(OrderFact)
    /// An answer or a notify was not believed; it changed nothing.
    case unbelieved(AccountID, why: String)
    /// An authentic notify belongs to no order here.
    case stray(AccountID, subject: String)
    /// An acquirer's statement of a day was compared; `hash` is the SHA-256 of its bytes, and
    /// `lines` counts all of its lines, also those of the merchant's other terminals.
    case compared(AccountID, CalendarDay, lines: Int, differences: Int, hash: String)
    /// A person settled a hold that belongs to no order.
    case settledStray(HoldID, HoldDecision, by: String, note: String)
    /// A person holds work back; `effect` is what a single row was for.
    case queueHeld(QueueTarget, effect: Effect?, person: String, why: String)
    /// A person lets held work go on.
    case queueReleased(QueueTarget, effect: Effect?, person: String, why: String?)
    /// A person wants what waits tried now.
    case queueFlushed(person: String)
    /// A person has the terminal take no new sales.
    case drainingBegun(person: String, why: String?)
    /// A person has it take new sales again.
    case drainingEnded(person: String)
    /// The wall clock was stepped, ahead if positive; ledger time was not.
    case clockStepped(seconds: Int64)
    /// Ledger time was set ahead to a clock that an acquirer confirmed.
    case timeCaughtUp(seconds: Int64)

    /// The entry's name, for people and for events.
    package var name: String {
        switch self {
        case .started: "started"
        case .restored: "restored"
        case .opened: "opened"
        case .accepted(let command): "accepted.\(Self.name(of: command))"
        case .recorded(let fact): "recorded.\(Self.name(of: fact))"
        case .unbelieved: "unbelieved"
        case .stray: "stray"
        case .compared: "compared"
        case .settledStray: "accepted.settle"
        case .queueHeld: "queue.held"
        case .queueReleased: "queue.released"
        case .queueFlushed: "queue.flushed"
        case .drainingBegun: "drain.begun"
        case .drainingEnded: "drain.ended"
        case .clockStepped: "clock_stepped"
        case .timeCaughtUp: "time_caught_up"
        }
    }

    private static func name(of command: OrderCommand) -> String {
        switch command {
        case .cancel: "cancel"
        case .newAttempt: "attempt"
        case .refund: "refund"
        case .reprint: "reprint"
        case .settle: "settle"
        }
    }

    private static func name(of fact: OrderFact) -> String {
        switch fact {
        case .attempt(_, let fact): name(of: fact)
        case .refund(_, let fact): "refund." + name(of: fact)
        case .print(_, let fact): "print." + name(of: fact)
        case .deadlinePassed: "deadline"
        case .refundedElsewhere: "refund.elsewhere"
        case .statementLacks: "statement.lacks"
        case .statementDiffers: "statement.differs"
        }
    }

    private static func name(of fact: AttemptFact) -> String {
        switch fact {
        case .asking: "asking"
        case .notSent: "not_sent"
        case .codeIssued: "code"
        case .outcome(.unseen, _): "unseen"
        case .outcome(.pending, _): "pending"
        case .outcome(.paid, _): "paid"
        case .outcome(.refused, _): "refused"
        case .answerLost: "answer_lost"
        case .closeConfirmed: "closed"
        case .watchOver: "watch_over"
        case .proven: "proven"
        case .stuck: "stuck"
        case .displayDiffers: "display_differs"
        }
    }

    private static func name(of fact: RefundFact) -> String {
        switch fact {
        case .sending: "sending"
        case .notSent: "not_sent"
        case .outcome(.unseen): "unseen"
        case .outcome(.pending): "pending"
        case .outcome(.done): "done"
        case .outcome(.refused): "refused"
        case .answerLost: "answer_lost"
        case .stuck: "stuck"
        }
    }

    private static func name(of fact: PrintFact) -> String {
        switch fact {
        case .started: "started"
        case .noted: "noted"
        case .nothingPrinted: "nothing_printed"
        case .finished: "finished"
        case .torn: "torn"
        case .interrupted: "interrupted"
        }
    }
}

/// One row of the journal.
package struct JournalRow: Sendable, Hashable {
    /// Counts from 1 without gaps.
    package let seq: Int64
    /// The order that it is about; nil for the terminal itself.
    package let order: OrderID?
    /// Ledger time.
    package let at: Timestamp
    /// Wall time, for people.
    package let wall: Timestamp
    /// Which start of the daemon wrote it.
    package let boot: Int
    /// Who: a person or program at the API, or `tilld`.
    package let by: String
    /// What.
    package let entry: JournalEntry
    /// The order's status after it; nil where there is no order.
    package let status: String?
}

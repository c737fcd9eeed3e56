// SPDX-License-Identifier: Apache-2.0

package import TillCore

/// The part of the outbox that one service drains.
package enum Lane: String, Sendable, Hashable, Codable, CaseIterable {
    /// Questions and requests to acquirers.
    case provider
    /// Slips.
    case print
    /// Deadlines.
    case clock
}

extension Effect {
    /// The lane that the effect belongs to.
    package var lane: Lane {
        switch self {
        case .provider: .provider
        case .print: .print
        case .deadline: .clock
        }
    }
}

extension Effect {
    /// Whether it is a question asked again and again, whose next time is not saved.
    var isWatch: Bool {
        switch self {
        case .provider(.watch): true
        case .provider, .print, .deadline: false
        }
    }
}

/// One row of the outbox: work that an order owes.
package struct Work: Sendable, Hashable {
    /// The row's number; grows, and is never used twice.
    package let id: Int64
    /// The order that owes it.
    package let order: OrderID
    /// What is owed.
    package let effect: Effect
    /// When it is tried next, in ledger time.
    package let dueAt: Timestamp
    /// How often it was tried in vain.
    package let tries: Int
    /// What the last try brought, in words for people.
    package let lastAnswer: String?
    /// Whether a person holds it back.
    package var isHeld = false
}

/// That a piece of work failed for now, and when it is tried again.
package struct Postponement: Sendable, Hashable {
    /// The row.
    package let work: Int64
    /// When it is due again, in ledger time.
    package let until: Timestamp
    /// What happened, in words for people.
    package let answer: String

    /// States all three.
    package init(work: Int64, until: Timestamp, answer: String) {
        self.work = work
        self.until = until
        self.answer = answer
    }
}

// SPDX-License-Identifier: Apache-2.0

package import TillCore

/// One step of a story, as people read it.
package struct StorySentence: Sendable, Hashable {
    /// The row of the journal that it tells of; nil for a wait, a moved clock, and the end.
    package let seq: Int64?
    /// Ledger time.
    package let at: Timestamp
    /// Wall time.
    package let wall: Timestamp
    /// Who, as the journal has it.
    package let by: String
    /// How it came to be known.
    package let source: StorySource
    /// What happened and what it meant for the order.
    package let text: String
}

/// How something came to be known.
package enum StorySource: String, Sendable, Hashable, CaseIterable {
    /// A person, or their point-of-sale program, asked for it.
    case cashier
    /// The acquirer answered a request of ours.
    case answer
    /// The acquirer answered a question of ours.
    case query
    /// The acquirer told us unasked.
    case notify
    /// It stands in the acquirer's statement of a day.
    case statement
    /// The printer, as far as it tells.
    case printer
    /// The daemon itself.
    case daemon
}

extension Happening {
    /// How it came to be known.
    var source: StorySource {
        switch self {
        case .opened, .accepted, .settledStray, .steered: .cashier
        case .recorded(let fact): fact.source
        case .stray: .notify
        case .compared: .statement
        case .started, .restored, .unbelieved, .clockStepped, .timeCaughtUp: .daemon
        }
    }
}

extension OrderFact {
    fileprivate var source: StorySource {
        switch self {
        case .attempt(_, let fact): fact.source
        case .refund(_, .outcome): .answer
        case .refund(_, .sending), .refund(_, .notSent), .refund(_, .answerLost), .refund(_, .stuck): .daemon
        case .refundedElsewhere: .notify
        case .statementLacks, .statementDiffers: .statement
        case .print(_, .started), .print(_, .interrupted): .daemon
        case .print(_, .noted), .print(_, .nothingPrinted), .print(_, .finished), .print(_, .torn): .printer
        case .deadlinePassed: .daemon
        }
    }
}

extension AttemptFact {
    fileprivate var source: StorySource {
        switch self {
        case .outcome(_, .query): .query
        case .outcome(_, .notify): .notify
        case .outcome(_, .statement), .proven: .statement
        case .codeIssued, .closeConfirmed: .answer
        case .asking, .notSent, .answerLost, .watchOver, .stuck, .displayDiffers: .daemon
        }
    }
}

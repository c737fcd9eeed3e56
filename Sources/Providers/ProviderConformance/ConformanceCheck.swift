// SPDX-License-Identifier: Apache-2.0

public import Testing

/// One thing that every provider has to keep to.
///
/// ```swift
/// @Test(arguments: ConformanceCheck.allCases)
/// func `the provider conforms`(_ check: ConformanceCheck) throws {
///     try check.run(on: MySubject())
/// }
/// ```
public enum ConformanceCheck: String, CaseIterable, Sendable {
    /// Each word of the acquirer's is understood.
    case words = "the acquirer's words mean what they say"
    /// A word that nobody knows decides nothing.
    case unheardOf = "a status that nobody knows is pending"
    /// A "no" means for the money what it says.
    case refusals = "refusals map to what they mean for the money"
    /// What is not signed says nothing.
    case unsigned = "what is not signed is not believed"
    /// What was signed long ago, or will be, says nothing.
    case stale = "what is stale is not believed"
    /// What makes no sense says nothing.
    case gibberish = "what makes no sense is not believed"
    /// A reply with one byte changed says nothing.
    case changedReplies = "a paid reply with anything changed is not believed"
    /// Every amount arrives as it was sent.
    case amounts = "amounts survive in both directions"
    /// Money of another amount is not made to fit.
    case otherAmounts = "money of another amount comes through as it is"
    /// A request that is made again says the same.
    case sameContent = "requests of one attempt say the same each time"
    /// What only asks is marked, and nothing else.
    case queries = "queries are marked, and nothing else is"
    /// Whatever the acquirer says, an exchange ends, and a close needs its word.
    case closing = "a close ends within three round trips and needs the acquirer's word"
    /// Notifies are read and proven.
    case notifies = "a notify says what it says, if it is the acquirer's"
    /// Statements are read whole or not at all.
    case statements = "a statement says what it says, all of it, if it is the acquirer's"
    /// Nothing that is printed holds a secret.
    case secrets = "secrets appear nowhere"

    /// Runs the check; what fails is recorded as an issue of the test that runs.
    public func run(on subject: some ConformanceSubject) throws {
        let examination = Examination(subject: subject)
        switch self {
        case .words: try examination.words()
        case .unheardOf: try examination.unheardOf()
        case .refusals: try examination.refusals()
        case .unsigned: try examination.unsigned()
        case .stale: try examination.stale()
        case .gibberish: try examination.gibberish()
        case .changedReplies: try examination.changedReplies()
        case .amounts: try examination.amounts()
        case .otherAmounts: try examination.otherAmounts()
        case .sameContent: try examination.sameContent()
        case .queries: try examination.queries()
        case .closing: try examination.closing()
        case .notifies: try examination.notifies()
        case .statements: try examination.statements()
        case .secrets: try examination.secrets()
        }
    }
}

extension ConformanceCheck: CustomTestStringConvertible {
    /// The sentence.
    public var testDescription: String { rawValue }
}

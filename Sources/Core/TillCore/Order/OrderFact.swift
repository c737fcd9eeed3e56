// SPDX-License-Identifier: Apache-2.0

/// What happened out there. It cannot be refused, only recorded.
public enum OrderFact: Sendable, Hashable, Codable {
    /// Something happened to an attempt.
    case attempt(AttemptReference, AttemptFact)
    /// Something happened to a refund.
    case refund(RefundID, RefundFact)
    /// Something happened to a print job.
    case print(PrintID, PrintFact)
    /// The order's time is over, by ledger time.
    case deadlinePassed
    /// The acquirer gave money back that nobody here asked to give back.
    case refundedElsewhere(TransactionKey, RefundReport)
    /// The acquirer's statement of the day lacks something that it told us before.
    case statementLacks(StatementMatter, CalendarDay)
    /// The acquirer's statement has another amount for a refund than we asked for.
    case statementDiffers(RefundID, reported: Money)
}

/// What can happen to an attempt.
public enum AttemptFact: Sendable, Hashable, Codable {
    /// The request that makes the payment is about to leave: saved before its first byte does.
    case asking
    /// That request certainly never left.
    case notSent
    /// The acquirer made the payment and issued a code.
    case codeIssued(PaymentCode)
    /// The acquirer's word, from an answer or a notify; what follows is the same.
    case outcome(Outcome, FactSource)
    /// A question or request went out, and no answer that can be believed came.
    case answerLost
    /// The acquirer agreed to take no more money.
    case closeConfirmed
    /// A closed attempt has been watched for long enough, and the last query was answered.
    case watchOver
    /// The statement of the day on which it was closed, or of a later one, has been compared.
    case proven(CalendarDay)
    /// Long after the order's deadline nobody could tell what became of it.
    case stuck
    /// The customer's screen was read back, and did not show its code.
    case displayDiffers(SeenInstead)
}

/// What can happen to a refund.
public enum RefundFact: Sendable, Hashable, Codable {
    /// The request is about to leave: saved before its first byte does.
    case sending
    /// That request certainly never left.
    case notSent
    /// The acquirer's word.
    case outcome(RefundOutcome)
    /// The request or a question went out, and no answer that can be believed came.
    case answerLost
    /// Long after it was asked for nobody could tell what became of it.
    case stuck
}

/// What can happen to a print job.
public enum PrintFact: Sendable, Hashable, Codable {
    /// The printer is about to be spoken to about it.
    case started
    /// The first byte is about to leave: saved before it does, with what tells its end later.
    case noted(PrintBeginning)
    /// None of it is on paper.
    case nothingPrinted
    /// All of it went out; `confirmed` if the printer said that it is on paper.
    case finished(confirmed: Bool)
    /// It broke off, or the daemon did, and as far as the printer can tell it is not on paper whole.
    case torn
    /// It broke off, or the daemon did, and nobody can tell what is on paper.
    case interrupted
}

/// What a statement has a line for.
public enum StatementMatter: Sendable, Hashable, Codable {
    /// Money that came.
    case transaction(TransactionKey)
    /// Money that went back.
    case refund(RefundID)
}

// SPDX-License-Identifier: Apache-2.0

import ProviderKit
import Testing
import TillCore

/// Asks a provider questions, and has the acquirer's side answer them.
struct Examination<Subject: ConformanceSubject> {
    let subject: Subject
    /// The time of the checks.
    let now: Timestamp
    /// A usual amount in the first currency.
    let amount: Money
    /// A usual attempt.
    let attempt: PaymentAttempt
    /// A refund of all of it.
    let refund: Refund

    init(subject: Subject) {
        self.subject = subject
        now = subject.now
        amount = Money(minorUnits: 1250, subject.currencies.first ?? .cny)
        attempt = subject.attempt(of: amount)
        refund = subject.refund(of: amount, from: attempt)
    }

    /// Something that is done to a reply on its way.
    typealias Tampering = (ProviderReply) -> ProviderReply

    func create(
        _ word: AcquirerWord, of attempt: PaymentAttempt? = nil, signedAt: Timestamp? = nil,
        tampering: Tampering = { $0 }
    ) throws -> Conversation<Creation> {
        let attempt = attempt ?? self.attempt
        let provider = try subject.provider(selling: attempt.amount.currency)
        return try Conversation(
            { () throws(ProviderError) in try provider.createPayment(for: attempt) }, at: now
        ) { request, _ in
            tampering(
                try subject.reply(word, to: request, about: attempt, at: signedAt ?? now))
        }
    }

    func query(
        _ word: AcquirerWord, of attempt: PaymentAttempt? = nil, signedAt: Timestamp? = nil,
        tampering: Tampering = { $0 }
    ) throws -> Conversation<Outcome> {
        let attempt = attempt ?? self.attempt
        let provider = try subject.provider(selling: attempt.amount.currency)
        return try Conversation(
            { () throws(ProviderError) in try provider.queryPayment(of: attempt) }, at: now
        ) { request, _ in
            tampering(
                try subject.reply(word, to: request, about: attempt, at: signedAt ?? now))
        }
    }

    func close(
        _ words: [AcquirerWord], signedAt: Timestamp? = nil, tampering: Tampering = { $0 }
    ) throws -> Conversation<Closing> {
        let provider = try subject.provider(selling: attempt.amount.currency)
        return try Conversation(
            { () throws(ProviderError) in try provider.closePayment(of: attempt) }, at: now
        ) { request, trip in
            guard let word = words.indices.contains(trip) ? words[trip] : words.last else {
                throw ProviderError.noReply("nothing more to say")
            }
            return tampering(
                try subject.reply(word, to: request, about: attempt, at: signedAt ?? now))
        }
    }

    func refund(
        _ word: RefundWord, signedAt: Timestamp? = nil, tampering: Tampering = { $0 }
    ) throws -> Conversation<RefundOutcome> {
        let provider = try subject.provider(selling: attempt.amount.currency)
        return try Conversation(
            { () throws(ProviderError) in try provider.refund(refund, of: attempt) }, at: now
        ) { request, _ in
            tampering(try subject.reply(word, to: request, about: refund, at: signedAt ?? now))
        }
    }

    func queryRefund(
        _ word: RefundWord, signedAt: Timestamp? = nil, tampering: Tampering = { $0 }
    ) throws -> Conversation<RefundOutcome> {
        let provider = try subject.provider(selling: attempt.amount.currency)
        return try Conversation(
            { () throws(ProviderError) in try provider.queryRefund(refund, of: attempt) }, at: now
        ) { request, _ in
            tampering(try subject.reply(word, to: request, about: refund, at: signedAt ?? now))
        }
    }

    /// The five questions with a success as the answer, each by its name and its error.
    func successes(signedAt: Timestamp? = nil, tampering: Tampering) throws
        -> [(question: String, error: ProviderError?)]
    {
        [
            ("create", try create(.waiting, signedAt: signedAt, tampering: tampering).error),
            ("create", try create(.paid(amount), signedAt: signedAt, tampering: tampering).error),
            ("query", try query(.paid(amount), signedAt: signedAt, tampering: tampering).error),
            ("query", try query(.over, signedAt: signedAt, tampering: tampering).error),
            ("query", try query(.notFound, signedAt: signedAt, tampering: tampering).error),
            ("close", try close([.over], signedAt: signedAt, tampering: tampering).error),
            ("close", try close([.paid(amount)], signedAt: signedAt, tampering: tampering).error),
            ("refund", try refund(.done, signedAt: signedAt, tampering: tampering).error),
            (
                "query of a refund",
                try queryRefund(.done, signedAt: signedAt, tampering: tampering).error
            ),
        ]
    }
}

extension ProviderError {
    /// Whether it says that the reply was not the acquirer's.
    var isForgery: Bool {
        if case .forged = self { true } else { false }
    }
}

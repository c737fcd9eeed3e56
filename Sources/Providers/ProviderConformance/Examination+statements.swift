// SPDX-License-Identifier: Apache-2.0

import ProviderKit
import Testing
import TillCore

extension Examination {
    /// The day before the checks.
    private var day: CalendarDay { CalendarDay(of: now).previous }

    func statements() throws {
        let provider = try subject.provider(selling: amount.currency)
        guard provider.capabilities.statements != nil else {
            #expect(throws: ProviderError.self, "a statement is fetched where there is none") {
                try provider.fetchStatement(of: day)
            }
            return
        }
        try statementsRead()
        try statementsDoubted()
    }

    private func statementsRead() throws {
        for lines in [everyAmount, movements, []] {
            guard let told = try fetch(.lines(lines)), case .statement(let statement) = told.answer else {
                Issue.record("a statement of \(lines.count) lines is not read")
                continue
            }
            #expect(statement.day == day)
            #expect(statement.lines == lines, "a statement says something else than was said")
            let others = told.requests.filter { !$0.isQuery }
            #expect(others.isEmpty, "a statement is not asked for by a query")
        }
        guard case .notYet = try fetch(.notReady)?.answer else {
            Issue.record("a statement that is not ready is not \"not yet\"")
            return
        }
        for word in [StatementWord.refused, .busy] {
            #expect(try fetch(word)?.error != nil, "a statement that is \(word) has an answer")
        }
    }

    private func statementsDoubted() throws {
        let unsigned = try fetch(.lines(movements)) { subject.unsigned($0) }
        #expect(unsigned?.error?.isForgery == true, "an unsigned statement is believed")
        #expect(
            try fetch(.notReady) { subject.unsigned($0) }?.error?.isForgery == true,
            "an unsigned \"not yet\" is believed")
        for hours in [-24, 24] {
            let stale = try fetch(.lines(movements), signedAt: now + .seconds(hours * 3600))
            #expect(
                stale?.error?.isForgery == true,
                "a statement that was signed \(hours) hours from now is believed")
        }
        #expect(
            try fetch(.cut(movements))?.error?.isForgery == true, "a cut statement is believed")
        for word in [StatementWord.strangeLine(movements), .strangeCurrency(movements), .gibberish] {
            let error = try fetch(word)?.error
            guard case .unreadable = error else {
                Issue.record("what cannot be read in a statement is passed over: \(word)")
                continue
            }
        }
        guard let reply = try reply(.lines(movements)) else { return }
        let believed = try reply.body.indices.filter { index in
            var body = reply.body
            body[index] ^= 1 << UInt8(index % 8)
            let changed = try fetch(.lines(movements)) {
                ProviderReply(head: $0.head, body: body, request: $0.request)
            }
            return changed?.error?.isForgery != true
        }
        #expect(
            believed.isEmpty,
            "\(believed.count) of \(reply.body.count) changed statements are believed")
    }

    /// A payment, half of it back, and a payment that nobody here asked for.
    private var movements: [StatementLine] {
        let half = Money(minorUnits: amount.minorUnits / 2, amount.currency)
        return [
            line(.payment, attempt.reference.text, "pay_7", amount),
            line(.refund(number: refund.id.text, acquirerReference: "ref_1"), attempt.reference.text, "pay_7", half),
            line(.payment, "SOMEBODY-1", "pay_8", amount),
        ]
    }

    private var everyAmount: [StatementLine] {
        subject.currencies.flatMap { currency in
            Self.samples.map { line(.payment, "A-\($0)", "pay_\($0)", Money(minorUnits: $0, currency)) }
        }
    }

    private func line(
        _ kind: StatementLineKind, _ order: String, _ payment: String, _ amount: Money
    ) -> StatementLine {
        StatementLine(
            kind: kind, orderNumber: order, acquirerReference: payment, amount: amount,
            at: day.start() + .milliseconds(34_200_001))
    }

    /// Asks for the day's statement; nil if the acquirer's side cannot say the word.
    private func fetch(
        _ word: StatementWord, signedAt: Timestamp? = nil, tampering: Tampering = { $0 }
    ) throws -> Conversation<StatementReading>? {
        let provider = try subject.provider(selling: amount.currency)
        var isSaid = true
        let conversation = try Conversation(
            { () throws(ProviderError) in try provider.fetchStatement(of: day) }, at: now
        ) { request, _ in
            guard let reply = try subject.reply(word, to: request, about: day, at: signedAt ?? now)
            else {
                isSaid = false
                throw ProviderError.noReply("nothing to say")
            }
            return tampering(reply)
        }
        #expect(isSaid, "there are statements, and the acquirer's side does not say \(word)")
        return isSaid ? conversation : nil
    }

    /// What the acquirer's side says to the first request.
    private func reply(_ word: StatementWord) throws -> ProviderReply? {
        var said: ProviderReply?
        _ = try fetch(word) { reply in
            said = reply
            return reply
        }
        return said
    }
}

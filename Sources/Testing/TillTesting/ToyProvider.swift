// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
package import ProviderKit
package import TillCore

/// Speaks to a ``ToyAcquirer`` in plain words, so that a simulated day costs no cryptography.
package struct ToyProvider: PaymentProvider {
    package static let id: ProviderID = "toy"
    package static let host = "toy.invalid"

    package let capabilities = Capabilities()

    package init() {}

    package func createPayment(for attempt: PaymentAttempt) throws(ProviderError)
        -> Exchange<Creation>
    {
        ask(
            "create \(attempt.reference) \(attempt.amount.minorUnits) \(attempt.expiresAt.milliseconds)"
        ) {
            words throws(ProviderError) in
            if words.first == "code", words.count == 2 { return .code(PaymentCode(words[1])) }
            return .outcome(try Self.outcome(words, attempt.amount.currency))
        }
    }

    package func queryPayment(of attempt: PaymentAttempt) throws(ProviderError) -> Exchange<Outcome> {
        ask("query \(attempt.reference)", isQuery: true) { words throws(ProviderError) in
            try Self.outcome(words, attempt.amount.currency)
        }
    }

    package func closePayment(of attempt: PaymentAttempt) throws(ProviderError) -> Exchange<Closing> {
        ask(
            "close \(attempt.reference) \(attempt.amount.minorUnits) \(attempt.expiresAt.milliseconds)"
        ) {
            words throws(ProviderError) in
            switch try Self.outcome(words, attempt.amount.currency) {
            case .paid(let payment): .paid(payment)
            case .refused: .closed
            case .unseen, .pending: .notYet(words.joined(separator: " "))
            }
        }
    }

    package func refund(_ refund: Refund, of attempt: PaymentAttempt) throws(ProviderError)
        -> Exchange<RefundOutcome>
    {
        ask(
            "refund \(refund.transaction.acquirerReference) \(refund.id) \(refund.amount.minorUnits)"
        ) {
            words throws(ProviderError) in try Self.refundOutcome(words)
        }
    }

    package func queryRefund(_ refund: Refund, of attempt: PaymentAttempt) throws(ProviderError)
        -> Exchange<RefundOutcome>
    {
        ask("refunded \(refund.id)", isQuery: true) { words throws(ProviderError) in
            try Self.refundOutcome(words)
        }
    }

    package func readNotify(_ notify: Notify, at moment: Moment) throws(ProviderError)
        -> NotifyReading
    {
        throw .unsupported("notifies")
    }

    private func ask<Answer: Sendable>(
        _ question: String, isQuery: Bool = false,
        _ read: @escaping @Sendable ([String]) throws(ProviderError) -> Answer
    ) -> Exchange<Answer> {
        .send(
            make: { _ throws(ProviderError) in
                ProviderRequest(
                    head: HTTPRequest(
                        method: .post, scheme: "https", authority: Self.host, path: "/"),
                    body: Array(question.utf8), isQuery: isQuery)
            },
            read: { reply, _ throws(ProviderError) in
                let text = String(decoding: reply.body, as: UTF8.self)
                return .answered(try read(text.split(separator: " ").map(String.init)))
            })
    }

    private static func outcome(_ words: [String], _ currency: Currency) throws(ProviderError)
        -> Outcome
    {
        switch words.first {
        case "unseen": return .unseen
        case "pending": return .pending(words.count == 2 ? PaymentCode(words[1]) : nil)
        case "closed": return .refused(reason: "closed")
        case "paid":
            guard words.count == 3, let amount = Int64(words[2]) else {
                throw .unreadable("a paid payment without its amount")
            }
            return .paid(
                Payment(
                    acquirerReference: words[1], amount: Money(minorUnits: amount, currency)))
        default: throw .unreadable(words.joined(separator: " "))
        }
    }

    private static func refundOutcome(_ words: [String]) throws(ProviderError) -> RefundOutcome {
        switch words.first {
        case "unseen": return .unseen
        case "pending": return .pending
        case "done": return .done
        case "refused": throw .refused(code: "refused", message: "more than was paid")
        default: throw .unreadable(words.joined(separator: " "))
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import ProviderKit
import TillCore

/// A provider of few words: it asks `create REF`, `query REF`, `close REF`, `refund ID` or
/// `refunded ID`, and understands each word that an acquirer can say, errors included. A word such
/// as `@1780272000` is the acquirer's time in seconds, which counts as signed.
struct WordProvider: PaymentProvider {
    static let id: ProviderID = "words"
    static let host = "acquirer.invalid"

    var capabilities = Capabilities()
    /// The authority that requests go to.
    var host = WordProvider.host

    func createPayment(for attempt: PaymentAttempt) throws(ProviderError) -> Exchange<Creation> {
        ask("create \(attempt.reference)", isQuery: false) { words throws(ProviderError) in
            if words.first == "code", words.count == 2 { return .code(PaymentCode(words[1])) }
            return .outcome(try Self.outcome(words))
        }
    }

    func queryPayment(of attempt: PaymentAttempt) throws(ProviderError) -> Exchange<Outcome> {
        ask("query \(attempt.reference)", isQuery: true) { words throws(ProviderError) in
            try Self.outcome(words)
        }
    }

    func closePayment(of attempt: PaymentAttempt) throws(ProviderError) -> Exchange<Closing> {
        ask("close \(attempt.reference)", isQuery: false) { words throws(ProviderError) in
            if words.first == "later" { return .notYet("too early") }
            switch try Self.outcome(words) {
            case .paid(let payment): return .paid(payment)
            case .refused: return .closed
            case .pending, .unseen: return .notYet("still open")
            }
        }
    }

    func refund(_ refund: Refund, of attempt: PaymentAttempt) throws(ProviderError)
        -> Exchange<RefundOutcome>
    {
        ask("refund \(refund.id)", isQuery: false) { words throws(ProviderError) in
            try Self.refundOutcome(words)
        }
    }

    func queryRefund(_ refund: Refund, of attempt: PaymentAttempt) throws(ProviderError)
        -> Exchange<RefundOutcome>
    {
        ask("refunded \(refund.id)", isQuery: true) { words throws(ProviderError) in
            try Self.refundOutcome(words)
        }
    }

    func readNotify(_ notify: Notify, at moment: Moment) throws(ProviderError) -> NotifyReading {
        throw .unsupported("notifies")
    }

    func signedTime(of reply: ProviderReply) -> Timestamp? {
        String(decoding: reply.body, as: UTF8.self).split(separator: " ").last { $0.hasPrefix("@") }
            .flatMap { Int64($0.dropFirst()) }.map { Timestamp(milliseconds: $0 * 1000) }
    }

    func askTime() throws(ProviderError) -> Exchange<Timestamp>? {
        .send(
            make: { _ throws(ProviderError) in
                ProviderRequest(
                    head: HTTPRequest(method: .get, scheme: "https", authority: host, path: "/"),
                    body: Array("time".utf8), isQuery: true)
            },
            read: { reply, _ throws(ProviderError) in
                guard let time = signedTime(of: reply) else { throw .forged("no time") }
                return .answered(time)
            })
    }

    /// Asks; the answer `again` makes it ask once more.
    private func ask<Answer: Sendable>(
        _ question: String, isQuery: Bool,
        _ read: @escaping @Sendable ([String]) throws(ProviderError) -> Answer
    ) -> Exchange<Answer> {
        .send(
            make: { _ throws(ProviderError) in
                ProviderRequest(
                    head: HTTPRequest(method: .post, scheme: "https", authority: host, path: "/"),
                    body: Array(question.utf8), isQuery: isQuery)
            },
            read: { reply, _ throws(ProviderError) in
                let words = String(decoding: reply.body, as: UTF8.self).split(separator: " ")
                    .map(String.init).filter { !$0.hasPrefix("@") }
                if words.first == "again" { return ask(question, isQuery: isQuery, read) }
                if let error = Self.error(words) { throw error }
                return .answered(try read(words))
            })
    }

    private static func error(_ words: [String]) -> ProviderError? {
        switch words.first {
        case "busy":
            .busy(code: "slow_down", retryAfter: words.last.flatMap(Int.init).map { .seconds($0) })
        case "no": .refused(code: "no", message: "not you")
        case "unsure": .acquirerUnsure(code: "who_knows")
        case "forged": .forged("no signature")
        case "garbled": .unreadable("not a word")
        case "unconfigured": .misconfigured("a key")
        default: nil
        }
    }

    private static func outcome(_ words: [String]) throws(ProviderError) -> Outcome {
        switch words.first {
        case "unseen": return .unseen
        case "pending": return .pending(words.count == 2 ? PaymentCode(words[1]) : nil)
        case "closed": return .refused(reason: "closed")
        case "paid":
            guard words.count == 3, let amount = Int64(words[2]) else { throw .unreadable("paid") }
            return .paid(
                Payment(acquirerReference: words[1], amount: Money(minorUnits: amount, .cny)))
        default: throw .unreadable(words.joined(separator: " "))
        }
    }

    private static func refundOutcome(_ words: [String]) throws(ProviderError) -> RefundOutcome {
        switch words.first {
        case "unseen": .unseen
        case "pending": .pending
        case "done": .done
        case "failed": .refused(reason: "failed")
        default: throw .unreadable(words.joined(separator: " "))
        }
    }
}

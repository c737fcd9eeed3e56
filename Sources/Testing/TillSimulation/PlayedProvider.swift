// SPDX-License-Identifier: Apache-2.0

import ProviderKit
import Synchronization
import TillCore

/// A provider that asks as often as the day wants it and, in a weak world, reads or asks wrongly in
/// one way; all the rest is done by a good one.
struct PlayedProvider: PaymentProvider {
    static let id: ProviderID = "played"

    let good: any PaymentProvider
    let weakness: Weakness?
    let capabilities: Capabilities
    /// How many refunds were asked for, so that each try can have a number of its own.
    private let tries = Tries()

    init(_ good: any PaymentProvider, pollEvery: Duration, hasStatements: Bool, weakness: Weakness?) {
        self.good = good
        self.weakness = weakness
        capabilities = Capabilities(
            pollEvery: pollEvery, statements: hasStatements ? good.capabilities.statements : nil)
    }

    func createPayment(for attempt: PaymentAttempt) throws(ProviderError) -> Exchange<Creation> {
        try good.createPayment(for: attempt)
    }

    func queryPayment(of attempt: PaymentAttempt) throws(ProviderError) -> Exchange<Outcome> {
        let exchange = try good.queryPayment(of: attempt)
        guard weakness == .absenceIsRefusal else { return exchange }
        return Self.changing(exchange) { outcome in
            outcome == .unseen ? .refused(reason: "not found") : outcome
        }
    }

    func closePayment(of attempt: PaymentAttempt) throws(ProviderError) -> Exchange<Closing> {
        try good.closePayment(of: attempt)
    }

    func refund(_ refund: Refund, of attempt: PaymentAttempt) throws(ProviderError) -> Exchange<RefundOutcome> {
        guard weakness == .freshRefunds else { return try good.refund(refund, of: attempt) }
        let number = tries.next()
        let fresh = Refund(
            id: RefundID("\(refund.id)T\(number)"), transaction: refund.transaction, attempt: refund.attempt,
            amount: refund.amount, reason: refund.reason, note: refund.note, state: refund.state)
        return try good.refund(fresh, of: attempt)
    }

    func queryRefund(_ refund: Refund, of attempt: PaymentAttempt) throws(ProviderError) -> Exchange<RefundOutcome> {
        try good.queryRefund(refund, of: attempt)
    }

    func readNotify(_ notify: Notify, at moment: Moment) throws(ProviderError) -> NotifyReading {
        try good.readNotify(notify, at: moment)
    }

    func signedTime(of reply: ProviderReply) -> Timestamp? { good.signedTime(of: reply) }

    func askTime() throws(ProviderError) -> Exchange<Timestamp>? { try good.askTime() }

    func fetchStatement(of day: CalendarDay) throws(ProviderError) -> Exchange<StatementReading> {
        try good.fetchStatement(of: day)
    }

    /// Counts from 1.
    final class Tries: Sendable {
        private let count = Atomic<Int>(0)

        func next() -> Int { count.wrappingAdd(1, ordering: .relaxed).newValue }
    }

    private static func changing<Answer: Sendable>(
        _ exchange: Exchange<Answer>, _ change: @escaping @Sendable (Answer) -> Answer
    ) -> Exchange<Answer> {
        switch exchange {
        case .answered(let answer): .answered(change(answer))
        case .send(let make, let read):
            .send(
                make: make,
                read: { reply, moment throws(ProviderError) in
                    changing(try read(reply, moment), change)
                })
        }
    }
}

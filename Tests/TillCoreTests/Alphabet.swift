// SPDX-License-Identifier: Apache-2.0

import TillCore

/// What may happen to an order as it stands: every fact and every command, with payloads that
/// stand for all others.
enum Alphabet {
    static func events(of order: Order) -> [Exploration.Event] {
        attemptEvents(of: order) + refundEvents(of: order) + printEvents(of: order)
            + statementEvents(of: order) + commands(for: order)
    }

    /// What only a statement or a notify about somebody else's refund tells.
    private static func statementEvents(of order: Order) -> [Exploration.Event] {
        var facts: [OrderFact] = []
        for transaction in order.transactions {
            let report = RefundReport(
                acquirerReference: "X", payment: transaction.key.acquirerReference,
                amount: transaction.amount)
            facts.append(.refundedElsewhere(transaction.key, report))
            facts.append(.statementLacks(.transaction(transaction.key), Story.day))
        }
        for refund in order.refunds.prefix(1) {
            facts.append(.statementLacks(.refund(refund.id), Story.day))
            facts.append(.statementDiffers(refund.id, reported: Money(minorUnits: 1, .cny)))
        }
        return facts.map { Exploration.Event(deed: .fact($0)) }
    }

    private static func attemptEvents(of order: Order) -> [Exploration.Event] {
        var events: [Exploration.Event] = []
        for (position, attempt) in order.attempts.enumerated() {
            let money = "M\(position + 1)"
            var facts: [AttemptFact] = [
                .asking, .notSent, .codeIssued(PaymentCode("https://pay.example/\(position)")),
                .outcome(.unseen, .query), .outcome(.pending(nil), .query),
                .outcome(.pending(PaymentCode("https://pay.example/p")), .query),
                paid(money, Story.price, .query), paid("\(money)b", Story.price, .notify),
                paid(money, Money(minorUnits: 1, .cny), .query),
                .outcome(.refused(reason: "no"), .query), .answerLost, .closeConfirmed, .watchOver,
            ]
            if position == 0 { facts.append(paid("Mc", Money(minorUnits: 1250, .jpy), .notify)) }
            // Money that is known is told again by the other way.
            if order.transactions.contains(where: { $0.key.acquirerReference == money }) {
                facts.append(paid(money, Story.price, .notify))
            }
            events += facts.map {
                Exploration.Event(deed: .fact(.attempt(attempt.reference, $0)))
            }
            events.append(
                Exploration.Event(
                    deed: .fact(.attempt(attempt.reference, .outcome(.unseen, .query))),
                    after: .absence))
            events.append(
                Exploration.Event(
                    deed: .fact(.attempt(attempt.reference, .watchOver)), after: .horizon))
            events.append(
                Exploration.Event(
                    deed: .fact(.attempt(attempt.reference, .stuck)), after: .horizon))
            events.append(
                Exploration.Event(deed: .fact(.attempt(attempt.reference, .proven(Story.day)))))
            events.append(
                Exploration.Event(
                    deed: .fact(.attempt(attempt.reference, .displayDiffers(.otherCode("https://evil.example"))))))
        }
        // The money of one code, told for the other.
        if order.attempts.count > 1 {
            let fact = AttemptFact.outcome(
                .paid(Payment(acquirerReference: "M1", amount: Story.price)), .query)
            events.append(
                Exploration.Event(deed: .fact(.attempt(order.attempts[1].reference, fact))))
        }
        events.append(Exploration.Event(deed: .fact(.deadlinePassed)))
        events.append(Exploration.Event(deed: .fact(.deadlinePassed), after: .deadline))
        return events
    }

    private static func paid(_ reference: String, _ amount: Money, _ source: FactSource)
        -> AttemptFact
    {
        .outcome(.paid(Payment(acquirerReference: reference, amount: amount)), source)
    }

    private static func refundEvents(of order: Order) -> [Exploration.Event] {
        let facts: [RefundFact] = [
            .sending, .notSent, .answerLost, .outcome(.unseen), .outcome(.pending), .outcome(.done),
            .outcome(.refused(reason: "no")), .stuck,
        ]
        return order.refunds.flatMap { refund in
            facts.map { Exploration.Event(deed: .fact(.refund(refund.id, $0))) }
        }
    }

    private static func printEvents(of order: Order) -> [Exploration.Event] {
        let facts: [PrintFact] = [
            .started, .noted(PrintBeginning(cutsBefore: 7, cuts: 1, mark: "J00A")), .nothingPrinted,
            .finished(confirmed: true), .finished(confirmed: false), .torn, .interrupted,
        ]
        return order.prints.flatMap { job in
            facts.map { Exploration.Event(deed: .fact(.print(job.id, $0))) }
        }
    }

    private static func commands(for order: Order) -> [Exploration.Event] {
        var commands: [OrderCommand] = [
            .cancel, .refund(nil, note: ""), .refund(Money(minorUnits: 1000, .cny), note: ""),
            .reprint,
        ]
        if order.attempts.count < 2 {
            commands.append(
                .newAttempt(Story.second, account: "main", expiresAt: order.deadline))
        }
        for hold in order.holds where hold.isOpen {
            commands += hold.reason.decisions.map { .settle(hold.id, $0, by: "anna", note: "") }
        }
        return commands.map { Exploration.Event(deed: .command($0)) }
    }
}

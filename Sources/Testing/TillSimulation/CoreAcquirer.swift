// SPDX-License-Identifier: Apache-2.0

import TillCore
import TillTesting

/// An acquirer without a protocol: its books of one sale, and its words in the core's own.
struct CoreAcquirer {
    /// One payment of an attempt.
    struct Book {
        var isClosed = false
        /// Whether the payer is past the point of return when a close comes.
        var isCommitted = false
        var money: [Payment] = []
        /// What went back, by refund, and of which money; nil for one that was refused.
        var refunds: [RefundID: (payment: String, amount: Int64)?] = [:]
        var pending: Set<RefundID> = []
        /// What went back at its own console.
        var elsewhere: [RefundReport] = []

        var held: Int64 {
            money.reduce(0) { $0 + $1.amount.minorUnits }
                - refunds.values.reduce(0) { $0 + ($1?.amount ?? 0) }
                - elsewhere.reduce(0) { $0 + $1.amount.minorUnits }
        }

        /// What is left of one piece of money, in minor units.
        func left(of payment: String) -> Int64 {
            money.filter { $0.acquirerReference == payment }.reduce(0) { $0 + $1.amount.minorUnits }
                - refunds.values.reduce(0) { $0 + ($1.map { $0.payment == payment ? $0.amount : 0 } ?? 0) }
                - elsewhere.filter { $0.payment == payment }.reduce(0) { $0 + $1.amount.minorUnits }
        }
    }

    private(set) var books: [AttemptReference: Book] = [:]
    private var made = 0

    /// What it holds for an attempt, in minor units.
    func held(_ reference: AttemptReference) -> Int64 { books[reference]?.held ?? 0 }

    /// Whether it would still take money for an attempt.
    func isOpen(_ reference: AttemptReference) -> Bool {
        books[reference].map { !$0.isClosed && $0.money.isEmpty } ?? false
    }

    /// Makes a payment, or finds it.
    mutating func create(_ attempt: PaymentAttempt) -> AttemptFact {
        guard let book = books[attempt.reference] else {
            books[attempt.reference] = Book()
            return .codeIssued(PaymentCode("code-\(attempt.reference)"))
        }
        guard !book.isClosed, book.money.isEmpty else { return .outcome(word(attempt.reference), .query) }
        return .codeIssued(PaymentCode("code-\(attempt.reference)"))
    }

    /// What became of a payment.
    func word(_ reference: AttemptReference) -> Outcome {
        guard let book = books[reference] else { return .unseen }
        if let money = book.money.first { return .paid(money) }
        return book.isClosed ? .refused(reason: "closed") : .pending(PaymentCode("code-\(reference)"))
    }

    /// Closes a payment; one that is not there yet is used up.
    mutating func close(_ reference: AttemptReference, _ dice: inout Dice) -> AttemptFact {
        var book = books[reference] ?? Book()
        if let money = book.money.first { return .outcome(.paid(money), .query) }
        if books[reference] != nil, !book.isClosed { book.isCommitted = dice.happens(0.2) }
        book.isClosed = true
        books[reference] = book
        return .closeConfirmed
    }

    /// Lets the payer of an attempt pay, perhaps twice or another amount.
    ///
    /// - Returns: the money, if it was taken.
    mutating func pay(_ attempt: PaymentAttempt, wrong: Bool, again: Bool) -> Payment? {
        guard var book = books[attempt.reference] else { return nil }
        guard again ? book.money.count == 1 : book.money.isEmpty && (!book.isClosed || book.isCommitted) else {
            return nil
        }
        made += 1
        let amount = Money(minorUnits: attempt.amount.minorUnits + (wrong ? 1 : 0), attempt.amount.currency)
        let payment = Payment(acquirerReference: "\(attempt.reference)-\(made)", amount: amount)
        book.money.append(payment)
        books[attempt.reference] = book
        return payment
    }

    /// Takes a refund, once for each id.
    mutating func refund(_ refund: Refund, _ dice: inout Dice, mayRefuse: Bool) -> RefundOutcome {
        guard var book = books[refund.attempt] else { return .refused(reason: "unknown") }
        if book.refunds[refund.id] == nil {
            let payment = refund.transaction.acquirerReference
            let isTooMuch = refund.amount.minorUnits > book.left(of: payment)
            if isTooMuch || mayRefuse && dice.happens(0.1) {
                book.refunds[refund.id] = .some(nil)
            } else {
                book.refunds[refund.id] = .some((payment, refund.amount.minorUnits))
                if dice.happens(0.2) { book.pending.insert(refund.id) }
            }
            books[refund.attempt] = book
        }
        return word(refund)
    }

    /// Gives money of an attempt back that nobody at the terminal asked for.
    mutating func refundElsewhere(_ reference: AttemptReference, _ dice: inout Dice) -> RefundReport? {
        guard var book = books[reference], let money = book.money.randomElement(using: &dice) else { return nil }
        let left = book.left(of: money.acquirerReference)
        guard left > 0 else { return nil }
        made += 1
        let report = RefundReport(
            acquirerReference: "R\(made)", payment: money.acquirerReference,
            amount: Money(minorUnits: dice.happens(0.5) ? left : dice.number(in: 1...left), money.amount.currency))
        book.elsewhere.append(report)
        books[reference] = book
        return report
    }

    /// What became of a refund; one that was pending is done the next time.
    mutating func word(_ refund: Refund) -> RefundOutcome {
        guard let known = books[refund.attempt]?.refunds[refund.id] else { return .unseen }
        guard known != nil else { return .refused(reason: "no") }
        guard books[refund.attempt]?.pending.remove(refund.id) == nil else { return .pending }
        return .done
    }
}

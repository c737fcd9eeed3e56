// SPDX-License-Identifier: Apache-2.0

/// The bank at one moment, with its books open.
struct OpenPayDesk {
    /// The bank, for its keys, scripts and random numbers.
    let bank: OpenPayBank
    /// The books, open for this one write.
    let books: BooksWrite
    /// Milliseconds since 1970 UTC.
    let now: Int64

    /// Makes everything happen that is due by now, each thing at its own time; notifies are entered, not sent.
    func settle() throws {
        while let event = try books.takeEvent(dueBy: now) {
            try OpenPayDesk(bank: bank, books: books, now: event.dueAt).perform(event)
        }
    }

    private func perform(_ event: BookEvent) throws {
        guard let payment = try books.payment(event.payment) else { return }
        switch event.kind {
        case .scan: try scan(payment)
        case .pay: if payment.status.isOpen { try pay(payment) }
        case .decline: try decline(payment)
        case .expire: if payment.status.isOpen { try end(payment, as: .closed) }
        case .land: if payment.status == .closed { try pay(payment) }
        case .twin: try payTwin(of: payment)
        case .refundDone, .refundFailed:
            guard let id = event.refund, let refund = try books.refund(id), refund.status == .pending else { return }
            try finish(refund, of: payment, as: event.kind == .refundDone ? .done : .failed)
        }
    }

    /// The resource of a payment.
    func resource(_ payment: Payment) -> JSONValue { payment.resource(code: bank.code(of: payment)) }

    /// Saves a changed payment as its next version.
    func save(_ payment: Payment) throws -> Payment {
        var next = payment
        next.version += 1
        try books.update(next, resource: resource(next), at: now)
        return next
    }

    /// A new name that cannot be guessed.
    func identifier(_ prefix: String) -> String { Identifier.make(prefix, random: bank.random) }
}

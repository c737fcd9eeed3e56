// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

/// The bank at one moment, with its books open.
struct OpenPayDesk {
    /// The bank, for its keys, scripts and random numbers.
    let bank: OpenPayBank
    /// The books, open for this one write.
    let books: BooksWrite
    /// Milliseconds since 1970 UTC.
    let now: Int64
    /// How far the machine's clock is ahead of ``now``, in milliseconds; below zero where the sandbox's time ran ahead.
    var skew: Int64 = 0
    /// Where it is written down what is done for an exchange; nil where nobody reads it.
    var notes: ExchangeNotes?

    /// Makes everything happen that is due by now, each thing at its own time; notifies are entered, not sent.
    func settle() throws {
        while let event = try books.takeEvent(dueBy: now) {
            try OpenPayDesk(bank: bank, books: books, now: event.dueAt, skew: skew, notes: notes).perform(event)
        }
    }

    /// Answers one request, wherever it goes.
    func answer(_ request: HTTPRequest, body: [UInt8], from address: String) throws -> Delivery {
        guard body.count <= OpenPayBank.bodyLimit else {
            let limit = "send at most \(OpenPayBank.bodyLimit) bytes"
            return .answer(try answering(request).problem(.invalid("body", limit, status: .contentTooLarge)))
        }
        switch RequestPath(request.path ?? "/").segments.first {
        case "p": return try answerPhone(request)
        case "sandbox": return try answerControl(request, body: body, from: address)
        default: return try answerGateway(request, body: body, from: address)
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
        case .console: try refundRest(of: payment)
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
    func identifier(_ prefix: String) -> String { Identifier.make(prefix, random: draw) }

    /// A random number.
    func draw() -> UInt64 {
        let number = bank.random()
        notes?.draws.append(number)
        return number
    }
}

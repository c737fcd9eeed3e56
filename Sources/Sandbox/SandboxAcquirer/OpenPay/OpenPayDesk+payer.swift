// SPDX-License-Identifier: Apache-2.0

extension OpenPayDesk {
    /// How long after the first payment its twin is paid, in milliseconds.
    static let twinDelay: Int64 = 1000

    /// The payer opens the code.
    @discardableResult
    func scan(_ payment: Payment) throws -> Payment {
        guard payment.status == .created else { return payment }
        var next = payment
        next.status = .pending
        return try save(next)
    }

    /// The payer's money arrives.
    @discardableResult
    func pay(_ payment: Payment) throws -> Payment {
        var next = try scan(payment)
        let amount = received(for: payment)
        next.status = .paid
        next.paidAt = now
        next.paidAmount = amount
        next.payer = "wallet ***\(10 + draw() % 90)"
        next = try save(next)
        try books.takeIn(amount, for: payment.id, at: now)
        try announce("payment.paid", next, resource(next))
        if payment.script.has(.paidTwice), payment.twinOf == nil {
            try books.schedule(.twin, of: payment.id, at: now + Self.twinDelay)
        }
        if let delay = payment.script[.consoleRefund] {
            try books.schedule(.console, of: payment.id, at: now + delay)
        }
        return next
    }

    /// The payer says no.
    @discardableResult
    func decline(_ payment: Payment) throws -> Payment {
        guard payment.status.isOpen else { return payment }
        var next = try scan(payment)
        next.status = .failed
        return try save(next)
    }

    /// The payment takes no more money.
    @discardableResult
    func end(_ payment: Payment, as status: PaymentStatus) throws -> Payment {
        var next = payment
        next.status = status
        next = try save(next)
        try announce(status == .cancelled ? "payment.cancelled" : "payment.closed", next, resource(next))
        if status == .closed, let delay = payment.script[.paidAfterClose] {
            try books.schedule(.land, of: payment.id, at: now + delay)
        }
        return next
    }

    /// Makes a second payment of the same order number, and has it paid.
    func payTwin(of payment: Payment) throws {
        let twin = Payment(
            id: identifier("pay_"), merchant: payment.merchant, orderNo: payment.orderNo, twinOf: payment.id,
            content: payment.content, terminal: payment.terminal, script: payment.script, status: .created,
            amount: payment.amount,
            flow: payment.flow,
            subject: payment.subject, notifyURL: payment.notifyURL, codeID: identifier(""),
            expiresAt: payment.expiresAt,
            createdAt: now, paidAt: nil, paidAmount: nil, payer: nil, refunded: 0, version: 1)
        try books.insert(twin, resource: resource(twin))
        try pay(twin)
    }

    private func received(for payment: Payment) -> Amount {
        var amount = payment.amount
        if payment.script.has(.wrongAmount) { amount.value += amount.value > 1 ? -1 : 1 }
        if payment.script.has(.wrongCurrency) { amount.currency = amount.currency == "USD" ? "EUR" : "USD" }
        return amount
    }
}

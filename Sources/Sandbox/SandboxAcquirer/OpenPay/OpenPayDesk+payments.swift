// SPDX-License-Identifier: Apache-2.0

import HTTPTypes

extension OpenPayDesk {
    /// Makes a payment, or finds the one of the same number and content.
    ///
    /// A payment whose time is over already is made closed, so that its number can never be paid. Its time is as long as was
    /// asked for by the caller's clock.
    func create(
        _ new: NewPayment, for merchant: Merchant, script: Script, at callersTime: Int64
    ) throws -> (HTTPResponse.Status, Payment) {
        if let known = try books.payment(orderNo: new.orderNo, of: merchant.id) {
            guard known.content == new.content else {
                throw Problem(
                    .orderConflict, "order_no \(new.orderNo) exists with other content: choose another",
                    field: "order_no")
            }
            return (.ok, known)
        }
        let expiresAt = new.expiresAt + (now - callersTime)
        let isOver = expiresAt <= now
        try refuseCreate(script)
        if new.flow == .scanPayer, !isOver { try refusePayerCode(script) }
        let payment = Payment(
            id: identifier("pay_"), merchant: merchant.id, orderNo: new.orderNo, twinOf: nil, content: new.content,
            terminal: new.terminal, script: script, status: isOver ? .closed : .created, amount: new.amount,
            flow: new.flow,
            subject: new.subject,
            notifyURL: new.notifyURL, codeID: identifier(""),
            expiresAt: min(expiresAt, now + (script[.expiresEarly] ?? .max / 2)), createdAt: now, paidAt: nil,
            paidAmount: nil, payer: nil, refunded: 0, version: 1)
        try books.insert(payment, resource: resource(payment))
        guard !isOver else {
            try announce("payment.closed", payment, resource(payment))
            return (.created, payment)
        }
        try books.schedule(.expire, of: payment.id, at: payment.expiresAt)
        return (.created, try startPayer(payment))
    }

    /// Has a payment take no more money.
    ///
    /// A payment that has ended stays as it is, so the answer can be `paid`: the status tells.
    func close(_ payment: Payment) throws -> Payment {
        guard payment.status.isOpen else { return payment }
        return payment.script.has(.paidAtClose) ? try pay(payment) : try end(payment, as: .closed)
    }

    /// Ends a payment; one that is paid stays paid, and all that is left of its money goes back.
    func cancel(_ asked: Payment) throws -> Payment {
        let payment = asked.status.isOpen && asked.script.has(.paidAtClose) ? try pay(asked) : asked
        guard payment.status == .paid else {
            return payment.status.isOpen ? try end(payment, as: .cancelled) : payment
        }
        let paid = payment.paidAmount ?? payment.amount
        let rest = paid.value - (try books.refunding(payment.id))
        guard rest > 0 else { return payment }
        let number = "cancel-\(payment.id)"
        let refund = Refund(
            id: identifier("ref_"), merchant: payment.merchant, refundNo: number, payment: payment.id,
            orderNo: payment.orderNo, content: number, amount: Amount(value: rest, currency: paid.currency),
            reason: "cancelled", status: .done, createdAt: now, doneAt: now, version: 1)
        try books.insert(refund)
        try books.giveBack(refund, at: now)
        var next = payment
        next.refunded += rest
        next = try save(next)
        try announce("payment.cancelled", next, resource(next))
        return next
    }

    /// The payment that a query sees, which a script can make an old one.
    func queried(_ payment: Payment) throws -> JSONValue {
        if let time = payment.script[.unknown], now < payment.createdAt + time {
            return resource(payment).replacing(["status": .string("unknown")])
                .without(["code", "paid_at", "paid_amount", "payer"])
        }
        guard let lag = payment.script[.queryLag] else { return resource(payment) }
        guard let old = try books.version(of: payment.id, at: now - lag) else { throw Self.noPayment }
        return try JSONParser.value(of: Array(old.utf8))
    }

    private func refuseCreate(_ script: Script) throws(Problem) {
        if script.has(.dailyQuota) {
            throw Problem(.dailyQuota, "the merchant's quota of the day is used up: ask for another way to pay")
        }
        if script.has(.velocity) {
            throw Problem(.velocity, "the payment looks like fraud: ask for another way to pay")
        }
    }

    /// There is no such payment.
    static let noPayment = Problem(.notFound, "there is no such payment of this merchant")

    private func refusePayerCode(_ script: Script) throws(Problem) {
        switch script.payer {
        case .declined: throw Problem(.payerDeclined, "the payer declined on the phone: ask for another way to pay")
        case .noMoney: throw Problem(.payerInsufficient, "the payer's wallet is empty: ask for another way to pay")
        default: return
        }
    }

    private func startPayer(_ payment: Payment) throws -> Payment {
        switch payment.script.payer {
        case .paidAtOnce:
            guard payment.flow == .showCode else { return try pay(payment) }
            // Nobody can have scanned a code that is still on its way, so the answer says created.
            try books.schedule(.pay, of: payment.id, at: now)
        case .paidAfter:
            try books.schedule(.pay, of: payment.id, at: now + (payment.script[.paidAfter] ?? 0))
        case .declined:
            try books.schedule(.decline, of: payment.id, at: now)
        case .noMoney:
            try books.schedule(.scan, of: payment.id, at: now)
        case .stillPaying:
            try books.schedule(.scan, of: payment.id, at: now)
            try books.schedule(.pay, of: payment.id, at: now + (payment.script[.stillPaying] ?? 0))
        default:
            break
        }
        return payment
    }
}

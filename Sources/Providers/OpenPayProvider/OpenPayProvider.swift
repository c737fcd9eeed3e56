// SPDX-License-Identifier: Apache-2.0

package import ProviderKit
package import TillCore

/// Speaks OpenPay: the payer scans a code that the platform issues.
///
/// Source: OpenPay, sections 1, 2 and 4.
package struct OpenPayProvider: PaymentProvider {
    /// The word in the configuration.
    package static let id: ProviderID = "openpay"

    /// Asks as often as providers usually do, and for statements of days in UTC.
    package let capabilities: Capabilities
    let settings: OpenPaySettings
    let gateway: OpenPayGateway

    /// Makes a provider for one account.
    package init(settings: OpenPaySettings) {
        self.settings = settings
        gateway = OpenPayGateway(settings: settings)
        capabilities = Capabilities(
            statements: StatementTerms(readyAfter: settings.statementReadyAfter))
    }

    /// Asks for a code with `POST /payments`.
    package func createPayment(for attempt: PaymentAttempt) throws(ProviderError)
        -> Exchange<Creation>
    {
        gateway.exchange(try creating(attempt)) { answer throws(ProviderError) in
            let payment = try answer.read(OpenPayMessages.Payment.self)
            try echo(payment, of: attempt)
            switch try OpenPayOutcome.outcome(of: payment, asking: attempt.amount) {
            case .pending(let code?): return .answered(.code(code))
            case .pending(nil) where OpenPayOutcome.isOpen(payment):
                throw .unreadable("an open payment without a code that can be shown")
            case let other: return .answered(.outcome(other))
            }
        }
    }

    /// Asks with `GET /payments?order_no=`.
    package func queryPayment(of attempt: PaymentAttempt) throws(ProviderError)
        -> Exchange<Outcome>
    {
        gateway.exchange(try asking(about: attempt)) { answer throws(ProviderError) in
            if answer.isNotFound { return .answered(.unseen) }
            return .answered(try outcome(answer, of: attempt))
        }
    }

    /// Sends money back with `POST /payments/{id}/refunds`.
    package func refund(_ refund: Refund, of attempt: PaymentAttempt) throws(ProviderError)
        -> Exchange<RefundOutcome>
    {
        let payment = try OpenPayName.id(refund.transaction.acquirerReference)
        let number = try OpenPayName.number(refund.id.text)
        let message = OpenPayMessages.NewRefund(
            refund_no: number, amount: OpenPayMessages.Amount(refund.amount))
        let call = OpenPayCall.post(
            "/payments/\(payment)/refunds", key: "\(number)-refund",
            body: try OpenPayMessages.bytes(of: message))
        return gateway.exchange(call) { answer throws(ProviderError) in
            .answered(try outcome(answer, of: refund))
        }
    }

    /// Asks with `GET /refunds?refund_no=`.
    package func queryRefund(_ refund: Refund, of attempt: PaymentAttempt) throws(ProviderError)
        -> Exchange<RefundOutcome>
    {
        let number = try OpenPayName.number(refund.id.text)
        return gateway.exchange(.get("/refunds?refund_no=\(number)")) {
            answer throws(ProviderError) in
            if answer.isNotFound { return .answered(.unseen) }
            return .answered(try outcome(answer, of: refund))
        }
    }

    /// Reads a notify signed by Standard Webhooks.
    package func readNotify(_ notify: Notify, at moment: Moment) throws(ProviderError)
        -> NotifyReading
    {
        try OpenPayNotify(
            merchant: settings.merchant, secrets: settings.webhookSecrets,
            keys: settings.webhookKeys
        ).read(notify, at: moment)
    }
}

extension OpenPayProvider {
    /// The call that makes a payment: the same bytes each time, for the same attempt.
    ///
    /// - Throws: ``ProviderError/misconfigured(_:)`` for an attempt of another currency.
    func creating(_ attempt: PaymentAttempt) throws(ProviderError) -> OpenPayCall {
        guard attempt.amount.currency == settings.currency else {
            throw .misconfigured("an openpay account that sells in \(attempt.amount.currency)")
        }
        guard let expiresAt = RFC3339.text(attempt.expiresAt) else {
            throw .unsupported("a payment that expires outside the years 1 to 9999")
        }
        let number = try OpenPayName.number(attempt.reference.text)
        let message = OpenPayMessages.NewPayment(
            order_no: number, amount: OpenPayMessages.Amount(attempt.amount),
            subject: OpenPayName.subject(attempt.subject, or: number), flow: "show_code",
            expires_at: expiresAt, notify_url: settings.notifyURL,
            terminal: OpenPayMessages.Terminal(
                id: settings.terminal, fingerprint: settings.fingerprint, store: settings.store))
        return .post(
            "/payments", key: "\(number)-create", body: try OpenPayMessages.bytes(of: message))
    }

    /// The call that asks about a payment by our own number, the only one that we surely know.
    func asking(about attempt: PaymentAttempt) throws(ProviderError) -> OpenPayCall {
        .get("/payments?order_no=\(try OpenPayName.number(attempt.reference.text))")
    }

    /// Reads a payment that has to be of an attempt.
    func outcome(_ answer: OpenPayAnswer, of attempt: PaymentAttempt) throws(ProviderError)
        -> Outcome
    {
        let payment = try answer.read(OpenPayMessages.Payment.self)
        return try outcome(payment, of: attempt)
    }

    /// Reads a payment that has to be of an attempt. Its money comes through as it is.
    func outcome(_ payment: OpenPayMessages.Payment, of attempt: PaymentAttempt)
        throws(ProviderError) -> Outcome
    {
        try check(merchant: payment.merchant)
        guard payment.order_no == attempt.reference.text else {
            throw .unreadable("the answer is about another order_no than \(attempt.reference)")
        }
        return try OpenPayOutcome.outcome(of: payment, asking: attempt.amount)
    }

    /// Compares what the platform says that it made with what was asked for.
    func echo(_ payment: OpenPayMessages.Payment, of attempt: PaymentAttempt)
        throws(ProviderError)
    {
        try check(merchant: payment.merchant)
        guard payment.order_no == attempt.reference.text else {
            throw .unreadable("the answer is about another order_no than \(attempt.reference)")
        }
        let amount = try payment.amount.money()
        guard amount == attempt.amount else {
            throw .unreadable("a payment of \(amount) was made for one of \(attempt.amount)")
        }
    }

    /// Compares whose it is with whose it has to be, where the platform says so.
    private func check(merchant: String?) throws(ProviderError) {
        guard merchant == nil || merchant == settings.merchant else {
            throw .unreadable("the answer is about another merchant than \(settings.merchant)")
        }
    }

    /// Reads a refund that has to be the one that was asked for.
    private func outcome(_ answer: OpenPayAnswer, of refund: Refund) throws(ProviderError)
        -> RefundOutcome
    {
        let message = try answer.read(OpenPayMessages.Refund.self)
        try check(merchant: message.merchant)
        guard message.refund_no == refund.id.text else {
            throw .unreadable("the answer is about another refund_no than \(refund.id)")
        }
        if let payment = message.payment, payment != refund.transaction.acquirerReference {
            throw .unreadable("refund \(refund.id) is of another payment")
        }
        let amount = try message.amount.money()
        guard amount == refund.amount else {
            throw .unreadable("a refund of \(amount) was made for one of \(refund.amount)")
        }
        return OpenPayOutcome.outcome(of: message)
    }
}

// SPDX-License-Identifier: Apache-2.0

public import TillCore

/// Translates between our words and one acquirer's.
///
/// A provider is a pure function in both directions: our values to a signed request, the
/// acquirer's reply to our values. It keeps no state and does no I/O, and imports nothing that
/// could. Whoever carries an exchange out sends, times out and counts, once for all providers.
///
/// What is not explicit is pending: only a word that says paid is paid. A reply that is not signed
/// by the acquirer is ``ProviderError/forged(_:)``, whatever it says.
public protocol PaymentProvider: Sendable {
    /// The word in the configuration. Never changes.
    static var id: ProviderID { get }

    /// What the acquirer can do.
    var capabilities: Capabilities { get }

    /// Asks for a code that the payer can scan.
    ///
    /// Made again for the same attempt, the request says the same, so that the acquirer takes it
    /// for one.
    func createPayment(for attempt: PaymentAttempt) throws(ProviderError) -> Exchange<Creation>

    /// Asks what became of a payment. Safe at any time and any number of times.
    func queryPayment(of attempt: PaymentAttempt) throws(ProviderError) -> Exchange<Outcome>

    /// Asks the acquirer to take no more money for a payment, now or ever.
    ///
    /// Where the acquirer has not seen the payment yet, its number is used up, so that a request
    /// which is still on its way finds it closed.
    func closePayment(of attempt: PaymentAttempt) throws(ProviderError) -> Exchange<Closing>

    /// Sends money back. Asked again for the same refund, nothing more is sent.
    func refund(_ refund: Refund, of attempt: PaymentAttempt) throws(ProviderError)
        -> Exchange<RefundOutcome>

    /// Asks what became of a refund.
    func queryRefund(_ refund: Refund, of attempt: PaymentAttempt) throws(ProviderError)
        -> Exchange<RefundOutcome>

    /// Reads a notify.
    ///
    /// - Throws: ``ProviderError/forged(_:)`` if it is not the acquirer's or is stale;
    ///   ``ProviderError/unreadable(_:)`` if it is, and makes no sense.
    func readNotify(_ notify: Notify, at moment: Moment) throws(ProviderError) -> NotifyReading

    /// When the acquirer signed a reply, by its own clock; nil if the reply does not prove it.
    ///
    /// The reply has to be bound to the request that it answers, so that an old one proves nothing;
    /// it need not be fresh by our clock, which may be the one that is wrong.
    func signedTime(of reply: ProviderReply) -> Timestamp?

    /// Asks for the acquirer's time and for nothing else; nil if it cannot be asked.
    func askTime() throws(ProviderError) -> Exchange<Timestamp>?

    /// Asks for the statement of a day that is over.
    ///
    /// Only asked where ``Capabilities/statements`` says that there are any.
    func fetchStatement(of day: CalendarDay) throws(ProviderError) -> Exchange<StatementReading>
}

extension PaymentProvider {
    /// An acquirer that gives no statements.
    public func fetchStatement(of day: CalendarDay) throws(ProviderError)
        -> Exchange<StatementReading>
    {
        throw .unsupported("statements")
    }
}

/// An acquirer's answer to the question for a statement.
public enum StatementReading: Sendable, Hashable {
    /// The statement, whole and proven to be the acquirer's.
    case statement(Statement)
    /// It is not ready, in the acquirer's words: ask again later.
    case notYet(String)
}

/// An acquirer's answer to a create.
public enum Creation: Sendable, Hashable {
    /// It made the payment, or had made it before, and this is the code.
    case code(PaymentCode)
    /// It had made the payment before, and it is past showing a code.
    case outcome(Outcome)
}

/// An acquirer's answer to a close.
public enum Closing: Sendable, Hashable {
    /// It takes no more money.
    case closed
    /// Money came first.
    case paid(Payment)
    /// It cannot tell yet: ask again.
    case notYet(String)
}

/// What an acquirer can do, as far as services must know.
public struct Capabilities: Sendable, Hashable {
    /// How often to ask while a code is up; at most 5 s.
    public let pollEvery: Duration
    /// When there are statements, and of which days; nil if the acquirer gives none.
    public let statements: StatementTerms?

    /// States them.
    public init(pollEvery: Duration = .seconds(2), statements: StatementTerms? = nil) {
        precondition(pollEvery <= .seconds(5), "a payment must be known within ten seconds")
        self.pollEvery = pollEvery
        self.statements = statements
    }
}

/// When an acquirer has the statement of a day.
public struct StatementTerms: Sendable, Hashable {
    /// How far the acquirer's clocks are ahead of UTC, where its days begin and end.
    public let offset: Duration
    /// How long after the end of a day its statement may be asked for.
    public let readyAfter: Duration

    /// States both.
    public init(offset: Duration = .zero, readyAfter: Duration) {
        self.offset = offset
        self.readyAfter = readyAfter
    }
}

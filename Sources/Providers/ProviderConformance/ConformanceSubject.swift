// SPDX-License-Identifier: Apache-2.0

public import ProviderKit
public import TillCore

/// A provider, and an acquirer's side of it that says whatever a check wants it to say.
///
/// The acquirer's side is written from the acquirer's documents, and signs as the acquirer does.
public protocol ConformanceSubject: Sendable {
    /// What the provider sells in; CNY, JPY and KWD if it can.
    var currencies: [Currency] { get }
    /// Every secret in the provider's settings, in every spelling in which it could leak: as text,
    /// and as bytes in hexadecimal and in decimal with `, ` between them.
    var secrets: [String] { get }
    /// The time of the checks, in wall time.
    var now: Timestamp { get }

    /// Makes a provider for an account that sells in a currency.
    func provider(selling currency: Currency) throws -> any PaymentProvider
    /// Makes an attempt that expires some minutes after ``now``; the same for the same amount.
    func attempt(of amount: Money) -> PaymentAttempt
    /// Makes a refund of money that came for an attempt.
    func refund(of amount: Money, from attempt: PaymentAttempt) -> Refund

    /// Says something about a payment, signed at a time.
    func reply(
        _ word: AcquirerWord, to request: ProviderRequest, about attempt: PaymentAttempt,
        at time: Timestamp
    ) throws -> ProviderReply
    /// Says something about a refund, signed at a time.
    func reply(
        _ word: RefundWord, to request: ProviderRequest, about refund: Refund, at time: Timestamp
    ) throws -> ProviderReply
    /// Says something about the statement of a day, signed at a time; nil if the acquirer gives no
    /// statements.
    func reply(
        _ word: StatementWord, to request: ProviderRequest, about day: CalendarDay,
        at time: Timestamp
    ) throws -> ProviderReply?
    /// Takes the signature off a reply, and whatever else proves whose it is.
    func unsigned(_ reply: ProviderReply) -> ProviderReply

    /// Tells something about a payment unasked; nil if the acquirer tells nothing unasked.
    func notify(_ word: AcquirerWord, about attempt: PaymentAttempt, at time: Timestamp) throws
        -> Notify?
    /// Takes the signature off a notify.
    func unsigned(_ notify: Notify) -> Notify

    /// Reads out of a request how much it wants paid or given back.
    func amount(in request: ProviderRequest) throws -> Money?
    /// Whether the acquirer takes a request for a question, which changes nothing.
    func onlyAsks(_ request: ProviderRequest) -> Bool
    /// What a request says apart from its signature, time and nonce; the body if it holds none.
    func content(of request: ProviderRequest) throws -> [UInt8]
}

extension ConformanceSubject {
    /// Nothing.
    public func reply(
        _ word: StatementWord, to request: ProviderRequest, about day: CalendarDay,
        at time: Timestamp
    ) throws -> ProviderReply? {
        nil
    }
    /// The body.
    public func content(of request: ProviderRequest) throws -> [UInt8] { request.body }
}

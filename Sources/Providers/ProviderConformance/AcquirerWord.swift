// SPDX-License-Identifier: Apache-2.0

public import TillCore

/// What an acquirer can say about a payment, in the words of no acquirer.
public enum AcquirerWord: Sendable, Hashable {
    /// A code is up, and the payer has not paid.
    case waiting
    /// It holds this money; what was asked for may be another amount.
    case paid(Money)
    /// It takes no more money and holds none.
    case over
    /// The payment is there, with a status word that no document lists.
    case unheardOf
    /// It knows of no such payment.
    case notFound
    /// It read the request, did nothing and will not.
    case refused
    /// It did nothing, and may do it later.
    case busy
    /// It does not know what it did.
    case unsure
    /// It signed something that makes no sense.
    case gibberish
}

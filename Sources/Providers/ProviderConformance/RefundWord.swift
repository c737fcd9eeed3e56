// SPDX-License-Identifier: Apache-2.0

/// What an acquirer can say about a refund, in the words of no acquirer.
public enum RefundWord: Sendable, Hashable {
    /// The money is back with the payer.
    case done
    /// It works on it.
    case pending
    /// It gave up, and the money is where it was.
    case failed
    /// The refund is there, with a status word that no document lists.
    case unheardOf
    /// It knows of no such refund.
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

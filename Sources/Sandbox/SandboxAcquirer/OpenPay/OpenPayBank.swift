// SPDX-License-Identifier: Apache-2.0

package import HTTPTypes
import Signing

/// The platform's side of OpenPay, with a page that plays the payer's phone.
///
/// It has no clock, no sockets and no threads: requests come in with the time, answers and notifies go out as values.
/// Equal books, times, requests and random numbers give equal answers.
///
/// ```
/// created ──scan──▶ pending ──pay──▶ paid ──refund──▶ paid (refunded grows)
///    │                 ├──decline──▶ failed
///    └─────────────────┼──close, expire──▶ closed   (a script can still make it paid: paid_after_close)
///                      └──cancel──▶ cancelled       (a paid payment stays paid and is refunded whole)
/// ```
///
/// Paths: the gateway under `/v1`, the phone under `/p`, the control API under `/sandbox`.
package final class OpenPayBank: Sendable {
    /// The largest body that a request may have, in bytes.
    package static let bodyLimit = 65_536
    /// How long after the end of a day its statement is ready when nothing else is said, in milliseconds.
    package static let usualStatementDelay: Int64 = 600_000

    /// Everything that the bank knows.
    let books: Books
    /// What answers and notifies are signed with until the books hold a rotation.
    let keys: PlatformKeys
    /// Where payment codes begin.
    let baseURL: String
    /// Scripts that new payments take in turn.
    let scriptFile: ScriptFile?
    /// How long after the end of a day its statement is ready, in milliseconds.
    let statementDelay: Int64
    /// What is kept of exchanges.
    let keeping: ExchangeKeeping
    /// Where identifiers and jitter come from.
    let random: @Sendable () -> UInt64
    /// Merchants' keys that were read already.
    let keyCache = KeyCache()

    /// Opens the bank on its books.
    ///
    /// - Parameters:
    ///   - baseURL: Scheme and authority of the phone pages, as in "http://127.0.0.1:8471"; payment codes begin with it.
    ///   - scripts: Scripts that new payments take in turn when none is queued.
    ///   - statementDelay: How long after the end of a day its statement is ready, in milliseconds.
    ///   - keeping: What is kept of exchanges, for the log and for a recording.
    ///   - random: Where identifiers and jitter come from.
    package init(
        books: Books, keys: PlatformKeys, baseURL: String, scripts: ScriptFile? = nil,
        statementDelay: Int64 = OpenPayBank.usualStatementDelay, keeping: ExchangeKeeping = ExchangeKeeping(),
        random: @escaping @Sendable () -> UInt64
    ) {
        self.books = books
        self.keys = keys
        self.baseURL = baseURL
        scriptFile = scripts
        self.statementDelay = statementDelay
        self.keeping = keeping
        self.random = random
    }

    /// Answers one request.
    ///
    /// What is due by `now` happens first, but for notifies, which ``advance(to:)`` hands out.
    ///
    /// - Parameters:
    ///   - address: The caller's address without a port; the control API answers this machine only.
    ///   - now: Milliseconds since 1970 UTC.
    ///   - skew: How far the machine's clock is ahead of `now`, in milliseconds. Signatures that were made by either clock
    ///     are fresh, and an answer's is made by the clock that is nearer to the request's.
    package func answer(
        _ request: HTTPRequest, body: [UInt8], from address: String, now: Int64, skew: Int64 = 0
    ) -> Delivery {
        do {
            return try books.write { books in
                let desk = desk(books, now: now, skew: skew)
                try desk.settle()
                let delivery = try desk.answer(request, body: body, from: address)
                try desk.keep(request, body: body, from: address, delivery)
                return delivery
            }
        } catch {
            var problem = Problem(.internalFault, "the books failed: \(error)")
            problem.isUnknown = true
            return .answer(answering(request, now: now).problem(problem), afterMilliseconds: 0)
        }
    }

    /// The bank at one moment, which writes down what is kept.
    func desk(_ books: BooksWrite, now: Int64, skew: Int64) -> OpenPayDesk {
        OpenPayDesk(
            bank: self, books: books, now: now, skew: skew, notes: keeping.isOn ? ExchangeNotes() : nil)
    }

    /// What signs an answer that no work on the books came to.
    private func answering(_ request: HTTPRequest, now: Int64) -> SignedAnswer {
        // Books that cannot be read tell of no rotation: the first key is as good as none then.
        let signing = try? books.read { try OpenPayDesk(bank: self, books: $0, now: now).answering(request) }
        return signing ?? SignedAnswer(keys: keys, request: request, now: now)
    }

    /// The text of a payment's code: the address of the phone page.
    func code(of payment: Payment) -> String { "\(baseURL)/p/\(payment.codeID)" }
}

// SPDX-License-Identifier: Apache-2.0

import ProviderKit

/// What the platform refused or failed at, and what that means for the money.
///
/// Source: OpenPay, section 2, problem members and codes.
struct OpenPayProblem: Sendable, Hashable {
    /// What the platform says that it did.
    enum Outcome: Sendable, Hashable {
        /// Nothing.
        case notDone
        /// It does not know, or says a word that we do not.
        case unknown
        /// It says nothing about it.
        case unsaid
    }

    /// The platform's own word.
    let code: String
    /// What the platform says that it did.
    let outcome: Outcome
    /// What it means, for this request.
    let error: ProviderError
    /// What the platform says to people, on one line; empty for nothing.
    let words: String
    /// When to come again, if it says so.
    let pause: Duration?
    /// Whether the platform knows of no such thing.
    let saysNotFound: Bool

    /// Reads a problem document.
    init(_ message: OpenPayMessages.Problem, status: Int, isQuery: Bool) throws(ProviderError) {
        guard (1...64).contains(message.code.utf8.count),
            message.code.utf8.allSatisfy(OpenPayName.isPlain)
        else { throw .unreadable("a problem whose code is no word") }
        code = message.code
        outcome =
            switch message.outcome {
            case "not_done": .notDone
            case nil: .unsaid
            default: .unknown
            }
        words = OpenPayName.shown(message.detail ?? message.title ?? "", longest: 200)
        pause = Self.pause(message.retry_after_ms)
        // What only asks does nothing, said or not.
        let isNothingDone = outcome == .notDone || isQuery && outcome == .unsaid
        let isOfServer = status >= 500 || code == "internal"
        if isNothingDone, code == "rate_limited" || code == "maintenance" {
            error = .busy(code: code, retryAfter: pause)
        } else if isOfServer || !isNothingDone || !isQuery && Self.copies.contains(code) {
            error = .acquirerUnsure(code: code)
        } else {
            error = .refused(code: code, message: words)
        }
        saysNotFound = code == "not_found" && isQuery && isNothingDone && !isOfServer
    }

    /// Whether the payment has ended, as its word says.
    var saysHowItEnded: Bool { code == "already_paid" || code == "already_closed" }

    /// What a second copy of a request is told: the first may have been taken.
    private static let copies: Set<String> = ["clock_skew", "nonce_reused"]

    /// At most a day: more is no pause but a mistake.
    private static func pause(_ milliseconds: Int64?) -> Duration? {
        guard let milliseconds, (0...86_400_000).contains(milliseconds) else { return nil }
        return .milliseconds(milliseconds)
    }
}

// SPDX-License-Identifier: Apache-2.0

/// One thing that can be made to happen to a payment; the table of all scripts.
///
/// The order is the one of ``number``: new words go to the end.
package enum ScriptWord: String, Sendable, Hashable, CaseIterable {
    case manual
    case paidAtOnce = "paid_at_once"
    case paidAfter = "paid_after"
    case declined
    case noMoney = "no_money"
    case never
    case stillPaying = "still_paying"
    case createLostDone = "create_lost_done"
    case createLostNotDone = "create_lost_not_done"
    case cut
    case slow
    case http500 = "http_500"
    case http429 = "http_429"
    case maintenance
    case answerBadlySigned = "answer_badly_signed"
    case queryLag = "query_lag"
    case notifyLost = "notify_lost"
    case notifyTwice = "notify_twice"
    case notifyDelayed = "notify_delayed"
    case notifyReordered = "notify_reordered"
    case notifyBadlySigned = "notify_badly_signed"
    case wrongAmount = "wrong_amount"
    case wrongCurrency = "wrong_currency"
    case paidAfterClose = "paid_after_close"
    case paidTwice = "paid_twice"
    case refundAfter = "refund_after"
    case refundFailed = "refund_failed"
    case clockAhead = "clock_ahead"
    case clockBehind = "clock_behind"
    case statementShort = "statement_short"
    case statementLong = "statement_long"
    case statementDifferent = "statement_different"
    case statementLate = "statement_late"
    case statementCut = "statement_cut"

    /// What may stand behind the colon.
    package var argument: ScriptArgument {
        switch self {
        case .paidAfter, .paidAfterClose: .time(5000)
        case .stillPaying: .time(30_000)
        case .slow: .time(10_000)
        case .queryLag: .time(5000)
        case .notifyDelayed: .time(60_000)
        case .refundAfter: .time(5000)
        case .statementLate: .time(3_600_000)
        case .http500, .http429, .maintenance, .answerBadlySigned, .clockAhead, .clockBehind, .statementCut: .count(1)
        default: .none
        }
    }

    /// Whether the word says what the payer does; a script holds at most one such word.
    package var isPayer: Bool {
        switch self {
        case .manual, .paidAtOnce, .paidAfter, .declined, .noMoney, .never, .stillPaying: true
        default: false
        }
    }

    /// The last two digits of an amount in minor units that choose the word: 1 to 99.
    package var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

    /// The word of that number; nil for numbers that choose none.
    package init?(number: Int64) {
        guard number >= 1, number <= Int64(Self.allCases.count) else { return nil }
        self = Self.allCases[Int(number) - 1]
    }

    /// How the word is written in a table: "paid_after:N".
    package var usage: String { argument == .none ? rawValue : rawValue + ":N" }

    /// One line that says what happens.
    package var summary: String {
        switch self {
        case .manual: "the payer waits for the phone page (this is what happens without a script)"
        case .paidAtOnce: "the payer pays as soon as the code is there"
        case .paidAfter: "the payer pays N seconds later (5)"
        case .declined: "the payer declines: the payment fails; a scanned payer code is refused"
        case .noMoney: "the payer has no money: the payment stays pending; a scanned payer code is refused"
        case .never: "the payer never comes"
        case .stillPaying: "the payer scans, types for N seconds (30), then pays unless it was closed"
        case .createLostDone: "the payment is made, but the first answer never arrives"
        case .createLostNotDone: "nothing is made the first time, and no answer arrives"
        case .cut: "the first answer to each POST breaks off in the middle, after the work is done"
        case .slow: "every answer comes N seconds late (10)"
        case .http500: "the first N calls (1) are answered 500, and nothing is done"
        case .http429: "the first N calls (1) are answered 429, and nothing is done"
        case .maintenance: "the first N calls (1) are answered 503, and nothing is done"
        case .answerBadlySigned: "the first N answers (1) carry a signature that does not verify"
        case .queryLag: "queries see the payment as it was N seconds ago (5)"
        case .notifyLost: "no notify is ever sent"
        case .notifyTwice: "every notify is delivered twice"
        case .notifyDelayed: "every notify comes N seconds late (60)"
        case .notifyReordered: "a notify waits until the next one has gone, a minute at most"
        case .notifyBadlySigned: "notifies carry signatures that do not verify"
        case .wrongAmount: "the payer's money differs from the amount by one minor unit"
        case .wrongCurrency: "the payer's money has another currency"
        case .paidAfterClose: "money lands N seconds (5) after the close was confirmed"
        case .paidTwice: "a second payment of the same order number is paid a second later"
        case .refundAfter: "refunds are pending for N seconds (5), then done"
        case .refundFailed: "refunds are pending for a second, then fail"
        case .clockAhead: "the first N answers (1) are signed by a clock that is 10 minutes ahead"
        case .clockBehind: "the first N answers (1) are signed by a clock that is 10 minutes behind"
        case .statementShort: "the day's statement lacks the payment"
        case .statementLong: "the day's statement holds a second payment, of an order that never was"
        case .statementDifferent: "the day's statement gives the payment another amount"
        case .statementLate: "the day's statement is ready N seconds later than usual (3600)"
        case .statementCut: "the day's statement is shorter than its digest says the first N times (1)"
        }
    }
}

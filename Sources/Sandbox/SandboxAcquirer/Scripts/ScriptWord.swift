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
    case expiresEarly = "expires_early"
    case dailyQuota = "daily_quota"
    case velocity
    case createConflict = "create_conflict"
    case unknown
    case codeMissing = "code_missing"
    case answerUnsigned = "answer_unsigned"
    case answerUnknownKey = "answer_unknown_key"
    case answerTampered = "answer_tampered"
    case answerOfAnother = "answer_of_another"
    case answerWrongAmount = "answer_wrong_amount"
    case answerWrongMerchant = "answer_wrong_merchant"
    case answerNoJSON = "answer_no_json"
    case answerHuge = "answer_huge"
    case http502 = "http_502"
    case redirect
    case createSlow = "create_slow"
    case paidAtClose = "paid_at_close"
    case closeRefused = "close_refused"
    case closeLost = "close_lost"
    case notifyStale = "notify_stale"
    case notifyUnknownKey = "notify_unknown_key"
    case notifyStranger = "notify_stranger"
    case notifyNewType = "notify_new_type"
    case refundLost = "refund_lost"
    case refundRefused = "refund_refused"
    case consoleRefund = "console_refund"

    /// What may stand behind the colon.
    package var argument: ScriptArgument {
        switch self {
        case .paidAfter, .paidAfterClose, .consoleRefund: .time(5000)
        case .createSlow: .time(2000)
        case .expiresEarly, .unknown: .time(10_000)
        case .stillPaying: .time(30_000)
        case .slow: .time(10_000)
        case .queryLag: .time(5000)
        case .notifyDelayed: .time(60_000)
        case .refundAfter: .time(5000)
        case .statementLate: .time(3_600_000)
        case .http500, .http429, .maintenance, .answerBadlySigned, .clockAhead, .clockBehind, .statementCut,
            .codeMissing, .answerUnsigned, .answerUnknownKey, .answerTampered, .answerOfAnother, .answerWrongAmount,
            .answerWrongMerchant, .answerNoJSON, .answerHuge, .http502, .redirect, .closeRefused:
            .count(1)
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
        case .expiresEarly: "the code ends after N seconds (10), sooner than was asked for"
        case .dailyQuota: "the payment is refused: the merchant's quota of the day is used up"
        case .velocity: "the payment is refused: it looks like fraud"
        case .createConflict: "the payment is made, but the first answer says that its number is taken"
        case .unknown: "queries find the payment \"unknown\" for N seconds (10)"
        case .codeMissing: "the first N answers (1) have no code in them"
        case .answerUnsigned: "the first N answers (1) carry no signature"
        case .answerUnknownKey: "the first N answers (1) are signed with a key that nobody was told of"
        case .answerTampered: "the first N answers (1) are changed after they were signed"
        case .answerOfAnother: "the first N answers (1) are about another payment"
        case .answerWrongAmount: "the first N answers (1) give another amount"
        case .answerWrongMerchant: "the first N answers (1) are about another merchant"
        case .answerNoJSON: "the first N answers (1) are signed and no JSON"
        case .answerHuge: "the first N answers (1) have 4 MiB of blanks at their end"
        case .http502: "the first N calls (1) are done, and a proxy answers 502 in HTML without a signature"
        case .redirect: "the first N calls (1) are sent elsewhere with 307, unsigned, and nothing is done"
        case .createSlow: "the first answer to the create comes N seconds late (2)"
        case .paidAtClose: "the payer pays just before a close or a cancel arrives"
        case .closeRefused: "the first N closes (1) are refused with 409: the payer is typing"
        case .closeLost: "the first close is done, and no answer arrives"
        case .notifyStale: "notifies are signed by a clock that is 10 minutes behind"
        case .notifyUnknownKey: "notifies are signed with a key that nobody was told of"
        case .notifyStranger: "a notify about a payment that nobody asked for comes beside each one"
        case .notifyNewType: "a notify of a type that is in no manual comes beside each one"
        case .refundLost: "the first refund is done, and no answer arrives"
        case .refundRefused: "refunds are refused: the quota of the day is used up"
        case .consoleRefund: "all of it goes back at the acquirer's console N seconds (5) after it was paid"
        }
    }
}

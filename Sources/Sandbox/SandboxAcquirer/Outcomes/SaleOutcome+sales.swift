// SPDX-License-Identifier: Apache-2.0

extension SaleOutcome {
    /// What payers do.
    static let payers = [
        SaleOutcome("paid-at-once", "paid_at_once", "The payer pays as soon as the code is there."),
        SaleOutcome("paid-after-3-seconds", "paid_after:3", "The payer pays after three seconds."),
        SaleOutcome(
            "payer-still-typing", "still_paying:30",
            "The payer scans the code at once, and pays half a minute later; until then the payment is pending."),
        SaleOutcome("payer-declines", "declined", "The payer declines on the phone: the payment has failed.", .notPaid),
        SaleOutcome(
            "payer-has-no-money", "no_money",
            "The payer scans and cannot pay: the payment stays pending until it is closed.",
            .notPaid),
        SaleOutcome("payer-never-comes", "never", "Nobody scans the code.", .notPaid),
        SaleOutcome(
            "code-expires-early", "never+expires_early:20",
            "The acquirer closes the payment after twenty seconds, whatever was asked for.", .notPaid),
        SaleOutcome(
            "unknown-then-paid", "paid_after:3+notify_lost+unknown:20",
            "Queries find the payment \"unknown\" for twenty seconds, and then paid; no notify comes."),
        SaleOutcome(
            "unknown-then-closed", "never+notify_lost+expires_early:10+unknown:20",
            "Queries find the payment \"unknown\" for twenty seconds, and then closed; no notify comes.", .notPaid),
    ]

    /// What becomes of the request that makes the payment.
    static let creates = [
        SaleOutcome(
            "answer-lost-done", "paid_after:3+create_lost_done",
            "The payment is made and will be paid, and the answer never arrives.", create: "no answer"),
        SaleOutcome(
            "answer-lost-not-done", "never+create_lost_not_done", "The answer never arrives, and nothing was made.",
            create: "no answer", .notPaid),
        SaleOutcome(
            "create-conflict", "never+create_conflict",
            "The payment is made, and the answer says that its number is taken.", create: "409 order_conflict", .notPaid
        ),
        SaleOutcome(
            "risk-refused", "never+velocity", "The payment is refused because it looks like fraud.",
            create: "422 velocity", .notPaid),
        SaleOutcome(
            "quota-exhausted", "never+daily_quota", "The payment is refused because the quota of the day is used up.",
            create: "422 daily_quota", .notPaid),
        SaleOutcome(
            "http-500", "never+http_500:1", "The first call is answered 500 with an unknown end, and nothing is done.",
            create: "500 internal", .notPaid),
        SaleOutcome(
            "http-502", "paid_after:3+http_502:1",
            "The first call is done, and a proxy answers 502 in HTML without a signature.", create: "502 not signed"),
        SaleOutcome(
            "http-503", "paid_after:3+maintenance:1",
            "The first call is answered 503 with Retry-After, and nothing is done.", create: "503 maintenance"),
        SaleOutcome(
            "http-429", "paid_after:3+http_429:1",
            "The first call is answered 429 with Retry-After, and nothing is done.", create: "429 rate_limited"),
        SaleOutcome(
            "http-redirect", "never+redirect:1", "The first call is sent elsewhere with 307, and nothing is done.",
            create: "307 not signed", .notPaid),
    ]

    /// What is wrong with answers.
    static let answers = [
        SaleOutcome(
            "answer-cut", "paid_after:3+cut",
            "The first answer to each POST breaks off in the middle, after the work is done.", create: "half an answer"),
        SaleOutcome("answer-slow", "paid_after:3+slow:3", "Every answer comes three seconds late."),
        SaleOutcome(
            "answer-too-slow", "paid_after:3+slow:12", "Every answer comes later than a till should wait.",
            create: "no answer"),
        SaleOutcome(
            "answer-badly-signed", "paid_after:3+answer_badly_signed:1",
            "The first answer has a signature that does not verify.", create: "201 badly signed"),
        SaleOutcome(
            "answer-unsigned", "paid_after:3+answer_unsigned:1", "The first answer has no signature.",
            create: "201 not signed"),
        SaleOutcome(
            "answer-by-unknown-key", "paid_after:3+answer_unknown_key:1",
            "The first answer is signed with a key that nobody was told of.", create: "201 unknown key"),
        SaleOutcome(
            "answer-tampered", "paid_after:3+answer_tampered:1", "The first answer is changed after it was signed.",
            create: "201 wrong digest"),
        SaleOutcome(
            "answer-from-the-past", "paid_after:3+clock_behind:1",
            "The first answer is signed by a clock that is ten minutes behind.", create: "201 stale"),
        SaleOutcome(
            "answer-from-the-future", "paid_after:3+clock_ahead:1",
            "The first answer is signed by a clock that is ten minutes ahead.", create: "201 stale"),
        SaleOutcome(
            "answer-of-another-order", "paid_after:3+answer_of_another:1", "The first answer is about another order.",
            create: "201 another order"),
        SaleOutcome(
            "answer-with-another-amount", "paid_after:3+answer_wrong_amount:1",
            "The first answer gives one minor unit more than was asked for.", create: "201 another amount"),
        SaleOutcome(
            "answer-of-another-merchant", "paid_after:3+answer_wrong_merchant:1",
            "The first answer is about another merchant.", create: "201 another merchant"),
        SaleOutcome(
            "answer-without-code", "paid_after:3+code_missing:1", "The first answer has no code in it.",
            create: "201 no code"),
        SaleOutcome(
            "answer-no-json", "paid_after:3+answer_no_json:1", "The first answer is signed, and no JSON.",
            create: "201 no json"),
        SaleOutcome(
            "answer-huge", "paid_after:3+answer_huge:1",
            "The first answer is signed, and has 4 MiB of blanks at its end.",
            create: "201 too long"),
        SaleOutcome(
            "stale-queries", "paid_after:3+query_lag:8+notify_lost",
            "Queries see the payment as it was eight seconds ago, first not at all; no notify comes."),
    ]
}

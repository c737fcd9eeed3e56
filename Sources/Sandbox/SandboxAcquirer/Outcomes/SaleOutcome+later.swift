// SPDX-License-Identifier: Apache-2.0

extension SaleOutcome {
    /// What becomes of notifies.
    static let notifies = [
        SaleOutcome(
            "notify-before-answer", "paid_at_once+create_slow:2",
            "The payment is paid and notified two seconds before the create is answered."),
        SaleOutcome("notify-never", "paid_after:3+notify_lost", "No notify is ever sent."),
        SaleOutcome("notify-twice", "paid_after:3+notify_twice", "Every notify comes twice."),
        SaleOutcome("notify-late", "paid_after:3+notify_delayed:60", "Every notify comes a minute late."),
        SaleOutcome(
            "notify-out-of-order", "paid_after:3+notify_reordered",
            "A notify waits until the next one has gone, a minute at most."),
        SaleOutcome(
            "notify-badly-signed", "paid_after:3+notify_badly_signed", "Notifies have signatures that do not verify."),
        SaleOutcome(
            "notify-from-the-past", "paid_after:3+notify_stale",
            "Notifies are signed by a clock that is ten minutes behind."),
        SaleOutcome(
            "notify-by-unknown-key", "paid_after:3+notify_unknown_key",
            "Notifies are signed with a key that nobody was told of."),
        SaleOutcome(
            "notify-of-a-stranger", "paid_after:3+notify_stranger",
            "Beside each notify comes one about a payment that nobody asked for."),
        SaleOutcome(
            "notify-of-a-new-type", "paid_after:3+notify_new_type",
            "Beside each notify comes one of a type that is in no manual."),
    ]

    /// What is wrong with the money.
    static let money = [
        SaleOutcome(
            "wrong-amount", "paid_after:3+wrong_amount", "The payer's money is one minor unit less than was asked for.",
            .needsPerson, kept: .allButOne),
        SaleOutcome(
            "wrong-currency", "paid_after:3+wrong_currency", "The payer's money has another currency.", .needsPerson,
            kept: .all),
        SaleOutcome(
            "late-money", "never+paid_after_close:5", "Money lands five seconds after the close was confirmed.",
            .notPaid,
            refunds: ["late"]),
        SaleOutcome(
            "paid-twice", "paid_after:3+paid_twice", "A second payment of the same number is paid a second later.",
            refunds: ["surplus"]),
    ]

    /// What becomes of the request that ends the payment.
    static let closes = [
        SaleOutcome(
            "paid-while-closing", "never+paid_at_close",
            "The payer pays just before the close arrives, so its answer says paid: the sale was given up, and the money "
                + "goes back.",
            .notPaid,
            refunds: ["cancelled"]),
        SaleOutcome(
            "close-refused", "never+close_refused:2", "The first two closes are refused with 409: the payer is typing.",
            .notPaid),
        SaleOutcome(
            "close-answer-lost", "never+close_lost", "The first close is done, and its answer never arrives.", .notPaid),
    ]

    /// What becomes of refunds.
    static let refundings = [
        SaleOutcome(
            "refund-pending", "paid_after:3+refund_after:5", "Refunds are pending for five seconds, and then done."),
        SaleOutcome(
            "refund-fails", "paid_after:3+refund_failed", "Refunds are pending for a second, and then fail.",
            refund: .refused),
        SaleOutcome(
            "refund-refused", "paid_after:3+refund_refused",
            "Refunds are refused because the quota of the day is used up.", refund: .refused),
        SaleOutcome(
            "refund-answer-lost", "paid_after:3+refund_lost", "The first refund is done, and its answer never arrives."),
        SaleOutcome(
            "refund-at-the-console", "paid_after:3+console_refund:5",
            "Five seconds after it was paid, somebody gives all of it back at the acquirer's console.", .needsPerson,
            refund: .refused),
    ]

    /// What the statement of the day says.
    static let statements = [
        SaleOutcome(
            "statement-short", "paid_after:3+statement_short", "The day's statement lacks the payment.",
            statement: .differs),
        SaleOutcome(
            "statement-long", "paid_after:3+statement_long",
            "The day's statement holds one more payment, of an order that never was.", statement: .differs),
        SaleOutcome(
            "statement-different", "paid_after:3+statement_different",
            "The day's statement gives the payment another amount.", statement: .differs),
        SaleOutcome(
            "statement-late", "paid_after:3+statement_late:3600",
            "The day's statement is ready an hour later than usual."),
        SaleOutcome(
            "statement-cut", "paid_after:3+statement_cut:1",
            "The day's statement breaks off the first time that it is fetched."),
    ]
}

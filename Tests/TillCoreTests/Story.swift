// SPDX-License-Identifier: Apache-2.0

import TillCore

/// One sale as it is lived: facts and commands one after the other, on a clock set by hand.
struct Story {
    /// The sale as it stands.
    private(set) var order: Order
    /// What the last fact or command made of it.
    private(set) var last: Transition
    /// Ledger time.
    private(set) var at: Timestamp
    /// Which start of the daemon it is.
    var boot = 1

    static let first: AttemptReference = "AAAAAAAAAAAAAAAAAAAAAAAAA1"
    static let second: AttemptReference = "AAAAAAAAAAAAAAAAAAAAAAAAA2"
    static let price = Money(minorUnits: 1250, .cny)
    static let code = PaymentCode("https://pay.example/1")
    static let opensAt = Timestamp(milliseconds: 1_800_000_000_000)
    static let patience: Duration = .seconds(300)
    /// The day on which it happens.
    static let day = CalendarDay(of: opensAt)

    /// Opens the sale.
    init(slips: SlipPolicy = .receipt, lateMoney: LateMoney = .giveBack) {
        at = Self.opensAt
        last = Order.opening(
            SaleDraft(
                id: "O1", attempt: Self.first, terminal: "T-1", reference: "tea-1",
                amount: Self.price, subject: "Tea", account: "main",
                deadline: Self.opensAt + Self.patience, expiresAt: Self.opensAt + Self.patience,
                slips: slips, metadata: ["till": "2"], lateMoney: lateMoney),
            on: Occasion(at: Self.opensAt, boot: 1))
        order = last.order
    }

    /// When it happens.
    var occasion: Occasion { Occasion(at: at, boot: boot) }

    /// Lets time pass.
    mutating func wait(_ duration: Duration) { at = at + duration }

    /// Records something about an attempt.
    mutating func record(_ fact: AttemptFact, on attempt: AttemptReference = first) {
        record(.attempt(attempt, fact))
    }

    /// Records something about a refund.
    mutating func record(_ fact: RefundFact, on refund: RefundID) { record(.refund(refund, fact)) }

    /// Records something about a slip.
    mutating func record(_ fact: PrintFact, on slip: PrintID) { record(.print(slip, fact)) }

    /// Records anything.
    mutating func record(_ fact: OrderFact) {
        last = order.recording(fact, on: occasion)
        order = last.order
    }

    /// Carries a command out.
    mutating func accept(_ command: OrderCommand) throws(OrderError) {
        last = try order.accepting(command, on: occasion)
        order = last.order
    }

    /// Shows the code of an attempt.
    mutating func present(_ attempt: AttemptReference = first) {
        record(.asking, on: attempt)
        record(.codeIssued(Self.code), on: attempt)
    }

    /// Has money come for an attempt.
    mutating func pay(
        _ acquirerReference: String = "M1", _ amount: Money = price,
        on attempt: AttemptReference = first, by source: FactSource = .query
    ) {
        record(
            .outcome(.paid(Payment(acquirerReference: acquirerReference, amount: amount)), source),
            on: attempt)
    }

    /// Asks for another attempt.
    mutating func tryAgain(
        _ attempt: AttemptReference = second, account: AccountID = "main"
    ) throws(OrderError) {
        try accept(.newAttempt(attempt, account: account, expiresAt: order.deadline))
    }

    /// Has the acquirer answer a refund that was sent.
    mutating func answer(_ outcome: RefundOutcome, to refund: RefundID) {
        record(.sending, on: refund)
        record(.outcome(outcome), on: refund)
    }

    /// Settles a hold.
    mutating func settle(_ hold: HoldID, _ decision: HoldDecision) throws(OrderError) {
        try accept(.settle(hold, decision, by: "anna", note: "seen"))
    }

    /// Where the attempt stands.
    func state(of attempt: AttemptReference = first) -> AttemptState? {
        order.attempt(attempt)?.state
    }

    /// A sale whose code is up.
    static func presented(
        slips: SlipPolicy = .receipt, lateMoney: LateMoney = .giveBack
    ) -> Story {
        var story = Story(slips: slips, lateMoney: lateMoney)
        story.present()
        return story
    }

    /// A sale that is paid.
    static func paid(slips: SlipPolicy = .receipt) -> Story {
        var story = presented(slips: slips)
        story.pay()
        return story
    }

    /// A sale that was cancelled, and the acquirer agreed.
    static func cancelled(lateMoney: LateMoney = .giveBack) throws -> Story {
        var story = presented(lateMoney: lateMoney)
        try story.accept(.cancel)
        story.record(.closeConfirmed)
        return story
    }
}

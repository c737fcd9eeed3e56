// SPDX-License-Identifier: Apache-2.0

import TillCore
import TillStore

/// Random, repeatable numbers.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// A day on which anything happens to a few orders, in any order.
struct Walk {
    let ledger: Ledger
    let clock: HandClock
    var dice: Dice
    private(set) var ids: [OrderID] = []
    /// Commands that made no sense.
    private(set) var refusals = 0

    init(_ ledger: Ledger, _ clock: HandClock, seed: UInt64) {
        self.ledger = ledger
        self.clock = clock
        dice = Dice(seed: seed)
    }

    /// Goes some steps.
    mutating func go(_ steps: Int) async throws {
        for _ in 0..<steps {
            if Int.random(in: 0..<4, using: &dice) == 0 { clock.pass(pause()) }
            if ids.isEmpty || Int.random(in: 0..<12, using: &dice) == 0 {
                ids.append(try await ledger.sell(sale()).id)
            } else {
                try await step()
            }
        }
    }

    private mutating func step() async throws {
        guard let id = ids.suffix(4).randomElement(using: &dice) else { return }
        let order = try await ledger.order(id)
        switch Int.random(in: 0..<20, using: &dice) {
        case 0..<11: try await ledger.record(.attempt(attempt(of: order), fact()), about: id)
        case 11: try await ledger.record(.deadlinePassed, about: id)
        case 12...13: try await tellRefund(order)
        case 14...15: try await tellPrint(order)
        case 16: try await notify(order)
        default: try await command(order)
        }
    }

    private mutating func sale() -> Sale {
        let slips: [SlipPolicy] = [.receipt, .none, SlipPolicy(receipt: true, code: true)]
        return Sale(
            amount: Money(minorUnits: 1250, .cny),
            account: Bool.random(using: &dice) ? "main" : "other", patience: .seconds(300),
            subject: "Tea", slips: slips.randomElement(using: &dice) ?? .receipt)
    }

    private mutating func pause() -> Duration {
        [.milliseconds(1), .seconds(2), .seconds(31), .seconds(301), .seconds(50 * 3600)]
            .randomElement(using: &dice) ?? .zero
    }

    private mutating func attempt(of order: Order) -> AttemptReference {
        order.attempts.randomElement(using: &dice)?.reference ?? "none"
    }

    private mutating func fact() -> AttemptFact {
        // Few references, so that two orders are told of the same money now and then.
        let money = "M\(Int.random(in: 0..<30, using: &dice))"
        let source: FactSource = Bool.random(using: &dice) ? .query : .notify
        let facts: [AttemptFact] = [
            .asking, .asking, .codeIssued(PaymentCode("c")), .codeIssued(PaymentCode("d")),
            .notSent, .answerLost, .outcome(.unseen, source), .outcome(.pending(nil), source),
            .outcome(.pending(PaymentCode("e")), source), .money(money, by: source),
            .money(money, 7, by: source), .outcome(.refused(reason: "no"), source),
            .closeConfirmed, .closeConfirmed, .watchOver,
        ]
        return facts.randomElement(using: &dice) ?? .asking
    }

    private mutating func tellRefund(_ order: Order) async throws {
        guard let refund = order.refunds.randomElement(using: &dice) else { return }
        let facts: [RefundFact] = [
            .sending, .sending, .notSent, .answerLost, .outcome(.unseen), .outcome(.pending),
            .outcome(.done), .outcome(.refused(reason: "no")),
        ]
        guard let fact = facts.randomElement(using: &dice) else { return }
        try await ledger.record(.refund(refund.id, fact), about: order.id)
    }

    private mutating func tellPrint(_ order: Order) async throws {
        guard let job = order.prints.randomElement(using: &dice) else { return }
        let facts: [PrintFact] = [
            .started, .started, .nothingPrinted, .finished(confirmed: true), .interrupted,
        ]
        guard let fact = facts.randomElement(using: &dice) else { return }
        try await ledger.record(.print(job.id, fact), about: order.id)
    }

    private mutating func notify(_ order: Order) async throws {
        let number = Int.random(in: 0..<40, using: &dice)
        let word: NotifyWord? =
            switch number % 3 {
            case 0: nil
            case 1: .payment("UNKNOWN", .unseen)
            default:
                .payment(
                    attempt(of: order),
                    .paid(
                        Payment(
                            acquirerReference: "M\(number)",
                            amount: Money(minorUnits: 1250, .cny))))
            }
        try await ledger.receive(
            ReceivedNotify(account: "main", id: "N\(number)", raw: [0, 1, 255], word: word))
    }

    private mutating func command(_ order: Order) async throws {
        let hold = order.holds.last(where: \.isOpen)
        let decision = hold?.reason.decisions.randomElement(using: &dice)
        do {
            switch Int.random(in: 0..<8, using: &dice) {
            case 0: _ = try await ledger.accept(.cancel, about: order.id, key: nil, by: "anna")
            case 1...2:
                _ = try await ledger.startAttempt(
                    of: order.id, account: "main", key: nil, by: "anna")
            case 3...4:
                let amount = Money(minorUnits: Int64.random(in: 0..<900, using: &dice), .cny)
                _ = try await ledger.accept(
                    .refund(amount, note: "cold"), about: order.id, key: nil, by: "anna")
            case 5: _ = try await ledger.accept(.reprint, about: order.id, key: nil, by: "anna")
            default:
                guard let hold, let decision else { return }
                _ = try await ledger.settle(hold.id, decision, note: "seen", key: nil, by: "anna")
            }
        } catch is OrderError {
            refusals += 1
        }
    }
}

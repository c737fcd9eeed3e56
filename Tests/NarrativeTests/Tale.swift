// SPDX-License-Identifier: Apache-2.0

import Narrative
import TillCore

/// A sale that is lived through step by step, and told.
struct Tale {
    private(set) var rows: [StoryRow] = []
    private(set) var order: Order?
    private var at = Self.noon
    private var boot = 1
    private var clockStep: Duration = .zero

    /// 2026-03-01 12:00:00 UTC.
    static let noon = Timestamp(milliseconds: 1_772_366_400_000)
    static let first: AttemptReference = "01JNA6S2K4M6P8R0T2V4X6Z8B1"

    /// A sale of tea for 12.50 that is opened at noon.
    static func tea(slips: SlipPolicy = .receipt) -> Tale {
        var tale = Tale()
        tale.happen(
            .opened(
                SaleDraft(
                    id: "O1", attempt: first, terminal: "T-1", reference: "tea-1",
                    amount: Money(minorUnits: 1250, .cny), subject: "Tea", account: "main",
                    deadline: noon + .seconds(300), expiresAt: noon + .seconds(300), slips: slips)), by: "socket")
        return tale
    }

    /// Lets time pass.
    mutating func pass(_ seconds: Int) { at = at + .seconds(seconds) }

    /// The wall clock is set.
    mutating func setClock(_ seconds: Int) { clockStep += .seconds(seconds) }

    /// Ledger time is set ahead to where the wall clock is.
    mutating func catchUp(_ seconds: Int) {
        at = at + .seconds(seconds)
        clockStep -= .seconds(seconds)
        happen(.timeCaughtUp(by: .seconds(seconds)))
    }

    /// The power comes back.
    mutating func restart() {
        boot += 1
        happen(.started(version: "0.1.0"))
    }

    mutating func attempt(_ fact: AttemptFact, _ reference: AttemptReference = first) {
        happen(.recorded(.attempt(reference, fact)))
    }

    mutating func refund(_ fact: RefundFact) {
        happen(.recorded(.refund(order?.refunds.last?.id ?? "none", fact)))
    }

    mutating func print(_ fact: PrintFact) {
        happen(.recorded(.print(order?.prints.last?.id ?? "none", fact)))
    }

    mutating func command(_ command: OrderCommand) { happen(.accepted(command), by: "socket") }

    mutating func happen(_ happening: Happening, by: String = "tilld") {
        let row = StoryRow(
            seq: Int64(rows.count + 1), at: at, wall: at + clockStep, boot: boot, by: by, happening: happening)
        rows.append(row)
        let occasion = Occasion(at: at, boot: boot)
        switch happening {
        case .opened(let draft): order = Order.opening(draft, on: occasion).order
        case .accepted(let command): order = (try? order?.accepting(command, on: occasion).order) ?? order
        case .recorded(let fact): order = order?.recording(fact, on: occasion).order
        case .started, .restored, .unbelieved, .stray, .settledStray, .compared, .steered, .clockStepped,
            .timeCaughtUp:
            break
        }
    }

    /// The story, a sentence a line: time, source and text.
    func told() -> [String] {
        guard let order else { return [] }
        return Narrator().tell(rows, about: order, now: at, wall: at + clockStep).map { sentence in
            let seconds = sentence.at.milliseconds / 1000 % 86_400
            let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
            return "\(time.joined(separator: ":")) \(sentence.source.rawValue): \(sentence.text)"
        }
    }

    /// 12.50 came, or another amount.
    static func money(_ reference: String = "tx_9", _ minorUnits: Int64 = 1250, by source: FactSource = .query)
        -> AttemptFact
    {
        .outcome(
            .paid(Payment(acquirerReference: reference, amount: Money(minorUnits: minorUnits, .cny))), source)
    }

    static let code = AttemptFact.codeIssued(PaymentCode("https://pay.example/1", acquirerReference: "pay_1"))
}

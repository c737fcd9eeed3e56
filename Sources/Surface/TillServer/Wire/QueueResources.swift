// SPDX-License-Identifier: Apache-2.0

import TillAPI
import TillCore
import TillStore

extension QueueHoldResource {
    init(_ hold: QueueHold) {
        self.init(
            scope: hold.scope.rawValue, by: hold.person, since: WireTime(hold.since), why: hold.why)
    }
}

extension StandingHoldResource {
    init(_ standing: StandingHold) {
        let held = QueueHoldResource(standing.hold)
        switch standing.target {
        case .lane(let lane): self.init(lane: lane.rawValue, held: held)
        case .order(let id): self.init(order: id.text, held: held)
        case .row: self.init(held: held)
        }
    }
}

extension QueueWork {
    /// The word for what is owed.
    init(_ effect: Effect?) {
        switch effect {
        case nil: self = .unknown
        case .print: self = .print
        case .deadline: self = .deadline
        case .provider(.create): self = .create
        case .provider(.watch): self = .watch
        case .provider(.close): self = .close
        case .provider(.refund): self = .refund
        case .provider(.queryRefund): self = .queryRefund
        }
    }
}

extension QueueRowResource {
    /// A row as people and programs see it.
    init(_ row: QueueRow, _ standing: QueueBoard.Standing?, _ wait: QueueWait, at now: Timestamp) {
        let tries = max(row.tries, standing?.tries ?? 0)
        let answer = standing.map(\.lastAnswer) ?? row.lastAnswer
        let told = wait == .underWay ? nil : answer
        self.init(
            id: row.id, lane: row.lane.rawValue, what: QueueWork(row.effect),
            about: Self.about(row.effect), order: row.order.text, reference: row.reference,
            status: TillAPI.OrderStatus(rawValue: row.status), amount: MoneyResource(row.amount),
            account: row.account?.text, tries: tries, lastAnswer: told,
            wait: QueueReason(rawValue: wait.word),
            detail: wait.sentence(row, tries: tries, lastAnswer: told, at: now),
            nextAt: wait.next.map { WireTime($0) },
            nextSeconds: wait.next.map { Self.seconds($0.since(now)) },
            since: WireTime(row.since), ageSeconds: Self.seconds(now.since(row.since)),
            held: row.hold.map { QueueHoldResource($0) })
    }

    /// Whole seconds, a begun one counted; never negative.
    static func seconds(_ span: Duration) -> Int {
        let parts = span.components
        return max(0, Int(parts.seconds) + (parts.attoseconds > 0 ? 1 : 0))
    }

    private static func about(_ effect: Effect?) -> String? {
        switch effect {
        case nil, .deadline: nil
        case .print(let id): id.text
        case .provider(.create(let reference)), .provider(.watch(let reference)),
            .provider(.close(let reference)):
            reference.text
        case .provider(.refund(let id)), .provider(.queryRefund(let id)): id.text
        }
    }
}

extension QueueWait {
    /// The reason in words for people.
    func sentence(_ row: QueueRow, tries: Int, lastAnswer: String?, at now: Timestamp) -> String {
        let last = lastAnswer.map { ": \($0)" } ?? ""
        switch self {
        case .due: return "is due now"
        case .underWay: return "is under way now"
        case .later(let time):
            let soon = "in \(QueueRowResource.seconds(time.since(now))) s"
            if case .deadline? = row.effect { return "the sale is given up \(soon)" }
            guard tries > 0 else { return "is tried \(soon)" }
            return "is tried again \(soon), after \(tries) \(tries == 1 ? "try" : "tries")\(last)"
        case .behind(let other): return "waits behind row \(other) of the same sale"
        case .accountRests(let account, let time):
            let soon = "in \(QueueRowResource.seconds(time.since(now))) s"
            return "the acquirer of \(account) does not answer: it is asked again \(soon)"
        case .noAccount(let account):
            return "no account \"\(account)\" is configured: put it back, or nothing comes of it"
        case .held(let hold):
            let with = hold.scope == .row ? "" : " with its \(hold.scope == .order ? "sale" : "lane")"
            return "held\(with) by \(hold.person): \(hold.why)\(Self.price(of: row.effect))"
        case .printer(let time, let why):
            let soon = "in \(QueueRowResource.seconds(time.since(now))) s"
            return "the printer did not take it, and gets it again \(soon): \(why)"
        case .noPrinter: return "no printer is configured: put it back, or nothing comes of it"
        case .unreadable(let why): return why
        }
    }

    /// What does not happen while a person holds work back: they look away from money.
    private static func price(of effect: Effect?) -> String {
        switch effect {
        case .provider(.create): " (no code comes)"
        case .provider(.watch), .provider(.queryRefund): " (the acquirer is not asked)"
        case .provider(.close): " (the payer may still pay)"
        case .provider(.refund): " (the money does not go back)"
        case .print: " (nothing is printed)"
        case .deadline, nil: ""
        }
    }
}

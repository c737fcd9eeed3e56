// SPDX-License-Identifier: Apache-2.0

import TillCore

/// What a row meant for its order: one way in which the order after it differs from the one before.
enum Consequence: Sendable, Hashable {
    /// The order's money is kept.
    case paid
    /// The shop gave it up, and the acquirer has still to agree.
    case cancelling
    /// It is over without money.
    case closed
    /// A code may be shown; `again` if it was up before and was confirmed after a restart.
    case codeUp(Scene.Try, again: Bool)
    /// The attempt will be asked for once more, as if for the first time.
    case attemptOpenAgain(Scene.Try)
    /// Nobody knows what became of an attempt.
    case attemptInDoubt(Scene.Try)
    /// An attempt was given up, and the acquirer is asked to agree; `wasUp` if its code was up.
    case attemptClosing(Scene.Try, CloseReason, wasUp: Bool)
    /// An attempt is over; it is still asked about if `watched`.
    case attemptClosed(Scene.Try, CloseReason, watched: Bool)
    /// An attempt is asked about no more.
    case watchEnded(Scene.Try)
    /// Money came that is not kept.
    case moneyUnwanted(Money)
    /// Money went back to the payer.
    case moneyReturned(Money)
    /// A refund was queued.
    case refundQueued(Money, RefundReason)
    /// Nobody knows what became of a refund.
    case refundInDoubt(Money)
    /// A refund will be sent once more under the same id.
    case refundAgain(Money)
    /// A person has to look.
    case holdOpened(HoldReason)
    /// A slip was queued.
    case slipQueued(Receipt.Kind, mayBeDuplicate: Bool)
    /// A slip waits again.
    case slipWaits(Receipt.Kind)
    /// A slip will not be printed any more.
    case slipDropped(Receipt.Kind)
    /// A slip counts as printed.
    case slipDone(Receipt.Kind)
}

extension Consequence {
    /// Everything that differs, in the order in which people ask: money, code, refunds, slips, holds.
    static func all(from before: Order?, to after: Order) -> [Consequence] {
        var found: [Consequence] = []
        if let before, before.state != after.state {
            switch after.state {
            case .open: break
            case .paid: found.append(.paid)
            case .cancelling: found.append(.cancelling)
            case .closed: found.append(.closed)
            }
        }
        for transaction in after.transactions {
            found += ofMoney(transaction, before?.transactions.first { $0.key == transaction.key })
        }
        for (index, attempt) in after.attempts.enumerated() {
            let place = Scene.Try(number: index + 1, of: after.attempts.count, account: attempt.account)
            found += ofAttempt(place, attempt, before?.attempt(attempt.reference))
        }
        for refund in after.refunds { found += ofRefund(refund, before?.refund(refund.id)) }
        for job in after.prints { found += ofSlip(job, before?.print(job.id)) }
        for hold in after.holds where before?.holds.contains(where: { $0.id == hold.id }) != true {
            found.append(.holdOpened(hold.reason))
        }
        return found
    }

    private static func ofMoney(_ money: Transaction, _ before: Transaction?) -> [Consequence] {
        guard money.fate != before?.fate else { return [] }
        switch money.fate {
        // That the order is paid says it.
        case .kept: return []
        case .returning, .held: return before == nil ? [.moneyUnwanted(money.amount)] : []
        case .returned: return [.moneyReturned(money.amount)]
        }
    }

    private static func ofAttempt(_ place: Scene.Try, _ attempt: PaymentAttempt, _ before: PaymentAttempt?)
        -> [Consequence]
    {
        guard attempt != before else { return [] }
        guard attempt.state != before?.state else {
            return before?.watchedUntil != nil && attempt.watchedUntil == nil ? [.watchEnded(place)] : []
        }
        switch attempt.state {
        case .opened: return before == nil ? [] : [.attemptOpenAgain(place)]
        case .asking, .paid: return []
        case .presented:
            if case .presented = before?.state { return [.codeUp(place, again: true)] }
            return [.codeUp(place, again: false)]
        case .uncertain: return [.attemptInDoubt(place)]
        case .closing(let reason):
            if case .presented = before?.state { return [.attemptClosing(place, reason, wasUp: true)] }
            return [.attemptClosing(place, reason, wasUp: false)]
        case .closed(let reason):
            return [.attemptClosed(place, reason, watched: attempt.watchedUntil != nil)]
        }
    }

    private static func ofRefund(_ refund: Refund, _ before: Refund?) -> [Consequence] {
        guard refund.state != before?.state else { return [] }
        switch refund.state {
        case .asked where before == nil: return [.refundQueued(refund.amount, refund.reason)]
        case .asked: return [.refundAgain(refund.amount)]
        case .unknown: return [.refundInDoubt(refund.amount)]
        case .sent, .done, .refused: return []
        }
    }

    private static func ofSlip(_ job: PrintJob, _ before: PrintJob?) -> [Consequence] {
        guard job.state != before?.state else { return [] }
        switch job.state {
        case .queued where before == nil: return [.slipQueued(job.kind, mayBeDuplicate: job.mayBeDuplicate)]
        case .queued: return [.slipWaits(job.kind)]
        case .abandoned: return [.slipDropped(job.kind)]
        // Only a person says so of a slip in doubt; what the printer says needs no consequence.
        case .printed: return before?.state == .doubtful ? [.slipDone(job.kind)] : []
        case .started, .unconfirmed, .doubtful: return []
        }
    }
}

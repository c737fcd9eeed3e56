// SPDX-License-Identifier: Apache-2.0

import TillCore

/// What holds of every order, and of every step from one to the next.
///
/// Source: failures, section 3 (I3, I6, I8, I9, I14, I18, I25).
enum OrderInvariants {
    /// What is wrong with an order by itself.
    static func faults(of order: Order) -> [String] {
        moneyFaults(of: order) + workFaults(of: order) + faceFaults(of: order)
    }

    private static func moneyFaults(of order: Order) -> [String] {
        var faults: [String] = []
        let kept = order.transactions.filter { $0.fate == .kept }
        if kept.count > 1 { faults.append("two transactions are kept") }
        if kept.contains(where: { $0.amount != order.amount }) {
            faults.append("money of another amount is kept")
        }
        if order.state == .paid, kept.count != 1 { faults.append("paid without kept money") }
        let mayKeepLate = order.state == .closed && order.lateMoney != .giveBack
        if order.state != .paid, !mayKeepLate, !kept.isEmpty {
            faults.append("money is kept for no sale")
        }
        if Set(order.transactions.map(\.key)).count != order.transactions.count {
            faults.append("one piece of money is two transactions")
        }
        for transaction in order.transactions {
            let refunds = order.refunds.filter { $0.transaction == transaction.key }
            // What others gave back is no doing of ours.
            let reserved = refunds.filter { $0.state.reserves && $0.reason != .elsewhere }.map(\.amount.minorUnits)
                .reduce(0, +)
            if reserved > transaction.amount.minorUnits {
                faults.append("more goes back than came")
            }
            faults += fateFaults(of: transaction, refunds, order)
        }
        for attempt in order.attempts where attempt.state == .paid {
            if !order.transactions.contains(where: { $0.attempt == attempt.reference }) {
                faults.append("an attempt is paid without money")
            }
        }
        return faults
    }

    private static func fateFaults(
        of transaction: Transaction, _ refunds: [Refund], _ order: Order
    ) -> [String] {
        let isLooked = order.holds.contains { hold in
            switch hold.reason {
            case .amountDiffers(let key, _), .lateMoney(let key): key == transaction.key
            case .refundRefused(let id, _): order.refund(id)?.transaction == transaction.key
            case .refundDoneAfterAll, .receiptInDoubt, .strayNotify, .refundedElsewhere,
                .missingInStatement, .refundDiffers, .strayLine, .stuckAttempt, .stuckRefund, .displayDiffers:
                false
            }
        }
        return switch transaction.fate {
        case .kept: []
        case .returning where !refunds.contains { !$0.state.isFinal }:
            ["money is returning and no refund is under way"]
        case .returned where !refunds.contains { $0.state == .done }:
            ["money is returned and no refund is done"]
        case .held where !isLooked: ["money is held and nobody is asked"]
        case .returning, .returned, .held: []
        }
    }

    private static func workFaults(of order: Order) -> [String] {
        var faults: [String] = []
        let effects = order.effects
        if Set(effects).count != effects.count { faults.append("the same work is owed twice") }
        for attempt in order.attempts {
            let owed = effects.count { effect in
                switch effect {
                case .provider(.create(attempt.reference)), .provider(.watch(attempt.reference)),
                    .provider(.close(attempt.reference)):
                    true
                default: false
                }
            }
            if !attempt.state.isFinal, owed != 1 { faults.append("a live attempt owes \(owed)") }
            if attempt.state.isFinal, (owed == 1) != (attempt.watchedUntil != nil) {
                faults.append("a final attempt owes \(owed)")
            }
        }
        for refund in order.refunds {
            let owed = effects.count {
                $0 == .provider(.refund(refund.id)) || $0 == .provider(.queryRefund(refund.id))
            }
            if owed != (refund.state.isFinal ? 0 : 1) { faults.append("a refund owes \(owed)") }
        }
        let isOver = order.state == .paid || order.state == .closed
        if order.state == .closed, !order.attempts.allSatisfy(\.state.isFinal) {
            faults.append("closed with a live attempt")
        }
        if !isOver, effects.isEmpty, !order.holds.contains(where: \.isOpen) {
            faults.append("stuck: nothing is owed and nobody is asked")
        }
        if order.state != .open || isOver, effects.contains(.deadline) {
            faults.append("a deadline of a sale that is given up")
        }
        return faults
    }

    private static func faceFaults(of order: Order) -> [String] {
        var faults: [String] = []
        let originals = order.prints.count { $0.kind == .sale && !$0.mayBeDuplicate }
        if originals > 1 { faults.append("two originals") }
        if order.slips.receipt, order.keptTransaction != nil, originals != 1 {
            faults.append("a paid sale without an original")
        }
        if order.keptTransaction == nil, originals > 0 { faults.append("a receipt without a sale") }
        if Set(order.prints.map(\.id)).count != order.prints.count {
            faults.append("two slips of one name")
        }
        if Set(order.refunds.map(\.id)).count != order.refunds.count {
            faults.append("two refunds of one name")
        }
        if Set(order.holds.map(\.id)).count != order.holds.count {
            faults.append("two holds of one name")
        }
        let isOver = order.state == .paid || order.state == .closed
        if order.status.endsWait != (isOver || order.holds.contains(where: \.isOpen)) {
            faults.append("a wait ends at \(order.status)")
        }
        if order.status == .paid, order.keptTransaction == nil { faults.append("shown as paid") }
        let isDistrusted = order.holds.contains { hold in
            if case .displayDiffers(order.currentAttempt?.reference, _) = hold.reason { true } else { false }
        }
        if order.status == .code, isDistrusted { faults.append("a code is shown again that the glass had wrong") }
        return faults
    }

    /// What is wrong with a step.
    static func faults(from before: Order, to step: Transition) -> [String] {
        let after = step.order
        if step.isEmpty, step.begins.isEmpty, step.ends.isEmpty, before == after { return [] }
        var faults: [String] = []
        if step.isEmpty != (before == after) { faults.append("an empty step that changes") }
        if step.isEmpty, !(step.begins.isEmpty && step.ends.isEmpty) {
            faults.append("an empty step that moves work")
        }
        if after.version != before.version + (step.isEmpty ? 0 : 1) {
            faults.append("a version that does not count")
        }
        let owed = Set(before.effects).subtracting(step.ends).union(step.begins)
        if owed != Set(after.effects) { faults.append("work that does not add up") }
        if !Set(step.begins).isDisjoint(with: step.ends) { faults.append("work begins and ends") }
        faults += leavings(before, after)
        return faults
    }

    /// What left a final state, or was forgotten.
    private static func leavings(_ before: Order, _ after: Order) -> [String] {
        var faults: [String] = []
        if [.paid, .closed].contains(before.state), after.state != before.state {
            faults.append("the order leaves \(before.state)")
        }
        if before.attempts.count > after.attempts.count { faults.append("an attempt is gone") }
        for (old, new) in zip(before.attempts, after.attempts) {
            if old.state.isFinal, old.state != new.state {
                faults.append("an attempt leaves a final state")
            }
            if old.reference != new.reference || old.account != new.account
                || old.amount != new.amount
            {
                faults.append("an attempt is another one")
            }
        }
        if before.refunds.count > after.refunds.count { faults.append("a refund is gone") }
        for (old, new) in zip(before.refunds, after.refunds) {
            if old.state.isFinal, old.state != new.state {
                faults.append("a refund leaves a final state")
            }
            if old.id != new.id || old.amount != new.amount || old.transaction != new.transaction {
                faults.append("a refund is another one")
            }
        }
        if before.transactions.count > after.transactions.count { faults.append("money is gone") }
        for (old, new) in zip(before.transactions, after.transactions) {
            if old.key != new.key || old.amount != new.amount { faults.append("money changes") }
            if [.kept, .returned].contains(old.fate), new.fate != old.fate {
                faults.append("money leaves \(old.fate)")
            }
        }
        for (old, new) in zip(before.holds, after.holds) where !old.isOpen && old != new {
            faults.append("a hold is settled twice")
        }
        for (old, new) in zip(before.prints, after.prints)
        where [.printed, .unconfirmed, .abandoned].contains(old.state) && old != new {
            faults.append("a slip leaves a final state")
        }
        return faults
    }

    /// What is wrong with how a fact closed an attempt.
    ///
    /// Only the acquirer's word or its money closes one that it may know; `told` is what was
    /// recorded about the attempt before.
    static func faults(
        of fact: OrderFact, after told: @autoclosure () -> [OrderFact], from before: Order,
        to after: Order
    ) -> [String] {
        zip(before.attempts, after.attempts).flatMap { old, new -> [String] in
            guard case .closed = new.state, !old.state.isFinal else { return [] }
            switch fact {
            case .attempt(new.reference, .closeConfirmed),
                .attempt(new.reference, .outcome(.refused, _)),
                .attempt(new.reference, .outcome(.paid, _)):
                return new.watchedUntil == nil ? ["closed and not watched"] : []
            case .attempt(new.reference, .notSent):
                let mayKnow = told().contains { fact in
                    switch fact {
                    case .attempt(new.reference, .answerLost),
                        .attempt(new.reference, .codeIssued),
                        .attempt(new.reference, .outcome(.paid, _)):
                        true
                    default: false
                    }
                }
                return mayKnow && new.watchedUntil == nil
                    ? ["closed and not watched, though the acquirer may know it"] : []
            default: return old.state == .opened ? [] : ["closed without the acquirer's word"]
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

/// The daemon's view of money beside the acquirer's.
struct LedgerAndBooks {
    let ledger: LedgerCopy
    let books: Books

    /// What does not agree; more of it has to agree when nothing is under way any more.
    func findings(atRest: Bool) -> [Violation] {
        forgotten + overspent + (atRest ? rest + money + returned : [])
    }

    /// Every payment that the acquirer knows was asked for by an order here.
    private var forgotten: [Violation] {
        let known = Set(ledger.attempts.map(\.reference))
        return books.payments.filter { !known.contains($0.order_no) }.map {
            Violation(rule: .forgotten, what: "the acquirer has \($0.order_no) (\($0.status)), and the ledger not")
        }
    }

    private var overspent: [Violation] {
        var found: [Violation] = []
        let back = Dictionary(grouping: ledger.refunds.filter { $0.kind != "refused" }, by: \.money)
        for money in ledger.money {
            let sum = back[money.reference, default: []].reduce(0) { $0 + $1.amount }
            if sum > money.amount {
                found.append(Violation(rule: .refund, what: "\(sum) of \(money.amount) go back of \(money.order)"))
            }
        }
        for payment in books.payments where payment.refunded.value > payment.paid_amount?.value ?? 0 {
            found.append(
                Violation(
                    rule: .refund, what: "the acquirer gave back \(payment.refunded.value) of \(payment.order_no)"))
        }
        return found
    }

    private var rest: [Violation] {
        var found: [Violation] = []
        func expect(_ holds: Bool, _ what: @autoclosure () -> String) {
            if !holds { found.append(Violation(rule: .rest, what: what())) }
        }
        for order in ledger.orders {
            expect(order.state == "paid" || order.state == "closed", "\(order.id) is still \(order.state)")
        }
        for attempt in ledger.attempts {
            expect(Self.isOver(attempt.kind), "attempt \(attempt.reference) is still \(attempt.kind)")
        }
        for refund in ledger.refunds { expect(Self.isOver(refund.kind), "refund \(refund.id) is still \(refund.kind)") }
        for slip in ledger.slips {
            expect(slip.state != "queued" && slip.state != "started", "slip \(slip.id) is still \(slip.state)")
        }
        expect(ledger.owed == 0, "\(ledger.owed) pieces of work are owed")
        return found
    }

    private static func isOver(_ kind: String) -> Bool { ["paid", "closed", "done", "refused"].contains(kind) }

    /// The acquirer holds the money of every paid order, what a person has to decide about, and nothing else.
    private var money: [Violation] {
        var due: [String: Int64] = [:]
        let back = Dictionary(grouping: ledger.refunds.filter { $0.kind == "done" }, by: \.money)
        for money in ledger.money {
            let returned = back[money.reference, default: []].reduce(0) { $0 + $1.amount }
            due[money.attempt, default: 0] += money.amount - returned
        }
        var held: [String: Int64] = [:]
        for entry in books.held { held[entry.order_no, default: 0] += entry.value }
        var found: [Violation] = []
        let untold = books.untold
        for reference in Set(due.keys).union(held.keys) {
            let more = held[reference, default: 0] - due[reference, default: 0]
            // None of it, some of it or all of it has been told.
            let sums = untold[reference, default: []].reduce(into: Set<Int64>([0])) { sums, value in
                sums.formUnion(sums.map { $0 + value })
            }
            guard !sums.contains(more) else { continue }
            let what = "\(reference) has \(more) more there than here: \(books.story(of: reference))"
            found.append(Violation(rule: .money, what: what))
        }
        let kept = Set(ledger.money.filter { $0.fate == "kept" }.map(\.order))
        let explained = Set(ledger.holds.compactMap(\.order))
        for order in ledger.orders where (order.state == "paid") != kept.contains(order.id) {
            found.append(Violation(rule: .money, what: "\(order.id) is \(order.state), and keeps money or not"))
        }
        for money in ledger.money where money.fate == "returning" && !explained.contains(money.order) {
            found.append(Violation(rule: .money, what: "\(money.reference) of \(money.order) does not get home"))
        }
        return found
    }

    /// What the acquirer gave back is what the ledger asked to be given back.
    private var returned: [Violation] {
        var here: [String: Int64] = [:]
        var there: [String: Int64] = [:]
        for refund in ledger.refunds where refund.kind == "done" { here[refund.attempt, default: 0] += refund.amount }
        for refund in books.refunds where refund.status == "done" {
            there[refund.order_no, default: 0] += refund.amount.value
        }
        return Set(here.keys).union(there.keys).filter { here[$0] != there[$0] }.map {
            Violation(rule: .refund, what: "\($0): \(there[$0] ?? 0) went back, and \(here[$0] ?? 0) is known here")
        }
    }
}

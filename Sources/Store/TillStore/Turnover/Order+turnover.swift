// SPDX-License-Identifier: Apache-2.0

import TillCore

extension Order {
    /// What it has added to the turnover: its sale, and what of it is back. It only ever grows, because nothing
    /// leaves a final state.
    var turnover: [TurnoverItem] {
        transactions.filter { $0.fate == .kept }.flatMap { money -> [TurnoverItem] in
            let sale = TurnoverItem(
                kind: .sale, name: money.key.acquirerReference, account: money.key.account, amount: money.amount,
                at: money.paidAt ?? money.learntAt)
            let back = refunds.filter { $0.state == .done && $0.transaction == money.key }
            return [sale]
                + back.map { refund in
                    TurnoverItem(
                        kind: .refund, name: refund.id.text, account: money.key.account, amount: refund.amount,
                        at: refund.doneAt ?? refund.askedAt ?? money.learntAt)
                }
        }
    }

    /// What a change has added to the turnover.
    ///
    /// - Parameter before: the order before the change; nil if there was none.
    func turnover(since before: Order?) -> [TurnoverItem] {
        // Most changes add nothing, and are over here.
        guard transactions.contains(where: { $0.fate == .kept }) else { return [] }
        if let before, before.transactions == transactions, before.refunds == refunds { return [] }
        let known = before?.turnover ?? []
        return turnover.filter { item in !known.contains { $0.isAbout(item) } }
    }
}

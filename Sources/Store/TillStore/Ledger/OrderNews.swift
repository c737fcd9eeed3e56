// SPDX-License-Identifier: Apache-2.0

import Meters
import TillCore

/// What one write changed about an order; counted once it is saved.
struct OrderNews: Sendable {
    /// The order as it was; nil if it was opened.
    let before: Order?
    /// The order as it is.
    let order: Order
    /// Ledger time of the write.
    let at: Timestamp

    /// Counts it.
    func count(in meters: Meters) {
        if before == nil, let account = order.attempts.first?.account { meters.ordersOpened.note([account.text]) }
        countEnd(in: meters)
        countCode(in: meters)
        // Nothing leaves a final state: what comes now is for a sale that is over.
        if let before, before.state == .closed {
            for transaction in order.transactions.dropFirst(before.transactions.count) {
                meters.paymentsLate.note([transaction.key.account.text])
            }
        }
        countRefunds(in: meters)
    }

    private func countEnd(in meters: Meters) {
        guard before?.state != order.state else { return }
        switch order.state {
        case .paid:
            guard let account = order.keptTransaction?.key.account.text else { return }
            meters.ordersPaid.note([account])
            meters.paidDuration.note(at.since(order.openedAt), [account])
        case .closed:
            guard let attempt = order.currentAttempt else { return }
            meters.ordersClosed.note([attempt.account.text, Self.reason(attempt.state)])
        case .open, .cancelling: break
        }
    }

    /// The first code of a sale, however many attempts it took.
    private func countCode(in meters: Meters) {
        guard let attempt = order.attempts.first(where: { $0.code != nil }),
            before?.attempts.contains(where: { $0.code != nil }) != true
        else { return }
        meters.codeDuration.note(at.since(order.openedAt), [attempt.account.text])
    }

    private func countRefunds(in meters: Meters) {
        for (position, refund) in order.refunds.enumerated() {
            let account = refund.transaction.account.text
            let earlier = before.flatMap { $0.refunds.indices.contains(position) ? $0.refunds[position] : nil }
            if earlier == nil { meters.refundsAsked.note([account, "\(refund.reason)"]) }
            guard earlier?.state.isFinal != true else { continue }
            switch refund.state {
            case .done: meters.refundsEnded.note([account, "done"])
            case .refused: meters.refundsEnded.note([account, "refused"])
            case .asked, .sent, .unknown: break
            }
        }
    }

    /// Why an attempt ended, as one of few words: what an acquirer said besides is for the journal.
    private static func reason(_ state: AttemptState) -> String {
        guard case .closed(let reason) = state else { return "other" }
        return switch reason {
        case .cancelled: "cancelled"
        case .expired: "expired"
        case .refused: "refused"
        case .lost: "lost"
        case .replaced: "replaced"
        case .superseded: "superseded"
        case .wrongMoney: "wrong_money"
        }
    }
}

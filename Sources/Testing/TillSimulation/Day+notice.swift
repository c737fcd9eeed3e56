// SPDX-License-Identifier: Apache-2.0

import TillCore
import TillStore

extension Day {
    /// Counts the situations that the books tell of.
    func notice(_ orders: [Order], _ journal: [JournalRow]) {
        for row in journal { notice(row) }
        for order in orders {
            for transaction in order.transactions { notice(transaction, of: order) }
            for attempt in order.attempts { notice(attempt) }
            for refund in order.refunds where refund.reason == .asked && refund.amount != order.amount {
                report.note(.partRefund)
            }
            for job in order.prints { notice(job) }
            for hold in order.holds {
                if case .lateMoney = hold.reason { report.note(.lateAsked) }
            }
        }
    }

    private func notice(_ transaction: Transaction, of order: Order) {
        let attempt = order.attempt(transaction.attempt)
        if case .closed(.replaced)? = attempt?.state { report.note(.replacedPaid) }
        if order.attempts.last?.reference != transaction.attempt { report.note(.replacedPaid) }
        if transaction.amount != order.amount { report.note(.wrongMoney) }
        if order.state == .closed, order.lateMoney == .keep, transaction.fate == .kept { report.note(.lateKept) }
        for refund in order.refunds where refund.transaction == transaction.key {
            switch refund.reason {
            case .late: report.note(.latePaid)
            case .surplus: report.note(.paidTwice)
            case .cancelled: report.note(.paidWhileCancelling)
            case .elsewhere: report.note(.refundElsewhere)
            case .asked, .decided: break
            }
        }
        if transaction.source == .notify, attempt?.code == nil { report.note(.notifyFirst) }
    }

    private func notice(_ attempt: PaymentAttempt) {
        guard case .closed(let reason) = attempt.state else { return }
        switch reason {
        case .expired: report.note(.expired)
        case .cancelled: report.note(.cancelled)
        case .refused: report.note(.refusedByAcquirer)
        case .lost: report.note(.createMissing)
        case .replaced, .superseded, .wrongMoney: break
        }
    }

    private func notice(_ job: PrintJob) {
        switch job.state {
        case .unconfirmed: report.note(.slipUnconfirmed)
        case .queued, .started, .printed, .doubtful, .abandoned: break
        }
        if job.mayBeDuplicate { report.note(.slipMarked) }
        if case .copy = job.kind { report.note(.reprint) }
    }

    private func notice(_ row: JournalRow) {
        switch row.entry {
        case .unbelieved(_, let why):
            report.note(.forged)
            if why.contains("check both clocks") { report.note(.clockRefused) }
        case .accepted(.newAttempt): report.note(.newAttempt)
        case .recorded(.attempt(_, .answerLost)): report.note(.createLost)
        case .recorded(.attempt(_, .notSent)): report.note(.createNeverSent)
        case .recorded(.attempt(_, .watchOver)): report.note(.watchOver)
        case .recorded(.attempt(_, .proven)): report.note(.provenClose)
        case .recorded(.attempt(_, .stuck)), .recorded(.refund(_, .stuck)): report.note(.stuck)
        case .recorded(.attempt(_, .outcome(.paid, .statement))): report.note(.foundByStatement)
        case .recorded(.statementLacks): report.note(.missingLine)
        case .recorded(.refund(_, .answerLost)): report.note(.refundLost)
        case .recorded(.refund(_, .outcome(.unseen))): report.note(.refundNeverArrived)
        case .recorded(.refund(_, .outcome(.pending))): report.note(.refundPending)
        case .recorded(.refund(_, .outcome(.refused))): report.note(.refundRefused)
        case .recorded(.print(_, .nothingPrinted)): report.note(.slipWaited)
        case .recorded(.print(_, .interrupted)): report.note(.slipInDoubt)
        case .recorded(.print(_, .torn)): report.note(.slipTorn)
        case .compared(_, _, _, let differences, _):
            report.note(differences == 0 ? .provenDay : .differentDay)
        case .started, .restored, .opened, .accepted, .recorded, .stray, .settledStray, .queueHeld, .queueReleased,
            .queueFlushed, .drainingBegun, .drainingEnded, .clockStepped:
            break
        case .timeCaughtUp: report.note(.timeCaughtUp)
        }
    }
}

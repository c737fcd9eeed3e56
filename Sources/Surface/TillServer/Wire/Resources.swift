// SPDX-License-Identifier: Apache-2.0

import TillAPI
import TillCore
import TillStore

extension OrderResource {
    /// An order as people and programs see it.
    init(_ order: Order, at now: Timestamp) {
        self.init(
            id: order.id.text, reference: order.reference,
            status: TillAPI.OrderStatus(rawValue: order.status.rawValue),
            amount: MoneyResource(order.amount),
            subject: order.subject.isEmpty ? nil : order.subject,
            attempts: order.attempts.map { AttemptResource($0) },
            transactions: order.transactions.map { TransactionResource($0) },
            refunds: order.refunds.map { RefundResource($0) },
            holds: order.holds.map { HoldResource($0, order: order.id) },
            prints: order.prints.map { PrintResource($0) },
            openedAt: WireTime(order.openedAt), deadline: WireTime(order.deadline),
            secondsLeft: max(0, Int(order.deadline.since(now).components.seconds)),
            version: Int64(order.version), metadata: order.metadata)
    }
}

extension MoneyResource {
    init(_ money: Money) { self.init(value: money.minorUnits, currency: money.currency.code) }
}

extension WireTime {
    init(_ time: Timestamp) {
        let range = WireTime.range
        self.init(
            milliseconds: min(max(time.milliseconds, range.lowerBound), range.upperBound))
    }
}

extension AttemptResource {
    init(_ attempt: PaymentAttempt) {
        self.init(
            reference: attempt.reference.text, account: attempt.account.text,
            state: Self.state(of: attempt.state), reason: Self.reason(of: attempt.state),
            detail: Self.detail(of: attempt.state),
            code: attempt.code.map {
                CodeResource(payload: $0.payload, expiresAt: $0.expiresAt.map { WireTime($0) })
            })
    }

    private static func state(of state: TillCore.AttemptState) -> TillAPI.AttemptState {
        switch state {
        // That a request is just on its way is nobody's business but ours.
        case .opened, .asking: .opened
        case .presented: .presented
        case .uncertain: .uncertain
        case .closing: .closing
        case .paid: .paid
        case .closed: .closed
        }
    }

    private static func detail(of state: TillCore.AttemptState) -> String? {
        switch state {
        case .closing(.refused(let words)), .closed(.refused(let words)): words
        case .opened, .asking, .presented, .uncertain, .closing, .paid, .closed: nil
        }
    }

    private static func reason(of state: TillCore.AttemptState) -> AttemptReason? {
        switch state {
        case .opened, .asking, .presented, .uncertain, .paid: return nil
        case .closing(let reason), .closed(let reason):
            switch reason {
            case .cancelled: return .cancelled
            case .expired: return .expired
            case .refused: return .refused
            case .lost: return .lost
            case .replaced: return .replaced
            case .superseded: return .superseded
            case .wrongMoney: return .wrongMoney
            }
        }
    }
}

extension TransactionResource {
    init(_ transaction: Transaction) {
        self.init(
            account: transaction.key.account.text,
            acquirerReference: transaction.key.acquirerReference,
            attempt: transaction.attempt.text, amount: MoneyResource(transaction.amount),
            fate: TillAPI.TransactionFate(rawValue: transaction.fate.rawValue),
            source: TransactionSource(rawValue: transaction.source.rawValue),
            learntAt: WireTime(transaction.learntAt))
    }
}

extension RefundResource {
    init(_ refund: Refund) {
        let state: TillAPI.RefundState =
            switch refund.state {
            case .asked: .asked
            case .sent: .sent
            case .unknown: .unknown
            case .done: .done
            case .refused: .refused
            }
        self.init(
            id: refund.id.text, acquirerReference: refund.transaction.acquirerReference,
            reason: TillAPI.RefundReason(rawValue: refund.reason.rawValue),
            amount: MoneyResource(refund.amount), state: state,
            note: refund.note.isEmpty ? nil : refund.note)
    }
}

extension PrintResource {
    init(_ job: PrintJob) {
        let kind: PrintKind
        var copy = 0
        switch job.kind {
        case .sale: kind = .sale
        case .copy(let number): (kind, copy) = (.copy, number)
        case .refund: kind = .refund
        case .code: kind = .code
        }
        self.init(
            id: job.id.text, kind: kind, copy: copy,
            state: TillAPI.PrintState(rawValue: job.state.rawValue))
    }
}

extension HoldResource {
    init(_ hold: Hold, order: OrderID?) {
        self.init(
            id: hold.id.text, about: hold.reason.word, detail: hold.reason.sentence,
            openedAt: WireTime(hold.openedAt),
            settled: hold.settlement.map {
                TillAPI.HoldSettlement(
                    decision: $0.decision.rawValue, by: $0.by, note: $0.note, at: WireTime($0.at))
            },
            decisions: hold.reason.decisions.map(\.rawValue), order: order?.text)
    }
}

extension HoldReason {
    /// The reason's word in the API.
    var word: String {
        switch self {
        case .amountDiffers: "amount_differs"
        case .refundRefused: "refund_refused"
        case .refundDoneAfterAll: "refund_done_after_all"
        case .receiptInDoubt: "receipt_in_doubt"
        case .strayNotify: "stray_notify"
        case .lateMoney: "late_money"
        case .refundedElsewhere: "refunded_elsewhere"
        case .missingInStatement: "missing_in_statement"
        case .refundDiffers: "refund_differs"
        case .strayLine: "stray_line"
        case .stuckAttempt: "stuck_attempt"
        case .stuckRefund: "stuck_refund"
        case .displayDiffers: "display_differs"
        }
    }

    /// What a person has to know to decide.
    var sentence: String {
        switch self {
        case .amountDiffers(let key, let reported):
            "the acquirer of \(key.account) reports \(reported) as \(key.acquirerReference), which is not what the sale was for"
        case .refundRefused(let refund, let reason): "refund \(refund) was not done: \(reason)"
        case .refundDoneAfterAll(let refund):
            "refund \(refund) was refused, and now the acquirer says that it is done: do not pay it again"
        case .receiptInDoubt(let job):
            "printing \(job) broke off: look whether the slip came out whole"
        case .strayNotify(let account, let subject):
            "the acquirer of \(account) told us of \(subject), which belongs to no order here"
        case .lateMoney(let key):
            "\(key.acquirerReference) came after the sale was over: keep it or give it back"
        case .refundedElsewhere(let refund, let amount):
            "the acquirer gave \(amount) back as \(refund), which nobody here asked for"
        case .missingInStatement(.transaction(let key), let day):
            "the statement of \(day) of \(key.account) lacks \(key.acquirerReference): ask the acquirer where the money is"
        case .missingInStatement(.refund(let refund), let day):
            "the statement of \(day) lacks refund \(refund): ask the acquirer whether it was done"
        case .refundDiffers(let refund, let reported):
            "the acquirer's statement has refund \(refund) with \(reported)"
        case .strayLine(let account, let day, let subject):
            "the statement of \(day) of \(account) has \(subject), which belongs to no order here"
        case .stuckAttempt(let attempt):
            "nobody can tell what became of \(attempt): ask the acquirer; it is asked about all the same"
        case .stuckRefund(let refund):
            "nobody can tell what became of refund \(refund): ask the acquirer; it is asked about all the same"
        case .displayDiffers(let attempt, let seen):
            "the customer's screen showed \(seen) in place of the code of \(attempt): look at the screen, then ask for a new code"
        }
    }
}

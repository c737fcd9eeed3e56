// SPDX-License-Identifier: Apache-2.0

import GRDB
import TillCore

extension OrderRecord {
    static func save(
        _ attempt: PaymentAttempt, _ position: Int, of order: OrderID, in db: Database
    ) throws {
        try db.run(
            """
            INSERT INTO attempts (reference, order_id, position, account, kind, body)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (reference) DO UPDATE SET kind = excluded.kind, body = excluded.body
            WHERE order_id = excluded.order_id
            """,
            arguments: [
                attempt.reference.text, order.text, position, attempt.account.text,
                kind(of: attempt.state), try JSON.text(of: attempt),
            ])
        try checkSaved(in: db)
    }

    static func save(
        _ transaction: Transaction, _ position: Int, of order: OrderID, in db: Database
    ) throws {
        try db.run(
            """
            INSERT INTO transactions
                (account, acquirer_reference, order_id, position, amount, currency, fate, body,
                paid_at, learnt_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (account, acquirer_reference)
            DO UPDATE SET fate = excluded.fate, body = excluded.body
            WHERE order_id = excluded.order_id
            """,
            arguments: [
                transaction.key.account.text, transaction.key.acquirerReference, order.text,
                position, transaction.amount.minorUnits, transaction.amount.currency.code,
                transaction.fate.rawValue, try JSON.text(of: transaction),
                transaction.paidAt?.milliseconds, transaction.learntAt.milliseconds,
            ])
        try checkSaved(in: db)
    }

    static func save(_ refund: Refund, _ position: Int, of order: OrderID, in db: Database) throws {
        try db.run(
            """
            INSERT INTO refunds (id, order_id, position, amount, kind, body, account, done_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, body = excluded.body,
                done_at = excluded.done_at
            WHERE order_id = excluded.order_id
            """,
            arguments: [
                refund.id.text, order.text, position, refund.amount.minorUnits,
                kind(of: refund.state), try JSON.text(of: refund),
                refund.transaction.account.text, refund.doneAt?.milliseconds,
            ])
        try checkSaved(in: db)
    }

    static func save(_ hold: Hold, _ position: Int, of order: OrderID?, in db: Database) throws {
        try db.run(
            """
            INSERT INTO holds (id, order_id, position, is_open, body) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET is_open = excluded.is_open, body = excluded.body
            WHERE order_id IS excluded.order_id
            """,
            arguments: [hold.id.text, order?.text, position, hold.isOpen, try JSON.text(of: hold)])
        try checkSaved(in: db)
    }

    static func save(_ job: PrintJob, _ position: Int, of order: OrderID, in db: Database) throws {
        try db.run(
            """
            INSERT INTO prints (id, order_id, position, state, body) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET state = excluded.state, body = excluded.body
            WHERE order_id = excluded.order_id
            """,
            arguments: [
                job.id.text, order.text, position, job.state.rawValue, try JSON.text(of: job),
            ])
        try checkSaved(in: db)
    }

    /// A part whose name another order has is not saved, and then nothing is.
    private static func checkSaved(in db: Database) throws {
        guard db.changesCount == 1 else {
            throw DatabaseError(message: "a part of an order has the name of another order's")
        }
    }

    static func kind(of state: AttemptState) -> String {
        switch state {
        case .opened: "opened"
        case .asking: "asking"
        case .presented: "presented"
        case .uncertain: "uncertain"
        case .closing: "closing"
        case .paid: "paid"
        case .closed: "closed"
        }
    }

    static func kind(of state: RefundState) -> String {
        switch state {
        case .asked: "asked"
        case .sent: "sent"
        case .unknown: "unknown"
        case .done: "done"
        case .refused: "refused"
        }
    }
}

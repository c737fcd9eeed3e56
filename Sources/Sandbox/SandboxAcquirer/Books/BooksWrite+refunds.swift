// SPDX-License-Identifier: Apache-2.0

import GRDB

extension BooksWrite {
    /// The refund of the platform's number, when it is this merchant's.
    func refund(_ id: String, of merchant: String) throws -> Refund? {
        try row("SELECT * FROM refunds WHERE id = ? AND merchant = ?", [id, merchant]).map(refund(from:))
    }

    /// The refund of the platform's number.
    func refund(_ id: String) throws -> Refund? {
        try row("SELECT * FROM refunds WHERE id = ?", [id]).map(refund(from:))
    }

    /// The refund of a merchant's number.
    func refund(refundNo: String, of merchant: String) throws -> Refund? {
        try row("SELECT * FROM refunds WHERE merchant = ? AND refund_no = ?", [merchant, refundNo]).map(refund(from:))
    }

    /// The newest refunds, newest first.
    func refunds(orderNo: String?, limit: Int) throws -> [Refund] {
        try rows(
            "SELECT * FROM refunds WHERE ?1 IS NULL OR order_no = ?1 ORDER BY rowid DESC LIMIT ?2", [orderNo, limit]
        ).map(refund(from:))
    }

    /// Minor units of a payment that are refunded or on their way back.
    func refunding(_ payment: String) throws -> Int64 {
        try number("SELECT ifnull(sum(amount), 0) FROM refunds WHERE payment = ? AND status <> 'failed'", [payment])
            ?? 0
    }

    /// Enters a new refund.
    func insert(_ refund: Refund) throws {
        try run(
            """
            INSERT INTO refunds (id, merchant, refund_no, payment, order_no, content, amount, currency, reason, status,
                created_at, done_at, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                refund.id, refund.merchant, refund.refundNo, refund.payment, refund.orderNo, refund.content,
                refund.amount.value, refund.amount.currency, refund.reason, refund.status.rawValue, refund.createdAt,
                refund.doneAt, refund.version,
            ])
    }

    /// Saves what changed in a refund.
    func update(_ refund: Refund) throws {
        try run(
            "UPDATE refunds SET status = ?, done_at = ?, version = ? WHERE id = ?",
            [refund.status.rawValue, refund.doneAt, refund.version, refund.id])
    }

    /// Enters money that came in for a payment.
    func takeIn(_ amount: Amount, for payment: String, at time: Int64) throws {
        try run(
            "INSERT INTO transactions (payment, refund, direction, amount, currency, at) VALUES (?, NULL, 'in', ?, ?, ?)",
            [payment, amount.value, amount.currency, time])
    }

    /// Enters money that went back for a refund.
    func giveBack(_ refund: Refund, at time: Int64) throws {
        try run(
            "INSERT INTO transactions (payment, refund, direction, amount, currency, at) VALUES (?, ?, 'out', ?, ?, ?)",
            [refund.payment, refund.id, refund.amount.value, refund.amount.currency, time])
    }

    /// What is held for every order number, also where nothing is left.
    func held(orderNo: String?, limit: Int) throws -> [HeldMoney] {
        try rows(
            """
            SELECT p.merchant, p.order_no, t.currency, sum(CASE t.direction WHEN 'in' THEN t.amount ELSE -t.amount END) AS held
            FROM transactions t JOIN payments p ON p.id = t.payment
            WHERE ?1 IS NULL OR p.order_no = ?1
            GROUP BY p.merchant, p.order_no, t.currency ORDER BY max(t.id) DESC LIMIT ?2
            """, [orderNo, limit]
        ).map { row in
            HeldMoney(
                merchant: row["merchant"], orderNo: row["order_no"],
                amount: Amount(value: row["held"], currency: row["currency"]))
        }
    }

    private func refund(from row: Row) throws -> Refund {
        Refund(
            id: row["id"], merchant: row["merchant"], refundNo: row["refund_no"], payment: row["payment"],
            orderNo: row["order_no"], content: row["content"],
            amount: Amount(value: row["amount"], currency: row["currency"]), reason: row["reason"],
            status: try word(row, "status", of: "refunds"), createdAt: row["created_at"], doneAt: row["done_at"],
            version: row["version"])
    }
}

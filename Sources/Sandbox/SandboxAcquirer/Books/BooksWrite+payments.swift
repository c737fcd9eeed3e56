// SPDX-License-Identifier: Apache-2.0

import GRDB

extension BooksWrite {
    /// The payment of the platform's number, when it is this merchant's.
    func payment(_ id: String, of merchant: String) throws -> Payment? {
        try row("SELECT * FROM payments WHERE id = ? AND merchant = ?", [id, merchant]).map(payment(from:))
    }

    /// The payment of the platform's number.
    func payment(_ id: String) throws -> Payment? {
        try row("SELECT * FROM payments WHERE id = ?", [id]).map(payment(from:))
    }

    /// The first payment of a merchant's number.
    func payment(orderNo: String, of merchant: String) throws -> Payment? {
        try row("SELECT * FROM payments WHERE merchant = ? AND order_no = ? AND twin_of IS NULL", [merchant, orderNo])
            .map(payment(from:))
    }

    /// The payment of a phone page.
    func payment(codeID: String) throws -> Payment? {
        try row("SELECT * FROM payments WHERE code_id = ?", [codeID]).map(payment(from:))
    }

    /// The newest payments, newest first.
    func payments(orderNo: String?, limit: Int) throws -> [Payment] {
        try rows(
            "SELECT * FROM payments WHERE ?1 IS NULL OR order_no = ?1 ORDER BY rowid DESC LIMIT ?2", [orderNo, limit]
        ).map(payment(from:))
    }

    /// Enters a new payment and its first version.
    func insert(_ payment: Payment, resource: JSONValue) throws {
        try run(
            """
            INSERT INTO payments (id, merchant, order_no, twin_of, content, script, status, amount, currency, flow, subject,
                notify_url, code_id, expires_at, created_at, paid_at, paid_amount, paid_currency, payer, refunded, version,
                terminal)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                payment.id, payment.merchant, payment.orderNo, payment.twinOf, payment.content,
                payment.script.description,
                payment.status.rawValue, payment.amount.value, payment.amount.currency, payment.flow.rawValue,
                payment.subject,
                payment.notifyURL, payment.codeID, payment.expiresAt, payment.createdAt, payment.paidAt,
                payment.paidAmount?.value, payment.paidAmount?.currency, payment.payer, payment.refunded,
                payment.version, payment.terminal,
            ])
        try keepVersion(payment, resource: resource, at: payment.createdAt)
    }

    /// Saves what changed in a payment, and its new version.
    func update(_ payment: Payment, resource: JSONValue, at time: Int64) throws {
        try run(
            """
            UPDATE payments SET status = ?, paid_at = ?, paid_amount = ?, paid_currency = ?, payer = ?, refunded = ?, version = ?
            WHERE id = ?
            """,
            [
                payment.status.rawValue, payment.paidAt, payment.paidAmount?.value, payment.paidAmount?.currency,
                payment.payer, payment.refunded, payment.version, payment.id,
            ])
        try keepVersion(payment, resource: resource, at: time)
    }

    /// The payment's resource as it was at a time; nil when it was not there yet.
    func version(of payment: String, at time: Int64) throws -> String? {
        try row(
            "SELECT resource FROM payment_versions WHERE payment = ? AND at <= ? ORDER BY version DESC LIMIT 1",
            [payment, time])?["resource"]
    }

    private func keepVersion(_ payment: Payment, resource: JSONValue, at time: Int64) throws {
        try run(
            "INSERT INTO payment_versions (payment, version, at, resource) VALUES (?, ?, ?, ?)",
            [payment.id, payment.version, time, String(decoding: resource.bytes, as: UTF8.self)])
    }

    private func payment(from row: Row) throws -> Payment {
        let paidValue: Int64? = row["paid_amount"]
        let paidCurrency: String? = row["paid_currency"]
        var paid: Amount?
        if let paidValue, let paidCurrency { paid = Amount(value: paidValue, currency: paidCurrency) }
        return Payment(
            id: row["id"], merchant: row["merchant"], orderNo: row["order_no"], twinOf: row["twin_of"],
            content: row["content"], terminal: row["terminal"], script: try script(row, of: "payments"),
            status: try word(row, "status", of: "payments"),
            amount: Amount(value: row["amount"], currency: row["currency"]),
            flow: try word(row, "flow", of: "payments"), subject: row["subject"], notifyURL: row["notify_url"],
            codeID: row["code_id"], expiresAt: row["expires_at"], createdAt: row["created_at"], paidAt: row["paid_at"],
            paidAmount: paid, payer: row["payer"], refunded: row["refunded"], version: row["version"])
    }
}

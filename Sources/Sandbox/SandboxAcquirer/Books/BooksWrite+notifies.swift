// SPDX-License-Identifier: Apache-2.0

import GRDB

extension BooksWrite {
    /// Enters a notify.
    func insert(_ notify: Notify) throws {
        try run(
            """
            INSERT INTO notifies (id, merchant, payment, url, type, body, state, due_at, tries, retry_delay, copies, held_back,
                flaw, created_at, last_status)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                notify.id, notify.merchant, notify.payment, notify.url, notify.type, notify.body, notify.state.rawValue,
                notify.dueAt, notify.tries, notify.retryDelay, notify.copies, notify.isHeldBack ? 1 : 0,
                notify.flaw?.rawValue, notify.createdAt, notify.lastStatus,
            ])
    }

    /// Saves what changed in a notify.
    func update(_ notify: Notify) throws {
        try run(
            "UPDATE notifies SET state = ?, due_at = ?, tries = ?, retry_delay = ?, copies = ?, last_status = ? WHERE id = ?",
            [
                notify.state.rawValue, notify.dueAt, notify.tries, notify.retryDelay, notify.copies, notify.lastStatus,
                notify.id,
            ])
    }

    /// The notify of that id.
    func notify(_ id: String) throws -> Notify? {
        try row("SELECT * FROM notifies WHERE id = ?", [id]).map(notify(from:))
    }

    /// What has to be sent by a time, in the order of its times.
    func notifies(dueBy time: Int64, limit: Int) throws -> [Notify] {
        try rows(
            "SELECT * FROM notifies WHERE due_at IS NOT NULL AND due_at <= ? ORDER BY due_at, number LIMIT ?",
            [time, limit]
        ).map(notify(from:))
    }

    /// The newest notifies, newest first.
    func notifies(orderNo: String?, limit: Int) throws -> [Notify] {
        try rows(
            """
            SELECT n.* FROM notifies n JOIN payments p ON p.id = n.payment
            WHERE ?1 IS NULL OR p.order_no = ?1 ORDER BY n.number DESC LIMIT ?2
            """, [orderNo, limit]
        ).map(notify(from:))
    }

    /// Lets the notifies of a payment go that wait for a next one.
    ///
    /// - Returns: whether one waited.
    func letHeldNotifiesGo(of payment: String, at time: Int64) throws -> Bool {
        try run(
            """
            UPDATE notifies SET due_at = min(due_at, ?)
            WHERE payment = ? AND held_back = 1 AND tries = 0 AND state = 'waiting'
            """, [time, payment])
        return database.changesCount > 0
    }

    /// Ends a merchant's endpoint, and what waits for it.
    func endEndpoint(_ url: String, of merchant: String, at time: Int64) throws {
        try run("INSERT OR REPLACE INTO ended_endpoints (merchant, url, at) VALUES (?, ?, ?)", [merchant, url, time])
        try run(
            "UPDATE notifies SET state = 'ended', due_at = NULL WHERE merchant = ? AND url = ? AND state = 'waiting'",
            [merchant, url])
    }

    /// Opens an endpoint again.
    func reopenEndpoint(_ url: String, of merchant: String) throws {
        try run("DELETE FROM ended_endpoints WHERE merchant = ? AND url = ?", [merchant, url])
    }

    /// Whether a merchant's endpoint has ended.
    func isEnded(_ url: String, of merchant: String) throws -> Bool {
        try number("SELECT 1 FROM ended_endpoints WHERE merchant = ? AND url = ?", [merchant, url]) != nil
    }

    private func flaw(_ row: Row) throws -> NotifyFlaw? {
        let text: String? = row["flaw"]
        return try text.map { _ in try word(row, "flaw", of: "notifies") }
    }

    private func notify(from row: Row) throws -> Notify {
        Notify(
            id: row["id"], merchant: row["merchant"], payment: row["payment"], url: row["url"], type: row["type"],
            body: row["body"], state: try word(row, "state", of: "notifies"), dueAt: row["due_at"], tries: row["tries"],
            retryDelay: row["retry_delay"], copies: row["copies"], isHeldBack: (row["held_back"] as Int64) != 0,
            flaw: try flaw(row), createdAt: row["created_at"],
            lastStatus: row["last_status"])
    }
}

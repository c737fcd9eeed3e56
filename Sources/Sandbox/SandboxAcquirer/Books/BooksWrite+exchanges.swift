// SPDX-License-Identifier: Apache-2.0

import GRDB

extension BooksWrite {
    /// Enters an exchange, and forgets all but the newest.
    func insertExchange(_ record: JSONValue, orderNo: String?, keeping limit: Int) throws {
        try run(
            "INSERT INTO exchanges (order_no, record) VALUES (?, ?)",
            [orderNo, String(decoding: record.bytes, as: UTF8.self)])
        try run("DELETE FROM exchanges WHERE number <= ?", [database.lastInsertedRowID - Int64(limit)])
    }

    /// The newest exchanges, or those that follow a number, the oldest first.
    func exchanges(orderNo: String?, after number: Int64?, limit: Int) throws -> [(number: Int64, record: JSONValue)] {
        let condition = "(?1 IS NULL OR order_no = ?1) AND number > ?2"
        let order = number == nil ? "DESC" : "ASC"
        let rows = try rows(
            "SELECT * FROM exchanges WHERE \(condition) ORDER BY number \(order) LIMIT ?3",
            [orderNo, number ?? 0, limit])
        let found = try rows.map { row in (row["number"] as Int64, try record(row, of: "exchanges")) }
        return number == nil ? found.reversed() : found
    }

    /// Whether nothing has happened yet: no payment, no change of keys, no script for a payment to come.
    func isFresh() throws -> Bool {
        try number(
            """
            SELECT 1 WHERE EXISTS (SELECT 1 FROM payments) OR EXISTS (SELECT 1 FROM rotations)
                OR EXISTS (SELECT 1 FROM script_queue) OR EXISTS (SELECT 1 FROM script_choices)
            """) == nil
    }

    /// Keeps what is known of a notify that is being sent.
    func keepSent(_ notify: String, _ record: JSONValue) throws {
        try run(
            "INSERT OR REPLACE INTO sent_notifies (id, record) VALUES (?, ?)",
            [notify, String(decoding: record.bytes, as: UTF8.self)])
    }

    /// Takes out what is known of a notify that was sent.
    func takeSent(_ notify: String) throws -> JSONValue? {
        guard let row = try row("SELECT * FROM sent_notifies WHERE id = ?", [notify]) else { return nil }
        try run("DELETE FROM sent_notifies WHERE id = ?", [notify])
        return try record(row, of: "sent_notifies")
    }

    private func record(_ row: Row, of table: String) throws -> JSONValue {
        let text: String = row["record"]
        do throws(JSONFault) {
            return try JSONParser.value(of: Array(text.utf8))
        } catch {
            throw BooksError.unreadable(table: table, column: "record", value: String(text.prefix(64)))
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

import GRDB

extension BooksWrite {
    /// Enters what is going to happen.
    func schedule(_ kind: BookEventKind, of payment: String, refund: String? = nil, at time: Int64) throws {
        try run(
            "INSERT INTO events (due_at, kind, payment, refund) VALUES (?, ?, ?, ?)",
            [time, kind.rawValue, payment, refund])
    }

    /// Takes out what happens next, if it is due.
    func takeEvent(dueBy time: Int64) throws -> BookEvent? {
        guard let row = try row("SELECT * FROM events WHERE due_at <= ? ORDER BY due_at, id LIMIT 1", [time]) else {
            return nil
        }
        try run("DELETE FROM events WHERE id = ?", [row["id"] as Int64])
        return BookEvent(
            dueAt: row["due_at"], kind: try word(row, "kind", of: "events"), payment: row["payment"],
            refund: row["refund"])
    }

    /// When something happens next.
    func nextDue() throws -> Int64? {
        let event = try number("SELECT min(due_at) FROM events")
        let notify = try number("SELECT min(due_at) FROM notifies WHERE due_at IS NOT NULL")
        guard let event, let notify else { return event ?? notify }
        return min(event, notify)
    }

    /// A number kept under a name.
    func setting(_ name: String) throws -> Int64? {
        try number("SELECT value FROM settings WHERE name = ?", [name])
    }

    /// Keeps a number under a name.
    func set(_ name: String, _ value: Int64) throws {
        try run("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", [name, value])
    }
}

// SPDX-License-Identifier: Apache-2.0

import GRDB
import TillCore

/// Makes an order out of its rows of the journal, with nothing but the core.
enum JournalReplay {
    /// The order that its rows tell of, up to a row; nil if they do not begin with an opening.
    static func order(_ id: OrderID, upTo seq: Int64 = .max, in db: Database) throws -> Order? {
        try story(id, upTo: seq, in: db).order
    }

    /// The order that its rows tell of, up to a row, and what each of them added to the turnover.
    static func story(
        _ id: OrderID, upTo last: Int64 = .max, in db: Database
    ) throws -> (order: Order?, turnover: [ToldTurnover]) {
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: "SELECT seq, at, boot, entry FROM journal WHERE order_id = ? AND seq <= ? ORDER BY seq"),
            arguments: [id.text, last])
        var order: Order?
        var turnover: [ToldTurnover] = []
        while let row = try rows.next() {
            let seq = try row.decode(Int64.self, atIndex: 0)
            let occasion = Occasion(
                at: Timestamp(milliseconds: try row.decode(Int64.self, atIndex: 1)),
                boot: try row.decode(Int.self, atIndex: 2))
            let text = try row.decode(String.self, atIndex: 3)
            let entry = try EntryScanner.entry(text) ?? JSON.value(JournalEntry.self, from: text)
            let before = order
            order = try entry.replayed(onto: before, on: occasion)
            turnover += (order?.turnover(since: before) ?? []).map { ToldTurnover(seq: seq, item: $0) }
        }
        return (order, turnover)
    }
}

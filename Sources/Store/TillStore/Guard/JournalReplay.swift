// SPDX-License-Identifier: Apache-2.0

import GRDB
import TillCore

/// Makes an order out of its rows of the journal, with nothing but the core.
enum JournalReplay {
    /// The order that its rows tell of; nil if they do not begin with an opening.
    static func order(_ id: OrderID, in db: Database) throws -> Order? {
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT * FROM journal WHERE order_id = ? ORDER BY seq"),
            arguments: [id.text])
        var order: Order?
        for row in try rows.map({ try Ledger.journalRow($0) }) {
            let occasion = Occasion(at: row.at, boot: row.boot)
            order = try row.entry.replayed(onto: order, on: occasion)
        }
        return order
    }
}

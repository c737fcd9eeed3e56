// SPDX-License-Identifier: Apache-2.0

import GRDB
import TillCore

/// The questions that a file must answer to be called good, each of which takes a while.
enum TableCheck {
    /// The tables that a check goes through one by one.
    static func tables(in db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
                ORDER BY name
                """)
    }

    /// Checks the pages of a table and of its indexes.
    ///
    /// - Returns: what is wrong; nil if nothing is.
    static func quickCheck(_ table: String, in db: Database) throws -> String? {
        try finding(of: "PRAGMA quick_check('\(table)')", in: db)
    }

    /// Checks all pages, and that indexes and tables say the same.
    ///
    /// - Returns: what is wrong; nil if nothing is.
    static func integrityCheck(in db: Database) throws -> String? {
        try finding(of: "PRAGMA integrity_check(1)", in: db)
    }

    private static func finding(of pragma: String, in db: Database) throws -> String? {
        let said: String?
        do {
            said = try String.fetchOne(db, sql: pragma)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            return error.message ?? "it cannot be read"
        }
        return said == "ok" ? nil : said?.split(separator: "\n").joined(separator: ", ") ?? "silence"
    }

    /// Compares orders with what the journal tells of them, until there are none left or `isOver`
    /// says so.
    ///
    /// - Parameter row: the row of the order after which to begin.
    /// - Returns: the row of the last order that was compared; nil if none was left.
    /// - Throws: ``LedgerError/orderDiffers(_:why:)``.
    static func compareOrders(after row: Int64, in db: Database, isOver: () -> Bool) throws
        -> Int64?
    {
        let mirror = try OrderMirror()
        var last: Int64?
        let rows = try Row.fetchCursor(
            db, sql: "SELECT rowid AS row, id FROM orders WHERE rowid > ? ORDER BY rowid",
            arguments: [row])
        while let next = try rows.next() {
            let id = OrderID(try next.value("id"))
            if let why = try difference(id, in: db, mirror) { throw LedgerError.orderDiffers(id, why: why) }
            last = try next.value("row")
            if isOver() { break }
        }
        return last
    }

    private static func difference(_ id: OrderID, in db: Database, _ mirror: OrderMirror) throws
        -> String?
    {
        let story: (order: Order?, turnover: [ToldTurnover])
        do {
            story = try JournalReplay.story(id, in: db)
        } catch let error as OrderError {
            return "its commands do not follow from one another: \(error)"
        }
        guard let told = story.order else { return "it was never opened" }
        guard try OrderRecord.load(id, in: db) == told else { return "its tables tell another story" }
        guard try mirror.columns(of: told) == OrderMirror.columns(of: id, in: db) else {
            return "its tables say one thing in two ways"
        }
        let numbered = try String.fetchAll(
            db, sql: "SELECT \(TurnoverItem.spelling) FROM turnover WHERE order_id = ? ORDER BY number",
            arguments: [id.text])
        guard numbered == story.turnover.map({ $0.item.spelling(seq: $0.seq) }) else {
            return "its running numbers are not those of its rows"
        }
        let owed = try String.fetchAll(
            db, sql: "SELECT effect || ' ' || lane || ' ' || is_watch FROM outbox WHERE order_id = ?",
            arguments: [id.text])
        let effects = try told.effects.map {
            "\(try JSON.text(of: $0)) \($0.lane.rawValue) \($0.isWatch ? 1 : 0)"
        }
        return effects.sorted() == owed.sorted() ? nil : "its outbox owes something else"
    }
}

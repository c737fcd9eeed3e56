// SPDX-License-Identifier: Apache-2.0

import GRDB
import TillCore

/// The table of running numbers.
enum Turnover {
    /// The last number; 0 if there is none.
    static func last(in db: Database) throws -> Int64 {
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(number) FROM turnover")) ?? 0
    }

    /// The last number that was given before a start of the daemon, which is the newest one; 0 if there is none.
    static func last(beforeStart boot: Int, in db: Database) throws -> Int64 {
        try Int64.fetchOne(
            db,
            sql: """
                SELECT number FROM turnover JOIN journal ON journal.seq = turnover.seq
                WHERE journal.boot <> ? ORDER BY number DESC LIMIT 1
                """, arguments: [boot]) ?? 0
    }

    /// Adds a line.
    static func insert(_ told: ToldTurnover, of order: OrderID, as number: Int64, in db: Database) throws {
        let item = told.item
        try db.run(
            """
            INSERT INTO turnover (number, seq, order_id, kind, name, account, amount, currency, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            arguments: [
                number, told.seq, order.text, item.kind.rawValue, item.name, item.account.text, item.signedUnits,
                item.amount.currency.code, item.at.milliseconds,
            ])
    }

    /// Numbers what an older program's ledger holds, in the order of its journal: the numbers that it would have
    /// today had there always been some.
    ///
    /// An order whose rows cannot be read gets none: a verification says why.
    static func number(in db: Database) throws {
        var found: [(order: OrderID, place: Int, told: ToldTurnover)] = []
        let orders = try String.fetchCursor(
            db, sql: "SELECT DISTINCT order_id FROM transactions WHERE fate = 'kept'")
        while let id = try orders.next().map({ OrderID($0) }) {
            guard let told = try turnover(of: id, in: db) else { continue }
            found += told.enumerated().map { (id, $0.offset, $0.element) }
        }
        // One row may add several lines, all of one order.
        found.sort { ($0.told.seq, $0.place) < ($1.told.seq, $1.place) }
        for (index, one) in found.enumerated() {
            try insert(one.told, of: one.order, as: Int64(index + 1), in: db)
        }
    }

    private static func turnover(of id: OrderID, in db: Database) throws -> [ToldTurnover]? {
        do {
            return try JournalReplay.story(id, in: db).turnover
        } catch is DecodingError {
            return nil
        } catch is OrderError {
            return nil
        }
    }

    /// A line as it is stored, with the time of its row of the journal.
    static func line(_ row: Row) throws -> TurnoverLine {
        let code: String = try row.value("currency")
        let word: String = try row.value("kind")
        guard let currency = Currency(code), let kind = TurnoverLine.Kind(rawValue: word) else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: [], debugDescription: "a line of the turnover with \"\(word)\" in \"\(code)\""))
        }
        return TurnoverLine(
            number: try row.value("number"), order: OrderID(try row.value("order_id")), kind: kind,
            account: AccountID(try row.value("account")),
            amount: try Money(checking: Int64(clamping: (try row.value("amount") as Int64).magnitude), currency),
            at: Timestamp(milliseconds: try row.value("at")),
            writtenAt: Timestamp(milliseconds: try row.value("written_at")))
    }
}

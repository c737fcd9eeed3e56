// SPDX-License-Identifier: Apache-2.0

import GRDB
import JournalChain
import Signing
package import TillCore

extension Ledger {
    /// Rows of the journal after a row, the oldest first.
    package func journal(after seq: Int64, limit: Int, about order: OrderID? = nil) async throws
        -> [JournalRow]
    {
        try await read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT * FROM journal WHERE seq > ? AND (? IS NULL OR order_id = ?)
                        ORDER BY seq LIMIT ?
                        """), arguments: [seq, order?.text, order?.text, limit]
            ).map { try Self.journalRow($0) }
        }
    }

    /// The number of the last row.
    package func journalHead() async throws -> Int64 {
        try await read { try Int64.fetchOne($0.cachedStatement(sql: "SELECT max(seq) FROM journal")) ?? 0 }
    }

    /// Checks the chain over a stretch of rows, and gives the last row's number.
    ///
    /// - Throws: ``LedgerError/brokenChain(seq:)`` with the first row that does not fit.
    package func verifyChain(after seq: Int64 = 0, limit: Int) async throws -> Int64 {
        try await read { try Self.verify(after: seq, limit: limit, in: $0).0 }
    }

    /// Checks the last rows, and gives the time of the very last.
    static func checkedHead(in db: Database) throws -> Timestamp? {
        let head = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(seq) FROM journal")) ?? 0
        return try verify(
            after: max(0, head - Int64(checkedAtStart)), limit: checkedAtStart, in: db
        ).1
    }

    /// Where the journal ends.
    static func head(in db: Database) throws -> LedgerHead {
        let seq = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(seq) FROM journal")) ?? 0
        return LedgerHead(
            epoch: try meta("epoch", in: db) ?? "", seq: seq, chain: try hash(of: seq, in: db))
    }

    /// The hash of a row, in hexadecimal digits.
    static func hash(of seq: Int64, in db: Database) throws -> String {
        Hex.encode(try chainHash(of: seq, in: db))
    }

    private static func chainHash(of seq: Int64, in db: Database) throws -> [UInt8] {
        guard seq > 0 else { return Chain.beginning }
        let hash = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT chain FROM journal WHERE seq = ?"), arguments: [seq])
        guard let hash else { throw LedgerError.brokenChain(seq: seq) }
        return try hash.bytes("chain")
    }

    /// Checks rows until there are none left, `limit` are checked, or `isOver` says so; gives the
    /// last row's number and time.
    static func verify(
        after seq: Int64, limit: Int, in db: Database, isOver: () -> Bool = { false }
    ) throws -> (Int64, Timestamp?) {
        var hash = try chainHash(of: seq, in: db)
        var last = seq
        var at: Timestamp?
        let rows = try Row.fetchCursor(
            db, sql: "SELECT * FROM journal WHERE seq > ? ORDER BY seq LIMIT ?",
            arguments: [seq, limit])
        while let row = try rows.next() {
            let link = Chain.Link(
                seq: try row.value("seq"), at: try row.value("at"), wall: try row.value("wall"),
                boot: try row.value("boot"), by: try row.value("by"),
                order: try row.value("order_id"),
                entry: Array((try row.value("entry") as String).utf8),
                status: try row.value("status"))
            hash = Chain.hash(link, after: hash)
            guard link.seq == last + 1, hash == (try row.bytes("chain")) else {
                throw LedgerError.brokenChain(seq: last + 1)
            }
            last = link.seq
            at = Timestamp(milliseconds: link.at)
            if isOver() { break }
        }
        return (last, at)
    }

    static func journalRow(_ row: Row) throws -> JournalRow {
        JournalRow(
            seq: try row.value("seq"),
            order: try (row.value("order_id") as String?).map { OrderID($0) },
            at: Timestamp(milliseconds: try row.value("at")),
            wall: Timestamp(milliseconds: try row.value("wall")), boot: try row.value("boot"),
            by: try row.value("by"),
            entry: try JSON.value(JournalEntry.self, from: try row.value("entry")),
            status: try row.value("status"))
    }
}

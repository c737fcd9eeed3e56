// SPDX-License-Identifier: Apache-2.0

import GRDB
package import TillCore

extension Ledger {
    /// Rows of the journal after a row, the oldest first.
    package func journal(after seq: Int64, limit: Int, about order: OrderID? = nil) async throws
        -> [JournalRow]
    {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM journal WHERE seq > ? AND (? IS NULL OR order_id = ?)
                    ORDER BY seq LIMIT ?
                    """, arguments: [seq, order?.text, order?.text, limit]
            ).map { try Self.journalRow($0) }
        }
    }

    /// The number of the last row.
    package func journalHead() async throws -> Int64 {
        try await read { try Int64.fetchOne($0, sql: "SELECT max(seq) FROM journal") ?? 0 }
    }

    /// Checks the chain over a stretch of rows, and gives the last row's number and hash.
    ///
    /// - Throws: ``LedgerError/brokenChain(seq:)`` with the first row that does not fit.
    package func verifyChain(after seq: Int64 = 0, limit: Int) async throws -> Int64 {
        try await read { db in
            let before = try Self.chainHash(of: seq, in: db)
            return try Self.verify(after: seq, startingFrom: before, limit: limit, in: db).0
        }
    }

    /// Checks the last rows, and gives the time of the very last.
    static func checkedHead(in db: Database) throws -> Timestamp? {
        let head = try Int64.fetchOne(db, sql: "SELECT max(seq) FROM journal") ?? 0
        let from = max(0, head - Int64(checkedAtStart))
        let before = try chainHash(of: from, in: db)
        return try verify(after: from, startingFrom: before, limit: checkedAtStart, in: db).1
    }

    private static func chainHash(of seq: Int64, in db: Database) throws -> [UInt8] {
        guard seq > 0 else { return Chain.beginning }
        let hash = try Row.fetchOne(
            db, sql: "SELECT chain FROM journal WHERE seq = ?", arguments: [seq])
        guard let hash else { throw LedgerError.brokenChain(seq: seq) }
        return hash.bytes("chain")
    }

    private static func verify(
        after seq: Int64, startingFrom before: [UInt8], limit: Int, in db: Database
    ) throws -> (Int64, Timestamp?) {
        var hash = before
        var last = seq
        var at: Timestamp?
        let rows = try Row.fetchCursor(
            db, sql: "SELECT * FROM journal WHERE seq > ? ORDER BY seq LIMIT ?",
            arguments: [seq, limit])
        while let row = try rows.next() {
            let link = Chain.Link(
                seq: row["seq"], at: row["at"], wall: row["wall"], boot: row["boot"],
                by: row["by"], order: row["order_id"], entry: Array((row["entry"] as String).utf8),
                status: row["status"])
            hash = Chain.hash(link, after: hash)
            guard link.seq == last + 1, hash == row.bytes("chain") else {
                throw LedgerError.brokenChain(seq: last + 1)
            }
            last = link.seq
            at = Timestamp(milliseconds: link.at)
        }
        return (last, at)
    }

    private static func journalRow(_ row: Row) throws -> JournalRow {
        JournalRow(
            seq: row["seq"], order: (row["order_id"] as String?).map { OrderID($0) },
            at: Timestamp(milliseconds: row["at"]), wall: Timestamp(milliseconds: row["wall"]),
            boot: row["boot"], by: row["by"],
            entry: try JSON.value(JournalEntry.self, from: row["entry"]), status: row["status"])
    }
}

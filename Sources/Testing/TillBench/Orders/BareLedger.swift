// SPDX-License-Identifier: Apache-2.0

/// A file with the tables and indexes of a ledger, into which rows of orders are put by nothing but SQLite: the yardstick.
///
/// Each order is a write of its own with a sync of its own, just as safe from a power cut as the daemon's.
final class BareLedger {
    private let database: BareDatabase
    private let rows: OrderRows
    private let begin: BareStatement
    private let commit: BareStatement
    private let insertions: [BareStatement]
    private var number = 0

    /// Makes the file.
    ///
    /// - Parameters:
    ///   - like: a ledger that no daemon has open.
    ///   - names: the order in it whose rows are written.
    /// - Throws: ``BenchFault`` if the ledger cannot be read, or the file cannot be made.
    init(_ path: String, like: String, names: OrderNames) throws(BenchFault) {
        let ledger = try BareDatabase(like)
        rows = try OrderRows(names, in: ledger)
        database = try BareDatabase(path)
        try database.run(
            """
            PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
            PRAGMA journal_size_limit = 8388608;
            """)
        let schema = try ledger.rows(
            """
            SELECT sql FROM sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL
            AND name NOT LIKE 'sqlite_%' ORDER BY rowid
            """)
        for row in schema {
            guard case .text(let sql)? = row.first else { continue }
            try database.run(String(decoding: sql, as: UTF8.self))
        }
        begin = try database.statement("BEGIN IMMEDIATE")
        commit = try database.statement("COMMIT")
        var insertions: [BareStatement] = []
        for table in rows.tables { insertions.append(try database.statement(table.insertion)) }
        self.insertions = insertions
    }

    /// Rows of one order.
    var rowsOfOne: Int { rows.count }

    /// Rows that a table has.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` if there is no such table.
    func count(_ table: String) throws(BenchFault) -> Int64 { try database.number("SELECT count(*) FROM \(table)") }

    /// Writes orders, one after the other.
    ///
    /// - Returns: Seconds of each, from its BEGIN to the end of its COMMIT.
    /// - Throws: ``BenchFault/missing(_:)`` if SQLite refuses.
    func write(_ count: Int) throws(BenchFault) -> [Double] {
        var times: [Double] = []
        times.reserveCapacity(count)
        for _ in 0..<count {
            number += 1
            let names = OrderNames(number: number, time: 1_800_000_000_000 + Int64(number)).all
            let values = rows.tables.map { table in
                table.rows.indices.map { table.values($0, names: names, shift: Int64(number), journal: 1) }
            }
            let start = Ticks.now()
            try begin.run()
            for (insertion, rows) in zip(insertions, values) {
                for row in rows { try insertion.run(row) }
            }
            try commit.run()
            times.append(Ticks.now() - start)
        }
        return times
    }
}

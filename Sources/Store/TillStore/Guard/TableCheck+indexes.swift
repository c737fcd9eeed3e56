// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB

extension TableCheck {
    /// Checks that every index of a table has its rows as the table has them: an answer that comes
    /// out of an index alone would else hide what is wrong with the table.
    ///
    /// It is what `integrity_check` does, for a stretch of rows at a time.
    ///
    /// - Parameter row: the row after which to begin.
    /// - Returns: the last row of the stretch; nil if none was left.
    /// - Throws: ``LedgerError/damaged(path:why:)``.
    static func compareIndexes(
        of table: String, after row: Int64, limit: Int, path: String, in db: Database
    ) throws -> Int64? {
        let last = try Int64.fetchOne(
            db,
            sql: """
                SELECT max(row) FROM
                (SELECT rowid AS row FROM "\(table)" NOT INDEXED WHERE rowid > ? ORDER BY rowid LIMIT ?)
                """, arguments: [row, limit])
        guard let last else { return nil }
        let indexes = try Row.fetchAll(
            db,
            sql: """
                SELECT list.name, schema.sql FROM pragma_index_list(?) AS list
                LEFT JOIN sqlite_schema AS schema ON schema.name = list.name
                """, arguments: [table])
        for index in indexes {
            let name: String = try index.value("name")
            let columns = try String.fetchAll(
                db, sql: "SELECT name FROM pragma_index_info(?) ORDER BY seqno", arguments: [name])
            // An index of some rows only says which in its definition.
            let definition = (try index.value("sql") as String?) ?? ""
            let words = definition.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                .components(separatedBy: " WHERE ")
            let condition = words.count == 2 ? "AND (\(words[1]))" : ""
            let same = columns.map { "own.\"\($0)\" IS other.\"\($0)\"" }.joined(separator: " AND ")
            let missing = try Int64.fetchOne(
                db,
                sql: """
                    SELECT own.rowid FROM "\(table)" AS own NOT INDEXED
                    WHERE own.rowid > ? AND own.rowid <= ? \(condition) AND NOT EXISTS (
                        SELECT 1 FROM
                        (SELECT rowid AS row, * FROM "\(table)" INDEXED BY "\(name)" WHERE true \(condition)) AS other
                        WHERE \(same) AND other.row = own.rowid)
                    LIMIT 1
                    """, arguments: [row, last])
            if let missing {
                throw LedgerError.damaged(
                    path: path, why: "row \(missing) of \(table) is not what its index \(name) says")
            }
        }
        return last
    }
}

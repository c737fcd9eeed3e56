// SPDX-License-Identifier: Apache-2.0

import CStore

/// A connection to SQLite with nothing around it.
///
/// Source: SQLite, "C-language Interface Specification".
final class BareDatabase {
    private let connection: OpaquePointer

    /// Opens a file, or makes it.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` if it cannot be opened.
    init(_ path: String) throws(BenchFault) {
        var opened: OpaquePointer?
        let result = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil)
        guard result == SQLITE_OK, let opened else {
            sqlite3_close_v2(opened)
            throw .missing("\(path) cannot be opened: SQLite says \(result)")
        }
        connection = opened
    }

    deinit { sqlite3_close_v2(connection) }

    /// Runs statements whose rows nobody wants.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` with what SQLite says.
    func run(_ sql: String) throws(BenchFault) {
        guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else { throw fault(sql) }
    }

    /// Compiles a statement.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` with what SQLite says.
    func statement(_ sql: String) throws(BenchFault) -> BareStatement {
        var compiled: OpaquePointer?
        guard sqlite3_prepare_v2(connection, sql, -1, &compiled, nil) == SQLITE_OK, let compiled else {
            throw fault(sql)
        }
        return BareStatement(compiled, sql: sql)
    }

    /// Reads all rows of a query.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` with what SQLite says.
    func rows(_ sql: String, _ values: [BareValue] = []) throws(BenchFault) -> [[BareValue]] {
        let statement = try statement(sql)
        return try statement.rows(values)
    }

    /// The one number that a query gives.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` if it gives none.
    func number(_ sql: String) throws(BenchFault) -> Int64 {
        guard case .integer(let number)? = try rows(sql).first?.first else { throw .missing("no number: \(sql)") }
        return number
    }

    /// Leaves triggers out from now on: a ledger guards itself by them against any hand.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` if SQLite cannot.
    func leaveTriggersOut() throws(BenchFault) {
        guard tilld_sqlite_configure(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0) == SQLITE_OK else {
            throw .missing("this SQLite cannot leave triggers out")
        }
    }

    private func fault(_ sql: String) -> BenchFault {
        .missing("SQLite says \"\(String(cString: sqlite3_errmsg(connection)))\" to: \(sql.prefix(200))")
    }
}

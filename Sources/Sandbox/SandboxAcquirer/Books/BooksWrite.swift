// SPDX-License-Identifier: Apache-2.0

import GRDB

/// The books while they are open for one write; gone when it ends.
struct BooksWrite {
    /// The connection, within its write.
    let database: Database

    /// Runs a statement that gives no rows.
    func run(_ sql: String, _ arguments: [(any DatabaseValueConvertible)?] = []) throws {
        try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments))
    }

    /// Every row of a query.
    func rows(_ sql: String, _ arguments: [(any DatabaseValueConvertible)?] = []) throws -> [Row] {
        try Row.fetchAll(try database.cachedStatement(sql: sql), arguments: StatementArguments(arguments))
    }

    /// The first row of a query.
    func row(_ sql: String, _ arguments: [(any DatabaseValueConvertible)?] = []) throws -> Row? {
        try Row.fetchOne(try database.cachedStatement(sql: sql), arguments: StatementArguments(arguments))
    }

    /// The first column of the first row, when it is a number.
    func number(_ sql: String, _ arguments: [(any DatabaseValueConvertible)?] = []) throws -> Int64? {
        try Int64.fetchOne(try database.cachedStatement(sql: sql), arguments: StatementArguments(arguments))
    }

    /// Runs a part of the write that is undone when it throws, while the rest of the write stays.
    func part<Value>(_ body: () throws -> Value) throws -> Value {
        var result: Value?
        try database.inSavepoint {
            result = try body()
            return .commit
        }
        guard let result else { throw DatabaseError(message: "a savepoint ended without its value") }
        return result
    }

    /// Reads a word that only some texts can be.
    func word<Word: RawRepresentable>(
        _ row: Row, _ column: String, of table: String, as: Word.Type = Word.self
    ) throws -> Word where Word.RawValue == String {
        let text: String = row[column]
        guard let word = Word(rawValue: text) else {
            throw BooksError.unreadable(table: table, column: column, value: text)
        }
        return word
    }

    /// Reads a script.
    func script(_ row: Row, of table: String) throws -> Script {
        let text: String = row["script"]
        do throws(ScriptError) {
            return try Script(text)
        } catch {
            throw BooksError.unreadable(table: table, column: "script", value: text)
        }
    }
}

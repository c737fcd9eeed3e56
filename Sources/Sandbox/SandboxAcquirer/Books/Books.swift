// SPDX-License-Identifier: Apache-2.0

import GRDB

/// The acquirer's books: merchants, payments, the money held for them, and what is still going to happen.
///
/// Everything the bank knows is in here, so books that are opened again go on where they were.
package struct Books: Sendable {
    private let queue: DatabaseQueue

    /// Opens books in memory that end with the value.
    ///
    /// - Throws: GRDB's `DatabaseError`.
    package init() throws {
        queue = try DatabaseQueue(configuration: Self.configuration(isFile: false))
        try prepare()
    }

    /// Opens or makes books in a file.
    ///
    /// - Throws: ``BooksError/newerSchema``, or GRDB's `DatabaseError` when the file cannot be opened or is no database.
    package init(path: String) throws {
        queue = try DatabaseQueue(path: path, configuration: Self.configuration(isFile: true))
        try prepare()
    }

    /// Runs one write: all of it is kept, or nothing.
    func write<Value>(_ body: (BooksWrite) throws -> Value) throws -> Value {
        try queue.write { try body(BooksWrite(database: $0)) }
    }

    /// Runs reads that see one state, since nobody writes meanwhile on the one connection.
    ///
    /// Without GRDB's guard against writes: that is a PRAGMA, and each one has SQLite compile every
    /// statement anew.
    func read<Value>(_ body: (BooksWrite) throws -> Value) throws -> Value {
        try queue.unsafeRead { try body(BooksWrite(database: $0)) }
    }

    private static func configuration(isFile: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.label = "books"
        if isFile {
            configuration.journalMode = .wal
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        }
        return configuration
    }

    private func prepare() throws {
        try queue.write { database in
            let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            guard version <= BooksSchema.version else { throw BooksError.newerSchema }
            guard version < BooksSchema.version else { return }
            for step in BooksSchema.steps[version...] { try database.execute(sql: step) }
            try database.execute(sql: "PRAGMA user_version = \(BooksSchema.version)")
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

import CStore
import GRDB

/// The one connection to a ledger's file, with every safety on.
enum LedgerConnection {
    /// What the header of a ledger's file says at offset 68: "TILL".
    ///
    /// Source: SQLite, "Database File Format", section 1.3.
    static let applicationID: Int32 = 0x5449_4C4C

    /// The write-ahead log is cut to this after a checkpoint, in bytes.
    private static let logMax = 8 << 20

    /// What no statement of a ledger comes near, so that a damaged file cannot ask for more.
    ///
    /// Source: SQLite, "Implementation Limits For SQLite".
    private static let limits: [(Int32, Int32)] = [
        (SQLITE_LIMIT_LENGTH, 16 << 20), (SQLITE_LIMIT_SQL_LENGTH, 1 << 20),
        (SQLITE_LIMIT_COLUMN, 100), (SQLITE_LIMIT_EXPR_DEPTH, 100),
        (SQLITE_LIMIT_COMPOUND_SELECT, 20), (SQLITE_LIMIT_FUNCTION_ARG, 32),
        (SQLITE_LIMIT_ATTACHED, 0), (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000),
        (SQLITE_LIMIT_VARIABLE_NUMBER, 1000), (SQLITE_LIMIT_TRIGGER_DEPTH, 10),
        (SQLITE_LIMIT_WORKER_THREADS, 0),
    ]

    /// How a connection to a file, or to memory, is set up.
    static func configuration(onDisk: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.label = "ledger"
        configuration.busyMode = .immediateError
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            try harden(db)
            guard onDisk else { return }
            // Exclusive, so that a stray sqlite3 cannot checkpoint under us: Debian's SQLite
            // loses pages when two connections do. Before anything is read, or it would map
            // shared memory.
            try db.execute(
                sql: """
                    PRAGMA locking_mode = EXCLUSIVE;
                    PRAGMA synchronous = FULL;
                    PRAGMA journal_size_limit = \(logMax);
                    """)
            // Until the file is known to be good, it is closed as it was found.
            keepLogOnClose(true, in: db)
        }
        return configuration
    }

    /// Makes a connection distrust the file that it reads.
    static func harden(_ db: Database) throws {
        for (limit, value) in limits { sqlite3_limit(db.sqliteConnection, limit, value) }
        _ = tilld_sqlite_configure(
            db.sqliteConnection, Int32(tilld_sqlite_defensive), 1)
        try db.execute(
            sql: """
                PRAGMA trusted_schema = OFF;
                PRAGMA cell_size_check = ON;
                PRAGMA mmap_size = 0;
                PRAGMA temp_store = MEMORY;
                """)
    }

    /// Decides whether closing moves the write-ahead log into the file.
    static func keepLogOnClose(_ keeps: Bool, in db: Database) {
        _ = tilld_sqlite_configure(
            db.sqliteConnection, Int32(tilld_sqlite_no_checkpoint_on_close),
            keeps ? 1 : 0)
    }

    /// Turns the write-ahead log on, for good: the file remembers it.
    ///
    /// - Throws: a database error if the file system cannot have one.
    static func turnLogOn(_ db: Database) throws {
        let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
        guard mode == "wal" else {
            throw DatabaseError(message: "its disk cannot have a write-ahead log")
        }
    }
}

/// What is known of the SQLite that the program runs with.
package enum SQLiteLibrary {
    /// Its version: `3.40.1`.
    package static var version: String { String(cString: sqlite3_libversion()) }

    /// Whether it can lose pages when two connections write and checkpoint at once.
    ///
    /// A ledger has one connection, so that this is for people to know.
    ///
    /// Source: SQLite, "Write-Ahead Logging", section "The WAL-Reset Bug".
    package static var hasLogResetBug: Bool { hasLogResetBug(Int(sqlite3_libversion_number())) }

    /// Whether a version has it; such as `3_040_001`.
    static func hasLogResetBug(_ version: Int) -> Bool {
        switch version {
        case 3_044_006..<3_045_000, 3_050_007..<3_051_000: false
        case 3_007_000..<3_051_003: true
        default: false
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

import CStore
import GRDB
import Glibc
import TillCore

/// The file of a backup: a ledger in one file, which opens from a medium that can only be read.
enum BackupFile {
    /// How a copy is written: nothing of it counts before the whole is on the disk.
    static var writing: Configuration {
        var configuration = Configuration()
        configuration.label = "backup"
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA locking_mode = EXCLUSIVE;
                    PRAGMA journal_mode = OFF;
                    PRAGMA synchronous = OFF;
                    """)
        }
        return configuration
    }

    /// How a copy is read.
    static var reading: Configuration {
        var configuration = Configuration()
        configuration.label = "backup"
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            try LedgerConnection.harden(db)
            try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
        }
        return configuration
    }

    /// Ends a copy: puts everything into the one file, for its owner only, and onto the disk.
    static func settle(_ path: String) throws {
        let database = try DatabaseQueue(path: path, configuration: reading)
        let mode = try database.inDatabase {
            try String.fetchOne($0, sql: "PRAGMA journal_mode = DELETE")
        }
        try database.close()
        guard mode == "delete" else {
            throw LedgerError.backupFailed(path: path, why: "it is not one file")
        }
        chmod(path, 0o600)
        DurableFile.giveToOwner(ofFolder: path)
        try DurableFile.sync(path)
    }

    /// Checks a ledger whole: pages, indexes, chain, each order against the journal, and the running numbers.
    ///
    /// - Throws: ``LedgerError`` with the first thing that does not fit.
    static func examine(_ db: Database, path: String) throws -> BackupContent {
        if let finding = try TableCheck.integrityCheck(in: db) {
            throw LedgerError.damaged(path: path, why: finding)
        }
        let (rows, at) = try Ledger.verify(after: 0, limit: .max, in: db)
        guard let at else { throw LedgerError.damaged(path: path, why: "its journal is empty") }
        var orders = 0
        _ = try TableCheck.compareOrders(after: 0, in: db) {
            orders += 1
            return false
        }
        var numbers = try TurnoverWalk(after: 0, in: db)
        do {
            _ = try numbers.walk(in: db, until: { false })
        } catch let fault as LedgerFault {
            throw LedgerError.damaged(path: path, why: "\(fault)")
        }
        return BackupContent(
            head: try Ledger.head(in: db), rows: rows, orders: orders, newest: at,
            terminals: try String.fetchAll(db, sql: "SELECT DISTINCT terminal FROM orders").map {
                TerminalID($0)
            })
    }
}

/// What a ledger that was checked whole holds.
struct BackupContent: Sendable {
    let head: LedgerHead
    let rows: Int64
    let orders: Int
    /// The time of the last row.
    let newest: Timestamp
    let terminals: [TerminalID]
}

// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB

/// Brings the file of a ledger to the schema of this program.
enum LedgerSchema {
    /// All migrations, the oldest first.
    static var migrations: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.register0001Ledger()
        migrator.register0002Statements()
        migrator.register0003Queue()
        migrator.register0004Turnover()
        migrator.register0005Followers()
        migrator.register0006Start()
        return migrator
    }

    /// Whether the file has tables at all.
    static func isThere(in db: Database) throws -> Bool {
        try db.tableExists("grdb_migrations")
            && !LedgerSchema.migrations.appliedIdentifiers(db).isEmpty
    }

    /// Whether the file has running numbers: a copy that an older program made has none.
    static func hasTurnover(in db: Database) throws -> Bool {
        try migrations.appliedIdentifiers(db).contains("0004-turnover")
    }

    /// Applies what is missing, each migration in a write of its own: a kill at any point leaves
    /// the schema before it or after it.
    ///
    /// A ledger that holds something is copied first, to `<ledger>.before-0002` and so on.
    static func migrate(
        _ database: DatabaseQueue, by migrator: DatabaseMigrator = migrations, path: String?
    ) throws {
        let (isThere, missing) = try database.read { db in
            let applied = try migrator.appliedIdentifiers(db)
            return (!applied.isEmpty, migrator.migrations.first { !applied.contains($0) })
        }
        guard let missing else { return }
        if isThere, let path { try copy(database, to: place(of: path, before: missing)) }
        try migrator.migrate(database)
    }

    /// Where the copy of a ledger lies that a migration is about to change.
    static func place(of path: String, before migration: String) -> String {
        "\(path).before-\(migration.prefix { $0 != "-" })"
    }

    /// Copies the ledger whole; no sale runs yet.
    private static func copy(_ database: DatabaseQueue, to path: String) throws {
        let part = "\(path).part"
        // What an earlier start left: the file has not changed since.
        try? FileManager.default.removeItem(atPath: part)
        let copy = try DatabaseQueue(path: part, configuration: BackupFile.writing)
        try database.backup(to: copy)
        try copy.close()
        try BackupFile.settle(part)
        guard rename(part, path) == 0 else { throw FileFault(path) }
        try DurableFile.sync(DurableFile.folder(of: path))
    }
}

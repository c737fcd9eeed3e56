// SPDX-License-Identifier: Apache-2.0

import CStore
import GRDB
import Glibc

/// A backup that was made, read again and found to be good.
package struct Backup: Sendable, Hashable {
    /// The file.
    package let path: String
    /// Its size.
    package let bytes: Int64
    /// Rows of its journal.
    package let rows: Int64
    /// Its orders.
    package let orders: Int
    /// Where its journal ends.
    package let head: LedgerHead
    /// The longest that a write had to wait for it.
    package let longestHold: Duration
}

extension Ledger {
    /// Copies the ledger while it is in use, reads the copy again, and gives it its name only if
    /// all of it is good and on the disk.
    ///
    /// Between its steps of a few milliseconds writes go on; the copy has those of them that were
    /// saved before the last step.
    ///
    /// - Parameters:
    ///   - path: the file to make, in a folder that is there.
    ///   - replacing: whether a file of that name may be replaced.
    /// - Throws: ``LedgerError/backupFailed(path:why:)``, and then nothing has that name that had
    ///   it not before.
    package func backup(to path: String, replacing: Bool = false) async throws -> Backup {
        guard guards.beginBackup() else {
            throw LedgerError.backupFailed(path: path, why: "another backup is being made: wait for it")
        }
        defer { guards.endBackup() }
        let part = "\(path).part"
        do {
            try await checkPlace(path, replacing: replacing)
            unlink(part)
            let longestHold = try await copy(to: part)
            let content = try await Self.settled(part)
            try Self.checkIsFree(path, replacing: replacing)
            guard rename(part, path) == 0 else { throw FileFault(path) }
            try DurableFile.sync(DurableFile.folder(of: path))
            return Backup(
                path: path, bytes: FileStatus(path)?.size ?? 0, rows: content.rows,
                orders: content.orders, head: content.head, longestHold: longestHold)
        } catch {
            for suffix in ["", "-journal", "-wal"] { unlink(part + suffix) }
            throw Self.fault(error, path)
        }
    }

    /// Puts a copy into one file and reads all of it again, away from the ledger's connection.
    private static func settled(_ part: String) async throws -> BackupContent {
        try BackupFile.settle(part)
        let copy = try DatabaseQueue(path: part, configuration: BackupFile.reading)
        let content = try await copy.read { try BackupFile.examine($0, path: part) }
        try copy.close()
        return content
    }

    private func checkPlace(_ path: String, replacing: Bool) async throws {
        try Self.checkIsFree(path, replacing: replacing)
        let folder = DurableFile.folder(of: path)
        guard FileStatus(folder)?.isFolder == true else {
            throw LedgerError.backupFailed(path: path, why: "there is no folder \(folder): make it")
        }
        let size = try await read { db in
            try Int64.fetchOne(
                db, sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
                ?? 0
        }
        guard let disk = guards.disk, let free = disk.room.free(folder) else { return }
        // What is open must come to its end, whatever a backup takes.
        let isOwnDisk = tilld_file_system(folder) == tilld_file_system(database.path)
        let needed = size + (isOwnDisk ? disk.room.reserve + disk.room.ballast : 0)
        guard free >= needed else {
            throw LedgerError.backupFailed(
                path: path,
                why:
                    "the disk has \(free >> 20) MiB left and it takes \(needed >> 20) MiB: delete old backups, or use another disk"
            )
        }
    }

    private static func checkIsFree(_ path: String, replacing: Bool) throws(LedgerError) {
        guard !replacing, FileStatus(path) != nil else { return }
        throw .backupFailed(path: path, why: "there is a file of that name: choose another name")
    }

    private static func fault(_ error: any Error, _ path: String) -> any Error {
        switch error {
        case let error as LedgerError:
            if case .backupFailed = error { return error }
            return LedgerError.backupFailed(path: path, why: "\(error)")
        case is CancellationError: return error
        case let error as FileFault:
            return LedgerError.backupFailed(path: path, why: "\(error.path): \(error.why)")
        case let error as DatabaseError:
            return LedgerError.backupFailed(path: path, why: error.message ?? "\(error.resultCode)")
        default: return LedgerError.backupFailed(path: path, why: "\(error)")
        }
    }
}

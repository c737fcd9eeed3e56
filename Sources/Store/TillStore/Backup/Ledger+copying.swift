// SPDX-License-Identifier: Apache-2.0

import CStore
import GRDB

extension Ledger {
    /// Pages of the first step, and the most and fewest of any.
    private static let pages: (first: Int32, most: Int32, fewest: Int32) = (64, 2048, 4)
    /// What a step should take: writes wait no longer than one step and their own time.
    private static let step: Duration = .milliseconds(5)

    /// Copies all pages in steps, each of which is one turn on the ledger's connection.
    ///
    /// Pages that writes change after they were copied are copied again by SQLite, within those
    /// writes.
    ///
    /// - Returns: what the longest step took.
    /// Source: SQLite, "Online Backup API".
    func copy(to path: String) async throws -> Duration {
        let target = try DatabaseQueue(path: path, configuration: BackupFile.writing)
        // Addresses, since pointers may not travel: both are used on the ledger's queue only.
        let handle = try await target.writeWithoutTransaction { UInt(bitPattern: $0.sqliteConnection) }
        let backup = try await turn { db in
            let backup = sqlite3_backup_init(
                OpaquePointer(bitPattern: handle), "main", db.sqliteConnection, "main")
            guard let backup else {
                throw DatabaseError(message: Self.message(of: handle))
            }
            return UInt(bitPattern: backup)
        }
        var pages = Self.pages.first
        var longest: Duration = .zero
        var result = SQLITE_OK
        while result == SQLITE_OK, !Task.isCancelled {
            let count = pages
            let (answer, took) = try await turn { [clocks] _ in
                let start = clocks.continuous()
                let answer = sqlite3_backup_step(OpaquePointer(bitPattern: backup), count)
                return (answer, clocks.continuous() - start)
            }
            result = answer
            longest = max(longest, took)
            if took > Self.step { pages = max(Self.pages.fewest, pages / 2) }
            if took < Self.step / 4 { pages = min(Self.pages.most, pages * 2) }
        }
        let end = try await turn { _ in sqlite3_backup_finish(OpaquePointer(bitPattern: backup)) }
        let message = Self.message(of: handle)
        try target.close()
        try Task.checkCancellation()
        guard result == SQLITE_DONE, end == SQLITE_OK else {
            throw DatabaseError(resultCode: ResultCode(rawValue: end), message: message)
        }
        return longest
    }

    /// Does something on the ledger's connection, also for a task that was cancelled: what was
    /// begun there must be ended there.
    private func turn<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value)
        async throws -> Value
    {
        try await withCheckedThrowingContinuation { continuation in
            database.asyncWriteWithoutTransaction { db in
                continuation.resume(with: Result { try work(db) })
            }
        }
    }

    private static func message(of handle: UInt) -> String {
        String(cString: sqlite3_errmsg(OpaquePointer(bitPattern: handle)))
    }
}

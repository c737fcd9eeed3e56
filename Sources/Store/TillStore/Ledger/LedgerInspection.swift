// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Glibc
package import TillCore

/// What can be said of a ledger without touching it.
package enum LedgerInspection: Sendable, Hashable {
    /// There is no such file yet.
    case absent
    /// A daemon has it.
    case inUse
    /// Nobody has it, and it is too large for a look at a copy.
    case tooLarge(bytes: Int64)
    /// Nobody has it, and its last rows fit together; `last` is the time of the very last, `followers` those who are
    /// told of what happens.
    case good(rows: Int64, last: Timestamp?, followers: Int)

    /// The largest ledger of which a copy is made, in bytes.
    static let bytesMax: Int64 = 512 << 20

    /// Looks at a copy of a ledger, under its lock, so that no daemon starts on it meanwhile.
    ///
    /// - Throws: ``LedgerError`` with what a start would throw; nothing is changed or made here.
    package static func look(at path: String) throws(LedgerError) -> LedgerInspection {
        guard access(path, F_OK) == 0 else { return .absent }
        let lock = open("\(path).lock", O_RDONLY | O_CLOEXEC)
        // Without a lock no daemon ever had it.
        defer { if lock >= 0 { close(lock) } }
        if lock < 0, errno != ENOENT {
            throw .unusable(path: path, why: String(cString: strerror(errno)))
        }
        if lock >= 0, flock(lock, LOCK_EX | LOCK_NB) != 0 { return .inUse }
        let bytes = size(of: path) + size(of: "\(path)-wal")
        guard bytes <= bytesMax else { return .tooLarge(bytes: bytes) }
        do {
            return try lookAtCopy(of: path)
        } catch let error as LedgerError {
            throw error
        } catch {
            throw .unusable(path: path, why: "\(error)")
        }
    }

    private static func lookAtCopy(of path: String) throws -> LedgerInspection {
        var template = Array("\(FileManager.default.temporaryDirectory.path)/tilld-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw LedgerError.unusable(path: path, why: "no copy can be made: \(String(cString: strerror(errno)))")
        }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        // What is left behind is the daemon's user's alone.
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let copy = "\(folder)/ledger.sqlite"
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        if access("\(path)-wal", F_OK) == 0 {
            try FileManager.default.copyItem(atPath: "\(path)-wal", toPath: "\(copy)-wal")
        }
        do {
            let database = try DatabaseQueue(path: copy)
            defer { try? database.close() }
            return try Ledger.inspect(database, path: path)
        } catch let error as DatabaseError {
            throw LedgerError.unusable(path: path, why: "\(error)")
        }
    }

    private static func size(of path: String) -> Int64 {
        var facts = stat()
        return stat(path, &facts) == 0 ? Int64(facts.st_size) : 0
    }
}

extension Ledger {
    /// Checks schema and last rows of a database, and writes nothing.
    static func inspect(_ database: DatabaseQueue, path: String) throws -> LedgerInspection {
        let migrator = LedgerSchema.migrations
        return try database.read { db in
            guard try !migrator.hasBeenSuperseded(db) else { throw LedgerError.newerSchema(path: path) }
            guard try db.tableExists("journal") else { return .good(rows: 0, last: nil, followers: 0) }
            let rows = try Int64.fetchOne(db, sql: "SELECT max(seq) FROM journal") ?? 0
            let last = try checkedHead(in: db)
            // A ledger of an older version has none.
            let followers =
                try db.tableExists("followers") ? Int.fetchOne(db, sql: "SELECT count(*) FROM followers") ?? 0 : 0
            return .good(rows: rows, last: last, followers: followers)
        }
    }
}

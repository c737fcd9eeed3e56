// SPDX-License-Identifier: Apache-2.0

import GRDB
import Glibc
import TillCore

/// A ledger's file, open and found to be good, before anything is written to it.
struct LedgerOpening {
    let database: DatabaseQueue
    let guards: LedgerGuards
    let lock: LedgerLock?
    /// The time of the last row; nil for a new ledger.
    let last: Timestamp?

    /// Opens a ledger in memory.
    static func inMemory() throws(LedgerError) -> LedgerOpening {
        try LedgerError.translating(":memory:") {
            let database = try DatabaseQueue(
                configuration: LedgerConnection.configuration(onDisk: false))
            try LedgerSchema.migrate(database, path: nil)
            return LedgerOpening(
                database: database,
                guards: LedgerGuards(disk: nil, head: nil, followsCleanEnd: true), lock: nil,
                last: nil)
        }
    }

    /// Opens a file, or makes it.
    ///
    /// - Throws: ``LedgerError``, and then the file and its write-ahead log are as they were.
    static func file(_ path: String, room: DiskRoom?, clocks: LedgerClocks) throws(LedgerError)
        -> LedgerOpening
    {
        try LedgerPlace.checkFolder(of: path)
        let lock = try LedgerLock(ledger: path)
        try Restoration.finish(path)
        let place = try LedgerPlace(path)
        // Before SQLite needs room: a disk that ran full must not keep the daemon from coming up.
        let disk = room.map { DiskWatch(ledger: path, room: $0) }
        disk?.look()
        return try LedgerError.translating(path) {
            let database = try DatabaseQueue(
                path: path, configuration: LedgerConnection.configuration(onDisk: true))
            let migrator = LedgerSchema.migrations
            if try database.read(migrator.hasBeenSuperseded) {
                throw LedgerError.newerSchema(path: path)
            }
            let anchor = HeadFile(ledger: path)
            let found = try database.read { try FoundLedger(path: path, anchor: anchor, in: $0) }
            try database.inDatabase { try LedgerConnection.turnLogOn($0) }
            try LedgerSchema.migrate(database, path: path)
            // The money's file is nobody else's business.
            for file in [path, "\(path)-wal"] {
                chmod(file, 0o600)
                DurableFile.giveToOwner(ofFolder: file)
            }
            return LedgerOpening(
                database: database,
                guards: LedgerGuards(
                    disk: disk, head: HeadKeeper(anchor, continuous: clocks.continuous),
                    followsCleanEnd: !place.hasLog && found.endedClean),
                lock: lock, last: found.last)
        }
    }
}

/// What a file says of itself before anything is changed.
struct FoundLedger {
    /// The time of the last row; nil for a new ledger.
    let last: Timestamp?
    /// Whether the daemon before noted its end.
    let endedClean: Bool

    /// Checks the last rows, and that the file is no older than it was.
    ///
    /// - Throws: ``LedgerError`` with what does not fit.
    init(path: String, anchor file: HeadFile, in db: Database) throws {
        let anchor = file.read()
        guard try db.tableExists("journal"), try db.tableExists("meta") else {
            // A start that was killed before its first COMMIT: never so with rows to lose.
            if let anchor { throw LedgerError.gone(path: path, was: anchor.seq) }
            (last, endedClean) = (nil, true)
            return
        }
        last = try Ledger.checkedHead(in: db)
        let head = try Ledger.head(in: db)
        if let anchor { try Self.compare(head, with: anchor, path: path, in: db) }
        if last != nil { try Self.checkBoot(path: path, in: db) }
        endedClean = try Ledger.meta("clean", in: db) ?? "1" == "1"
    }

    private static func compare(
        _ head: LedgerHead, with anchor: LedgerHead, path: String, in db: Database
    ) throws {
        guard head.epoch == anchor.epoch else {
            throw LedgerError.ofAnotherLine(path: path, was: anchor)
        }
        guard head.seq >= anchor.seq else {
            throw LedgerError.older(path: path, ends: head.seq, was: anchor.seq)
        }
        guard try Ledger.hash(of: anchor.seq, in: db) == anchor.chain else {
            throw LedgerError.ofAnotherLine(path: path, was: anchor)
        }
    }

    /// Names that are unique for ever are made of the number of the start.
    private static func checkBoot(path: String, in db: Database) throws {
        let said = try Ledger.meta("boot", in: db)
        let seen = try Int.fetchOne(db, sql: "SELECT boot FROM journal ORDER BY seq DESC LIMIT 1")
        guard let said, Int(said) == seen else {
            throw LedgerError.damaged(path: path, why: "it does not know which start was its last")
        }
    }
}

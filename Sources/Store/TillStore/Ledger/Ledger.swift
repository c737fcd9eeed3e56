// SPDX-License-Identifier: Apache-2.0

import GRDB
import Glibc
package import TillCore

/// The ledger: orders, journal and outbox in one SQLite file, written by one connection.
///
/// It saves what the core decided, whole or not at all, and decides nothing itself. Order, journal
/// row and outbox rows are one write; answers and wake-ups leave after its COMMIT.
package struct Ledger: Sendable {
    /// Which start of the daemon on this ledger it is; counts from 1.
    package let boot: Int
    /// Names this line of the ledger's life; a restored one gets a new name.
    package let epoch: String
    /// The terminal whose ledger it is.
    package let terminal: TerminalID
    /// Ledger time.
    package let time: LedgerTime
    let clocks: LedgerClocks
    let database: DatabaseQueue
    let commits: GroupCommit
    let wakeups: Wakeups
    let hints = Hints()
    private let lock: LedgerLock?

    /// Opens a ledger, or makes it.
    ///
    /// - Parameters:
    ///   - path: the file, on the terminal's own disk; nil keeps it in memory, for tests.
    ///   - version: the program's version, for the journal.
    ///   - onFault: called when a COMMIT failed. The daemon ends there: the result is unknown, and
    ///     only reading the file again can tell.
    /// - Throws: ``LedgerError`` if another daemon has it, a newer program wrote it, or its last
    ///   rows do not fit together. Nothing has been changed then.
    package init(
        path: String?, terminal: TerminalID, version: String, clocks: LedgerClocks,
        onFault: @escaping @Sendable (LedgerError) -> Void
    ) throws {
        lock = try path.map { path throws(LedgerError) in try LedgerLock(ledger: path) }
        database = try Self.open(path)
        try Self.migrate(database, path: path)
        self.terminal = terminal
        self.clocks = clocks
        wakeups = Wakeups()
        commits = GroupCommit(database, onFault: onFault)

        let last = try database.read { try Self.checkedHead(in: $0) }
        let time = LedgerTime(after: last, clocks: clocks)
        self.time = time
        (boot, epoch) = try database.write { db in
            let boot = 1 + (try Int(Self.meta("boot", in: db) ?? "0") ?? 0)
            let epoch =
                try Self.meta("epoch", in: db) ?? Ulid.text(clocks.wall(), clocks.randomBytes(10))
            try Self.setMeta("boot", "\(boot)", in: db)
            try Self.setMeta("epoch", epoch, in: db)
            let write = LedgerWrite(db: db, at: time.now, wall: clocks.wall(), boot: boot)
            try write.append(.started(version: version), order: nil, by: Self.daemon, status: nil)
            return (boot, epoch)
        }
    }

    /// Who writes what nobody asked for.
    package static let daemon = "tilld"

    /// Journal rows that are checked at each start; the whole chain is checked on demand.
    static let checkedAtStart = 200

    private static func open(_ path: String?) throws -> DatabaseQueue {
        guard let path else {
            return try DatabaseQueue(configuration: configuration(onDisk: false))
        }
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration(onDisk: true))
            // The money's file is nobody else's business.
            for file in [path, "\(path)-wal"] { chmod(file, 0o600) }
            return queue
        } catch {
            throw LedgerError.unusable(path: path, why: "\(error)")
        }
    }

    private static func configuration(onDisk: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.label = "ledger"
        configuration.busyMode = .immediateError
        configuration.foreignKeysEnabled = true
        if onDisk {
            configuration.prepareDatabase { db in
                // Exclusive, so that a stray sqlite3 cannot checkpoint under us: Debian's SQLite
                // loses pages when two connections do. Before WAL, or it would map shared memory.
                try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
                try db.execute(sql: "PRAGMA journal_mode = WAL")
                try db.execute(sql: "PRAGMA synchronous = FULL")
                try db.execute(sql: "PRAGMA trusted_schema = OFF")
            }
        }
        return configuration
    }

    private static func migrate(_ database: DatabaseQueue, path: String?) throws {
        var migrator = DatabaseMigrator()
        migrator.register0001Ledger()
        migrator.register0002Statements()
        if try database.read(migrator.hasBeenSuperseded) {
            throw LedgerError.newerSchema(path: path ?? ":memory:")
        }
        try migrator.migrate(database)
    }

    static func meta(_ name: String, in db: Database) throws -> String? {
        try String.fetchOne(db, sql: "SELECT value FROM meta WHERE name = ?", arguments: [name])
    }

    static func setMeta(_ name: String, _ value: String, in db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO meta (name, value) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                """, arguments: [name, value])
    }
}

extension Ledger {
    /// Writes in a savepoint of a shared COMMIT, and returns after that COMMIT.
    ///
    /// - Throws: what `work` throws, and then nothing of it is saved; or
    ///   ``LedgerError/commitFailed(_:)``, and then it may be.
    func write<Value: Sendable>(_ work: @escaping @Sendable (LedgerWrite) throws -> Value)
        async throws -> Value
    {
        try await withCheckedThrowingContinuation { continuation in
            let outcome = WriteResult<Value>()
            commits.submit(
                GroupCommit.Item(
                    run: { db in
                        let write = LedgerWrite(
                            db: db, at: time.now, wall: clocks.wall(), boot: boot)
                        let value = try work(write)
                        outcome.set(value, write.topics)
                    },
                    saved: {
                        guard let (value, topics) = outcome.get() else {
                            preconditionFailure("a write that ran has an outcome")
                        }
                        wakeups.wake(topics)
                        continuation.resume(returning: value)
                    },
                    failed: { continuation.resume(throwing: $0) }))
        }
    }

    /// Reads, after all writes before it.
    func read<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value)
        async throws -> Value
    {
        try await database.read(work)
    }

    /// Refuses all writes from now on: the daemon is ending, or is played to have died.
    package func end() { commits.end(because: .ended) }

    /// Ends the ledger and gives its file back, with everything in the one file.
    ///
    /// - Throws: a database error; the file is whole then, with its write-ahead log beside it.
    package func close() throws {
        end()
        defer { lock?.release() }
        try database.close()
    }

    /// Whether writes are refused, because of ``end()`` or a failed COMMIT.
    package var hasEnded: Bool { commits.hasEnded }

    /// A stream of hints that something happened to a topic; it holds one hint at most.
    package func wakeups(of topic: Topic) -> AsyncStream<Void> { wakeups.stream(of: topic) }
}

extension Ledger {
    /// What the clock on the wall says; it may be wrong, and it may jump.
    package var wall: Timestamp { clocks.wall() }

    /// A clock that never goes back; its zero does not matter.
    package var continuousClock: @Sendable () -> Duration { clocks.continuous }
}

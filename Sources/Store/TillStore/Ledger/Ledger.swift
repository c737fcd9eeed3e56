// SPDX-License-Identifier: Apache-2.0

import GRDB
package import Meters
package import TillCore

/// The ledger: orders, journal and outbox in one SQLite file, written by one connection.
///
/// It saves what the core decided, whole or not at all, and decides nothing itself. Order, journal
/// row and outbox rows are one write; answers and wake-ups leave after its COMMIT.
package struct Ledger: Sendable {
    /// Which start of the daemon on this ledger it is; counts from 1, and after a restore from a
    /// number that no start had before.
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
    let guards: LedgerGuards
    let hints = Hints()
    let steering = Steering()
    /// What those who drain the lanes know and do not save.
    package let board = QueueBoard()
    /// What is counted while the daemon runs; those who work on the ledger note here what they did.
    package let meters = Meters()
    private let lock: LedgerLock?

    /// Opens a ledger, or makes it.
    ///
    /// - Parameters:
    ///   - path: the file, on the terminal's own disk; nil keeps it in memory, for tests.
    ///   - version: the program's version, for the journal.
    ///   - room: what its disk must have; nil leaves the disk unwatched, for tests.
    ///   - onFault: called when a COMMIT failed. The daemon ends there: the result is unknown, and
    ///     only reading the file again can tell.
    /// - Throws: ``LedgerError`` if another daemon has it, a newer program wrote it, it is older
    ///   than it was, or its last rows do not fit together. Nothing has been changed then.
    package init(
        path: String?, terminal: TerminalID, version: String, clocks: LedgerClocks,
        room: DiskRoom? = nil, onFault: @escaping @Sendable (LedgerError) -> Void
    ) throws {
        let opening =
            if let path {
                try LedgerOpening.file(path, room: room, clocks: clocks)
            } else {
                try LedgerOpening.inMemory()
            }
        database = opening.database
        guards = opening.guards
        lock = opening.lock
        self.terminal = terminal
        self.clocks = clocks
        wakeups = Wakeups()
        let disk = guards.disk
        commits = GroupCommit(
            database, willWrite: { disk?.look() },
            took: { [meters, clocks] in GroupCommit.Stopwatch(meters, clocks.continuous) }, onFault: onFault)
        let time = LedgerTime(after: opening.last, clocks: clocks)
        self.time = time
        (boot, epoch) = try LedgerError.translating(path ?? ":memory:") { [database] in
            try database.write { try Self.start(in: $0, time: time, version: version, clocks: clocks) }
        }
        let head = try database.inDatabase { db in
            LedgerConnection.keepLogOnClose(false, in: db)
            return try Self.head(in: db)
        }
        // Without room for it the file of the last end stays, which is true as well.
        try? guards.head?.writeNow(head)
    }

    /// Who writes what nobody asked for.
    package static let daemon = "tilld"

    /// Journal rows that are checked at each start; the whole chain is checked on demand.
    static let checkedAtStart = 200

    private static func start(
        in db: Database, time: LedgerTime, version: String, clocks: LedgerClocks
    ) throws -> (Int, String) {
        let boot = 1 + (try Int(meta("boot", in: db) ?? "0") ?? 0)
        let epoch = try meta("epoch", in: db) ?? Ulid.text(clocks.wall(), clocks.randomBytes(10))
        try setMeta("boot", "\(boot)", in: db)
        try setMeta("epoch", epoch, in: db)
        try setMeta("clean", "0", in: db)
        try db.execute(sql: "PRAGMA application_id = \(LedgerConnection.applicationID)")
        let write = LedgerWrite(db: db, at: time.now, wall: clocks.wall(), boot: boot)
        try write.append(.started(version: version), order: nil, by: daemon, status: nil)
        try write.setUnreadableAside()
        return (boot, epoch)
    }

    static func meta(_ name: String, in db: Database) throws -> String? {
        try String.fetchOne(
            db.cachedStatement(sql: "SELECT value FROM meta WHERE name = ?"), arguments: [name])
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
                        outcome.set(value, write)
                    },
                    saved: {
                        guard let result = outcome.get() else {
                            preconditionFailure("a write that ran has an outcome")
                        }
                        if let head = result.head { guards.head?.note(head.of(epoch)) }
                        // Before anybody hears of it: whoever was answered finds it counted.
                        for news in result.news { news.count(in: meters) }
                        // Whoever waits for an answer first: what follows reads the ledger as well.
                        continuation.resume(returning: result.value)
                        wakeups.wake(result.topics)
                    },
                    failed: { continuation.resume(throwing: $0) }))
        }
    }

    /// Reads, after all writes before it. Nobody writes meanwhile, since there is one connection.
    ///
    /// Without GRDB's guard against writes: that is a PRAGMA, and each one has SQLite compile every
    /// statement anew.
    func read<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value)
        async throws -> Value
    {
        try await database.unsafeRead(work)
    }

    /// Refuses all writes from now on: the daemon is ending, or is played to have died.
    package func end() { commits.end(because: .ended) }

    /// Ends the ledger and gives its file back, with everything in the one file.
    ///
    /// - Throws: ``LedgerError``; the file is whole then, with its write-ahead log beside it, and the next start looks at all of it.
    package func close() throws(LedgerError) {
        let endsWell = !hasEnded && guards.mayEndClean
        end()
        defer { lock?.release() }
        try LedgerError.translating(database.path) {
            do {
                if endsWell { try noteCleanEnd() }
            } catch {
                // The file is given back all the same; why it could not be noted is what counts.
                try? database.close()
                throw error
            }
            try database.close()
        }
    }

    private func noteCleanEnd() throws {
        let head = try database.writeWithoutTransaction { db in
            try Self.setMeta("clean", "1", in: db)
            return try Self.head(in: db)
        }
        // Without it the next start knows of the rows that it knew of before.
        try? guards.head?.writeNow(head)
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

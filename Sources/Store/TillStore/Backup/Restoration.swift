// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
package import TillCore

/// Puts a backup in the place of a ledger that is lost or damaged.
///
/// The restored ledger begins a new line of life: names that it makes can never be those that were
/// made after the backup. What may have been under way after the backup is put in doubt, so that
/// acquirers are asked before anything is done.
package struct Restoration: Sendable {
    /// What was done.
    package struct Outcome: Sendable, Hashable {
        /// Where the backup ended.
        package let head: LedgerHead
        /// The time of its last row.
        package let newest: Timestamp
        /// Its orders.
        package let orders: Int
        /// How many of them are open.
        package let openOrders: Int
        /// The rows that the ledger had after the backup; nil if nobody knows.
        package let rowsLost: Int64?
        /// The files of the ledger before, under their new names.
        package let keptAside: [String]
        /// The line that begins.
        package let epoch: String
    }

    private let backup: String
    private let ledger: String
    private let terminal: TerminalID
    private let version: String
    private let clocks: LedgerClocks

    /// Says what is restored where.
    ///
    /// - Parameters:
    ///   - backup: the file; it is only read.
    ///   - ledger: the ledger's file, which need not be there, in a folder that is.
    package init(
        of backup: String, to ledger: String, terminal: TerminalID, version: String,
        clocks: LedgerClocks
    ) {
        self.backup = backup
        self.ledger = ledger
        self.terminal = terminal
        self.version = version
        self.clocks = clocks
    }

    /// Restores; the ledger before is kept under a dated name.
    ///
    /// - Parameter isOlderAccepted: whether rows may be lost that were in the ledger and are not in
    ///   the backup.
    /// - Throws: ``LedgerError``; the ledger before is untouched then.
    package func run(acceptingOlder isOlderAccepted: Bool) throws(LedgerError) -> Outcome {
        let lock = try LedgerLock(ledger: ledger)
        defer { lock.release() }
        let copy = "\(ledger).restoring"
        defer { RestoredFiles.remove(copy) }
        try copyBackup(to: copy)
        let (content, openOrders, epoch, anchor) = try LedgerError.translating(backup) {
            let database = try DatabaseQueue(
                path: copy, configuration: LedgerConnection.configuration(onDisk: true))
            let content = try examine(database)
            let anchor = HeadFile(ledger: ledger).read()
            if !isOlderAccepted { try checkIsNewest(content.head, anchor) }
            let (openOrders, epoch) = try begin(content, in: database)
            try database.inDatabase { db in
                LedgerConnection.keepLogOnClose(false, in: db)
                _ = try String.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            }
            try database.close()
            return (content, openOrders, epoch, anchor)
        }
        let keptAside = try RestoredFiles.place(copy, at: ledger, on: clocks.wall())
        return Outcome(
            head: content.head, newest: content.newest, orders: content.orders,
            openOrders: openOrders,
            rowsLost: anchor.flatMap {
                $0.epoch == content.head.epoch ? max(0, $0.seq - content.head.seq) : nil
            }, keptAside: keptAside, epoch: epoch)
    }

    /// Ends a restore that a power cut broke off after everything had been made ready.
    static func finish(_ ledger: String) throws(LedgerError) { try RestoredFiles.finish(ledger) }

    /// Copies the backup, with the write-ahead log that may lie beside it.
    private func copyBackup(to copy: String) throws(LedgerError) {
        guard let status = FileStatus(backup), status.isRegular else {
            throw .backupFailed(path: backup, why: "there is no such file")
        }
        // A ledger that a daemon has open changes while it is copied.
        let isOwn = backup == ledger
        let isUsed = !isOwn && FileStatus("\(backup).lock") != nil
        let lock = isUsed ? try LedgerLock(ledger: backup) : nil
        defer { lock?.release() }
        RestoredFiles.remove(copy)
        do {
            for suffix in ["", "-wal"] where FileStatus(backup + suffix) != nil {
                try FileManager.default.copyItem(atPath: backup + suffix, toPath: copy + suffix)
                DurableFile.giveToOwner(ofFolder: copy + suffix)
            }
        } catch {
            throw .backupFailed(
                path: backup,
                why: "it cannot be copied to \(copy): look at the owners and the room on the disk")
        }
    }

    private func examine(_ database: DatabaseQueue) throws -> BackupContent {
        if try database.read(LedgerSchema.migrations.hasBeenSuperseded) {
            throw LedgerError.newerSchema(path: backup)
        }
        guard try database.read({ try LedgerSchema.isThere(in: $0) }) else {
            throw LedgerError.backupFailed(path: backup, why: "it is not a ledger")
        }
        try database.inDatabase { try LedgerConnection.turnLogOn($0) }
        try LedgerSchema.migrate(database, path: nil)
        let content = try database.read { try BackupFile.examine($0, path: backup) }
        if let other = content.terminals.first(where: { $0 != terminal }) {
            throw LedgerError.backupFailed(
                path: backup, why: "it is of terminal \(other), and this is \(terminal)")
        }
        return content
    }

    private func checkIsNewest(_ head: LedgerHead, _ anchor: LedgerHead?) throws(LedgerError) {
        guard let anchor, anchor != head else { return }
        if anchor.epoch == head.epoch, anchor.seq < head.seq { return }
        let told =
            anchor.epoch == head.epoch
            ? "the ledger here had got to row \(anchor.seq)" : "the ledger here is of another line"
        throw .backupFailed(
            path: backup,
            why:
                "it ends at row \(head.seq), and \(told): what came after it is found again at the acquirers as far as they tell; add --accept-older to go on from it"
        )
    }

    /// Begins the new line, and puts in doubt what may have gone on after the backup.
    private func begin(_ content: BackupContent, in database: DatabaseQueue) throws -> (Int, String) {
        try database.write { db in
            let time = LedgerTime(after: content.newest, clocks: clocks)
            let line = clocks.randomBytes(4).reduce(0) { $0 << 8 | Int($1) }
            // Never the first line, which has no number.
            let boot = Occasion.startsPerLine * (1 + line % (Occasion.linesMax - 1))
            let epoch = Ulid.text(clocks.wall(), clocks.randomBytes(10))
            try Ledger.setMeta("boot", "\(boot)", in: db)
            try Ledger.setMeta("epoch", epoch, in: db)
            try Ledger.setMeta("clean", "1", in: db)
            let write = LedgerWrite(db: db, at: time.now, wall: clocks.wall(), boot: boot)
            try write.append(
                .restored(from: content.head), order: nil, by: Ledger.daemon, status: nil)
            for (id, facts) in try write.doubtful() {
                for fact in facts { _ = try write.record(fact, about: id) }
            }
            return (try write.openOrders(), epoch)
        }
    }
}

extension LedgerWrite {
    /// What may have been begun after the backup, by order, as the facts that say that nobody
    /// knows its end: the acquirer is asked, and a person, instead of doing it once more.
    func doubtful() throws -> [(OrderID, [OrderFact])] {
        let ids = try String.fetchAll(
            db,
            sql: """
                SELECT order_id FROM attempts WHERE kind IN ('opened', 'asking')
                UNION SELECT order_id FROM refunds WHERE kind IN ('asked', 'sent')
                UNION SELECT order_id FROM prints WHERE state IN ('queued', 'started')
                """)
        return try ids.map { id in
            let order = try order(OrderID(id))
            var facts: [OrderFact] = []
            for attempt in order.attempts {
                if attempt.state == .opened { facts.append(.attempt(attempt.reference, .asking)) }
                if attempt.state == .opened || attempt.state == .asking {
                    facts.append(.attempt(attempt.reference, .answerLost))
                }
            }
            for refund in order.refunds {
                if refund.state == .asked { facts.append(.refund(refund.id, .sending)) }
                if refund.state == .asked || refund.state == .sent {
                    facts.append(.refund(refund.id, .answerLost))
                }
            }
            for job in order.prints {
                if job.state == .queued { facts.append(.print(job.id, .started)) }
                if job.state == .queued || job.state == .started {
                    facts.append(.print(job.id, .interrupted))
                }
            }
            return (order.id, facts)
        }
    }
}

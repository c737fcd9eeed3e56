// SPDX-License-Identifier: Apache-2.0

import Foundation
import Logging
import ServiceLifecycle
import TillAPI
import TillCore
import TillStore

/// Looks after the ledger's file while the daemon runs: checks it after an end that was not clean,
/// and makes backups, when somebody asks and when the configuration says so.
struct LedgerKeeper: Service {
    let ledger: Ledger
    let plan: Settings.Backup?
    let wall: @Sendable () -> Timestamp
    let logger: Logger
    /// When the newest backup was made.
    let latest = LatestBackup()

    /// How long after the start, and after a backup that failed, one is tried.
    static let soon: Duration = .seconds(600)

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            do {
                lookBack()
                try await checkAfterUncleanEnd()
                try await makeBackups()
            } catch is CancellationError {
                // The daemon is ending.
            }
        }
    }

    /// Looks when the newest backup was made that lies in the folder of the configuration.
    func lookBack() {
        // A folder that cannot be read is told when the backup is made.
        guard let plan, let newest = (try? BackupFolder(plan.folder, of: ledger.terminal).newest()) ?? nil,
            let time = FileDate.time(newest)
        else { return }
        latest.note(time)
    }

    /// Checks the pages while sales go on.
    func checkAfterUncleanEnd() async throws {
        guard !ledger.followsCleanEnd else { return }
        if let finding = try await ledger.quickCheck() {
            logger.critical(
                "the ledger's file is damaged: no new sale is opened; restore a backup",
                metadata: ["finding": "\(finding)"])
        } else {
            logger.info("the end before was not clean, and the ledger's file is good")
        }
    }

    /// Makes a backup in a folder, or in that of the configuration.
    func backup(in named: String?) async throws -> BackupResource {
        guard let path = named ?? plan?.folder else {
            throw Problem(
                .invalidValue, "name a folder, or set store.backup.folder in the configuration",
                field: "folder")
        }
        let folder = BackupFolder(path, of: ledger.terminal)
        let time = wall()
        let file = folder.file(at: time, row: try await ledger.journalHead())
        let backup = try await ledger.backup(to: file)
        latest.note(time)
        logger.info(
            "a backup is made",
            metadata: ["file": "\(file)", "head": "\(backup.head)", "bytes": "\(backup.bytes)"])
        return BackupResource(
            file: file, bytes: backup.bytes, rows: backup.rows, orders: backup.orders,
            head: "\(backup.head)")
    }

    private func makeBackups() async throws {
        guard let plan, let every = plan.every else {
            return try await Task.sleep(for: .seconds(Int64(Int32.max)))
        }
        let folder = BackupFolder(plan.folder, of: ledger.terminal)
        var pause = firstPause(folder, every)
        while true {
            try await Task.sleep(for: pause)
            do {
                _ = try await backup(in: plan.folder)
                try folder.keep(plan.keep)
                pause = every
            } catch let error where !(error is CancellationError) {
                logger.error("no backup could be made", metadata: ["error": "\(error)"])
                pause = min(every, Self.soon)
            }
        }
    }

    /// Until the newest backup is as old as it may get; a daemon that starts often makes not one
    /// more for it.
    func firstPause(_ folder: BackupFolder, _ every: Duration) -> Duration {
        // A folder that cannot be read is told when the backup is made.
        guard let newest = (try? folder.newest()) ?? nil else { return min(every, Self.soon) }
        let due = FileDate.text(wall() + (.zero - every))
        guard newest > due else { return min(every, Self.soon) }
        let made = FileDate.time(newest).map { wall().since($0) } ?? .zero
        return min(every, max(Self.soon, every - made))
    }
}

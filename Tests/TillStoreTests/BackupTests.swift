// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Synchronization
import Testing
import TillCore

@testable import TillStore

@Suite struct `A backup` {
    private func place(_ bench: Bench, _ name: String = "backup.sqlite") -> String {
        bench.folder.appendingPathComponent(name).path
    }

    /// What the sqlite3 program says of a file.
    private func judge(_ path: String, _ script: String) throws -> [String] {
        let result = try CommandResult.of("sqlite3", ["-batch", "-bail", "-readonly", path, script])
        if result.status != 0 { throw ToolError(message: result.errors) }
        return result.lines
    }

    @Test func `is whole, in one file, and nobody else's business`() async throws {
        let bench = try Bench()
        let ledger = try bench.open()
        for number in 0..<20 { _ = try await ledger.paid(with: "M\(number)") }
        let head = try await ledger.journalHead()

        let backup = try await ledger.backup(to: place(bench))

        let dump = try judge(backup.path, ".dump")
        let said = try judge(
            backup.path,
            """
            PRAGMA integrity_check; PRAGMA journal_mode; SELECT count(*) FROM journal;
            SELECT count(*) FROM orders; SELECT lower(hex(chain)) FROM journal WHERE seq = \(head)
            """)
        try ledger.close()
        #expect(said == ["ok", "delete", "\(head)", "20", backup.head.chain])
        #expect(backup.rows == head && backup.orders == 20 && backup.head.epoch == ledger.epoch)
        let attributes = try FileManager.default.attributesOfItem(atPath: backup.path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(attributes[.size] as? Int64 == backup.bytes)
        let original = try bench.sqlite(".dump").lines.filter { !$0.contains("'clean'") }
        #expect(dump.filter { !$0.contains("'clean'") } == original)
        let names = try FileManager.default.contentsOfDirectory(atPath: bench.folder.path)
        #expect(names.filter { $0.hasPrefix("backup") } == ["backup.sqlite"])
    }

    @Test func `that is made while sales are is one moment of the ledger`() async throws {
        let bench = try Bench()
        let ledger = try bench.open()
        for number in 0..<200 { _ = try await ledger.paid(with: "M\(number)") }

        let (backup, last) = try await withThrowingTaskGroup(of: Void.self) { sellers in
            for seller in 0..<3 {
                sellers.addTask {
                    for sale in 0..<40 { _ = try await ledger.paid(with: "S\(seller)-\(sale)") }
                }
            }
            let backup = try await ledger.backup(to: place(bench))
            try await sellers.waitForAll()
            return (backup, try await ledger.journalHead())
        }

        let said = try judge(
            backup.path,
            "PRAGMA integrity_check; PRAGMA foreign_key_check; SELECT max(seq) FROM journal")
        #expect(said == ["ok", "\(backup.head.seq)"])
        #expect((801...last).contains(backup.head.seq))
        #expect(try await ledger.verify().orders == 320)
        try ledger.close()
    }

    @Test func `takes no name that is taken, unless it may`() async throws {
        let bench = try Bench()
        let ledger = try bench.open()
        let path = place(bench)
        try "mine".write(toFile: path, atomically: false, encoding: .utf8)

        await #expect(throws: LedgerError.self) { try await ledger.backup(to: path) }

        #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
        _ = try await ledger.backup(to: path, replacing: true)
        #expect(try judge(path, "PRAGMA integrity_check") == ["ok"])
        try ledger.close()
    }

    @Test func `is refused where no folder is`() async throws {
        let bench = try Bench()
        let ledger = try bench.open()

        let error = await #expect(throws: LedgerError.self) {
            try await ledger.backup(to: "/nowhere/at/all/backup.sqlite")
        }

        #expect(error?.description.contains("there is no folder /nowhere/at/all: make it") == true)
        try ledger.close()
    }

    @Test func `is refused where it would take the room of open sales`() async throws {
        let bench = try Bench()
        let room = DiskRoom(reserve: 1 << 20, ballast: 4096, free: { _ in (1 << 20) + 8192 })
        let ledger = try bench.open(room: room)

        let error = await #expect(throws: LedgerError.self) {
            try await ledger.backup(to: place(bench))
        }

        #expect(error?.description.contains("delete old backups, or use another disk") == true)
        #expect(!FileManager.default.fileExists(atPath: place(bench)))
        try ledger.close()
    }

    @Test func `replaces what a broken one left`() async throws {
        let bench = try Bench()
        let ledger = try bench.open()
        try "half".write(toFile: place(bench) + ".part", atomically: false, encoding: .utf8)

        let backup = try await ledger.backup(to: place(bench))

        #expect(try judge(backup.path, "PRAGMA integrity_check") == ["ok"])
        #expect(!FileManager.default.fileExists(atPath: place(bench) + ".part"))
        try ledger.close()
    }

    @Test(arguments: [
        "UPDATE orders SET amount = amount + 1",
        "UPDATE journal SET by = 'bert' WHERE seq = 7",
        "UPDATE transactions SET fate = 'held' WHERE rowid = 1",
    ])
    func `of a ledger that does not fit is none`(edit: String) async throws {
        let bench = try Bench()
        let first = try bench.open()
        for number in 0..<60 { _ = try await first.paid(with: "M\(number)") }
        try first.close()
        try bench.tamper(edit)
        let ledger = try bench.open()

        let error = await #expect(throws: LedgerError.self) {
            try await ledger.backup(to: place(bench))
        }

        guard case .backupFailed = error else { throw try #require(error) }
        let names = try FileManager.default.contentsOfDirectory(atPath: bench.folder.path)
        #expect(!names.contains { $0.hasPrefix("backup") })
        try ledger.close()
    }

    @Test func `is made one at a time`() async throws {
        let bench = try Bench()
        let ledger = try bench.open()
        for number in 0..<30 { _ = try await ledger.paid(with: "M\(number)") }
        #expect(ledger.guards.beginBackup())

        await #expect(throws: LedgerError.self) { try await ledger.backup(to: place(bench)) }

        ledger.guards.endBackup()
        _ = try await ledger.backup(to: place(bench))
        try ledger.close()
    }

    @Test func `that is given up halfway leaves nothing, and the ledger as it was`() async throws {
        let bench = try Bench()
        let task = Mutex<Task<Backup, any Error>?>(nil)
        let clocks = LedgerClocks(
            wall: { HandClock.morning },
            continuous: {
                // The first look at the clock within a step.
                task.withLock { $0?.cancel() }
                return .seconds(5000)
            }, randomBytes: bench.clock.clocks.randomBytes)
        let ledger = try Ledger(
            path: bench.path, terminal: "T-1", version: "test", clocks: clocks, onFault: { _ in })
        for number in 0..<30 { _ = try await ledger.paid(with: "M\(number)") }
        let path = place(bench)

        let (gate, opened) = AsyncStream.makeStream(of: Void.self)
        let backup = Task {
            for await _ in gate { break }
            return try await ledger.backup(to: path)
        }
        task.withLock { $0 = backup }
        opened.yield()

        await #expect(throws: CancellationError.self) { try await backup.value }
        task.withLock { $0 = nil }
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(!FileManager.default.fileExists(atPath: "\(path).part"))
        _ = try await ledger.backup(to: path)
        try ledger.close()
    }
}

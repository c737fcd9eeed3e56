// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Testing
import TillCore

@testable import TillStore

@Suite struct `The end before` {
    @Test func `was clean after a close`() async throws {
        let bench = try Bench()
        let first = try bench.open()
        _ = try await first.sell()
        try first.close()

        let second = try bench.open()

        #expect(first.followsCleanEnd)
        #expect(second.followsCleanEnd)
        #expect(!FileManager.default.fileExists(atPath: "\(bench.path)-shm"))
        try second.close()
        #expect(!FileManager.default.fileExists(atPath: "\(bench.path)-wal"))
    }

    @Test func `was not after a kill`() async throws {
        let bench = try Bench()
        let victim = try Victim(bench.path, seed: 1)
        victim.listen(for: 3)
        _ = victim.kill()

        let ledger = try bench.open()

        #expect(!ledger.followsCleanEnd)
        try ledger.close()
    }

    @Test func `was not where the file alone says so`() async throws {
        let bench = try Bench()
        try await bench.day { _ in }
        #expect(!FileManager.default.fileExists(atPath: "\(bench.path)-wal"))

        let ledger = try bench.open()

        #expect(!ledger.followsCleanEnd)
        try ledger.close()
    }

    @Test func `is told in the ledger's words where it cannot be noted`() async throws {
        let bench = try Bench()
        let ledger = try bench.open()
        try ledger.database.inDatabase { try $0.execute(sql: "PRAGMA query_only = 1") }

        #expect(throws: LedgerError.unusable(path: bench.path, why: "it can only be read: look at its owner and mode"))
        {
            try ledger.close()
        }

        let next = try bench.open()
        #expect(!next.followsCleanEnd)
        try next.close()
    }

    @Test func `stays unclean until the file was checked`() async throws {
        let bench = try Bench()
        try await bench.day { _ in }
        let unchecked = try bench.open()
        try unchecked.close()
        let checked = try bench.open()
        let finding = try await checked.quickCheck()
        try checked.close()

        let last = try bench.open()

        #expect(!checked.followsCleanEnd)
        #expect(finding == nil)
        #expect(last.followsCleanEnd)
        try last.close()
    }

    @Test func `was not clean after a COMMIT that failed`() async throws {
        let bench = try Bench()
        let ledger = try bench.open()
        ledger.end()
        try ledger.close()

        let next = try bench.open()

        #expect(!next.followsCleanEnd)
        try next.close()
    }
}

@Suite struct `A check of the pages` {
    /// Overwrites the middle of a page that belongs to a table or an index.
    static func spoil(_ name: String, of bench: Bench) throws {
        let words = try bench.sqlite(
            "SELECT pageno || ' ' || (SELECT page_size FROM pragma_page_size) FROM dbstat"
                + " WHERE name = '\(name)' AND pagetype = 'leaf' ORDER BY pageno DESC LIMIT 1"
        ).lines[0].split(separator: " ").compactMap { UInt64($0) }
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: bench.path))
        // The header of the page: how many cells it has and where.
        try file.seek(toOffset: (words[0] - 1) * words[1] + 3)
        try file.write(contentsOf: Data([0xFF, 0xFF, 0x00, 0x01]))
        try file.close()
    }

    static func shop() async throws -> Bench {
        let bench = try Bench()
        let ledger = try bench.open()
        for number in 0..<60 { _ = try await ledger.paid(with: "M\(number)") }
        try ledger.close()
        return bench
    }

    @Test func `finds nothing where nothing is`() async throws {
        let bench = try await Self.shop()
        let ledger = try bench.open()

        let finding = try await ledger.quickCheck()

        #expect(finding == nil)
        #expect(ledger.condition == .ok)
        try ledger.close()
    }

    @Test func `that finds damage stops new sales, and open ones go on`() async throws {
        let bench = try await Self.shop()
        let open = try bench.open()
        let order = try await open.present()
        try open.close()
        try Self.spoil("inbox", of: try await Self.withNotify(bench))
        let ledger = try bench.open()

        let finding = try #require(try await ledger.quickCheck())

        #expect(ledger.condition == .checkFailed(.checkFailed(why: finding)))
        await #expect(throws: LedgerError.checkFailed(why: finding)) { try await ledger.sell() }
        #expect(try await ledger.tell(.money("M99"), of: order).state == .paid)
        #expect(LedgerError.checkFailed(why: finding).description.contains("tilld restore"))
        try ledger.close()
        #expect(try !bench.open().followsCleanEnd)
    }

    private static func withNotify(_ bench: Bench) async throws -> Bench {
        let ledger = try bench.open()
        try await ledger.receive(
            ReceivedNotify(account: "main", id: "N1", raw: [1, 2, 3], word: nil))
        try ledger.close()
        return bench
    }

    @Test func `goes through every table`() async throws {
        let bench = try await Self.shop()
        let ledger = try bench.open()

        let tables = try await ledger.read { try TableCheck.tables(in: $0) }

        try ledger.close()
        let judge = try bench.sqlite(
            "SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1")
        #expect(tables == judge.lines)
    }
}

@Suite struct `The connection of a ledger` {
    @Test func `distrusts the file that it reads`() async throws {
        let bench = try Bench()
        let ledger = try bench.open()

        let settings = try await ledger.read { db in
            try ["cell_size_check", "mmap_size", "temp_store", "journal_size_limit"].map {
                try Int.fetchOne(db, sql: "PRAGMA \($0)")
            }
        }

        #expect(settings == [1, 0, 2, 8 << 20])
        await #expect(throws: DatabaseError.self) {
            try await ledger.database.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = ''")
            }
        }
        await #expect(throws: DatabaseError.self) {
            try await ledger.database.writeWithoutTransaction { db in
                try db.execute(sql: "ATTACH '/tmp/elsewhere.sqlite' AS elsewhere")
            }
        }
        try ledger.close()
    }

    @Test func `marks the file as a ledger's`() async throws {
        let bench = try Bench()
        try bench.open().close()

        let mark = try bench.sqlite("PRAGMA application_id").output
        let kind = try CommandResult.of("head", ["-c", "72", bench.path]).output.suffix(4)

        #expect(mark == "\(0x5449_4C4C)\n")
        #expect(kind == "TILL")
    }

    @Test(arguments: [
        (3_006_999, false), (3_007_000, true), (3_040_001, true), (3_044_005, true),
        (3_044_006, false), (3_044_009, false), (3_045_000, true), (3_050_006, true),
        (3_050_007, false), (3_051_000, true), (3_051_002, true), (3_051_003, false),
        (3_052_000, false),
    ])
    func `knows which SQLite may lose pages`(version: Int, hasBug: Bool) {
        #expect(SQLiteLibrary.hasLogResetBug(version) == hasBug)
    }

    @Test func `names the SQLite that runs`() throws {
        let judge = try CommandResult.of(
            "python3", ["-c", "import sqlite3; print(sqlite3.sqlite_version)"])

        #expect(SQLiteLibrary.version + "\n" == judge.output)
    }
}

// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Synchronization
import Testing
import TillCore

@testable import TillStore

@Suite struct `A change of the schema` {
    /// The schema of a program that is a version ahead.
    private static func next(_ statements: [String], each: @escaping @Sendable (Database) -> Void = { _ in })
        -> DatabaseMigrator
    {
        var migrator = LedgerSchema.migrations
        migrator.registerMigration("9999-next") { db in
            for statement in statements {
                try db.execute(sql: statement)
                each(db)
            }
        }
        return migrator
    }

    private static let steps = [
        "CREATE TABLE shifts (id TEXT PRIMARY KEY) STRICT",
        "INSERT INTO shifts SELECT id FROM orders",
        "ALTER TABLE orders ADD COLUMN shift TEXT",
        "UPDATE orders SET shift = 'early'",
    ]

    private func shop() async throws -> Bench {
        let bench = try Bench()
        let ledger = try bench.open()
        for number in 0..<20 { _ = try await ledger.paid(with: "M\(number)") }
        try ledger.close()
        return bench
    }

    private func open(_ bench: Bench) throws -> DatabaseQueue {
        try DatabaseQueue(path: bench.path, configuration: LedgerConnection.configuration(onDisk: true))
    }

    @Test func `is made after a copy`() async throws {
        let bench = try await shop()
        let before = try bench.sqlite(".dump").output
        let database = try open(bench)

        try LedgerSchema.migrate(database, by: Self.next(Self.steps), path: bench.path)
        try database.close()

        let copy = try CommandResult.of(
            "sqlite3", ["\(bench.path).before-9999", "PRAGMA integrity_check", ".dump"])
        #expect(copy.output == "ok\n" + before)
        #expect(try bench.sqlite("SELECT count(*) FROM shifts").output == "20\n")
        #expect(throws: LedgerError.newerSchema(path: bench.path)) { try bench.open() }
    }

    @Test func `needs no copy of a new ledger, and happens once`() async throws {
        let bench = try Bench()
        let database = try open(bench)

        try LedgerSchema.migrate(database, by: Self.next(Self.steps), path: bench.path)
        try LedgerSchema.migrate(database, by: Self.next(Self.steps), path: bench.path)
        try database.close()

        let names = try FileManager.default.contentsOfDirectory(atPath: bench.folder.path)
        #expect(!names.contains { $0.contains("before") })
    }

    @Test func `that fails leaves the schema before it`() async throws {
        let bench = try await shop()
        let before = try bench.sqlite(".dump").output
        let database = try open(bench)

        #expect(throws: DatabaseError.self) {
            try LedgerSchema.migrate(
                database, by: Self.next(Self.steps + ["INSERT INTO nowhere VALUES (1)"]), path: bench.path)
        }
        try database.close()

        #expect(try bench.sqlite(".dump").output == before)
        try bench.open().close()
    }

    /// The files of a folder at one moment, which is what a kill at that moment leaves.
    private func photograph(_ bench: Bench, to place: String) throws {
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: bench.folder.path)
        where name.hasPrefix("ledger.sqlite") {
            try FileManager.default.copyItem(
                atPath: "\(bench.folder.path)/\(name)", toPath: "\(place)/\(name)")
        }
    }

    @Test func `leaves the old or the new where it is killed`() async throws {
        let bench = try await shop()
        let place = try Bench()
        let count = Mutex(0)
        let faults = Mutex<[any Error]>([])
        let photograph: @Sendable (Database) -> Void = { [self] _ in
            let number = count.withLock { count in
                count += 1
                return count
            }
            do { try self.photograph(bench, to: "\(place.folder.path)/\(number)") } catch {
                faults.withLock { $0.append(error) }
            }
        }
        var configuration = LedgerConnection.configuration(onDisk: true)
        // Before every statement, those that begin and commit included; and after the last one.
        configuration.prepareDatabase { db in db.trace { _ in photograph(db) } }
        let database = try DatabaseQueue(path: bench.path, configuration: configuration)
        try LedgerSchema.migrate(database, by: Self.next(Self.steps), path: bench.path)
        database.inDatabase { photograph($0) }
        try database.close()

        var ends: Set<String> = []
        for number in 1...count.withLock({ $0 }) {
            let file = "\(place.folder.path)/\(number)/ledger.sqlite"
            let said = try CommandResult.of(
                "sqlite3",
                [
                    file, "PRAGMA integrity_check", "SELECT count(*) FROM orders",
                    "SELECT count(*) FROM grdb_migrations WHERE identifier = '9999-next'",
                    "SELECT count(*) FROM pragma_table_info('orders') WHERE name = 'shift'",
                    "SELECT count(*) FROM sqlite_schema WHERE name = 'shifts'",
                ])
            ends.insert(said.lines.joined(separator: " "))
        }

        #expect(faults.withLock { $0.count } == 0)
        #expect(count.withLock { $0 } > 10)
        #expect(ends == ["ok 20 0 0 0", "ok 20 1 1 1"])
    }
}

// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Testing
import TillCore

@testable import TillStore

/// A ledger with sales of every kind, closed, and what can be read in it.
private struct Original {
    let bench: Bench
    let bytes: [UInt8]
    let head: Data
    let tables: [String: [String]]

    init(sales: Int = 12) async throws {
        bench = try Bench()
        let ledger = try bench.open()
        for number in 0..<sales {
            var paid = try await ledger.paid(with: "M\(number)")
            _ = try await ledger.present()
            _ = try await ledger.sell()
            paid = try await ledger.accept(
                .refund(nil, note: "cold"), about: paid.id, key: .opening("\(number)"), by: "anna"
            ).order
            if number % 2 == 0 {
                try await ledger.record(
                    .refund(paid.refunds[0].id, .outcome(.done)), about: paid.id)
            }
            let wrong = try await ledger.present()
            try await ledger.tell(.money("W\(number)", 1), of: wrong)
            try await ledger.receive(
                ReceivedNotify(
                    account: "main", id: "N\(number)", raw: Array("{\"n\":\(number)}".utf8),
                    word: .payment("nobody's", .pending(nil))))
        }
        try ledger.close()
        bytes = Array(try Data(contentsOf: URL(fileURLWithPath: bench.path)))
        head = try Data(contentsOf: URL(fileURLWithPath: "\(bench.path).head"))
        let again = try bench.open()
        tables = try await Self.tables(of: again)
        try again.close()
    }

    /// All rows of all tables, but for the starts.
    static func tables(of ledger: Ledger) async throws -> [String: [String]] {
        try await ledger.read { db in
            try TableCheck.tables(in: db).reduce(into: [:]) { tables, name in
                let condition = name == "journal" ? "WHERE seq <= 300 AND entry NOT LIKE '%started%'" : ""
                tables[name] = try Row.fetchAll(db, sql: "SELECT * FROM \(name) \(condition)").map {
                    "\($0)"
                }
            }
        }
    }

    /// Lays the ledger down anew with other bytes.
    func lay(_ bytes: [UInt8]) throws {
        for suffix in ["-wal", "-shm", "-journal"] {
            try? FileManager.default.removeItem(atPath: bench.path + suffix)
        }
        try Data(bytes).write(to: URL(fileURLWithPath: bench.path))
        try head.write(to: URL(fileURLWithPath: "\(bench.path).head"))
    }
}

@Suite struct `A damaged ledger` {
    /// What became of a ledger with one bit flipped.
    private enum Fate: Hashable {
        case refused, found, sameValues
        case unnoticed(String)
    }

    private func fate(of original: Original) async throws -> Fate {
        let ledger: Ledger
        do {
            ledger = try original.bench.open()
        } catch is LedgerError {
            return .refused
        }
        defer { try? ledger.database.close() }
        do {
            _ = try await ledger.verify()
            if try await ledger.quickCheck() != nil { return .found }
        } catch is LedgerError {
            return .found
        }
        let tables = try await Original.tables(of: ledger)
        let differing = original.tables.keys.filter { tables[$0] != original.tables[$0] && $0 != "meta" }
        guard let first = differing.sorted().first else { return .sameValues }
        return .unnoticed(first)
    }

    @Test(arguments: 1...2 as ClosedRange<UInt64>)
    func `by one bit is refused, found, or reads the same`(seed: UInt64) async throws {
        let original = try await Original()
        var dice = Dice(seed: seed)
        var fates: [Fate: Int] = [:]

        for _ in 0..<60 {
            var bytes = original.bytes
            let place = Int.random(in: 0..<bytes.count, using: &dice)
            bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
            try original.lay(bytes)
            fates[try await fate(of: original), default: 0] += 1
        }

        // What no row of the journal tells of: raw notifies, keys, and when work is due next.
        let untold: Set<Fate> = [.unnoticed("inbox"), .unnoticed("keys"), .unnoticed("outbox")]
        for (fate, count) in fates {
            if case .unnoticed = fate { #expect(untold.contains(fate), "\(fate) \(count) times") }
        }
        #expect(fates[.refused, default: 0] + fates[.found, default: 0] > 15, "\(fates)")
    }

    @Test func `that is cut off at any sector is refused, and stays as it is`() async throws {
        let original = try await Original(sales: 3)
        let path = original.bench.path
        var opened: [Int] = []

        for length in stride(from: 512, to: original.bytes.count, by: 512) {
            let cut = Array(original.bytes.prefix(length))
            try original.lay(cut)
            do {
                let ledger = try original.bench.open()
                try ledger.database.close()
                opened.append(length)
            } catch is LedgerError {
                let left = try Data(contentsOf: URL(fileURLWithPath: path))
                #expect(left == Data(cut), "\(length)")
            }
        }

        #expect(opened == [])
    }

    @Test func `whose last page is cut off is refused, though SQLite would take zeros for the rest`()
        async throws
    {
        let original = try await Original()
        let whole = original.bytes.count

        for length in stride(from: whole - 4096 + 512, to: whole, by: 512) {
            try original.lay(Array(original.bytes.prefix(length)))
            #expect(
                throws: LedgerError.damaged(path: original.bench.path, why: "its end is cut off")
            ) { try original.bench.open() }
        }
    }

    @Test(arguments: [16, 100, 512, 4096])
    func `that begins with garbage is refused with what to do`(count: Int) async throws {
        let original = try await Original()
        var bytes = original.bytes
        for index in 0..<count { bytes[index] = UInt8(truncatingIfNeeded: index &* 167 &+ 13) }
        try original.lay(bytes)

        let error = #expect(throws: LedgerError.self) { try original.bench.open() }

        guard case .damaged? = error else { throw try #require(error) }
        #expect(error?.description.contains("keep the file as it is, and restore a backup") == true)
        let left = try Data(contentsOf: URL(fileURLWithPath: original.bench.path))
        #expect(left == Data(bytes))
    }

    @Test func `whose log is damaged has lost what was remembered, and is refused`() async throws {
        let bench = try Bench()
        let ledger = try bench.open()
        for _ in 0..<20 { _ = try await ledger.sell() }
        try ledger.guards.head?.writeNow()
        try await ledger.database.writeWithoutTransaction { LedgerConnection.keepLogOnClose(true, in: $0) }
        ledger.end()
        try ledger.close()
        let log = URL(fileURLWithPath: "\(bench.path)-wal")
        var bytes = try Data(contentsOf: log)
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: log)

        #expect(throws: LedgerError.self) { try bench.open() }

        #expect(try Data(contentsOf: log) == bytes)
    }

    @Test func `whose value is of another kind is an error and no end`() async throws {
        let bench = try Bench()
        try await bench.day { _ = try await $0.paid(with: "M1") }
        try bench.tamper(
            """
            PRAGMA writable_schema = ON;
            UPDATE sqlite_schema SET sql = replace(replace(sql, 'STRICT', ''), 'NOT NULL', '')
            WHERE type = 'table'
            """)
        #expect(try bench.sqlite("UPDATE orders SET terminal = NULL, opened_at = x'FF'").status == 0)
        #expect(try bench.sqlite("UPDATE outbox SET due_at = NULL, tries = x'FF'").status == 0)

        try await bench.day { ledger in
            await #expect(throws: (any Error).self) { try await ledger.newestOrders(limit: 9) }
            await #expect(throws: (any Error).self) { try await ledger.work(in: .print) }
            await #expect(throws: LedgerError.self) { try await ledger.verify() }
        }
    }
}

@Suite struct `A place where no ledger can be` {
    @Test func `is a folder`() throws {
        let bench = try Bench()
        try FileManager.default.createDirectory(atPath: bench.path, withIntermediateDirectories: false)

        let error = #expect(throws: LedgerError.self) { try bench.open() }

        #expect(error?.description.contains("it is a folder: let store.path name a file") == true)
    }

    @Test func `is a pipe`() throws {
        let bench = try Bench()
        #expect(mkfifo(bench.path, 0o600) == 0)

        let error = #expect(throws: LedgerError.self) { try bench.open() }

        #expect(error?.description.hasSuffix("it is not a file") == true)
    }

    @Test func `is another program's file`() throws {
        let bench = try Bench()
        try bench.sqlite("PRAGMA application_id = 252006673; CREATE TABLE layers (name TEXT)")
        let before = try bench.sqlite(".dump").output

        let error = #expect(throws: LedgerError.self) { try bench.open() }

        #expect(error?.description.hasSuffix("it belongs to another program") == true)
        #expect(try bench.sqlite(".dump").output == before)
    }

    /// What a till says that runs as a user who owns nothing.
    private func saidByNobody(_ bench: Bench) throws -> [String] {
        let program = bench.folder.appendingPathComponent("victim").path
        try FileManager.default.copyItem(atPath: try Victim.program.path, toPath: program)
        let asNobody = geteuid() == 0 ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []
        return try CommandResult.of("env", asNobody + [program, bench.path, "1"]).lines
    }

    @Test func `is a folder of another user's`() throws {
        let bench = try Bench()
        chmod(bench.folder.path, 0o555)

        let said = try saidByNobody(bench)

        chmod(bench.folder.path, 0o755)
        #expect(said.count == 1)
        #expect(said[0].contains("may not write to the folder \(bench.folder.path)"))
    }

    @Test func `is a file of another user's`() async throws {
        let bench = try Bench()
        try await bench.day { _ in }
        chmod(bench.path, 0o400)
        chmod(bench.folder.path, 0o777)
        chmod("\(bench.path).lock", 0o666)

        let said = try saidByNobody(bench)

        #expect(said.count == 1)
        #expect(said[0].contains("may not write it, which belongs to user \(geteuid()) with mode 400: chown it"))
    }

    @Test func `is a disk that can only be read`() async throws {
        let bench = try Bench()
        try await bench.day { _ = try await $0.sell() }
        let before = try bench.sqlite(".dump").output

        let result = try CommandResult.of(
            "unshare",
            (geteuid() == 0 ? [] : ["--map-root-user"]) + [
                "--mount", "bash", "-c",
                """
                mount --bind '\(bench.folder.path)' '\(bench.folder.path)' &&
                mount -o remount,bind,ro '\(bench.folder.path)' || exit 99
                '\(try Victim.program.path)' '\(bench.path)' 1
                """,
            ])

        #expect(result.status == 74)
        #expect(result.lines.count == 1)
        #expect(result.output.contains("mount it for writing"))
        #expect(try bench.sqlite(".dump").output == before)
    }
}

// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Testing
import TillCore

@testable import TillStore

@Suite struct `What is remembered beside a ledger` {
    /// A ledger of one morning, and a copy of it from before the afternoon.
    private func twoDays(_ bench: Bench) async throws -> (copy: String, morning: Int64, evening: Int64) {
        let first = try bench.open()
        _ = try await first.sell()
        let morning = try await first.journalHead()
        try first.close()
        let copy = "\(bench.path).copy"
        try FileManager.default.copyItem(atPath: bench.path, toPath: copy)
        let second = try bench.open()
        _ = try await second.sell()
        let evening = try await second.journalHead()
        try second.close()
        return (copy, morning, evening)
    }

    private func replace(_ path: String, by other: String) throws {
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.moveItem(atPath: other, toPath: path)
    }

    @Test func `is the last row and its hash`() async throws {
        let bench = try Bench()
        _ = try await twoDays(bench)

        let words = try String(contentsOfFile: "\(bench.path).head", encoding: .utf8).split(separator: " ")
        let judge = try bench.sqlite(
            """
            SELECT value FROM meta WHERE name = 'epoch';
            SELECT seq FROM journal ORDER BY seq DESC LIMIT 1;
            SELECT lower(hex(chain)) FROM journal ORDER BY seq DESC LIMIT 1
            """)

        #expect(words.prefix(3).map(String.init) == judge.lines)
    }

    @Test func `keeps an older copy from being used`() async throws {
        let bench = try Bench()
        let (copy, morning, evening) = try await twoDays(bench)
        try replace(bench.path, by: copy)
        let before = try Data(contentsOf: URL(fileURLWithPath: bench.path))

        let error = #expect(throws: LedgerError.self) { try bench.open() }

        #expect(error == .older(path: bench.path, ends: morning, was: evening))
        #expect(
            error?.description.contains("tilld restore \(bench.path) --accept-older") == true)
        #expect(try Data(contentsOf: URL(fileURLWithPath: bench.path)) == before)
        #expect(FileStatus("\(bench.path)-wal")?.size ?? 0 == 0)
    }

    @Test func `notices that the write-ahead log is lost`() async throws {
        let bench = try Bench()
        let ledger = try bench.open()
        for _ in 0..<HeadKeeper.rowsMax { _ = try await ledger.sell() }
        ledger.guards.head?.wait()
        // As a kill leaves it.
        try await ledger.database.writeWithoutTransaction { LedgerConnection.keepLogOnClose(true, in: $0) }
        ledger.end()
        try ledger.close()
        let log = "\(bench.path)-wal"
        #expect(FileManager.default.fileExists(atPath: log))
        try FileManager.default.removeItem(atPath: log)

        let error = #expect(throws: LedgerError.self) { try bench.open() }

        switch error {
        case .older(_, _, let was): #expect(was >= HeadKeeper.rowsMax)
        case .gone(_, let was): #expect(was ?? 0 >= HeadKeeper.rowsMax)
        default: Issue.record("\(String(describing: error))")
        }
    }

    @Test func `keeps another ledger from being used`() async throws {
        let bench = try Bench()
        _ = try await twoDays(bench)
        let other = try Bench(HandClock(seed: 99))
        for _ in 0..<9 { try other.open().close() }
        try replace(bench.path, by: other.path)

        let error = #expect(throws: LedgerError.self) { try bench.open() }

        guard case .ofAnotherLine = error else { throw try #require(error) }
    }

    @Test func `keeps a history that went another way from being used`() async throws {
        let bench = try Bench()
        let (copy, _, _) = try await twoDays(bench)
        let head = try Data(contentsOf: URL(fileURLWithPath: "\(bench.path).head"))
        try replace(bench.path, by: copy)
        try FileManager.default.removeItem(atPath: "\(bench.path).head")
        let other = try bench.open()
        for _ in 0..<5 { _ = try await other.sell() }
        try other.close()
        try head.write(to: URL(fileURLWithPath: "\(bench.path).head"))

        let error = #expect(throws: LedgerError.self) { try bench.open() }

        guard case .ofAnotherLine = error else { throw try #require(error) }
    }

    @Test(arguments: [true, false])
    func `keeps a new ledger from being begun in the place of one that is gone`(leavesEmpty: Bool)
        async throws
    {
        let bench = try Bench()
        let (_, _, evening) = try await twoDays(bench)
        try FileManager.default.removeItem(atPath: bench.path)
        if leavesEmpty { try Data().write(to: URL(fileURLWithPath: bench.path)) }

        #expect(throws: LedgerError.gone(path: bench.path, was: evening)) { try bench.open() }

        try FileManager.default.removeItem(atPath: "\(bench.path).head")
        let new = try bench.open()
        #expect(new.boot == 1)
        try new.close()
    }

    @Test func `never keeps a good ledger shut when it is damaged itself`() async throws {
        let bench = try Bench()
        let first = try bench.open()
        _ = try await first.sell()
        try first.close()
        let whole = try Data(contentsOf: URL(fileURLWithPath: "\(bench.path).head"))

        for index in stride(from: 0, to: whole.count, by: 3) {
            var bytes = whole
            bytes[index] ^= 0x02
            try bytes.write(to: URL(fileURLWithPath: "\(bench.path).head"))
            try bench.open().close()
        }
        for count in [0, 1, 40, whole.count - 1] {
            try whole.prefix(count).write(to: URL(fileURLWithPath: "\(bench.path).head"))
            try bench.open().close()
        }

        #expect(HeadFile(ledger: bench.path).read() != nil)
    }

    @Test func `is true whatever the disk kept of the write that replaces it`() async throws {
        let bench = try Bench()
        try bench.open().close()
        try "half a line".write(toFile: "\(bench.path).head.part", atomically: false, encoding: .utf8)

        let ledger = try bench.open()
        try ledger.close()

        #expect(HeadFile(ledger: bench.path).read()?.seq == 2)
    }

    @Test func `names no row before its COMMIT has returned`() async throws {
        let bench = try Bench()
        try bench.open().close()
        #expect(try bench.sqlite(`A ledger that cannot be written`.poison).status == 0)
        let ledger = try bench.open()
        for _ in 0..<HeadKeeper.rowsMax - 1 { _ = try await ledger.sell() }
        let saved = try await ledger.journalHead()

        await #expect(throws: LedgerError.self) {
            try await ledger.sell(`A ledger that cannot be written`.sale("poison"))
        }

        try? ledger.guards.head?.writeNow()
        #expect(HeadFile(ledger: bench.path).read()?.seq == saved)
        try ledger.database.close()
    }

    @Test func `is written after so many rows, or so long`() async throws {
        let bench = try Bench()
        let ledger = try bench.open()
        let file = HeadFile(ledger: bench.path)
        var seen: [Int64?] = [file.read()?.seq]

        for _ in 0..<10 { _ = try await ledger.sell() }
        seen.append(settled(ledger, file))
        bench.clock.pass(HeadKeeper.pause)
        _ = try await ledger.sell()
        seen.append(settled(ledger, file))
        for _ in 0..<HeadKeeper.rowsMax - 1 { _ = try await ledger.sell() }
        seen.append(settled(ledger, file))
        _ = try await ledger.sell()
        seen.append(settled(ledger, file))

        #expect(seen == [1, 1, 12, 12, 512])
        try ledger.close()
    }

    /// What the file says once nobody writes it any more.
    private func settled(_ ledger: Ledger, _ file: HeadFile) -> Int64? {
        ledger.guards.head?.wait()
        return file.read()?.seq
    }
}

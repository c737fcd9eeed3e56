// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import Testing
import TillCore

@testable import TillStore

/// A disk whose free space is what the test says, and which counts how often it is asked.
private final class PlayedDisk: Sendable {
    private let bytes: Mutex<Int64?>

    init(free: Int64?) { bytes = Mutex(free) }

    var free: Int64? {
        get { bytes.withLock { $0 } }
        set { bytes.withLock { $0 = newValue } }
    }

    /// 1000 bytes are kept for open sales, and a ballast of 100.
    var room: DiskRoom { DiskRoom(reserve: 1000, ballast: 100, free: { _ in self.free }) }
}

@Suite struct `A disk that is getting full` {
    private func refusal(_ bench: Bench, _ free: Int64) -> LedgerError {
        .diskFull(free: free, needed: 1000, path: bench.path)
    }

    @Test func `refuses a new sale and says what to free`() async throws {
        let bench = try Bench()
        let disk = PlayedDisk(free: 999)
        let ledger = try bench.open(room: disk.room)
        let head = try await ledger.journalHead()

        await #expect(throws: refusal(bench, 999)) { try await ledger.sell() }

        #expect(try await ledger.journalHead() == head)
        #expect(ledger.condition == .diskLow(refusal(bench, 999)))
        #expect(ledger.condition.word == "disk_low")
        let text = LedgerError.diskFull(free: 3 << 20, needed: 16 << 20, path: "/l").description
        #expect(text.contains("has 3 MiB left and a new sale needs 16 MiB: delete"))
        try ledger.close()
    }

    @Test func `lets what is open come to its end`() async throws {
        let bench = try Bench()
        let disk = PlayedDisk(free: 5000)
        let ledger = try bench.open(room: disk.room)
        let paying = try await ledger.present()
        let cancelled = try await ledger.present()
        disk.free = 10

        try await ledger.tell(.money("M1"), of: paying)
        _ = try await ledger.accept(.cancel, about: cancelled.id, key: nil, by: "anna")
        _ = try await ledger.accept(.reprint, about: paying.id, key: nil, by: "anna")

        #expect(try await ledger.order(paying.id).state == .paid)
        #expect(try await ledger.order(cancelled.id).state == .cancelling)
        await #expect(throws: refusal(bench, 10)) {
            try await ledger.accept(
                .refund(nil, note: ""), about: paying.id, key: nil, by: "anna")
        }
        await #expect(throws: refusal(bench, 10)) {
            try await ledger.startAttempt(
                of: cancelled.id, account: "main", key: nil, by: "anna")
        }
        try ledger.close()
    }

    @Test func `answers a request that it has carried out before`() async throws {
        let bench = try Bench()
        let disk = PlayedDisk(free: 5000)
        let ledger = try bench.open(room: disk.room)
        let first = try await ledger.open(.tea, key: .opening("k"), by: "anna")
        disk.free = 0

        let again = try await ledger.open(.tea, key: .opening("k"), by: "anna")

        #expect(again.isReplay)
        #expect(again.order == first.order)
        try ledger.close()
    }

    @Test func `is of no weight where nobody knows it`() async throws {
        let bench = try Bench()
        let ledger = try bench.open(room: PlayedDisk(free: nil).room)

        _ = try await ledger.sell()

        #expect(ledger.condition == .ok)
        #expect(ledger.freeBytes == nil)
        try ledger.close()
    }

    @Test func `takes sales again by itself`() async throws {
        let bench = try Bench()
        let disk = PlayedDisk(free: 999)
        let ledger = try bench.open(room: disk.room)
        await #expect(throws: LedgerError.self) { try await ledger.sell() }

        disk.free = 1000

        _ = try await ledger.sell()
        #expect(ledger.condition == .ok)
        try ledger.close()
    }
}

@Suite struct `The ballast of a ledger` {
    private func blocks(_ bench: Bench) throws -> Int? {
        let file = "\(bench.path).ballast"
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        return Int(try CommandResult.of("stat", ["-c", "%b", file]).lines[0])
    }

    @Test func `takes real room from the start`() async throws {
        let bench = try Bench()
        let room = DiskRoom(
            reserve: 16 << 20, ballast: 4 << 20, free: { DiskRoom.systemFree($0) })

        let ledger = try bench.open(room: room)

        #expect(try blocks(bench) ?? 0 >= (4 << 20) / 512)
        try ledger.close()
    }

    @Test func `is given up for open sales, and made again`() async throws {
        let bench = try Bench()
        let disk = PlayedDisk(free: 5000)
        let ledger = try bench.open(room: disk.room)
        let order = try await ledger.sell()
        var seen = [try blocks(bench) != nil]

        for free in [999, 100, 99, 1099, 1100] as [Int64] {
            disk.free = free
            try await ledger.note(Doubt(account: "main", why: "room"), about: order.id)
            seen.append(try blocks(bench) != nil)
        }

        #expect(seen == [true, true, true, false, false, true])
        try ledger.close()
    }

    @Test func `is given up before a start on a full disk`() async throws {
        let bench = try Bench()
        let disk = PlayedDisk(free: 5000)
        try bench.open(room: disk.room).close()
        #expect(try blocks(bench) != nil)
        disk.free = 0

        let ledger = try bench.open(room: disk.room)

        #expect(try blocks(bench) == nil)
        await #expect(throws: refusal(bench)) { try await ledger.sell() }
        try ledger.close()
    }

    private func refusal(_ bench: Bench) -> LedgerError {
        .diskFull(free: 0, needed: 1000, path: bench.path)
    }

    @Test func `is what the system says of the disk`() throws {
        let bench = try Bench()

        let free = try #require(DiskRoom.systemFree(bench.folder.path))
        let judge = try CommandResult.of(
            "df", ["--output=avail", "-B1", bench.folder.path]
        ).lines.last.flatMap { Int64($0.filter(\.isNumber)) }

        // Others write to the same disk meanwhile.
        #expect(abs(free - (try #require(judge))) < 64 << 20)
        #expect(DiskRoom.systemFree("/nowhere/at/all") == nil)
    }
}

@Suite struct `A disk that is full` {
    /// Runs a script with a file system of its own, which goes when the script ends.
    private func onTmpfs(_ bench: Bench, size: String, _ script: String) throws -> CommandResult {
        let victim = try Victim.program.path
        return try CommandResult.of(
            "unshare",
            (geteuid() == 0 ? [] : ["--map-root-user"]) + [
                "--mount", "bash", "-c",
                """
                set -u; mount -t tmpfs -o size=\(size) tmpfs '\(bench.folder.path)' || exit 99
                victim='\(victim)'; ledger='\(bench.path)'; said='\(bench.folder.path)/said'
                \(script)
                """,
            ])
    }

    @Test func `ends the process, and has lost nothing when there is room again`() throws {
        let bench = try Bench()

        let result = try onTmpfs(
            bench, size: "4m",
            """
            $victim $ledger 1 > /dev/shm/till-said-$$; echo $?
            opened=$(grep -c ^opened /dev/shm/till-said-$$); rm /dev/shm/till-said-$$
            echo $((opened > 20))
            mount -o remount,size=64m '\(bench.folder.path)'
            LEDGER_VICTIM_ROOM=63000000,1000 $victim $ledger 2; echo "$?"
            sqlite3 $ledger 'PRAGMA integrity_check'
            # One more may be there: its COMMIT failed, and nobody knows.
            echo $(($(sqlite3 $ledger 'SELECT count(*) FROM orders') - opened))
            """)

        #expect(result.lines.dropLast() == ["74", "1", "full", "full", "full", "0", "ok"], "\(result.errors)")
        #expect((0...3).contains(Int(result.lines.last ?? "") ?? -1))
    }

    @Test func `is never reached by new sales, so that open ones end well`() throws {
        let bench = try Bench()

        let result = try onTmpfs(
            bench, size: "24m",
            """
            LEDGER_VICTIM_ROOM=16777216,4194304 $victim $ledger 1 > /dev/shm/till-said-$$; echo $?
            grep -c ^full /dev/shm/till-said-$$; rm /dev/shm/till-said-$$
            echo $(($(stat -f -c '%a * %S' '\(bench.folder.path)') > 8000000))
            test -e $ledger.ballast; echo $?
            sqlite3 $ledger 'PRAGMA integrity_check; SELECT value FROM meta WHERE name = "clean"'
            """)

        #expect(result.lines == ["0", "3", "1", "0", "ok", "1"], "\(result.errors)")
    }

    @Test func `is a failed write where a limit on files says so, and not the end by a signal`()
        async throws
    {
        let bench = try Bench()

        let result = try CommandResult.of(
            "prlimit", ["--fsize=1000000", try Victim.program.path, bench.path, "1"])
        let said = result.lines.filter { $0.hasPrefix("opened ") }.map { String($0.dropFirst(7)) }

        #expect(result.status == 74)
        #expect(said.count > 5)
        try await bench.day { ledger in
            let saved = Set(try await ledger.newestOrders(limit: .max).compactMap(\.reference))
            #expect(Set(said).isSubset(of: saved))
            #expect(try await Audit.faults(of: ledger) == [])
        }
    }
}

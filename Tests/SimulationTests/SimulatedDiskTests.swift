// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Testing
import TillSimulation

/// The disk of the simulation: it has to be as bad as a real one, and no worse.
@Suite struct `A simulated disk` {
    /// A database on a disk, as the ledger sets it up.
    private func open(_ disk: SimulatedDisk) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        return try DatabaseQueue(path: disk.path, configuration: configuration)
    }

    /// A disk with a table of one row, whose database was closed in order.
    private func prepared(seed: UInt64 = 1) throws -> SimulatedDisk {
        let disk = try SimulatedDisk(seed: seed)
        let queue = try open(disk)
        try queue.write { try $0.execute(sql: "CREATE TABLE t (n INTEGER); INSERT INTO t VALUES (1)") }
        try queue.close()
        return disk
    }

    private func rows(_ disk: SimulatedDisk) throws -> Int {
        disk.start()
        let queue = try open(disk)
        let count = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM t") }
        try queue.close()
        return try #require(count)
    }

    @Test(arguments: 0..<20)
    func `what was committed is there after a power cut`(seed: UInt64) throws {
        let disk = try prepared(seed: seed)
        let queue = try open(disk)
        for number in 2...9 { try queue.write { try $0.execute(sql: "INSERT INTO t VALUES (\(number))") } }

        disk.die(power: true)
        try? queue.close()

        #expect(try rows(disk) == 9)
        #expect(try disk.ask("PRAGMA integrity_check") == "ok")
    }

    @Test func `what was committed on a disk that lies is gone after a power cut for some seed`() throws {
        var lost = 0
        for seed in 0..<UInt64(20) {
            let disk = try prepared(seed: seed)
            disk.trust(.lies)
            let queue = try open(disk)
            try queue.write { try $0.execute(sql: "INSERT INTO t VALUES (2)") }
            disk.die(power: true)
            try? queue.close()
            // A file that is damaged is lost too.
            lost += (try? rows(disk)) == 2 ? 0 : 1
        }

        #expect(lost > 5)
    }

    @Test func `a process that is killed loses nothing that it wrote`() throws {
        let disk = try prepared()
        disk.trust(.lies)
        let queue = try open(disk)
        try queue.write { try $0.execute(sql: "INSERT INTO t VALUES (2)") }

        disk.die(power: false)
        try? queue.close()

        #expect(try rows(disk) == 2)
    }

    @Test func `the dead write nothing any more`() throws {
        let disk = try prepared()
        let queue = try open(disk)
        disk.die(power: false)
        disk.start()

        #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: "INSERT INTO t VALUES (2)") } }
        try? queue.close()

        #expect(try rows(disk) == 1)
    }

    @Test(arguments: [
        (DiskFault.Kind.inputOutput, ResultCode.SQLITE_IOERR), (.full, .SQLITE_FULL), (.short, .SQLITE_FULL),
    ])
    func `a write that is struck fails, and the next one does not`(kind: DiskFault.Kind, code: ResultCode) throws {
        let disk = try prepared()
        let queue = try open(disk)
        disk.arm(DiskFault(kind, at: 1, of: .write))

        let error = #expect(throws: DatabaseError.self) {
            try queue.write { try $0.execute(sql: "INSERT INTO t VALUES (2)") }
        }
        #expect(error?.resultCode == code)
        #expect(disk.struck == .log)
        try queue.write { try $0.execute(sql: "INSERT INTO t VALUES (3)") }
        try queue.close()

        #expect(try rows(disk) == 2)
    }

    @Test func `a fault that lasts strikes until it is taken back`() throws {
        let disk = try prepared()
        let queue = try open(disk)
        disk.arm(DiskFault(.inputOutput, at: 1, of: .sync, isLasting: true))

        for _ in 0..<3 {
            #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: "INSERT INTO t VALUES (2)") } }
        }
        disk.disarm()

        try queue.write { try $0.execute(sql: "INSERT INTO t VALUES (3)") }
        try queue.close()
        #expect(disk.struck == nil)
    }

    /// A crash before any one write of a commit leaves all of the commit or nothing of it.
    @Test(arguments: [DiskFault.Kind.powerCut, .kill])
    func `a crash at any write leaves whole commits`(kind: DiskFault.Kind) throws {
        var survived = false
        for at in 1...UInt64(200) where !survived {
            let disk = try prepared(seed: at)
            let queue = try open(disk)
            disk.arm(DiskFault(kind, at: at))
            var said = 0
            do {
                for number in 1...6 {
                    try queue.write { db in
                        for _ in 0..<10 { try db.execute(sql: "INSERT INTO t VALUES (\(number))") }
                    }
                    said += 1
                }
                survived = disk.struck == nil
            } catch is DatabaseError {
            }
            disk.die(power: kind == .powerCut)
            try? queue.close()

            let kept = try rows(disk) - 1
            #expect(kept % 10 == 0)
            #expect(kept / 10 >= said, "crash at \(at)")
        }
        #expect(survived)
    }

    @Test func `other paths go to the real disk`() throws {
        let disk = try prepared()
        let path = FileManager.default.temporaryDirectory.appending(path: "till-real-\(getpid()).sqlite").path
        defer { try? FileManager.default.removeItem(atPath: path) }

        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: "CREATE TABLE t (n INTEGER)") }
        try queue.close()

        #expect(FileManager.default.fileExists(atPath: path))
        #expect(!FileManager.default.fileExists(atPath: disk.path))
    }

    @Test func `two disks know nothing of each other`() throws {
        let one = try prepared()
        let other = try prepared()
        let queue = try open(one)
        try queue.write { try $0.execute(sql: "INSERT INTO t VALUES (2)") }

        other.die(power: true)
        try queue.write { try $0.execute(sql: "INSERT INTO t VALUES (3)") }
        try queue.close()

        #expect(try rows(one) == 3)
        #expect(try rows(other) == 1)
    }
}

// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore
import TillStore

@Suite struct `The chain of the journal` {
    /// A closed ledger with six rows: started, three of a sale, started, started.
    static func sixRows() async throws -> Bench {
        let bench = try Bench()
        try await bench.day { _ = try await $0.present() }
        bench.clock.pass(.seconds(60))
        try await bench.day { _ in }
        try await bench.day { _ in }
        return bench
    }

    @Test func `fits`() async throws {
        let bench = try await Self.sixRows()

        let head = try await bench.day { try await $0.verifyChain(limit: .max) }

        #expect(head == 7)
    }

    @Test(arguments: [
        ("UPDATE journal SET entry = replace(entry, 'Tea', 'Tee') WHERE seq = 2", 2),
        ("UPDATE journal SET entry = entry || ' ' WHERE seq = 4", 4),
        ("UPDATE journal SET at = at + 1 WHERE seq = 3", 3),
        ("UPDATE journal SET wall = wall + 1 WHERE seq = 3", 3),
        ("UPDATE journal SET boot = 9 WHERE seq = 5", 5),
        ("UPDATE journal SET by = 'bert' WHERE seq = 2", 2),
        ("UPDATE journal SET order_id = 'X' WHERE seq = 2", 2),
        ("UPDATE journal SET order_id = NULL WHERE seq = 2", 2),
        ("UPDATE journal SET order_id = 'X' WHERE seq = 1", 1),
        ("UPDATE journal SET chain = zeroblob(32) WHERE seq = 4", 4),
        ("UPDATE journal SET chain = x'' WHERE seq = 6", 6),
        ("DELETE FROM journal WHERE seq = 3", 3),
        ("DELETE FROM journal WHERE seq = 1", 1),
        ("UPDATE journal SET seq = 99 WHERE seq = 6", 6),
        (
            "UPDATE journal SET seq = 100 WHERE seq = 3; UPDATE journal SET seq = 3 WHERE seq = 4;"
                + "UPDATE journal SET seq = 4 WHERE seq = 100", 3
        ),
    ])
    func `names the first row that was touched`(edit: String, seq: Int64) async throws {
        let bench = try await Self.sixRows()

        try bench.tamper(edit)

        await #expect(throws: LedgerError.brokenChain(seq: seq)) { try await bench.day { _ in } }
    }

    @Test func `is checked at each start for the last rows and on demand for all`() async throws {
        let bench = try Bench()
        try await bench.day { ledger in
            for number in 0..<100 { _ = try await ledger.paid(with: "M\(number)") }
        }
        try bench.tamper("UPDATE journal SET by = 'bert' WHERE seq = 77")

        try await bench.day { ledger in
            await #expect(throws: LedgerError.brokenChain(seq: 77)) {
                try await ledger.verifyChain(limit: .max)
            }
            let behind = try await ledger.verifyChain(after: 77, limit: .max)
            let before = try await ledger.verifyChain(limit: 76)
            #expect(behind == 402)
            #expect(before == 76)
        }
    }

    @Test func `that is broken keeps the ledger shut and leaves it as it is`() async throws {
        let bench = try await Self.sixRows()
        try bench.tamper("UPDATE journal SET at = at + 1 WHERE seq = 3")
        await #expect(throws: LedgerError.brokenChain(seq: 3)) { try await bench.day { _ in } }

        try bench.tamper("UPDATE journal SET at = at - 1 WHERE seq = 3")

        #expect(try await bench.day { $0.boot } == 4)
    }

    @Test func `is what an independent program computes`() async throws {
        let bench = try await Self.sixRows()
        let judge = """
            import hashlib, sqlite3, struct, sys
            h = bytes(32); n = 0
            for row in sqlite3.connect(sys.argv[1]).execute(
                "SELECT seq, at, wall, boot, chain, by, order_id, entry, status"
                " FROM journal ORDER BY seq"):
                d = h + struct.pack(">qqqq", *row[:4]); chain = row[4]
                for text in row[5:]:
                    if text is None: d += struct.pack(">q", -1); continue
                    b = text.encode(); d += struct.pack(">q", len(b)) + b
                h = hashlib.sha256(d).digest(); n += h == chain
            print(n)
            """

        let result = try CommandResult.of("python3", ["-c", judge, bench.path])

        #expect(result.output == "6\n")
        #expect(result.errors == "")
    }
}

// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Testing
import TillCore

@testable import TillStore

@Suite struct `The file of a ledger` {
    @Test func `is written with every safety on`() async throws {
        let bench = try Bench()

        let settings = try await bench.day { ledger in
            try await ledger.read { db in
                try [
                    "journal_mode", "synchronous", "foreign_keys", "locking_mode", "trusted_schema",
                ].map { try String.fetchOne(db, sql: "SELECT * FROM pragma_\($0)") ?? "" }
            }
        }

        #expect(settings == ["wal", "2", "1", "exclusive", "0"])
    }

    @Test func `has strict tables only`() async throws {
        let bench = try Bench()
        try await bench.day { _ in }

        let loose = try bench.sqlite(
            """
            SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0
            AND schema = 'main' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%'
            """)

        #expect(loose.lines == [])
        #expect(loose.status == 0)
        #expect(try bench.sqlite("UPDATE orders SET amount = 'x'").status == 0)
        let misfit = try bench.sqlite("INSERT INTO meta VALUES (1, x'00')")
        #expect(misfit.errors.contains("cannot store BLOB value in TEXT column"))
    }

    @Test func `is nobody else's business`() async throws {
        let bench = try Bench()

        try await bench.day { ledger in
            _ = try await ledger.sell()
            for file in [bench.path, "\(bench.path)-wal", "\(bench.path).lock"] {
                let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
                #expect(mode as? Int == 0o600, "\(file)")
            }
        }
    }

    @Test func `cannot be read by a stray sqlite3 while it is in use`() async throws {
        let bench = try Bench()

        let stray = try await bench.day { ledger in
            _ = try await ledger.sell()
            return try bench.sqlite("SELECT count(*) FROM orders")
        }

        #expect(stray.status != 0)
        #expect(stray.errors.contains("locked"))
    }

    @Test func `of a newer program is refused and left as it is`() async throws {
        let bench = try Bench()
        try await bench.day { _ = try await $0.sell() }
        try bench.sqlite("INSERT INTO grdb_migrations VALUES ('9999-future')")
        let before = try bench.sqlite(".dump").output

        await #expect(throws: LedgerError.newerSchema(path: bench.path)) {
            try await bench.day { _ in }
        }

        #expect(try bench.sqlite(".dump").output == before)
        try bench.sqlite("DELETE FROM grdb_migrations WHERE identifier = '9999-future'")
        #expect(try await bench.day { $0.boot } == 2)
    }

    @Test func `that is none is refused`() async throws {
        let bench = try Bench()
        let text = String(repeating: "this is not a ledger\n", count: 500)
        try text.write(toFile: bench.path, atomically: true, encoding: .utf8)

        let error = await #expect(throws: LedgerError.self) { try await bench.day { _ in } }

        #expect(error?.description.hasPrefix("cannot use the ledger \(bench.path)") == true)
        #expect(try String(contentsOfFile: bench.path, encoding: .utf8) == text)
    }

    @Test func `in a folder that is not there is refused`() {
        #expect(throws: LedgerError.self) {
            try Ledger(
                path: "/nowhere/at/all/ledger", terminal: "T", version: "test",
                clocks: HandClock().clocks, onFault: { _ in })
        }
    }

    @Test func `is used by one daemon`() async throws {
        let bench = try Bench()

        try await bench.day { _ in
            #expect(throws: LedgerError.inUse(path: bench.path)) { try bench.open() }
        }

        #expect(try await bench.day { $0.boot } == 2)
    }
}

@Suite struct `What no hand may do to a ledger` {
    /// A closed ledger with a paid sale, a cancelled one and a refund that is done.
    static func full() async throws -> Bench {
        let bench = try Bench()
        try await bench.day { ledger in
            var paid = try await ledger.paid(with: "M1")
            paid = try await ledger.accept(
                .refund(nil, note: ""), about: paid.id, key: nil, by: "anna"
            ).order
            try await ledger.record(.refund(paid.refunds[0].id, .outcome(.done)), about: paid.id)
            let cancelled = try await ledger.sell()
            _ = try await ledger.accept(.cancel, about: cancelled.id, key: nil, by: "anna")
        }
        return bench
    }

    @Test(arguments: [
        ("UPDATE journal SET by = 'bert'", "the journal is append-only"),
        ("DELETE FROM journal", "the journal is append-only"),
        ("DELETE FROM journal WHERE seq = 2", "the journal is append-only"),
        ("UPDATE orders SET state = 'open' WHERE state = 'paid'", "nothing leaves a final state"),
        ("UPDATE orders SET state = 'closed' WHERE state = 'paid'", "nothing leaves a final state"),
        ("UPDATE orders SET state = 'paid' WHERE state = 'closed'", "nothing leaves a final state"),
        ("UPDATE orders SET amount = amount + 1", "an amount never changes"),
        ("UPDATE orders SET currency = 'JPY'", "an amount never changes"),
        ("UPDATE attempts SET kind = 'opened' WHERE kind = 'paid'", "nothing leaves a final state"),
        ("UPDATE attempts SET kind = 'paid' WHERE kind = 'closed'", "nothing leaves a final state"),
        ("UPDATE refunds SET kind = 'asked' WHERE kind = 'done'", "nothing leaves a final state"),
        ("UPDATE orders SET state = 'lost' WHERE state = 'closed'", "nothing leaves a final state"),
        (
            "INSERT INTO orders SELECT 'X', terminal, reference, amount, currency, subject, slips,"
                + " metadata, 'lost', status, opened_at, deadline, version, late_money FROM orders LIMIT 1",
            "CHECK constraint failed"
        ),
        ("UPDATE refunds SET amount = 0", "CHECK constraint failed"),
        (
            "INSERT INTO transactions SELECT account, 'M9', order_id, 9, amount, currency, fate,"
                + " body, paid_at, learnt_at FROM transactions", "UNIQUE constraint failed: transactions.order_id"
        ),
    ])
    func `is refused by the file itself`(edit: String, why: String) async throws {
        let bench = try await Self.full()
        let before = try bench.sqlite(".dump").output

        let result = try bench.sqlite(edit)

        #expect(result.status != 0)
        #expect(result.errors.contains(why))
        #expect(try bench.sqlite(".dump").output == before)
    }
}

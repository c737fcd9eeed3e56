// SPDX-License-Identifier: Apache-2.0

import Testing
import TillCore
import TillStore

@Suite struct `A day on which anything happens` {
    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `leaves outbox, journal and orders in agreement`(seed: UInt64) async throws {
        let clock = HandClock(seed: seed)
        let ledger = try Bench.inMemory(clock)
        var walk = Walk(ledger, clock, seed: seed)

        for _ in 0..<5 {
            try await walk.go(60)

            #expect(try await Audit.faults(of: ledger) == [])
        }

        #expect(walk.ids.count > 5)
        #expect(walk.refusals > 0)
        #expect(try await ledger.journalHead() > 60)
    }

    @Test(arguments: 21...23 as ClosedRange<UInt64>)
    func `is read back as it was, and recovered, after every night`(seed: UInt64) async throws {
        let bench = try Bench(HandClock(seed: seed))

        for night in 1...3 as ClosedRange<UInt64> {
            let evening = try await bench.day { ledger in
                var walk = Walk(ledger, bench.clock, seed: seed * 100 + night)
                try await walk.go(80)
                return try await ledger.newestOrders(limit: .max)
            }
            let morning = try await bench.day { ledger in
                let orders = try await ledger.newestOrders(limit: .max)
                try await ledger.recover()
                #expect(try await Audit.faults(of: ledger) == [])
                return orders
            }

            #expect(morning == evening)
        }
        #expect(try bench.sqlite("PRAGMA integrity_check").output == "ok\n")
        #expect(try bench.sqlite("PRAGMA foreign_key_check").output == "")
    }

    @Test(arguments: [
        "DELETE FROM outbox WHERE id = (SELECT max(id) FROM outbox)",
        "UPDATE orders SET version = version + 1 WHERE rowid = 1",
        "UPDATE orders SET state = 'cancelling' WHERE state = 'open'",
        "UPDATE attempts SET body = replace(body, 'Tea', 'Tee')",
        "DELETE FROM prints", "DELETE FROM attempts WHERE rowid = 1",
    ])
    func `is not taken for in order when it is not`(edit: String) async throws {
        let bench = try Bench()
        try await bench.day { ledger in
            _ = try await ledger.present()
            _ = try await ledger.paid(with: "M1")
        }

        try bench.tamper(edit)

        let faults = try await bench.day { try await Audit.faults(of: $0) }
        #expect(faults != [])
    }
}

// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Testing
import TillCore

@testable import TillStore

@Suite struct `A restored ledger` {
    private func restore(
        _ backup: String, over bench: Bench, acceptingOlder: Bool = false,
        terminal: TerminalID = "T-1"
    ) throws -> Restoration.Outcome {
        try Restoration(
            of: backup, to: bench.path, terminal: terminal, version: "test",
            clocks: bench.clock.clocks
        ).run(acceptingOlder: acceptingOlder)
    }

    /// A shop whose backup is elsewhere, and which sold on after it.
    private struct Evening {
        let bench: Bench
        /// Where the backup lies.
        let elsewhere: Bench
        let backup: Backup
        let orders: [Order]
        let head: Int64

        init() async throws {
            bench = try Bench()
            elsewhere = try Bench()
            let ledger = try bench.open()
            var paid = try await ledger.paid(with: "M1")
            try await ledger.record(.print(paid.prints[0].id, .started), about: paid.id)
            try await ledger.record(
                .print(paid.prints[0].id, .finished(confirmed: true)), about: paid.id)
            let presented = try await ledger.present()
            let opened = try await ledger.sell()
            let unprinted = try await ledger.paid(with: "M2")
            let refunded = try await ledger.accept(
                .refund(nil, note: ""), about: unprinted.id, key: nil, by: "anna"
            ).order
            backup = try await ledger.backup(to: elsewhere.folder.path + "/backup.sqlite")
            paid = try await ledger.order(paid.id)
            orders = [paid, presented, opened, refunded]
            // The afternoon, which the backup does not know.
            try await ledger.tell(.money("M3"), of: presented)
            _ = try await ledger.accept(
                .refund(Money(minorUnits: 500, .cny), note: ""), about: paid.id, key: nil, by: "anna")
            _ = try await ledger.sell()
            head = try await ledger.journalHead()
            try ledger.close()
        }

        /// The machine is lost, with everything on it.
        func lose() throws {
            for name in try FileManager.default.contentsOfDirectory(atPath: bench.folder.path) {
                try FileManager.default.removeItem(atPath: "\(bench.folder.path)/\(name)")
            }
        }
    }

    @Test func `has every order that the backup had`() async throws {
        let evening = try await Evening()
        try evening.lose()

        let outcome = try restore(evening.backup.path, over: evening.bench)

        let ledger = try evening.bench.open()
        try await ledger.recover()
        let found = try await ledger.newestOrders(limit: .max)
        #expect(Set(found.map(\.id)) == Set(evening.orders.map(\.id)))
        #expect(found.first { $0.id == evening.orders[0].id } == evening.orders[0])
        #expect(outcome.head == evening.backup.head && outcome.orders == 4)
        #expect(outcome.rowsLost == nil && outcome.keptAside.isEmpty)
        #expect(try await Audit.faults(of: ledger) == [])
        #expect(try await ledger.verify().orders == 4)
        try ledger.close()
        #expect(try evening.bench.sqlite("PRAGMA integrity_check").output == "ok\n")
    }

    @Test func `asks the acquirer about all that may have gone on`() async throws {
        let evening = try await Evening()
        try evening.lose()

        _ = try restore(evening.backup.path, over: evening.bench)

        let ledger = try evening.bench.open()
        try await ledger.recover()
        let work = try await ledger.work(in: .provider).map(\.effect)
        let presented = evening.orders[1].attempts[0].reference
        let opened = evening.orders[2].attempts[0].reference
        #expect(work.contains(.provider(.watch(presented))))
        // It may have been asked after the backup: closing it here would forget its money.
        #expect(work.contains(.provider(.watch(opened))))
        #expect(!work.contains(.provider(.create(opened))))
        #expect(work.contains(.provider(.queryRefund(evening.orders[3].refunds[0].id))))
        let paid = try await ledger.tell(.money("M3"), of: evening.orders[1])
        #expect(paid.state == .paid)
        try ledger.close()
    }

    @Test func `asks a person before it prints once more`() async throws {
        let evening = try await Evening()
        try evening.lose()

        _ = try restore(evening.backup.path, over: evening.bench)

        let ledger = try evening.bench.open()
        let unprinted = try await ledger.order(evening.orders[3].id)
        #expect(unprinted.prints.map(\.state) == [.doubtful])
        #expect(unprinted.status == .needsPerson)
        #expect(try await ledger.order(evening.orders[0].id).prints.map(\.state) == [.printed])
        try ledger.close()
    }

    @Test func `makes no name that was made after the backup`() async throws {
        let evening = try await Evening()
        let lost = try evening.bench.open()
        let forgotten = try await lost.order(evening.orders[0].id).refunds[0].id
        let (epoch, boot) = (lost.epoch, lost.boot)
        try lost.close()
        try evening.lose()
        _ = try restore(evening.backup.path, over: evening.bench)
        let ledger = try evening.bench.open()

        let refunded = try await ledger.accept(
            .refund(Money(minorUnits: 300, .cny), note: ""), about: evening.orders[0].id, key: nil,
            by: "anna"
        ).order

        #expect(refunded.refunds[0].id != forgotten)
        #expect(refunded.refunds[0].id.text.hasPrefix(forgotten.text + "L"))
        #expect(refunded.refunds[0].id.text.utf8.count <= 64)
        #expect(ledger.epoch != epoch)
        #expect(ledger.boot > boot + 900_000)
        #expect(try await Audit.faults(of: ledger) == [])
        try ledger.close()
    }

    @Test func `tells of it in its journal`() async throws {
        let evening = try await Evening()
        try evening.lose()

        let outcome = try restore(evening.backup.path, over: evening.bench)

        let ledger = try evening.bench.open()
        let row = try await ledger.journal(after: evening.backup.head.seq, limit: 1)[0]
        #expect(row.entry == .restored(from: evening.backup.head))
        #expect(ledger.epoch == outcome.epoch)
        #expect(ledger.followsCleanEnd)
        try ledger.close()
        #expect(HeadFile(ledger: evening.bench.path).read()?.epoch == outcome.epoch)
    }

    @Test func `takes the place of a newer one only where that is said`() async throws {
        let evening = try await Evening()
        let before = try Data(contentsOf: URL(fileURLWithPath: evening.bench.path))

        let error = #expect(throws: LedgerError.self) {
            try restore(evening.backup.path, over: evening.bench)
        }
        let untouched = try Data(contentsOf: URL(fileURLWithPath: evening.bench.path))
        let outcome = try restore(evening.backup.path, over: evening.bench, acceptingOlder: true)

        #expect(error?.description.contains("had got to row \(evening.head)") == true)
        #expect(error?.description.contains("--accept-older") == true)
        #expect(untouched == before)
        #expect(outcome.rowsLost == evening.head - evening.backup.head.seq)
        let aside = "\(evening.bench.path).replaced-20270115T080000Z"
        #expect(outcome.keptAside == [aside, aside + ".head"])
        #expect(try Data(contentsOf: URL(fileURLWithPath: aside)) == before)
        try evening.bench.open().close()
    }

    @Test func `can be made of an older copy that lies in its place`() async throws {
        let evening = try await Evening()
        try FileManager.default.removeItem(atPath: evening.bench.path)
        try FileManager.default.copyItem(atPath: evening.backup.path, toPath: evening.bench.path)
        #expect(throws: LedgerError.self) { try evening.bench.open() }

        let outcome = try restore(evening.bench.path, over: evening.bench, acceptingOlder: true)

        #expect(outcome.head == evening.backup.head)
        try evening.bench.open().close()
    }

    @Test func `is not made while a daemon runs`() async throws {
        let evening = try await Evening()
        let ledger = try evening.bench.open()

        #expect(throws: LedgerError.inUse(path: evening.bench.path)) {
            try restore(evening.backup.path, over: evening.bench, acceptingOlder: true)
        }

        _ = try await ledger.sell()
        try ledger.close()
    }

    @Test func `is not made of what is no good ledger of this terminal`() async throws {
        let evening = try await Evening()
        let before = try Data(contentsOf: URL(fileURLWithPath: evening.bench.path))
        let text = evening.elsewhere.folder.path + "/text"
        try String(repeating: "no ledger ", count: 999).write(toFile: text, atomically: false, encoding: .utf8)
        let database = evening.elsewhere.folder.path + "/other.sqlite"
        _ = try CommandResult.of("sqlite3", [database, "CREATE TABLE layers (name TEXT)"])
        let spoilt = evening.elsewhere.folder.path + "/spoilt.sqlite"
        try FileManager.default.copyItem(atPath: evening.backup.path, toPath: spoilt)
        _ = try CommandResult.of("sqlite3", [spoilt, "UPDATE attempts SET account = 'other'"])

        for file in ["/nowhere", text, database, spoilt] {
            #expect(throws: LedgerError.self) {
                try restore(file, over: evening.bench, acceptingOlder: true)
            }
        }
        let error = #expect(throws: LedgerError.self) {
            try restore(
                evening.backup.path, over: evening.bench, acceptingOlder: true, terminal: "T-2")
        }

        #expect(error?.description.contains("it is of terminal T-1, and this is T-2") == true)
        #expect(try Data(contentsOf: URL(fileURLWithPath: evening.bench.path)) == before)
        try evening.bench.open().close()
    }

    @Test func `leaves the backup as it is`() async throws {
        let evening = try await Evening()
        let before = try Data(contentsOf: URL(fileURLWithPath: evening.backup.path))
        try evening.lose()

        _ = try restore(evening.backup.path, over: evening.bench)
        _ = try restore(evening.backup.path, over: evening.bench, acceptingOlder: true)

        #expect(try Data(contentsOf: URL(fileURLWithPath: evening.backup.path)) == before)
        let names = try FileManager.default.contentsOfDirectory(atPath: evening.elsewhere.folder.path)
        #expect(names == ["backup.sqlite"])
    }

    @Test(arguments: 0...3)
    func `is finished by the next start where a power cut broke its change of names off`(moved: Int)
        async throws
    {
        let evening = try await Evening()
        let path = evening.bench.path
        _ = try restore(evening.backup.path, over: evening.bench, acceptingOlder: true)
        // Back to the moment at which so many names had been changed.
        let date = "20270115T080000Z"
        try FileManager.default.moveItem(atPath: path, toPath: "\(path).restored-\(date)")
        try "old log".write(toFile: "\(path)-wal", atomically: false, encoding: .utf8)
        if moved < 3 {
            try FileManager.default.moveItem(atPath: "\(path).replaced-\(date).head", toPath: "\(path).head")
        }
        if moved >= 2 {
            try FileManager.default.moveItem(atPath: "\(path)-wal", toPath: "\(path).replaced-\(date)-wal")
        }
        if moved < 1 { try FileManager.default.moveItem(atPath: "\(path).replaced-\(date)", toPath: path) }

        let ledger = try evening.bench.open()

        #expect(try await ledger.newestOrders(limit: .max).count == 4)
        #expect(try await Audit.faults(of: ledger) == [])
        try ledger.close()
        let names = try FileManager.default.contentsOfDirectory(atPath: evening.bench.folder.path)
        #expect(
            names.filter { $0.contains("replaced") }.sorted() == [
                "ledger.sqlite.replaced-\(date)", "ledger.sqlite.replaced-\(date)-wal",
                "ledger.sqlite.replaced-\(date).head",
            ])
        #expect(!names.contains { $0.contains("restor") })
    }
}

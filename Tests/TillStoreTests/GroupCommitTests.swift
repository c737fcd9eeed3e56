// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Testing
import TillCore

@testable import TillStore

@Suite struct `Writes that share a COMMIT` {
    let database: DatabaseQueue
    let answers = Answers()
    let commits: GroupCommit

    init() throws {
        database = try DatabaseQueue()
        try database.write { db in
            try db.execute(
                sql: """
                    CREATE TABLE rows (number INTEGER PRIMARY KEY) STRICT;
                    CREATE TABLE orphans (
                        parent INTEGER REFERENCES rows (number) DEFERRABLE INITIALLY DEFERRED
                    ) STRICT;
                    """)
        }
        commits = GroupCommit(database, onFault: { [answers] in answers.note($0) })
    }

    /// Has all items wait until the last one is queued, so that they share one COMMIT.
    private func submit(_ items: [GroupCommit.Item]) {
        let gate = DispatchSemaphore(value: 0)
        database.asyncWriteWithoutTransaction { _ in gate.wait() }
        for item in items { commits.submit(item) }
        gate.signal()
        answers.wait()
    }

    private func insert(_ number: Int) -> GroupCommit.Item {
        answers.item(number) { db in
            try db.execute(sql: "INSERT INTO rows VALUES (?)", arguments: [number])
        }
    }

    private func rows() throws -> [Int] {
        try database.read { try Int.fetchAll($0, sql: "SELECT number FROM rows ORDER BY 1") }
    }

    @Test func `are all saved`() throws {
        submit((1...100).map(insert))

        #expect(answers.saved == Array(1...100))
        #expect(answers.failed.isEmpty)
        #expect(try rows() == Array(1...100))
    }

    @Test func `do not fall with one that fails`() throws {
        let failing = answers.item(3) { db in
            try db.execute(sql: "INSERT INTO rows VALUES (33)")
            throw LedgerError.noSuchOrder("three")
        }

        submit([insert(1), insert(2), failing, insert(4)])

        #expect(answers.saved == [1, 2, 4])
        #expect(answers.failed == [3: "there is no order three"])
        #expect(answers.faults.isEmpty)
        #expect(try rows() == [1, 2, 4])
    }

    @Test func `do not fall with one that breaks a rule of the schema`() throws {
        submit([insert(1), insert(1), insert(2)])

        #expect(answers.saved == [1, 2])
        #expect(try rows() == [1, 2])
        #expect(answers.faults.isEmpty)
    }

    @Test func `fall together when one of them rolls all of them back`() throws {
        let rogue = answers.item(2) { db in
            try db.execute(sql: "ROLLBACK")
            throw LedgerError.noSuchOrder("two")
        }

        submit([insert(1), rogue, insert(3)])

        #expect(answers.saved.isEmpty)
        #expect(answers.failed.count == 3)
        #expect(answers.faults.count == 1)
        #expect(try rows() == [])
    }

    @Test func `hear of no success when the COMMIT fails`() throws {
        let orphan = answers.item(2) { db in
            try db.execute(sql: "INSERT INTO orphans VALUES (99)")
        }

        submit([insert(1), orphan, insert(3)])

        #expect(answers.saved.isEmpty)
        #expect(Set(answers.failed.keys) == [1, 2, 3])
        #expect(
            answers.failed.values.allSatisfy { $0.hasPrefix("the ledger could not be written") })
        #expect(answers.faults.count == 1)
    }

    @Test func `are refused for ever after a COMMIT that failed`() throws {
        let orphan = answers.item(1) { db in
            try db.execute(sql: "INSERT INTO orphans VALUES (99)")
        }
        submit([orphan])

        submit([insert(2), insert(3)])

        #expect(answers.saved.isEmpty)
        #expect(Set(answers.failed.keys) == [1, 2, 3])
        #expect(answers.faults.count == 1)
        #expect(try rows() == [])
    }

    @Test func `can be read around a COMMIT that failed`() throws {
        submit([insert(1)])
        let orphan = answers.item(2) { db in
            try db.execute(sql: "INSERT INTO rows VALUES (2); INSERT INTO orphans VALUES (99)")
        }

        submit([orphan])

        #expect(try rows() == [1])
    }
}

@Suite struct `A ledger that cannot be written` {
    /// Makes the COMMIT of each sale with the subject `poison` fail.
    static let poison = """
        CREATE TABLE saints (id INTEGER PRIMARY KEY);
        CREATE TABLE sinners (
            saint INTEGER REFERENCES saints (id) DEFERRABLE INITIALLY DEFERRED);
        CREATE TRIGGER poison AFTER INSERT ON orders WHEN NEW.subject = 'poison'
        BEGIN INSERT INTO sinners VALUES (1); END
        """

    static func sale(_ subject: String) -> Sale {
        Sale(
            amount: Money(minorUnits: 1, .cny), account: "main", patience: .seconds(300),
            subject: subject)
    }

    @Test func `has told nobody of a sale that is not there`() async throws {
        let bench = try Bench()
        try await bench.day { _ in }
        #expect(try bench.sqlite(Self.poison).status == 0)
        let answers = Answers()

        let opened = try await bench.day(noting: answers) { ledger in
            let opened = await withTaskGroup(of: OrderID?.self) { clients in
                for number in 0..<40 {
                    clients.addTask {
                        // Nil is the answer of a client that heard no success.
                        try? await ledger.open(
                            Self.sale(number == 20 ? "poison" : "tea"), key: nil, by: "anna"
                        ).order.id
                    }
                }
                return await clients.reduce(into: []) { $0.append($1) }.compactMap { $0 }
            }
            await #expect(throws: LedgerError.self) {
                try await ledger.open(.tea, key: nil, by: "anna")
            }
            #expect(ledger.hasEnded)
            return opened
        }

        let saved = try await bench.day { ledger in
            #expect(try await Audit.faults(of: ledger) == [])
            return try await ledger.newestOrders(limit: .max)
        }
        #expect(Set(opened).isSubset(of: saved.map(\.id)))
        #expect(!saved.contains { $0.subject == "poison" })
        #expect(answers.faults.count == 1)
    }

    @Test func `because its disk is full is whole when it is opened again`() async throws {
        let bench = try Bench()
        let told = try await bench.day { ledger in
            let told = try await ledger.sell()
            let pages = try await ledger.read { try Int.fetchOne($0, sql: "PRAGMA page_count") }
            try await ledger.database.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA max_page_count = \(pages ?? 1)")
            }
            var opened = [told.id]
            while opened.count < 10_000 {
                do { opened.append(try await ledger.sell().id) } catch { break }
            }
            #expect(opened.count < 10_000)
            return opened
        }

        try await bench.day { ledger in
            let faults = try await Audit.faults(of: ledger)
            let saved = try await ledger.newestOrders(limit: .max)
            #expect(faults == [])
            #expect(Set(saved.map(\.id)) == Set(told))
        }
    }

    @Test func `because it ended says so`() async throws {
        let ledger = try Bench.inMemory()
        let order = try await ledger.sell()

        ledger.end()

        await #expect(throws: LedgerError.self) { try await ledger.sell() }
        #expect(try await ledger.order(order.id) == order)
    }
}

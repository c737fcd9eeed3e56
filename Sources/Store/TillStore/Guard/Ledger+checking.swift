// SPDX-License-Identifier: Apache-2.0

import GRDB
import Synchronization

/// What a verification went through, without finding anything wrong.
package struct Verification: Sendable, Hashable {
    /// Rows of the journal.
    package let rows: Int64
    /// Orders that were compared with it.
    package let orders: Int
}

extension Ledger {
    /// The longest that a check holds up writes at a time.
    static let slice: Duration = .milliseconds(20)
    /// Rows after which a slice ends, whatever the clock says.
    static let sliceRows = 2000

    /// Checks the whole ledger while it is in use: each row of the journal, each order against what
    /// the journal tells of it, the running numbers, and each index against its table.
    ///
    /// It runs in slices of 20 ms and lets writes through between them.
    ///
    /// - Throws: ``LedgerError/brokenChain(seq:)`` with the first row that does not fit,
    ///   ``LedgerError/orderDiffers(_:why:)``, or ``LedgerError/damaged(path:why:)``.
    package func verify() async throws -> Verification {
        var rows: Int64 = 0
        while true {
            let after = rows
            let isOver = sliceEnd()
            let last = try await checked {
                try Self.verify(after: after, limit: Self.sliceRows, in: $0, isOver: isOver).0
            }
            if last == rows { break }
            rows = last
        }
        var orders = 0
        var after: Int64 = 0
        while true {
            let from = after
            let compared = Counter()
            let isOver = sliceEnd()
            let last = try await checked { db in
                try TableCheck.compareOrders(after: from, in: db) {
                    compared.add() >= Self.sliceRows || isOver()
                }
            }
            orders += compared.count
            guard let last else { break }
            after = last
        }
        if let why = try await checked({ try TableCheck.compareStrays(in: $0) }) {
            throw LedgerError.damaged(path: path, why: why)
        }
        try await checkNumbers()
        for table in try await checked({ try TableCheck.tables(in: $0) }) {
            var after: Int64? = 0
            while let row = after {
                after = try await checked { [path] in
                    try TableCheck.compareIndexes(
                        of: table, after: row, limit: Self.sliceRows / 4, path: path, in: $0)
                }
            }
        }
        return Verification(rows: rows, orders: orders)
    }

    /// Checks that the running numbers follow each other, in slices.
    private func checkNumbers() async throws {
        var after: Int64? = 0
        while let number = after {
            let isOver = sliceEnd()
            let path = path
            after = try await checked { db in
                var walk = try TurnoverWalk(after: number, in: db)
                do {
                    return try walk.walk(in: db, until: isOver) ? nil : walk.number
                } catch let fault as LedgerFault {
                    throw LedgerError.damaged(path: path, why: "\(fault)")
                }
            }
        }
    }

    /// Checks the pages of the file, a table at a time, and lets writes through between them.
    ///
    /// What it finds stands against new sales from then on: see ``condition``.
    ///
    /// - Returns: what is wrong; nil if nothing is.
    package func quickCheck() async throws -> String? {
        let finding = try await findingOfQuickCheck()
        guards.noteCheck(finding.map { .checkFailed(why: $0) })
        return finding
    }

    private func findingOfQuickCheck() async throws -> String? {
        do {
            for table in try await read({ try TableCheck.tables(in: $0) }) {
                try Task.checkCancellation()
                if let finding = try await read({ try TableCheck.quickCheck(table, in: $0) }) {
                    return finding
                }
            }
            return nil
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            return error.message ?? "its tables cannot be listed"
        }
    }

    private func checked<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value)
        async throws -> Value
    {
        try Task.checkCancellation()
        do {
            return try await read(work)
        } catch let error where !(error is CancellationError) {
            throw LedgerError.of(error, path: path)
        }
    }

    /// Says when a slice that begins now is over.
    private func sliceEnd() -> @Sendable () -> Bool {
        let continuous = clocks.continuous
        let start = Mutex<Duration?>(nil)
        return {
            let now = continuous()
            return start.withLock { start in
                guard let begun = start else {
                    start = now
                    return false
                }
                return now - begun >= Self.slice
            }
        }
    }

    private var path: String { database.path }
}

/// Counts what a slice went through.
private final class Counter: Sendable {
    private let value = Mutex(0)

    var count: Int { value.withLock { $0 } }

    func add() -> Int {
        value.withLock { value in
            value += 1
            return value
        }
    }
}

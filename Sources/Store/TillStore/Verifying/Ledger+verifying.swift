// SPDX-License-Identifier: Apache-2.0

import GRDB
import JournalChain
import TillCore

/// How far an examination of an open ledger has come.
package enum ExaminationPlace: Sendable, Hashable {
    /// The chain fits up to this row.
    case chain(Int64)
    /// The chain fits, and the orders up to this id are what their rows give.
    case orders(String)
    /// All that fits, and the running numbers up to this one have no gap.
    case turnover(Int64)

    /// Before the first row.
    package static let beginning = ExaminationPlace.chain(0)
}

/// What one slice of an examination brought.
package struct ExaminationSlice: Sendable, Hashable {
    /// Rows of the chain that were checked.
    package var rows = 0
    /// Orders that were compared.
    package var orders = 0
    /// Where to go on; nil at the end, or behind a fault.
    package var next: ExaminationPlace?
    /// What does not fit, if something does not.
    package var fault: LedgerFault?
}

extension Ledger {
    /// The longest that one read of an examination keeps sales waiting.
    private static let examinationSlice: Duration = .milliseconds(20)

    /// Examines a stretch: first the chain, then the orders against their rows, then the running numbers.
    ///
    /// It reads in slices of 20 ms, and lets all that waits have its turn in between.
    ///
    /// - Parameter patience: when to return, even if more is left.
    /// - Throws: a database error.
    package func examine(from place: ExaminationPlace, for patience: Duration) async throws -> ExaminationSlice {
        let end = continuousClock() + patience
        var total = ExaminationSlice(next: place)
        while let next = total.next, total.fault == nil {
            let slice = try await examineSlice(from: next)
            total.rows += slice.rows
            total.orders += slice.orders
            total.next = slice.next
            total.fault = slice.fault
            if continuousClock() >= end { break }
            await Task.yield()
        }
        return total
    }

    private func examineSlice(from place: ExaminationPlace) async throws -> ExaminationSlice {
        let clock = continuousClock
        return try await read { db in
            let end = clock() + Self.examinationSlice
            do {
                return try Self.slice(from: place, in: db) { clock() >= end }
            } catch let fault as LedgerFault {
                return ExaminationSlice(fault: fault)
            }
        }
    }

    private static func slice(from place: ExaminationPlace, in db: Database, until isOver: () -> Bool) throws
        -> ExaminationSlice
    {
        switch place {
        case .chain(let seq):
            var walk = try ChainWalk(after: seq, in: db)
            let isDone = try walk.walk(in: db, until: isOver)
            return ExaminationSlice(rows: walk.rows, next: isDone ? .orders("") : .chain(walk.seq))
        case .orders(let id):
            var walk = try OrderWalk(OrderStretch(after: id, upTo: nil), in: db)
            let isDone = try walk.walk(until: isOver)
            return ExaminationSlice(orders: walk.orders, next: isDone ? .turnover(0) : .orders(walk.last))
        case .turnover(let number):
            var walk = try TurnoverWalk(after: number, in: db)
            let isDone = try walk.walk(in: db, until: isOver)
            return ExaminationSlice(next: isDone ? nil : .turnover(walk.number))
        }
    }

    /// The hash of a row; nil if there is no such row.
    package func chain(of seq: Int64) async throws -> [UInt8]? {
        try await read { try Self.chain(of: seq, in: $0) }
    }

    static func chain(of seq: Int64, in db: Database) throws -> [UInt8]? {
        try Row.fetchOne(db, sql: "SELECT chain FROM journal WHERE seq = ?", arguments: [seq])?
            .bytes("chain")
    }
}

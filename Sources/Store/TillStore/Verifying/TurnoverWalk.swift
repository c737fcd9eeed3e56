// SPDX-License-Identifier: Apache-2.0

import GRDB

/// Walks along the running numbers and stops at the first that does not follow from the one before.
///
/// That each of them is what its row of the journal says is seen where orders are compared.
struct TurnoverWalk {
    /// The last number that follows.
    private(set) var number: Int64
    private var seq: Int64

    /// Starts behind a number, or at the beginning for 0.
    init(after number: Int64, in db: Database) throws {
        self.number = number
        seq = try Int64.fetchOne(db, sql: "SELECT seq FROM turnover WHERE number = ?", arguments: [number]) ?? 0
    }

    /// Walks until the end, or until `isOver` says so, which is asked every 64 numbers.
    ///
    /// - Returns: whether the end is reached.
    /// - Throws: ``LedgerFault`` with the first number that does not follow, or the roll that is ahead of them.
    mutating func walk(in db: Database, until isOver: () -> Bool) throws -> Bool {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT number, seq FROM turnover WHERE number > ? ORDER BY number", arguments: [number])
        while let row = try rows.next() {
            let next = try row.decode(Int64.self, atIndex: 0)
            let own = try row.decode(Int64.self, atIndex: 1)
            guard next == number + 1 else {
                throw LedgerFault(row: own, "the running number \(number + 1) is missing: \(next) comes next")
            }
            guard own >= seq else {
                throw LedgerFault(row: own, "it has the running number \(next), and row \(seq) has \(number)")
            }
            (number, seq) = (next, own)
            if number % 64 == 0, isOver() { return false }
        }
        let ahead = try String.fetchOne(
            db, sql: "SELECT name FROM rolls WHERE printed > ? OR closed > printed ORDER BY name", arguments: [number])
        if let ahead {
            throw LedgerFault("the roll of \(ahead) is ahead of the running numbers, which end at \(number)")
        }
        return true
    }
}

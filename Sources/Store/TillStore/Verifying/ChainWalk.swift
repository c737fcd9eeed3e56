// SPDX-License-Identifier: Apache-2.0

import GRDB
import JournalChain
import TillCore

/// Walks along the chain and stops at the first row that does not fit.
struct ChainWalk {
    /// The last row that fits.
    private(set) var seq: Int64
    /// Its hash.
    private(set) var hash: [UInt8]
    /// Rows walked.
    private(set) var rows = 0
    /// Ledger time of the last row.
    private(set) var at = Timestamp(milliseconds: .min)

    /// Starts behind a row, or at the beginning for 0.
    ///
    /// - Throws: ``LedgerFault`` if that row is not there.
    init(after seq: Int64, in db: Database) throws {
        self.seq = seq
        guard seq > 0 else {
            hash = Chain.beginning
            return
        }
        let row = try Row.fetchOne(db, sql: "SELECT chain FROM journal WHERE seq = ?", arguments: [seq])
        guard let row else { throw LedgerFault(row: seq, "it is missing") }
        hash = try row.bytes("chain")
    }

    /// Walks until the end, or until `isOver` says so, which is asked every 64 rows.
    ///
    /// - Returns: whether the end is reached.
    /// - Throws: ``LedgerFault`` with the first row that does not fit.
    mutating func walk(in db: Database, until isOver: () -> Bool) throws -> Bool {
        let cursor = try Row.fetchCursor(
            db, sql: "SELECT \(Chain.Link.columns) FROM journal WHERE seq > ? ORDER BY seq", arguments: [seq])
        while let row = try cursor.next() {
            let link = try Chain.Link(chained: row)
            guard link.seq == seq + 1 else { throw LedgerFault(row: seq + 1, missing(before: link.seq)) }
            let stored = try row.bytes("chain")
            let computed = Chain.hash(link, after: hash)
            guard computed == stored else {
                throw LedgerFault(
                    row: link.seq, try difference(at: link, stored: stored, computed: computed, in: db))
            }
            guard link.at >= at.milliseconds else {
                throw LedgerFault(row: link.seq, "its ledger time is before that of row \(seq)")
            }
            (seq, hash, at) = (link.seq, stored, Timestamp(milliseconds: link.at))
            rows += 1
            if rows % 64 == 0, isOver() { return false }
        }
        return true
    }

    private func missing(before next: Int64) -> String {
        seq == 0
            ? "it is missing: the journal begins with row \(next)"
            : "it is missing: after row \(seq) comes row \(next)"
    }

    /// Whether content or hash was touched, as far as the row behind it tells.
    private func difference(at link: Chain.Link, stored: [UInt8], computed: [UInt8], in db: Database) throws
        -> String
    {
        let row = try Row.fetchOne(
            db, sql: "SELECT \(Chain.Link.columns) FROM journal WHERE seq = ?", arguments: [link.seq + 1])
        guard let row else { return "its content and its hash do not belong together" }
        let next = try Chain.Link(chained: row)
        if Chain.hash(next, after: stored) == (try row.bytes("chain")) {
            return "its content is not what was written: row \(next.seq) still fits to its hash"
        }
        if Chain.hash(next, after: computed) == (try row.bytes("chain")) {
            return "its hash is not what was written: row \(next.seq) fits to its content"
        }
        return "its content and its hash do not belong together, and row \(next.seq) fits to neither"
    }
}

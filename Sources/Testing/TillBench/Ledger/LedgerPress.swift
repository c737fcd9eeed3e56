// SPDX-License-Identifier: Apache-2.0

import JournalChain

/// Writes the rows of a sale again and again, and chains those of the journal.
struct LedgerPress {
    private let rows: OrderRows
    private let insertions: [BareStatement]
    private var seq: Int64
    private var hash: [UInt8]
    /// Where a row of the journal has what its hash covers.
    private let columns: [String: Int]

    /// Begins behind the last row of a ledger.
    ///
    /// - Throws: ``BenchFault/missing(_:)`` if its journal is not as it should be.
    init(_ rows: OrderRows, in database: BareDatabase) throws(BenchFault) {
        self.rows = rows
        var insertions: [BareStatement] = []
        for table in rows.tables { insertions.append(try database.statement(table.insertion)) }
        self.insertions = insertions
        let last = try database.rows("SELECT seq, chain FROM journal ORDER BY seq DESC LIMIT 1")
        guard case .integer(let seq)? = last.first?.first, case .blob(let hash)? = last.first?.last,
            let journal = rows["journal"]
        else { throw .missing("the ledger has no journal") }
        self.seq = seq
        self.hash = hash
        var columns: [String: Int] = [:]
        for (index, name) in journal.columns.enumerated() { columns[name] = index }
        self.columns = columns
        for name in ["seq", "order_id", "at", "wall", "boot", "by", "entry", "status", "chain"]
        where columns[name] == nil {
            throw .missing("the journal has no column \(name)")
        }
    }

    /// Writes one sale.
    ///
    /// - Parameters:
    ///   - names: its names.
    ///   - shift: how much later it is than the one that is copied, in milliseconds.
    /// - Throws: ``BenchFault/missing(_:)`` if SQLite refuses.
    mutating func print(_ names: [[UInt8]], shift: Int64) throws(BenchFault) {
        let first = seq + 1
        for (table, insertion) in zip(rows.tables, insertions) {
            for row in table.rows.indices {
                var values = table.values(row, names: names, shift: shift, journal: first)
                if table.name == "journal" { chain(&values) }
                try insertion.run(values)
            }
        }
    }

    private mutating func chain(_ values: inout [BareValue]) {
        func value(_ name: String) -> BareValue { columns[name].map { values[$0] } ?? .null }
        func number(_ name: String) -> Int64 { if case .integer(let number) = value(name) { number } else { 0 } }
        func text(_ name: String) -> String? {
            if case .text(let bytes) = value(name) { String(decoding: bytes, as: UTF8.self) } else { nil }
        }
        func bytes(_ name: String) -> [UInt8] { if case .text(let bytes) = value(name) { bytes } else { [] } }
        seq += 1
        let link = Chain.Link(
            seq: seq, at: number("at"), wall: number("wall"), boot: number("boot"), by: text("by") ?? "",
            order: text("order_id"), entry: bytes("entry"), status: text("status"))
        hash = Chain.hash(link, after: hash)
        if let place = columns["seq"] { values[place] = .integer(seq) }
        if let place = columns["chain"] { values[place] = .blob(hash) }
    }
}

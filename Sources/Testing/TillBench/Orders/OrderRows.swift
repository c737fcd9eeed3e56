// SPDX-License-Identifier: Apache-2.0

/// The rows that one order has in a ledger, to be written again for other orders.
struct OrderRows {
    /// A column of a row.
    enum Cell: Hashable {
        /// The same for every order.
        case fixed(BareValue)
        /// A text with names or times in it.
        case text(Imprint)
        /// A time, in milliseconds since 1970.
        case time(Int64)
        /// A number that the table gives out itself.
        case serial
        /// The number of a row of the order's journal, counted from its first one.
        case journalRow(Int64)
    }

    /// The rows of one table.
    struct Table {
        /// Its name.
        let name: String
        /// Its columns.
        let columns: [String]
        /// The rows, each with a cell for each column.
        let rows: [[Cell]]

        /// The statement that writes one of its rows.
        var insertion: String {
            let places = columns.map { _ in "?" }.joined(separator: ", ")
            return "INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(places))"
        }

        /// The values of a row for another order.
        ///
        /// - Parameter first: the number of the first row that the other order has in the journal.
        func values(_ row: Int, names: [[UInt8]], shift: Int64, journal first: Int64) -> [BareValue] {
            rows[row].map { cell in
                switch cell {
                case .fixed(let value): value
                case .text(let imprint): .text(imprint.stamped(names: names, shift: shift))
                case .time(let time): .integer(time + shift)
                case .serial: .null
                case .journalRow(let offset): .integer(first + offset)
                }
            }
        }
    }

    /// The tables that have rows of the order, parents first.
    let tables: [Table]

    /// Tables of a ledger that have rows of orders, and what finds those of one.
    private static let places = [
        ("orders", "id = ?1"), ("attempts", "order_id = ?1"), ("transactions", "order_id = ?1"),
        ("refunds", "order_id = ?1"), ("holds", "order_id = ?1"), ("prints", "order_id = ?1"),
        ("journal", "order_id = ?1"), ("turnover", "order_id = ?1"), ("outbox", "order_id = ?1"),
        ("inbox", "instr(CAST(raw AS TEXT), ?2) > 0"),
        ("keys", "subject = ?1"),
    ]

    /// How far before and after the order's opening its times lie, in milliseconds.
    private static let reach: Int64 = 40 * 86_400_000

    /// Reads the rows of an order.
    ///
    /// - Throws: ``BenchFault`` if there is no such order, or the ledger cannot be read.
    init(_ names: OrderNames, in database: BareDatabase) throws(BenchFault) {
        let opened = try database.rows("SELECT opened_at FROM orders WHERE id = ?1", [.text(names.order)])
        guard case .integer(let time)? = opened.first?.first else {
            throw .missing("the ledger has no order \(names.order)")
        }
        let times = time - Self.reach...time + Self.reach
        let begun = try database.rows("SELECT min(seq) FROM journal WHERE order_id = ?1", [.text(names.order)])
        guard case .integer(let first)? = begun.first?.first else { throw .missing("the ledger has no journal") }
        var tables: [Table] = []
        for (name, condition) in Self.places {
            let facts = try database.rows("SELECT name, type, pk FROM pragma_table_info('\(name)')")
            let columns = facts.map { Self.text($0[0]) }
            // Such a column is the row's own number.
            let serial = facts.firstIndex {
                $0[2] == .integer(1) && $0[1] == .text("INTEGER")
                    && facts.count(where: { $0[2] != .integer(0) }) == 1
            }
            let journalRow = name == "turnover" ? columns.firstIndex(of: "seq") : nil
            let list = columns.joined(separator: ", ")
            let values: [BareValue] = condition.contains("?2") ? [.null, .text(names.attempt)] : [.text(names.order)]
            let rows = try database.rows("SELECT \(list) FROM \(name) WHERE \(condition) ORDER BY rowid", values)
            guard !rows.isEmpty else { continue }
            tables.append(
                Table(
                    name: name, columns: columns,
                    rows: rows.map { row in
                        row.enumerated().map { column, value in
                            if column == serial { return .serial }
                            if column == journalRow, case .integer(let seq) = value { return .journalRow(seq - first) }
                            return Self.cell(value, names.all, times)
                        }
                    }))
        }
        self.tables = tables
    }

    /// A table by its name.
    subscript(name: String) -> Table? { tables.first { $0.name == name } }

    /// Rows in all tables.
    var count: Int { tables.reduce(0) { $0 + $1.rows.count } }

    private static func cell(_ value: BareValue, _ names: [[UInt8]], _ times: ClosedRange<Int64>) -> Cell {
        switch value {
        case .null: .fixed(value)
        case .integer(let number): times.contains(number) ? .time(number) : .fixed(value)
        case .text(let bytes), .blob(let bytes):
            Self.cell(value, Imprint(bytes, names: names, times: times))
        }
    }

    private static func cell(_ value: BareValue, _ imprint: Imprint) -> Cell {
        // Digests stay as they are: nobody compares those of keys here, and chains are made anew.
        if case .blob = value { return .fixed(value) }
        return imprint.isFixed ? .fixed(value) : .text(imprint)
    }

    private static func text(_ value: BareValue) -> String {
        guard case .text(let bytes) = value else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }
}

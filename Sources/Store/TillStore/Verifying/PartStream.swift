// SPDX-License-Identifier: Apache-2.0

import GRDB

/// What one row of a table of parts holds, as far as it is compared.
struct StoredPart {
    /// The columns that are searched, guarded or summed, in one text.
    let columns: String
    /// The value whole, in JSON.
    let body: String
}

/// A stretch of orders, by their ids: behind one, up to another if there is one.
struct OrderStretch: Sendable, Hashable {
    let after: String
    let upTo: String?

    /// A condition on a column, whose arguments are ``arguments``.
    func condition(on column: String) -> String {
        upTo == nil ? "\(column) > ?" : "\(column) > ? AND \(column) <= ?"
    }

    var arguments: StatementArguments { upTo.map { [after, $0] } ?? [after] }
}

/// The rows of a table of parts, handed out order by order, in the order of their ids.
struct PartStream {
    private let table: String
    private let rows: RowCursor
    private var next: (order: String, part: StoredPart)?

    /// Begins at a stretch of orders.
    ///
    /// - Parameters:
    ///   - columns: an SQL expression that gives the compared columns as one text.
    ///   - sorting: the column by which the parts of one order are sorted.
    init(
        _ table: String, columns: String, body: String = "body", sorting: String = "position", in stretch: OrderStretch,
        of db: Database
    ) throws {
        self.table = table
        rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT order_id, \(columns), \(body) FROM \(table)
                WHERE \(stretch.condition(on: "order_id")) ORDER BY order_id, \(sorting)
                """, arguments: stretch.arguments)
        try advance()
    }

    /// The parts of an order; those of orders before it were asked for already.
    ///
    /// - Throws: ``LedgerFault`` for a part of an order that nobody asked for.
    mutating func parts(of order: String) throws -> [StoredPart] {
        var parts: [StoredPart] = []
        while let next {
            guard next.order == order else {
                if order.isAfter(next.order) { throw orphan(of: next.order) }
                break
            }
            parts.append(next.part)
            try advance()
        }
        return parts
    }

    /// Checks that nothing is left over.
    func finish() throws { if let next { throw orphan(of: next.order) } }

    private func orphan(of order: String) -> LedgerFault {
        LedgerFault(order: order, "the table \(table) has a part of it, and the journal has no such order")
    }

    private mutating func advance() throws {
        next = try rows.next().map { row in
            (
                try row.decode(String.self, atIndex: 0),
                StoredPart(
                    columns: try row.decode(String.self, atIndex: 1),
                    body: try row.decode(String.self, atIndex: 2))
            )
        }
    }
}

extension String {
    /// Whether it comes after another text in the order of bytes, as SQLite sorts.
    func isAfter(_ other: String) -> Bool { other.utf8.lexicographicallyPrecedes(utf8) }
}

// SPDX-License-Identifier: Apache-2.0

import GRDB
import TillCore

/// An order in its tables: one row a sale, one row each attempt, transaction, refund, hold, slip.
///
/// Columns are what is searched, guarded or summed; `body` holds the value whole.
enum OrderRecord {
    /// Saves what differs from `before`.
    static func save(_ order: Order, from before: Order?, in db: Database) throws {
        if before == nil { try insert(order, in: db) } else { try update(order, in: db) }
        for (position, attempt) in order.attempts.enumerated()
        where isNew(attempt, at: position, in: before?.attempts) {
            try save(attempt, position, of: order.id, in: db)
        }
        for (position, transaction) in order.transactions.enumerated()
        where isNew(transaction, at: position, in: before?.transactions) {
            try save(transaction, position, of: order.id, in: db)
        }
        for (position, refund) in order.refunds.enumerated()
        where isNew(refund, at: position, in: before?.refunds) {
            try save(refund, position, of: order.id, in: db)
        }
        for (position, hold) in order.holds.enumerated()
        where isNew(hold, at: position, in: before?.holds) {
            try save(hold, position, of: order.id, in: db)
        }
        for (position, job) in order.prints.enumerated()
        where isNew(job, at: position, in: before?.prints) {
            try save(job, position, of: order.id, in: db)
        }
    }

    /// Reads an order, or nil if there is none.
    static func load(_ id: OrderID, in db: Database) throws -> Order? {
        guard
            let row = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM orders WHERE id = ?"), arguments: [id.text])
        else { return nil }
        return try order(row, in: db)
    }

    /// Reads the orders that a condition on `orders` selects.
    static func load(where condition: String, _ arguments: StatementArguments, in db: Database)
        throws -> [Order]
    {
        try Row.fetchAll(db.cachedStatement(sql: "SELECT * FROM orders \(condition)"), arguments: arguments)
            .map { try order($0, in: db) }
    }

    private static func isNew<Part: Equatable>(_ part: Part, at position: Int, in before: [Part]?)
        -> Bool
    {
        guard let before, position < before.count else { return true }
        return before[position] != part
    }

    private static func insert(_ order: Order, in db: Database) throws {
        try db.run(
            """
            INSERT INTO orders (id, terminal, reference, amount, currency, subject, slips,
                metadata, late_money, state, status, opened_at, deadline, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            arguments: [
                order.id.text, order.terminal.text, order.reference, order.amount.minorUnits,
                order.amount.currency.code, order.subject, try JSON.text(of: order.slips),
                try JSON.text(of: order.metadata), order.lateMoney.rawValue, order.state.rawValue,
                order.status.rawValue,
                order.openedAt.milliseconds, order.deadline.milliseconds, order.version,
            ])
    }

    private static func update(_ order: Order, in db: Database) throws {
        try db.run(
            "UPDATE orders SET state = ?, status = ?, version = ? WHERE id = ?",
            arguments: [
                order.state.rawValue, order.status.rawValue, order.version, order.id.text,
            ])
    }

    private static func order(_ row: Row, in db: Database) throws -> Order {
        let id = OrderID(try row.value("id"))
        guard let currency = Currency(try row.value("currency")) else {
            throw DatabaseError(message: "order \(id) has no known currency")
        }
        guard let state = OrderState(rawValue: try row.value("state")) else {
            throw DatabaseError(message: "order \(id) has no known state")
        }
        guard let lateMoney = LateMoney(rawValue: try row.value("late_money")) else {
            throw DatabaseError(message: "order \(id) has no known choice for late money")
        }
        return Order(
            id: id, terminal: TerminalID(try row.value("terminal")), reference: try row.value("reference"),
            amount: try Money(checking: row.value("amount"), currency), subject: try row.value("subject"),
            slips: try JSON.value(SlipPolicy.self, from: try row.value("slips")),
            metadata: try JSON.value([String: String].self, from: try row.value("metadata")),
            lateMoney: lateMoney,
            openedAt: Timestamp(milliseconds: try row.value("opened_at")),
            deadline: Timestamp(milliseconds: try row.value("deadline")), state: state,
            attempts: try parts(PaymentAttempt.self, from: "attempts", of: id, in: db),
            transactions: try parts(Transaction.self, from: "transactions", of: id, in: db),
            refunds: try parts(Refund.self, from: "refunds", of: id, in: db),
            holds: try parts(Hold.self, from: "holds", of: id, in: db),
            prints: try parts(PrintJob.self, from: "prints", of: id, in: db),
            version: try row.value("version"))
    }

    private static func parts<Part: Decodable>(
        _ type: Part.Type, from table: String, of id: OrderID, in db: Database
    ) throws -> [Part] {
        try String.fetchAll(
            db.cachedStatement(
                sql: "SELECT body FROM \(table) WHERE order_id = ? ORDER BY position"),
            arguments: [id.text]
        ).map { try JSON.value(type, from: $0) }
    }
}

// SPDX-License-Identifier: Apache-2.0

import GRDB
package import TillCore

extension Ledger {
    /// Reads an order.
    ///
    /// - Throws: ``LedgerError/noSuchOrder(_:)``.
    package func order(_ id: OrderID) async throws -> Order {
        try await read { try Self.order(id, in: $0) }
    }

    /// Reads an order together with its work that people hold back.
    ///
    /// - Throws: ``LedgerError/noSuchOrder(_:)``.
    package func orderWithHeldWork(_ id: OrderID) async throws -> (order: Order, heldWork: [HeldWork]) {
        try await read { (order: try Self.order(id, in: $0), heldWork: try Self.heldWork(of: id, in: $0)) }
    }

    private static func order(_ id: OrderID, in db: Database) throws -> Order {
        guard let order = try OrderRecord.load(id, in: db) else { throw LedgerError.noSuchOrder(id) }
        return order
    }

    /// The orders that are not over, the oldest first.
    package func openOrders() async throws -> [Order] {
        try await read {
            try OrderRecord.load(
                where: "WHERE state IN ('open', 'cancelling') ORDER BY opened_at, id", [], in: $0)
        }
    }

    /// The newest orders, the newest first.
    package func newestOrders(limit: Int) async throws -> [Order] {
        try await read {
            try OrderRecord.load(
                where: "ORDER BY opened_at DESC, id DESC LIMIT ?", [limit], in: $0)
        }
    }

    /// The order that an attempt belongs to.
    ///
    /// - Throws: ``LedgerError/noSuchAttempt(_:)``.
    package func order(of reference: AttemptReference) async throws -> Order {
        try await read { db in
            guard
                let id = try String.fetchOne(
                    db.cachedStatement(sql: "SELECT order_id FROM attempts WHERE reference = ?"),
                    arguments: [reference.text]),
                let order = try OrderRecord.load(OrderID(id), in: db)
            else { throw LedgerError.noSuchAttempt(reference) }
            return order
        }
    }

    /// How many orders are in each state and how much is owed in each lane, for health.
    package func figures() async throws -> LedgerFigures {
        let now = time.now.milliseconds
        return try await read { db in
            LedgerFigures(
                openOrders: try Int.fetchOne(
                    db.cachedStatement(sql: "SELECT count(*) FROM orders WHERE state IN ('open', 'cancelling')"))
                    ?? 0,
                openHolds: try Int.fetchOne(
                    db.cachedStatement(sql: "SELECT count(*) FROM holds WHERE is_open = 1")) ?? 0,
                work: try Lane.allCases.reduce(into: [:]) { counts, lane in
                    counts[lane] = try Int.fetchOne(
                        db.cachedStatement(sql: "SELECT count(*) FROM outbox WHERE lane = ?"),
                        arguments: [lane.rawValue])
                },
                due: try Int.fetchOne(
                    db.cachedStatement(
                        sql: "SELECT count(*) FROM outbox WHERE due_at <= ? AND is_watch = 0 AND \(Self.isFree)"),
                    arguments: [now]) ?? 0,
                oldestDue: try Int64.fetchOne(
                    db.cachedStatement(
                        sql: "SELECT min(due_at) FROM outbox WHERE due_at <= ? AND is_watch = 0 AND \(Self.isFree)"),
                    arguments: [now]
                ).map { Timestamp(milliseconds: $0) },
                slipsWaitFor: try String.fetchOne(
                    db.cachedStatement(sql: "SELECT last_answer FROM outbox WHERE lane = 'print' ORDER BY id LIMIT 1")),
                held: try Int.fetchOne(
                    db.cachedStatement(sql: "SELECT count(*) FROM outbox WHERE held_by IS NOT NULL")) ?? 0,
                setAside: try Int.fetchOne(
                    db.cachedStatement(sql: "SELECT count(*) FROM outbox WHERE set_aside IS NOT NULL")) ?? 0,
                draining: try Self.draining(in: db),
                head: try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(seq) FROM journal")) ?? 0)
        }
    }
}

/// What health shows of the ledger.
package struct LedgerFigures: Sendable, Hashable {
    /// Orders that are not over.
    package let openOrders: Int
    /// Holds that wait for a person.
    package let openHolds: Int
    /// Rows of the outbox, by lane.
    package let work: [Lane: Int]
    /// Rows of the outbox that are due; what is held or asked again and again does not count.
    package let due: Int
    /// Since when the oldest of them is due.
    package let oldestDue: Timestamp?
    /// Why the first slip waits, if one does and it was tried.
    package let slipsWaitFor: String?
    /// Rows of the outbox that a person holds back.
    package let held: Int
    /// Rows of the outbox that this version cannot read.
    package let setAside: Int
    /// Who has the terminal take no new sales; nil if it takes them.
    package let draining: Draining?
    /// The last row of the journal.
    package let head: Int64
}

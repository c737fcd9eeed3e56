// SPDX-License-Identifier: Apache-2.0

import GRDB
package import TillCore

extension Ledger {
    /// The rows of the queue after a row, the oldest first.
    package func queue(_ filter: QueueFilter, after row: Int64 = 0, limit: Int) async throws
        -> [QueueRow]
    {
        try await read { try Self.queue(filter, after: row, limit: limit, in: $0) }
    }

    static func queue(_ filter: QueueFilter, after row: Int64 = 0, limit: Int, in db: Database) throws
        -> [QueueRow]
    {
        var (conditions, arguments) = filter.conditions
        conditions.append("outbox.id > :after")
        arguments["after"] = row
        arguments["limit"] = limit
        return try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT outbox.*, orders.amount, orders.currency, orders.reference,
                        orders.status AS order_status, orders.opened_at AS order_opened_at
                    FROM outbox CROSS JOIN orders ON orders.id = outbox.order_id
                    WHERE \(conditions.joined(separator: " AND "))
                    ORDER BY outbox.id LIMIT :limit
                    """), arguments: StatementArguments(arguments)
        ).map { try queueRow($0, in: db) }
    }

    /// An order's work that people hold back, the oldest first.
    package func heldWork(of order: OrderID) async throws -> [HeldWork] {
        try await read { try Self.heldWork(of: order, in: $0) }
    }

    static func heldWork(of order: OrderID, in db: Database) throws -> [HeldWork] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT id, effect, set_aside, held_by, held_at, held_why, held_as FROM outbox
                    WHERE order_id = ? AND held_by IS NOT NULL ORDER BY id
                    """), arguments: [order.text]
        ).compactMap { row in
            try hold(row).map { HeldWork(row: try row.value("id"), effect: try effect(row), hold: $0) }
        }
    }

    /// The holds of orders and lanes, the oldest first.
    package func standingHolds() async throws -> [StandingHold] {
        try await read { db in
            try Row.fetchAll(db.cachedStatement(sql: "SELECT * FROM queue_stops ORDER BY held_at, scope, name"))
                .map { row in
                    let isLane = try row.value("scope") == QueueHold.Scope.lane.rawValue
                    let name: String = try row.value("name")
                    return StandingHold(
                        target: isLane
                            ? .lane(try Self.lane(name)) : .order(OrderID(name)),
                        hold: QueueHold(
                            scope: isLane ? .lane : .order, person: try row.value("held_by"),
                            since: Timestamp(milliseconds: try row.value("held_at")),
                            why: try row.value("held_why")))
                }
        }
    }

    /// The rows of a lane that a person holds back.
    package func heldWork(in lane: Lane) async throws -> Set<Int64> {
        try await read { db in
            try Set(
                Int64.fetchAll(
                    db.cachedStatement(sql: "SELECT id FROM outbox WHERE lane = ? AND held_by IS NOT NULL"),
                    arguments: [lane.rawValue]))
        }
    }

    /// Reads an order; nil if this version cannot read what is stored of it.
    ///
    /// - Throws: ``LedgerError/noSuchOrder(_:)``.
    package func readableOrder(_ id: OrderID) async throws -> Order? {
        do {
            return try await order(id)
        } catch is DecodingError {
            return nil
        }
    }

    /// What nobody can read, as whoever meets it writes it down.
    package static let unreadable =
        "this version cannot read it: install the version that wrote it"

    /// True of rows that have to be gone before the queue is drained.
    ///
    /// An order that is over may be watched for hours, and the watching survives a restart.
    static let isOwed = "NOT (outbox.is_watch = 1 AND orders.state IN ('paid', 'closed'))"

    private static func lane(_ text: String) throws -> Lane {
        guard let lane = Lane(rawValue: text) else {
            throw DatabaseError(message: "the queue has no lane \(text)")
        }
        return lane
    }

    private static func queueRow(_ row: Row, in db: Database) throws -> QueueRow {
        let order = OrderID(try row.value("order_id"))
        guard let currency = Currency(try row.value("currency")) else {
            throw DatabaseError(message: "order \(order) has no known currency")
        }
        let effect = try effect(row)
        return QueueRow(
            id: try row.value("id"), lane: try lane(try row.value("lane")), order: order,
            reference: try row.value("reference"),
            status: try row.value("order_status"),
            amount: try Money(checking: try row.value("amount"), currency),
            effect: effect, account: try effect.flatMap { try account(of: $0, in: db) },
            dueAt: Timestamp(milliseconds: try row.value("due_at")), tries: try row.value("tries"),
            lastAnswer: try row.value("last_answer"),
            since: Timestamp(
                milliseconds: try row.value("began_at") ?? row.value("order_opened_at")),
            hold: try hold(row), setAside: try row.value("set_aside"))
    }

    /// What a row is for; nil if it is set aside, since this version cannot read it.
    private static func effect(_ row: Row) throws -> Effect? {
        let setAside: String? = try row.value("set_aside")
        return setAside == nil ? try JSON.value(Effect.self, from: try row.value("effect")) : nil
    }

    private static func hold(_ row: Row) throws -> QueueHold? {
        guard let person: String = try row.value("held_by"),
            let since: Int64 = try row.value("held_at")
        else {
            return nil
        }
        return QueueHold(
            scope: (try row.value("held_as") as String?).flatMap { QueueHold.Scope(rawValue: $0) } ?? .row,
            person: person, since: Timestamp(milliseconds: since), why: try row.value("held_why") ?? "")
    }

    private static func account(of effect: Effect, in db: Database) throws -> AccountID? {
        guard case .provider(let effect) = effect else { return nil }
        let (sql, name) =
            switch effect {
            case .create(let reference), .watch(let reference), .close(let reference):
                ("SELECT account FROM attempts WHERE reference = ?", reference.text)
            case .refund(let id), .queryRefund(let id):
                (
                    "SELECT json_extract(body, '$.transaction.account') FROM refunds WHERE id = ?",
                    id.text
                )
            }
        return try String.fetchOne(db.cachedStatement(sql: sql), arguments: [name])
            .map { AccountID($0) }
    }
}

extension QueueFilter {
    /// What is asked for and nothing else: a condition that also holds for whatever is not asked for would be answered
    /// by going through the whole outbox.
    fileprivate var conditions: ([String], [String: (any DatabaseValueConvertible)?]) {
        var conditions: [String] = []
        var arguments: [String: (any DatabaseValueConvertible)?] = [:]
        if let row {
            conditions.append("outbox.id = :row")
            arguments["row"] = row
        }
        if let lane {
            conditions.append("outbox.lane = :lane")
            arguments["lane"] = lane.rawValue
        }
        if let order {
            conditions.append("outbox.order_id = :order")
            arguments["order"] = order.text
        }
        if let isHeld { conditions.append("outbox.held_by IS \(isHeld ? "NOT NULL" : "NULL")") }
        if isOwedOnly { conditions.append(Ledger.isOwed) }
        return (conditions, arguments)
    }
}

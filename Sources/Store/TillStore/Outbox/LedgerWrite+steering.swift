// SPDX-License-Identifier: Apache-2.0

import GRDB
import TillCore

extension LedgerWrite {
    /// Holds work back; what is held already stays as it is, but a narrower hold replaces a wider.
    func hold(_ target: QueueTarget, why: String, by steerer: Steerer) throws {
        let subject = try subject(of: target)
        switch target {
        case .row:
            guard subject.lane != .clock else { throw LedgerError.deadlineIsNotHeld }
        case .order(let id):
            let owed = try Bool.fetchOne(
                db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM outbox WHERE order_id = ? AND lane <> 'clock')"),
                arguments: [id.text])
            guard owed == true else { throw LedgerError.nothingOwed(id) }
        case .lane(let lane):
            guard lane != .clock else { throw LedgerError.deadlineIsNotHeld }
        }
        var changes = 0
        if target.scope != .row {
            try db.run(
                """
                INSERT INTO queue_stops (scope, name, held_by, held_at, held_why)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT (scope, name) DO NOTHING
                """,
                arguments: [
                    target.scope.rawValue, target.name, steerer.person, at.milliseconds, why,
                ])
            changes += db.changesCount
        }
        let (rows, name) = Self.rows(of: target)
        let wider =
            switch target {
            case .row: "coalesce(held_as, '') <> 'row'"
            case .order: "coalesce(held_as, 'lane') = 'lane'"
            case .lane: "held_as IS NULL"
            }
        try db.run(
            """
            UPDATE outbox SET held_by = ?, held_at = ?, held_why = ?, held_as = ?
            WHERE \(rows) AND \(wider) AND lane <> 'clock'
            """,
            arguments: [steerer.person, at.milliseconds, why, target.scope.rawValue, name])
        changes += db.changesCount
        guard changes > 0 else { return }
        try append(
            .queueHeld(target, effect: subject.effect, person: steerer.person, why: why),
            order: subject.order, by: steerer.door, status: try status(of: subject.order))
    }

    /// Lets held work go on.
    func release(_ target: QueueTarget, why: String?, by steerer: Steerer) throws {
        let subject = try subject(of: target)
        try db.run(
            "DELETE FROM queue_stops WHERE scope = ? AND name = ?",
            arguments: [target.scope.rawValue, target.name])
        var changes = db.changesCount
        let (rows, name) = Self.rows(of: target)
        let which = target.scope == .lane ? "held_as = 'lane'" : "held_by IS NOT NULL"
        try db.run(
            """
            UPDATE outbox SET held_by = NULL, held_at = NULL, held_why = NULL, held_as = NULL
            WHERE \(rows) AND \(which)
            """, arguments: [name])
        changes += db.changesCount
        guard changes > 0 else { return }
        try append(
            .queueReleased(target, effect: subject.effect, person: steerer.person, why: why),
            order: subject.order, by: steerer.door, status: try status(of: subject.order))
    }

    /// Makes what waits for its time due now, and says whose it is.
    func flush(_ order: OrderID?, by steerer: Steerer) throws -> Steered {
        if let order { _ = try subject(of: .order(order)) }
        let which = """
            lane <> 'clock' AND held_by IS NULL AND set_aside IS NULL
            AND (:order IS NULL OR order_id = :order)
            """
        let named: StatementArguments = ["order": order?.text]
        let orders = try String.fetchSet(
            db, sql: "SELECT order_id FROM outbox WHERE \(which)", arguments: named)
        guard !orders.isEmpty else { return Steered() }
        let accounts = try String.fetchSet(
            db,
            sql: """
                SELECT account FROM attempts
                WHERE order_id IN (SELECT order_id FROM outbox WHERE \(which))
                """, arguments: named)
        try db.run(
            "UPDATE outbox SET due_at = min(due_at, :now), tries = 0 WHERE \(which)",
            arguments: ["now": at.milliseconds, "order": order?.text])
        try append(
            .queueFlushed(person: steerer.person), order: order, by: steerer.door,
            status: try status(of: order))
        return Steered(
            flushed: Set(orders.map { OrderID($0) }), accounts: Set(accounts.map { AccountID($0) }))
    }

    /// Ends the hold of an order that owes nothing which could be held.
    func endHold(ofSettled order: Order) throws {
        guard !order.effects.contains(where: { $0.lane != .clock }) else { return }
        try db.run(
            "DELETE FROM queue_stops WHERE scope = 'order' AND name = ?",
            arguments: [order.id.text])
    }

    /// Sets aside what this version cannot read, and takes back what an earlier one could not.
    func setUnreadableAside() throws {
        let rows = try Row.fetchAll(db.cachedStatement(sql: "SELECT id, effect, set_aside FROM outbox"))
        for row in rows {
            let fault: String?
            do {
                _ = try JSON.value(Effect.self, from: try row.value("effect"))
                fault = nil
            } catch {
                fault = Ledger.unreadable
            }
            guard try fault != row.value("set_aside") else { continue }
            try db.run(
                "UPDATE outbox SET set_aside = ? WHERE id = ?", arguments: [fault, try row.value("id") as Int64])
        }
    }

    /// What a person means, as the journal names it; it must be there.
    private func subject(of target: QueueTarget) throws -> (lane: Lane?, order: OrderID?, effect: Effect?) {
        switch target {
        case .lane(let lane): return (lane, nil, nil)
        case .order(let id):
            let known = try Bool.fetchOne(
                db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM orders WHERE id = ?)"), arguments: [id.text])
            guard known == true else { throw LedgerError.noSuchOrder(id) }
            return (nil, id, nil)
        case .row(let id):
            guard
                let row = try Row.fetchOne(
                    db.cachedStatement(sql: "SELECT * FROM outbox WHERE id = ?"), arguments: [id])
            else { throw LedgerError.noSuchWork(id) }
            let isReadable = (try row.value("set_aside") as String?) == nil
            return (
                Lane(rawValue: try row.value("lane")), OrderID(try row.value("order_id")),
                isReadable ? try JSON.value(Effect.self, from: try row.value("effect")) : nil
            )
        }
    }

    private func status(of order: OrderID?) throws -> String? {
        guard let order else { return nil }
        return try String.fetchOne(
            db.cachedStatement(sql: "SELECT status FROM orders WHERE id = ?"), arguments: [order.text])
    }

    /// The condition that selects a target's rows, and what belongs in its place.
    private static func rows(of target: QueueTarget) -> (String, String) {
        switch target {
        case .row: ("id = CAST(? AS INTEGER)", target.name)
        case .order: ("order_id = ?", target.name)
        case .lane: ("lane = ?", target.name)
        }
    }
}

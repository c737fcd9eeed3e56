// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import JournalChain
import TillCore

/// One write under way: inside a savepoint, before its COMMIT.
final class LedgerWrite {
    let db: Database
    let at: Timestamp
    let wall: Timestamp
    let boot: Int
    /// Whom to wake after the COMMIT.
    private(set) var topics: Set<Topic> = []
    /// The last row that it appended, if it did.
    private(set) var head: RowEnd?
    /// What it changed about orders, for those who count.
    private(set) var news: [OrderNews] = []

    init(db: Database, at: Timestamp, wall: Timestamp, boot: Int) {
        self.db = db
        self.at = at
        self.wall = wall
        self.boot = boot
    }

    var occasion: Occasion { Occasion(at: at, boot: boot) }

    /// Saves a transition whole: order, journal row, running numbers, outbox rows.
    func save(
        _ transition: Transition, from before: Order?, because entry: JournalEntry, by: String
    )
        throws
    {
        guard !transition.isEmpty else { return }
        try OrderRecord.save(transition.order, from: before, in: db)
        news.append(OrderNews(before: before, order: transition.order, at: at))
        try append(
            entry, order: transition.order.id, by: by, status: transition.order.status.rawValue)
        try addTurnover(of: transition.order, since: before)
        for effect in transition.ends { try remove(effect, of: transition.order.id) }
        for effect in transition.begins { try add(effect, of: transition.order) }
        if !transition.ends.isEmpty { try endHold(ofSettled: transition.order) }
    }

    /// Appends a row to the journal, chained to the one before.
    ///
    /// - Parameter time: ledger time of the row; nil is now.
    func append(
        _ entry: JournalEntry, order: OrderID?, by: String, status: String?, at time: Timestamp? = nil
    ) throws {
        let at = time ?? at
        let last = try Row.fetchOne(
            try db.cachedStatement(sql: "SELECT seq, chain FROM journal ORDER BY seq DESC LIMIT 1"))
        let by = by.storable
        let seq: Int64 = 1 + (try last?.value("seq") ?? 0)
        let text = try JSON.text(of: entry)
        let hash = Chain.hash(
            Chain.Link(
                seq: seq, at: at.milliseconds, wall: wall.milliseconds, boot: Int64(boot), by: by,
                order: order?.text, entry: Array(text.utf8), status: status),
            after: try last?.bytes("chain") ?? Chain.beginning)
        try db.run(
            """
            INSERT INTO journal (seq, order_id, at, wall, boot, by, entry, status, chain)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            arguments: [
                seq, order?.text, at.milliseconds, wall.milliseconds, boot, by, text, status,
                Data(hash),
            ])
        head = RowEnd(seq: seq, hash: hash)
        topics.insert(.journal)
    }

    /// Has everybody woken after the COMMIT who waits for one of the topics.
    func wake(_ topics: Set<Topic>) { self.topics.formUnion(topics) }

    /// Sets when a piece of work is tried again; says nothing if it is not owed any more.
    func postpone(_ postponement: Postponement) throws {
        try db.run(
            """
            UPDATE outbox SET due_at = ?, tries = tries + 1, last_answer = ? WHERE id = ?
            """,
            arguments: [postponement.until.milliseconds, postponement.answer, postponement.work])
    }

    private func add(_ effect: Effect, of order: Order) throws {
        let due =
            switch effect {
            case .deadline: order.deadline
            // A refund that nobody has seen yet goes out again: never faster than once a second.
            case .provider(.queryRefund): at + .seconds(1)
            case .provider, .print: at
            }
        // What comes while an order or a lane is held is held as well; a deadline never is.
        try db.run(
            """
            INSERT INTO outbox (lane, order_id, effect, due_at, is_watch, began_at, slip,
                held_by, held_at, held_why, held_as)
            SELECT :lane, :order, :effect, :due, :watch, :now, :slip,
                stop.held_by, stop.held_at, stop.held_why, stop.scope
            FROM (SELECT 1) LEFT JOIN queue_stops AS stop ON :lane <> 'clock'
                AND (stop.scope = 'order' AND stop.name = :order
                    OR stop.scope = 'lane' AND stop.name = :lane)
            ORDER BY stop.scope DESC LIMIT 1
            """,
            arguments: [
                "lane": effect.lane.rawValue, "order": order.id.text,
                "effect": try JSON.text(of: effect), "due": due.milliseconds,
                "watch": effect.isWatch, "now": at.milliseconds, "slip": Self.slip(of: effect, in: order),
            ])
        topics.insert(.lane(effect.lane))
    }

    /// Which kind of slip is owed; nil for other work.
    private static func slip(of effect: Effect, in order: Order) -> String? {
        guard case .print(let id) = effect, let job = order.print(id) else { return nil }
        return SlipKind(job.kind).rawValue
    }

    private func remove(_ effect: Effect, of order: OrderID) throws {
        try db.run(
            "DELETE FROM outbox WHERE order_id = ? AND effect = ?",
            arguments: [order.text, try JSON.text(of: effect)])
        topics.insert(.lane(effect.lane))
    }
}

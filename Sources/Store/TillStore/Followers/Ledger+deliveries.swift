// SPDX-License-Identifier: Apache-2.0

import GRDB
package import TillCore

extension Ledger {
    /// Tries of a delivery during which later ones about the same order wait behind it.
    package static let triesInOrder = 3

    /// Has a follower told of some rows of the journal, and considers it told of all others up to
    /// `seq`.
    ///
    /// - Returns: whether it was done: somebody else may have moved the follower meanwhile.
    @discardableResult
    package func tell(_ follower: Follower, of events: [JournalEvent], upTo seq: Int64) async throws -> Bool {
        let epoch = epoch
        return try await write { write in
            try write.db.run(
                "UPDATE followers SET seq = ? WHERE id = ? AND seq = ?", arguments: [seq, follower.id, follower.seq])
            guard write.db.changesCount > 0 else { return false }
            for event in events {
                // One that is there already is there because a person went back: it is tried anew.
                try write.db.run(
                    """
                    INSERT INTO deliveries (follower, seq, message, subject, due_at) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (follower, seq) DO UPDATE SET is_dead = 0, tries = 0, due_at = excluded.due_at
                    """,
                    arguments: [
                        follower.id, event.row.seq, "\(epoch)-\(event.row.seq)", event.row.order?.text,
                        write.at.milliseconds,
                    ])
            }
            return true
        }
    }

    /// The delivery that a follower gets next, if one is due: in the journal's order, but that one
    /// which failed some times is passed by those of other orders at once, and by all after
    /// ``triesInOrder``.
    package func dueDelivery(to follower: String) async throws -> Delivery? {
        let now = time.now.milliseconds
        return try await read { db in
            try Row.fetchOne(
                db.cachedStatement(
                    sql: "SELECT * FROM deliveries AS own WHERE \(Self.isNext) AND due_at <= ? ORDER BY seq LIMIT 1"),
                arguments: [follower, Self.triesInOrder, now]
            ).map { try Self.delivery($0) }
        }
    }

    /// When the next delivery to a follower is due; nil if none waits.
    package func nextDelivery(to follower: String) async throws -> Timestamp? {
        try await read { db in
            try Int64.fetchOne(
                db.cachedStatement(sql: "SELECT min(due_at) FROM deliveries AS own WHERE \(Self.isNext)"),
                arguments: [follower, Self.triesInOrder]
            ).map { Timestamp(milliseconds: $0) }
        }
    }

    /// True of deliveries that wait behind no other one.
    private static let isNext = """
        follower = ? AND is_dead = 0 AND NOT EXISTS (
            SELECT 1 FROM deliveries AS earlier
            WHERE earlier.follower = own.follower AND earlier.seq < own.seq AND earlier.is_dead = 0
                AND earlier.subject IS own.subject AND earlier.tries < ?)
        """

    /// What waits for a follower, and what was given up, the oldest first.
    ///
    /// - Parameter isDead: only what was given up, or only what was not; nil is both.
    package func deliveries(to follower: String, isDead: Bool?, after seq: Int64, limit: Int) async throws
        -> [Delivery]
    {
        try await read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT * FROM deliveries WHERE follower = ? AND seq > ? AND is_dead = coalesce(?, is_dead)
                        ORDER BY seq LIMIT ?
                        """), arguments: [follower, seq, isDead, limit]
            ).map { try Self.delivery($0) }
        }
    }

    /// Notes that a delivery was made.
    package func noteDelivered(_ delivery: Delivery) async throws {
        try await write { write in
            try write.db.run("DELETE FROM deliveries WHERE id = ?", arguments: [delivery.id])
            guard write.db.changesCount > 0 else { return }
            try write.db.run(
                "UPDATE followers SET delivered = delivered + 1, delivered_at = ? WHERE id = ?",
                arguments: [write.at.milliseconds, delivery.follower])
        }
    }

    /// Notes that a delivery was tried in vain.
    ///
    /// - Parameter until: when it is tried again, in ledger time; nil gives it up.
    package func noteFailed(_ delivery: Delivery, _ answer: String, until: Timestamp?) async throws {
        try await write { write in
            try write.db.run(
                """
                UPDATE deliveries SET tries = tries + 1, tried_at = ?, last_answer = ?,
                    due_at = coalesce(?, due_at), is_dead = ?
                WHERE id = ?
                """,
                arguments: [
                    write.at.milliseconds, answer.storable, until?.milliseconds, until == nil, delivery.id,
                ])
        }
    }

    private static func delivery(_ row: Row) throws -> Delivery {
        Delivery(
            id: try row.value("id"), follower: try row.value("follower"), seq: try row.value("seq"),
            message: try row.value("message"), order: try (row.value("subject") as String?).map { OrderID($0) },
            dueAt: Timestamp(milliseconds: try row.value("due_at")), tries: try row.value("tries"),
            triedAt: try (row.value("tried_at") as Int64?).map { Timestamp(milliseconds: $0) },
            lastAnswer: try row.value("last_answer"), isDead: try row.value("is_dead"))
    }
}

// SPDX-License-Identifier: Apache-2.0

import GRDB
package import TillCore

extension Ledger {
    /// The work of a lane whose row is newer than `row`, in the order in which it came up; what is
    /// held is among it, what nobody can read is not.
    package func work(in lane: Lane, after row: Int64 = 0) async throws -> [Work] {
        try await read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT * FROM outbox WHERE lane = ? AND id > ? AND set_aside IS NULL
                        ORDER BY id
                        """),
                arguments: [lane.rawValue, row]
            ).map { try Self.work($0) }
        }
    }

    /// The work that has the row, or nil if it is not owed any more.
    package func work(_ row: Int64) async throws -> Work? {
        try await read { db in
            try Row.fetchOne(
                db.cachedStatement(
                    sql: "SELECT * FROM outbox WHERE id = ? AND set_aside IS NULL"),
                arguments: [row]
            ).map { try Self.work($0) }
        }
    }

    /// The work of a lane that is due and not held, the earliest first.
    ///
    /// - Parameter slips: of the lane of slips, only these kinds; nil is all.
    package func due(in lane: Lane, of slips: Set<SlipKind>? = nil, limit: Int) async throws -> [Work] {
        let now = time.now.milliseconds
        return try await read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT * FROM outbox WHERE lane = ? AND due_at <= ? AND \(Self.isFree)
                            AND \(SlipKind.condition(slips))
                        ORDER BY due_at, id LIMIT ?
                        """), arguments: [lane.rawValue, now, limit]
            ).map { try Self.work($0) }
        }
    }

    /// When the next work of a lane is due that is not held; nil if there is none.
    ///
    /// - Parameter slips: of the lane of slips, only these kinds; nil is all.
    package func nextDue(in lane: Lane, of slips: Set<SlipKind>? = nil) async throws -> Timestamp? {
        try await read { db in
            try Int64.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT min(due_at) FROM outbox
                        WHERE lane = ? AND \(Self.isFree) AND \(SlipKind.condition(slips))
                        """),
                arguments: [lane.rawValue]
            ).map { Timestamp(milliseconds: $0) }
        }
    }

    /// Slips of some kinds that wait, and why the first of them does if it was tried.
    package func waitingSlips(of kinds: Set<SlipKind>) async throws -> (count: Int, why: String?) {
        let condition = "lane = 'print' AND \(SlipKind.condition(kinds))"
        return try await read { db in
            let count =
                try Int.fetchOne(
                    db.cachedStatement(sql: "SELECT count(*) FROM outbox WHERE \(condition)")) ?? 0
            let why = try String.fetchOne(
                db.cachedStatement(sql: "SELECT last_answer FROM outbox WHERE \(condition) ORDER BY id LIMIT 1"))
            return (count, why)
        }
    }

    /// True of rows that somebody may work on; the words of the index `outbox_due`.
    static let isFree = "held_by IS NULL AND set_aside IS NULL"

    private static func work(_ row: Row) throws -> Work {
        Work(
            id: try row.value("id"), order: OrderID(try row.value("order_id")),
            effect: try JSON.value(Effect.self, from: try row.value("effect")),
            dueAt: Timestamp(milliseconds: try row.value("due_at")), tries: try row.value("tries"),
            lastAnswer: try row.value("last_answer"),
            isHeld: (try row.value("held_by") as String?) != nil)
    }
}

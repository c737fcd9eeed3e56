// SPDX-License-Identifier: Apache-2.0

import GRDB
package import TillCore

/// What is told of the ledger at one time, in one short read.
package struct LedgerGauges: Sendable, Hashable {
    /// Orders that are not over.
    package let openOrders: Int
    /// Holds that wait for a person.
    package let openHolds: Int
    /// What each lane of the outbox owes; a lane that owes nothing is there as well.
    package let lanes: [Lane: LaneGauge]
    /// Whether a person has the terminal take no new sales.
    package let isDraining: Bool
    /// The last row of the journal.
    package let head: Int64
    /// When the newest statement of an account was compared, in ledger time.
    package let comparedAt: [AccountID: Timestamp]
}

/// What a lane of the outbox owes.
package struct LaneGauge: Sendable, Hashable {
    /// Rows that nobody holds, and that are due.
    package var due = 0
    /// Rows that nobody holds, and that are due later.
    package var later = 0
    /// Rows that are asked about again and again, which is no wait.
    package var watched = 0
    /// Rows that a person holds back.
    package var held = 0
    /// Rows that this version cannot read.
    package var setAside = 0
    /// How long the oldest due row has waited.
    package var oldest: Duration = .zero
}

extension Ledger {
    /// Rows of the outbox that are looked at for figures; where there are more, the figures say so many.
    package static let gaugedMax = 20_000

    /// Reads what is told of the ledger, behind all writes before it.
    ///
    /// - Parameters:
    ///   - accounts: those whose statements matter.
    ///   - patience: how long to wait; whatever holds the ledger up does not hold up who asks.
    /// - Returns: nil if the ledger did not answer in time.
    package func gauges(
        of accounts: [AccountID], within patience: Duration, clock: any Clock<Duration>
    ) async throws -> LedgerGauges? {
        let now = time.now
        return try await read(within: patience, clock) { db in
            LedgerGauges(
                openOrders: try Self.openOrders(in: db),
                openHolds: try Int.fetchOne(
                    db.cachedStatement(sql: "SELECT count(*) FROM holds WHERE is_open = 1")) ?? 0,
                lanes: try Self.lanes(in: db, at: now), isDraining: try Self.draining(in: db) != nil,
                head: try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(seq) FROM journal")) ?? 0,
                comparedAt: try accounts.reduce(into: [:]) { times, account in
                    times[account] = try Int64.fetchOne(
                        db.cachedStatement(
                            sql: "SELECT compared_at FROM statements WHERE account = ? ORDER BY day DESC LIMIT 1"),
                        arguments: [account.text]
                    ).map { Timestamp(milliseconds: $0) }
                })
        }
    }

    /// What stands in the way of a sale in the ledger itself.
    ///
    /// - Returns: how many orders are open and whether it is drained; nil if it did not answer in time.
    package func intake(
        within patience: Duration, clock: any Clock<Duration>
    ) async throws -> (openOrders: Int, isDraining: Bool)? {
        try await read(within: patience, clock) { db in
            (openOrders: try Self.openOrders(in: db), isDraining: try Self.draining(in: db) != nil)
        }
    }

    /// The bytes of its file and of the log beside it; nil for one in memory.
    package var sizes: (ledger: Int64, log: Int64)? {
        FileStatus(database.path).map { ($0.size, FileStatus("\(database.path)-wal")?.size ?? 0) }
    }

    private static func openOrders(in db: Database) throws -> Int {
        try Int.fetchOne(
            db.cachedStatement(sql: "SELECT count(*) FROM orders WHERE state IN ('open', 'cancelling')")) ?? 0
    }

    private static func lanes(in db: Database, at now: Timestamp) throws -> [Lane: LaneGauge] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT lane, sum(set_aside IS NOT NULL) AS aside,
                        sum(set_aside IS NULL AND held_by IS NOT NULL) AS held,
                        sum(\(isFree) AND is_watch = 1) AS watched,
                        sum(\(isFree) AND is_watch = 0 AND due_at <= :now) AS due,
                        sum(\(isFree) AND is_watch = 0 AND due_at > :now) AS later,
                        min(CASE WHEN \(isFree) AND is_watch = 0 AND due_at <= :now THEN due_at END) AS oldest
                    FROM (SELECT lane, due_at, is_watch, held_by, set_aside FROM outbox LIMIT :max)
                    GROUP BY lane
                    """), arguments: ["now": now.milliseconds, "max": gaugedMax])
        var lanes = Dictionary(uniqueKeysWithValues: Lane.allCases.map { ($0, LaneGauge()) })
        for row in rows {
            guard let lane = Lane(rawValue: try row.value("lane")) else { continue }
            let oldest: Int64? = try row.value("oldest")
            lanes[lane] = LaneGauge(
                due: try row.value("due"), later: try row.value("later"), watched: try row.value("watched"),
                held: try row.value("held"), setAside: try row.value("aside"),
                oldest: oldest.map { now.since(Timestamp(milliseconds: $0)) } ?? .zero)
        }
        return lanes
    }
}

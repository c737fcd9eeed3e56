// SPDX-License-Identifier: Apache-2.0

import GRDB
import JournalChain
package import TillCore

extension Ledger {
    /// Rows that one story holds at most.
    package static let storyRowsMax = 3000
    /// Bytes of notifies that one story holds at most.
    package static let storyNotifyBytesMax = 1024 * 1024
    /// Rows of the inbox that one read looks at, so that sales go on in between.
    private static let inboxSlice = 200

    /// Reads everything about an order at one moment.
    ///
    /// - Throws: ``LedgerError/noSuchOrder(_:)`` or ``StoryError/tooLong(_:limit:)``.
    package func story(of id: OrderID) async throws -> OrderStory {
        let epoch = epoch
        return try await read { db in
            guard let order = try OrderRecord.load(id, in: db) else { throw LedgerError.noSuchOrder(id) }
            let rows = try Self.chainedRows(of: id, in: db)
            guard rows.count <= Self.storyRowsMax else {
                throw StoryError.tooLong(id, limit: Self.storyRowsMax)
            }
            return OrderStory(order: order, rows: rows, head: try Self.head(of: epoch, in: db))
        }
    }

    /// The order's rows, and between the first and the last those that say that the daemon started or
    /// that ledger time was set ahead.
    private static func chainedRows(of id: OrderID, in db: Database) throws -> [ChainedRow] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT \(Chain.Link.columns) FROM journal WHERE order_id = ?1
                UNION ALL
                SELECT \(Chain.Link.columns) FROM journal
                WHERE order_id IS NULL
                    AND (entry LIKE '{"started"%' OR entry LIKE '{"timeCaughtUp"%')
                    AND seq > (SELECT min(seq) FROM journal WHERE order_id = ?1)
                    AND seq < (SELECT max(seq) FROM journal WHERE order_id = ?1)
                ORDER BY seq LIMIT ?2
                """, arguments: [id.text, storyRowsMax + 1])
        return try rows.map { row in
            let link = try Chain.Link(chained: row)
            let before = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT chain FROM journal WHERE seq = ?"),
                arguments: [link.seq - 1])
            return ChainedRow(
                link: link, before: try before?.bytes("chain") ?? Chain.beginning,
                chain: try row.bytes("chain"),
                entry: try JSON.value(JournalEntry.self, from: String(decoding: link.entry, as: UTF8.self)))
        }
    }

    /// The authentic notifies that are about an order, the oldest first.
    ///
    /// They are found by what they caused, as a row has the time of its cause; and by the names that
    /// they hold, because what is told again leaves no row.
    ///
    /// - Returns: as many as a story holds, and the number of the others.
    /// - Throws: a database error.
    package func notifies(about story: OrderStory) async throws -> (kept: [StoredNotify], leftOut: Int) {
        guard let first = story.rows.first?.link.at else { return ([], 0) }
        let accounts = Set(story.order.attempts.map(\.account.text))
        let causes = Set(story.rows.filter(\.entry.mayComeOfANotify).map(\.link.at))
        let names = (story.order.attempts.map(\.reference.text) + story.order.refunds.map(\.id.text))
            .map { Array($0.utf8) }
        var kept: [StoredNotify] = []
        var (bytes, leftOut) = (0, 0)
        // Ledger time never goes back, so that the inbox is sorted by it.
        var place = try await read { try Self.inboxPlace(before: first, in: $0) }
        while true {
            let after = place
            let slice = try await read { db in
                try Row.fetchAll(
                    db, sql: "SELECT rowid, * FROM inbox WHERE rowid > ? ORDER BY rowid LIMIT ?",
                    arguments: [after, Self.inboxSlice]
                ).map { (try $0.value("rowid") as Int64, try Self.notify($0)) }
            }
            guard let last = slice.last else { return (kept, leftOut) }
            place = last.0
            for (_, notify) in slice where accounts.contains(notify.account.text) {
                let isCause = causes.contains(notify.receivedAt.milliseconds)
                guard isCause || names.contains(where: { notify.raw.firstRange(of: $0) != nil }) else { continue }
                bytes += notify.raw.count
                if bytes <= Self.storyNotifyBytesMax { kept.append(notify) } else { leftOut += 1 }
            }
        }
    }

    /// The last row of the inbox that came before a time, found by halving.
    private static func inboxPlace(before time: Int64, in db: Database) throws -> Int64 {
        var low: Int64 = 0
        var high = try Int64.fetchOne(db, sql: "SELECT max(rowid) FROM inbox") ?? 0
        while low < high {
            let middle = low + (high - low + 1) / 2
            let at = try Int64.fetchOne(
                db.cachedStatement(
                    sql: "SELECT received_at FROM inbox WHERE rowid >= ? ORDER BY rowid LIMIT 1"),
                arguments: [middle])
            if let at, at < time { low = middle } else { high = middle - 1 }
        }
        return low
    }

    private static func notify(_ row: Row) throws -> StoredNotify {
        StoredNotify(
            account: AccountID(try row.value("account")), id: try row.value("notify_id"),
            receivedAt: Timestamp(milliseconds: try row.value("received_at")),
            raw: try row.bytes("raw"), verdict: try row.value("verdict"))
    }
}

extension JournalEntry {
    /// Whether a notify can have caused the row.
    fileprivate var mayComeOfANotify: Bool {
        switch self {
        case .recorded(.attempt(_, .outcome(_, .notify))), .recorded(.refund(_, .outcome)): true
        case .recorded, .started, .restored, .opened, .accepted, .unbelieved, .stray, .settledStray,
            .compared, .queueHeld, .queueReleased, .queueFlushed, .drainingBegun, .drainingEnded,
            .clockStepped, .timeCaughtUp:
            false
        }
    }
}

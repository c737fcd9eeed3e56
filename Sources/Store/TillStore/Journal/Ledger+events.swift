// SPDX-License-Identifier: Apache-2.0

import GRDB
package import TillCore

extension Ledger {
    /// Rows of the journal after a row as events, the oldest first.
    package func events(after seq: Int64, limit: Int, about order: OrderID? = nil) async throws
        -> [JournalEvent]
    {
        try await read { db in
            if let order {
                return try Row.fetchAll(
                    db.cachedStatement(
                        sql: "\(Self.eventColumns) WHERE own.order_id = ? AND own.seq > ? ORDER BY own.seq LIMIT ?"),
                    arguments: [order.text, seq, limit]
                ).map { try Self.event($0) }
            }
            return try Row.fetchAll(
                db.cachedStatement(sql: "\(Self.eventColumns) WHERE own.seq > ? ORDER BY own.seq LIMIT ?"),
                arguments: [seq, limit]
            ).map { try Self.event($0) }
        }
    }

    /// A row of the journal as an event; nil if there is none of that number.
    package func event(_ seq: Int64) async throws -> JournalEvent? {
        try await events(after: seq - 1, limit: 1).first { $0.row.seq == seq }
    }

    /// An order as it was after a row of the journal; nil if it was not there yet.
    ///
    /// - Throws: `DecodingError` for what a newer version wrote.
    package func order(_ id: OrderID, asOf seq: Int64) async throws -> Order? {
        try await read { try JournalReplay.order(id, upTo: seq, in: $0) }
    }

    private static let eventColumns = """
        SELECT own.*,
            (SELECT status FROM journal AS before WHERE before.order_id = own.order_id AND before.seq < own.seq
                ORDER BY before.seq DESC LIMIT 1) AS before,
            NOT EXISTS (SELECT 1 FROM journal AS before WHERE before.order_id = own.order_id
                AND before.seq < own.seq AND before.status = own.status) AS is_first
        FROM journal AS own
        """

    private static func event(_ row: Row) throws -> JournalEvent {
        JournalEvent(
            row: try journalRow(row), before: try row.value("before"), isFirst: try row.value("is_first"),
            chain: try row.bytes("chain"))
    }
}

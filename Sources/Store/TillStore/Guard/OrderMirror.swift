// SPDX-License-Identifier: Apache-2.0

import GRDB
import TillCore

/// An empty ledger in memory, to see in which columns an order would be saved.
final class OrderMirror {
    private let database: DatabaseQueue

    init() throws {
        database = try DatabaseQueue()
        try LedgerSchema.migrate(database, path: nil)
    }

    /// What would stand in columns beside the bodies.
    func columns(of order: Order) throws -> [String] {
        try database.inDatabase { db in
            var columns: [String] = []
            try db.inTransaction {
                try OrderRecord.save(order, from: nil, in: db)
                columns = try Self.columns(of: order.id, in: db)
                return .rollback
            }
            return columns
        }
    }

    /// What stands in columns beside the bodies: what is searched, guarded and summed.
    static func columns(of id: OrderID, in db: Database) throws -> [String] {
        try String.fetchAll(db.cachedStatement(sql: query), arguments: ["id": id.text]).sorted()
    }

    private static let query = """
        SELECT 'order ' || status FROM orders WHERE id = :id
        UNION ALL SELECT 'attempt ' || position || ' ' || reference || ' ' || account || ' ' || kind
        FROM attempts WHERE order_id = :id
        UNION ALL SELECT 'transaction ' || position || ' ' || account || ' ' || acquirer_reference
            || ' ' || amount || ' ' || currency || ' ' || fate
        FROM transactions WHERE order_id = :id
        UNION ALL SELECT 'refund ' || position || ' ' || id || ' ' || amount || ' ' || kind
        FROM refunds WHERE order_id = :id
        UNION ALL SELECT 'hold ' || position || ' ' || id || ' ' || is_open
        FROM holds WHERE order_id = :id
        UNION ALL SELECT 'print ' || position || ' ' || id || ' ' || state
        FROM prints WHERE order_id = :id
        """
}

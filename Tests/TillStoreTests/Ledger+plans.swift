// SPDX-License-Identifier: Apache-2.0

import GRDB
import Synchronization

@testable import TillStore

extension Ledger {
    /// How SQLite finds what is asked for meanwhile: the lines of `EXPLAIN QUERY PLAN`, for each question once.
    func plans(of work: () async throws -> Void) async throws -> [[String]] {
        let texts = Mutex<Set<String>>([])
        try await read { db in
            db.trace { event in
                guard case .statement(let statement) = event, statement.sql.hasPrefix("SELECT") else { return }
                texts.withLock { _ = $0.insert(statement.sql) }
            }
        }
        try await work()
        return try await read { db in
            db.trace(nil)
            return try texts.withLock { $0 }.sorted().map { sql in
                let plan = try db.makeStatement(sql: "EXPLAIN QUERY PLAN " + sql)
                plan.setUncheckedArguments(StatementArguments())
                return try Row.fetchAll(plan).map { try $0.value("detail") }
            }
        }
    }
}

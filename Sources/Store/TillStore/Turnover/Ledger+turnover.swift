// SPDX-License-Identifier: Apache-2.0

import GRDB
package import TillCore

extension Ledger {
    /// Lines of the turnover behind a number, the first one first.
    package func turnover(after number: Int64, limit: Int) async throws -> [TurnoverLine] {
        try await read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT turnover.*, journal.at AS written_at
                        FROM turnover JOIN journal ON journal.seq = turnover.seq
                        WHERE number > ? ORDER BY number LIMIT ?
                        """), arguments: [number, limit]
            ).map { try Turnover.line($0) }
        }
    }

    /// The last running number; 0 if there is none.
    package func lastTurnover() async throws -> Int64 { try await read { try Turnover.last(in: $0) } }

    /// What the lines behind a number add up to, in minor units, up to another that is among them.
    package func turnoverSums(after number: Int64, upTo last: Int64) async throws -> [Currency: Int64] {
        try await read { db in
            let rows = try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT currency, sum(amount) AS total FROM turnover
                        WHERE number > ? AND number <= ? GROUP BY currency
                        """), arguments: [number, last])
            return try rows.reduce(into: [:]) { sums, row in
                guard let currency = Currency(try row.value("currency") as String) else { return }
                sums[currency] = try row.value("total")
            }
        }
    }

    /// How many of the lines behind a number, up to another, belong to moments outside of a stretch of time.
    package func turnoverOutside(
        from: Timestamp, until: Timestamp, after number: Int64, upTo last: Int64
    ) async throws -> Int {
        try await read { db in
            try Int.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT count(*) FROM turnover
                        WHERE number > ? AND number <= ? AND (at < ? OR at >= ?)
                        """), arguments: [number, last, from.milliseconds, until.milliseconds]) ?? 0
        }
    }
}

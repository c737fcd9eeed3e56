// SPDX-License-Identifier: Apache-2.0

import GRDB
import JournalChain
package import TillCore

extension Ledger {
    /// The last row of the journal.
    package func head() async throws -> JournalHead {
        let epoch = epoch
        return try await read { try Self.head(of: epoch, in: $0) }
    }

    static func head(of epoch: String, in db: Database) throws -> JournalHead {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT seq, at, wall, chain FROM journal ORDER BY seq DESC LIMIT 1"))
        return JournalHead(
            epoch: epoch, seq: try row?.value("seq") ?? 0,
            chain: try row?.bytes("chain") ?? Chain.beginning,
            at: Timestamp(milliseconds: try row?.value("at") ?? 0),
            wall: Timestamp(milliseconds: try row?.value("wall") ?? 0))
    }
}

extension Ledger {
    /// The wall clock: for people, never for an order.
    package var wallNow: Timestamp { clocks.wall() }
}

// SPDX-License-Identifier: Apache-2.0

import GRDB
import TillCore

/// What a follower is told once more.
package enum Redelivery: Sendable, Hashable {
    /// All that waits and all that was given up, now.
    case unmade
    /// One row of the journal, whether it was told or not.
    case row(Int64)
    /// Everything of interest after a row of the journal.
    case after(Int64)
}

extension Ledger {
    /// Has a follower told again, as if nothing had been tried, also one that was stopped.
    ///
    /// - Returns: the follower as it is now, and whether the key had been used before; nil if there
    ///   is none of that name.
    package func redeliver(_ what: Redelivery, to id: String, key: IdempotencyKey?) async throws -> (
        follower: Follower, isReplay: Bool
    )? {
        let epoch = epoch
        return try await write { write in
            guard let before = try Self.follower(id, in: write.db) else { return nil }
            if try write.isRepeated(key, about: id) { return (before, true) }
            switch what {
            case .unmade:
                try write.db.run(
                    "UPDATE deliveries SET is_dead = 0, tries = 0, due_at = ? WHERE follower = ?",
                    arguments: [write.at.milliseconds, id])
            case .row(let seq):
                let order = try String.fetchOne(
                    write.db.cachedStatement(sql: "SELECT order_id FROM journal WHERE seq = ?"), arguments: [seq])
                try write.db.run(
                    """
                    INSERT INTO deliveries (follower, seq, message, subject, due_at) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (follower, seq) DO UPDATE SET is_dead = 0, tries = 0, due_at = excluded.due_at
                    """, arguments: [id, seq, "\(epoch)-\(seq)", order, write.at.milliseconds])
            case .after(let seq):
                try write.db.run("UPDATE followers SET seq = min(seq, ?) WHERE id = ?", arguments: [seq, id])
            }
            try write.db.run("UPDATE followers SET stopped = NULL WHERE id = ?", arguments: [id])
            try write.remember(key, subject: id)
            write.wake([.followers])
            return try Self.follower(id, in: write.db).map { ($0, false) }
        }
    }
}

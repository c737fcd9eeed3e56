// SPDX-License-Identifier: Apache-2.0

import GRDB

extension DatabaseMigrator {
    /// Those who follow the journal and are told of it. Never edited after a release.
    mutating func register0005Followers() {
        registerMigration("0005-followers") { db in try db.execute(sql: Self.followers) }
    }

    /// Who a follower is and how it is told stands in `body`, which is not the ledger's business.
    /// A delivery that was made has no row any more.
    private static let followers = """
        CREATE TABLE followers (
            id TEXT PRIMARY KEY, kind TEXT NOT NULL, seq INTEGER NOT NULL CHECK (seq >= 0),
            body TEXT NOT NULL, since INTEGER NOT NULL, stopped TEXT,
            delivered INTEGER NOT NULL DEFAULT 0, delivered_at INTEGER
        ) STRICT;
        CREATE TABLE deliveries (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            follower TEXT NOT NULL REFERENCES followers (id) ON DELETE CASCADE,
            seq INTEGER NOT NULL, message TEXT NOT NULL, subject TEXT,
            due_at INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0,
            tried_at INTEGER, last_answer TEXT, is_dead INTEGER NOT NULL DEFAULT 0,
            UNIQUE (follower, seq)
        ) STRICT;
        CREATE INDEX deliveries_subject ON deliveries (follower, subject, seq) WHERE is_dead = 0;
        """
}

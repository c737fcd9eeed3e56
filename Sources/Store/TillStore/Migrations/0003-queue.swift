// SPDX-License-Identifier: Apache-2.0

import GRDB

extension DatabaseMigrator {
    /// What people do to the queue: holding rows back. Never edited after a release.
    mutating func register0003Queue() {
        registerMigration("0003-queue") { db in try db.execute(sql: Self.queue) }
    }

    /// A hold stands in each row that it holds; `queue_stops` has those that hold rows to come too.
    private static let queue = """
        ALTER TABLE outbox ADD COLUMN began_at INTEGER;
        ALTER TABLE outbox ADD COLUMN held_by TEXT;
        ALTER TABLE outbox ADD COLUMN held_at INTEGER;
        ALTER TABLE outbox ADD COLUMN held_why TEXT;
        ALTER TABLE outbox ADD COLUMN held_as TEXT CHECK (held_as IN ('row', 'order', 'lane'));
        ALTER TABLE outbox ADD COLUMN set_aside TEXT;
        CREATE INDEX outbox_due ON outbox (lane, due_at)
            WHERE held_by IS NULL AND set_aside IS NULL;
        CREATE INDEX outbox_held ON outbox (lane) WHERE held_by IS NOT NULL;
        CREATE TABLE queue_stops (
            scope TEXT NOT NULL CHECK (scope IN ('order', 'lane')), name TEXT NOT NULL,
            held_by TEXT NOT NULL, held_at INTEGER NOT NULL, held_why TEXT NOT NULL,
            PRIMARY KEY (scope, name)
        ) STRICT;
        """
}

// SPDX-License-Identifier: Apache-2.0

import GRDB

extension DatabaseMigrator {
    /// Statements of acquirers, and what becomes of late money.
    mutating func register0002Statements() {
        registerMigration("0002-statements") { db in try db.execute(sql: Self.statements) }
    }

    /// A line is kept by what it is about, so that what a later day repeats is known again. When
    /// money moved becomes a column, so that a day's money is found without reading all of it.
    private static let statements = """
        ALTER TABLE orders ADD COLUMN late_money TEXT NOT NULL DEFAULT 'give_back';
        CREATE TABLE statements (
            account TEXT NOT NULL, day TEXT NOT NULL, compared_at INTEGER NOT NULL,
            compared_wall INTEGER NOT NULL, lines INTEGER NOT NULL, hash BLOB NOT NULL, raw BLOB NOT NULL,
            PRIMARY KEY (account, day)
        ) STRICT;
        CREATE TABLE statement_lines (
            account TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('payment', 'refund')),
            matter TEXT NOT NULL, day TEXT NOT NULL, amount INTEGER NOT NULL,
            currency TEXT NOT NULL, at INTEGER NOT NULL,
            PRIMARY KEY (account, kind, matter)
        ) STRICT;
        CREATE TABLE statement_holds (
            account TEXT NOT NULL, day TEXT NOT NULL, hold_id TEXT NOT NULL REFERENCES holds (id),
            PRIMARY KEY (account, day, hold_id)
        ) STRICT;
        ALTER TABLE transactions ADD COLUMN paid_at INTEGER;
        ALTER TABLE transactions ADD COLUMN learnt_at INTEGER;
        UPDATE transactions SET paid_at = json_extract(body, '$.paidAt'),
            learnt_at = json_extract(body, '$.learntAt');
        CREATE INDEX transactions_paid_at ON transactions (account, paid_at);
        CREATE INDEX transactions_learnt_at ON transactions (account, learnt_at)
        WHERE paid_at IS NULL;
        ALTER TABLE refunds ADD COLUMN account TEXT;
        ALTER TABLE refunds ADD COLUMN done_at INTEGER;
        UPDATE refunds SET account = json_extract(body, '$.transaction.account');
        CREATE INDEX refunds_done_at ON refunds (account, done_at) WHERE kind = 'done';
        CREATE TRIGGER statements_are_never_changed BEFORE UPDATE ON statements
        BEGIN SELECT RAISE(ABORT, 'a statement never changes'); END;
        CREATE TRIGGER statements_are_never_deleted BEFORE DELETE ON statements
        BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
        """
}

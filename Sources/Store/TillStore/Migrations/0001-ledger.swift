// SPDX-License-Identifier: Apache-2.0

import GRDB

extension DatabaseMigrator {
    /// The first schema. Never edited after a release.
    mutating func register0001Ledger() {
        registerMigration("0001-ledger") { db in
            try db.execute(sql: Self.tables)
            try db.execute(sql: Self.guards)
        }
    }

    private static let tables = """
        CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
        CREATE TABLE orders (
            id TEXT PRIMARY KEY, terminal TEXT NOT NULL, reference TEXT,
            amount INTEGER NOT NULL CHECK (amount > 0), currency TEXT NOT NULL,
            subject TEXT NOT NULL, slips TEXT NOT NULL, metadata TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('open', 'cancelling', 'paid', 'closed')),
            status TEXT NOT NULL, opened_at INTEGER NOT NULL, deadline INTEGER NOT NULL,
            version INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX orders_state ON orders (state) WHERE state IN ('open', 'cancelling');
        CREATE INDEX orders_opened_at ON orders (opened_at);
        CREATE TABLE attempts (
            reference TEXT PRIMARY KEY, order_id TEXT NOT NULL REFERENCES orders (id),
            position INTEGER NOT NULL, account TEXT NOT NULL, kind TEXT NOT NULL,
            body TEXT NOT NULL
        ) STRICT;
        CREATE INDEX attempts_order ON attempts (order_id, position);
        CREATE TABLE transactions (
            account TEXT NOT NULL, acquirer_reference TEXT NOT NULL,
            order_id TEXT NOT NULL REFERENCES orders (id), position INTEGER NOT NULL,
            amount INTEGER NOT NULL, currency TEXT NOT NULL, fate TEXT NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (account, acquirer_reference)
        ) STRICT;
        CREATE INDEX transactions_order ON transactions (order_id, position);
        CREATE UNIQUE INDEX transactions_kept ON transactions (order_id) WHERE fate = 'kept';
        CREATE TABLE refunds (
            id TEXT PRIMARY KEY, order_id TEXT NOT NULL REFERENCES orders (id),
            position INTEGER NOT NULL, amount INTEGER NOT NULL CHECK (amount > 0),
            kind TEXT NOT NULL, body TEXT NOT NULL
        ) STRICT;
        CREATE INDEX refunds_order ON refunds (order_id, position);
        CREATE TABLE holds (
            id TEXT PRIMARY KEY, order_id TEXT REFERENCES orders (id),
            position INTEGER NOT NULL, is_open INTEGER NOT NULL, body TEXT NOT NULL
        ) STRICT;
        CREATE INDEX holds_order ON holds (order_id, position);
        CREATE INDEX holds_open ON holds (id) WHERE is_open = 1;
        CREATE TABLE prints (
            id TEXT PRIMARY KEY, order_id TEXT NOT NULL REFERENCES orders (id),
            position INTEGER NOT NULL, state TEXT NOT NULL, body TEXT NOT NULL
        ) STRICT;
        CREATE INDEX prints_order ON prints (order_id, position);
        CREATE TABLE journal (
            seq INTEGER PRIMARY KEY, order_id TEXT, at INTEGER NOT NULL, wall INTEGER NOT NULL,
            boot INTEGER NOT NULL, by TEXT NOT NULL, entry TEXT NOT NULL, status TEXT,
            chain BLOB NOT NULL
        ) STRICT;
        CREATE INDEX journal_order ON journal (order_id, seq);
        CREATE TABLE outbox (
            id INTEGER PRIMARY KEY AUTOINCREMENT, lane TEXT NOT NULL,
            order_id TEXT NOT NULL REFERENCES orders (id), effect TEXT NOT NULL,
            due_at INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0, last_answer TEXT,
            is_watch INTEGER NOT NULL,
            UNIQUE (order_id, effect)
        ) STRICT;
        CREATE INDEX outbox_lane ON outbox (lane, id);
        CREATE TABLE inbox (
            account TEXT NOT NULL, notify_id TEXT NOT NULL, received_at INTEGER NOT NULL,
            raw BLOB NOT NULL, verdict TEXT NOT NULL,
            PRIMARY KEY (account, notify_id)
        ) STRICT;
        CREATE TABLE keys (
            route TEXT NOT NULL, key TEXT NOT NULL, request_hash BLOB NOT NULL,
            subject TEXT NOT NULL,
            PRIMARY KEY (route, key)
        ) STRICT;
        """

    /// What no code of ours does, and no hand shall.
    private static let guards = """
        CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER journal_only_grows BEFORE INSERT ON journal
        WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal)
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER orders_are_opened_once BEFORE INSERT ON orders
        WHEN EXISTS (SELECT 1 FROM orders WHERE id = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'an order is opened once'); END;
        CREATE TRIGGER orders_are_never_deleted BEFORE DELETE ON orders
        BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
        CREATE TRIGGER attempts_are_never_deleted BEFORE DELETE ON attempts
        BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
        CREATE TRIGGER transactions_are_never_deleted BEFORE DELETE ON transactions
        BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
        CREATE TRIGGER refunds_are_never_deleted BEFORE DELETE ON refunds
        BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
        CREATE TRIGGER settled_money_stays BEFORE UPDATE OF fate ON transactions
        WHEN OLD.fate IN ('kept', 'returned') AND NEW.fate <> OLD.fate
        BEGIN SELECT RAISE(ABORT, 'nothing leaves a final state'); END;
        CREATE TRIGGER final_orders_stay BEFORE UPDATE OF state ON orders
        WHEN OLD.state IN ('paid', 'closed') AND NEW.state <> OLD.state
        BEGIN SELECT RAISE(ABORT, 'nothing leaves a final state'); END;
        CREATE TRIGGER amounts_stay BEFORE UPDATE OF amount, currency ON orders
        WHEN OLD.amount <> NEW.amount OR OLD.currency <> NEW.currency
        BEGIN SELECT RAISE(ABORT, 'an amount never changes'); END;
        CREATE TRIGGER final_attempts_stay BEFORE UPDATE OF kind ON attempts
        WHEN OLD.kind IN ('paid', 'closed') AND NEW.kind <> OLD.kind
        BEGIN SELECT RAISE(ABORT, 'nothing leaves a final state'); END;
        CREATE TRIGGER final_refunds_stay BEFORE UPDATE OF kind ON refunds
        WHEN OLD.kind IN ('done', 'refused') AND NEW.kind <> OLD.kind
        BEGIN SELECT RAISE(ABORT, 'nothing leaves a final state'); END;
        """
}

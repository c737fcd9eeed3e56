// SPDX-License-Identifier: Apache-2.0

/// The tables of the books. All times are milliseconds since 1970 UTC, all amounts minor units.
enum BooksSchema {
    /// What `PRAGMA user_version` says.
    static let version = steps.count

    /// What leads from each version to the next, the first one from nothing.
    static let steps = [first, second, third, fourth]

    private static let first = """
        CREATE TABLE merchants (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, currency TEXT NOT NULL, script TEXT NOT NULL,
            scripts_by_amount INTEGER NOT NULL, webhook_secret TEXT, allowed TEXT NOT NULL, denied TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE keys (
            merchant TEXT NOT NULL REFERENCES merchants (id), id TEXT NOT NULL, algorithm TEXT NOT NULL,
            material TEXT NOT NULL, PRIMARY KEY (merchant, id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE payments (
            id TEXT PRIMARY KEY, merchant TEXT NOT NULL REFERENCES merchants (id), order_no TEXT NOT NULL,
            twin_of TEXT REFERENCES payments (id), content TEXT NOT NULL, script TEXT NOT NULL, status TEXT NOT NULL,
            amount INTEGER NOT NULL CHECK (amount > 0), currency TEXT NOT NULL, flow TEXT NOT NULL, subject TEXT NOT NULL,
            notify_url TEXT, code_id TEXT NOT NULL UNIQUE, expires_at INTEGER NOT NULL, created_at INTEGER NOT NULL,
            paid_at INTEGER, paid_amount INTEGER, paid_currency TEXT, payer TEXT,
            refunded INTEGER NOT NULL CHECK (refunded >= 0), version INTEGER NOT NULL,
            CHECK ((status = 'paid') = (paid_amount IS NOT NULL)), CHECK (refunded <= ifnull(paid_amount, 0))
        ) STRICT;
        CREATE UNIQUE INDEX payments_order ON payments (merchant, order_no) WHERE twin_of IS NULL;
        CREATE TABLE payment_versions (
            payment TEXT NOT NULL REFERENCES payments (id), version INTEGER NOT NULL, at INTEGER NOT NULL,
            resource TEXT NOT NULL, PRIMARY KEY (payment, version)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE refunds (
            id TEXT PRIMARY KEY, merchant TEXT NOT NULL REFERENCES merchants (id), refund_no TEXT NOT NULL,
            payment TEXT NOT NULL REFERENCES payments (id), order_no TEXT NOT NULL, content TEXT NOT NULL,
            amount INTEGER NOT NULL CHECK (amount > 0), currency TEXT NOT NULL, reason TEXT, status TEXT NOT NULL,
            created_at INTEGER NOT NULL, done_at INTEGER, version INTEGER NOT NULL, UNIQUE (merchant, refund_no)
        ) STRICT;
        CREATE INDEX refunds_payment ON refunds (payment);
        CREATE TABLE transactions (
            id INTEGER PRIMARY KEY, payment TEXT NOT NULL REFERENCES payments (id), refund TEXT REFERENCES refunds (id),
            direction TEXT NOT NULL CHECK (direction IN ('in', 'out')), amount INTEGER NOT NULL CHECK (amount > 0),
            currency TEXT NOT NULL, at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX transactions_payment ON transactions (payment);
        CREATE TABLE nonces (
            merchant TEXT NOT NULL, key TEXT NOT NULL, nonce TEXT NOT NULL, seen_at INTEGER NOT NULL,
            PRIMARY KEY (merchant, key, nonce)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX nonces_seen ON nonces (seen_at);
        CREATE TABLE idempotency_keys (
            merchant TEXT NOT NULL, key TEXT NOT NULL, request TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (merchant, key)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE events (
            id INTEGER PRIMARY KEY, due_at INTEGER NOT NULL, kind TEXT NOT NULL,
            payment TEXT NOT NULL REFERENCES payments (id), refund TEXT REFERENCES refunds (id)
        ) STRICT;
        CREATE INDEX events_due ON events (due_at, id);
        CREATE TABLE notifies (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, merchant TEXT NOT NULL,
            payment TEXT NOT NULL REFERENCES payments (id), url TEXT NOT NULL, type TEXT NOT NULL, body TEXT NOT NULL,
            state TEXT NOT NULL, due_at INTEGER, tries INTEGER NOT NULL, retry_delay INTEGER NOT NULL, copies INTEGER NOT NULL,
            held_back INTEGER NOT NULL, badly_signed INTEGER NOT NULL, created_at INTEGER NOT NULL, last_status INTEGER,
            CHECK ((state = 'waiting') = (due_at IS NOT NULL))
        ) STRICT;
        CREATE INDEX notifies_due ON notifies (due_at, number) WHERE due_at IS NOT NULL;
        CREATE INDEX notifies_payment ON notifies (payment);
        CREATE TABLE ended_endpoints (
            merchant TEXT NOT NULL, url TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (merchant, url)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE script_queue (id INTEGER PRIMARY KEY, merchant TEXT, script TEXT NOT NULL) STRICT;
        CREATE TABLE script_choices (
            merchant TEXT NOT NULL, order_no TEXT NOT NULL, script TEXT NOT NULL, PRIMARY KEY (merchant, order_no)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE script_strikes (
            merchant TEXT NOT NULL, order_no TEXT NOT NULL, word TEXT NOT NULL, count INTEGER NOT NULL,
            PRIMARY KEY (merchant, order_no, word)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE settings (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        """

    /// Statements are of a day; what the platform signs with can change.
    private static let second = """
        CREATE INDEX transactions_at ON transactions (at, id);
        CREATE TABLE rotations (
            number INTEGER PRIMARY KEY, key_id TEXT NOT NULL UNIQUE, key TEXT NOT NULL, since INTEGER NOT NULL,
            overlap_end INTEGER NOT NULL, merchant TEXT REFERENCES merchants (id), secret TEXT,
            CHECK ((merchant IS NULL) = (secret IS NULL)), CHECK (since <= overlap_end)
        ) STRICT;
        """

    /// A statement says which terminal a payment was made with.
    private static let third = """
        ALTER TABLE payments ADD COLUMN terminal TEXT NOT NULL DEFAULT '';
        UPDATE payments SET terminal = ifnull(json_extract(content, '$.terminal.id'), '') WHERE json_valid(content);
        """

    /// Notifies can be wrong in several ways; the last exchanges are kept as they were on the wire.
    private static let fourth = """
        ALTER TABLE notifies ADD COLUMN flaw TEXT;
        UPDATE notifies SET flaw = 'badly_signed' WHERE badly_signed = 1;
        ALTER TABLE notifies DROP COLUMN badly_signed;
        CREATE TABLE exchanges (
            number INTEGER PRIMARY KEY AUTOINCREMENT, order_no TEXT, record TEXT NOT NULL
        ) STRICT;
        CREATE INDEX exchanges_order ON exchanges (order_no, number) WHERE order_no IS NOT NULL;
        CREATE TABLE sent_notifies (id TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT, WITHOUT ROWID;
        """
}

// SPDX-License-Identifier: Apache-2.0

import GRDB

extension DatabaseMigrator {
    /// Running numbers of sales and of what went back, and how far journal printers have come. Never edited after a
    /// release.
    mutating func register0004Turnover() {
        registerMigration("0004-turnover") { db in
            try db.execute(sql: Self.turnover)
            try Turnover.number(in: db)
            try db.execute(sql: Self.turnoverGuards)
        }
    }

    /// Of a refund, `amount` is below zero. A roll's `begun` is what is under way, NULL if nothing is. A row of the
    /// queue says which kind of `slip` it is for, so that several printers can share the lane.
    private static let turnover = """
        CREATE TABLE turnover (
            number INTEGER PRIMARY KEY, seq INTEGER NOT NULL REFERENCES journal (seq),
            order_id TEXT NOT NULL REFERENCES orders (id),
            kind TEXT NOT NULL CHECK (kind IN ('sale', 'refund')), name TEXT NOT NULL, account TEXT NOT NULL,
            amount INTEGER NOT NULL, currency TEXT NOT NULL, at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX turnover_order ON turnover (order_id, number);
        CREATE TABLE rolls (
            name TEXT PRIMARY KEY, epoch TEXT NOT NULL, printed INTEGER NOT NULL, closed INTEGER NOT NULL,
            perhaps_printed INTEGER NOT NULL, perhaps_closed INTEGER NOT NULL, begun TEXT, notes TEXT NOT NULL
        ) STRICT;
        CREATE TABLE slip_devices (
            print_id TEXT PRIMARY KEY REFERENCES prints (id), device TEXT NOT NULL
        ) STRICT;
        ALTER TABLE outbox ADD COLUMN slip TEXT;
        UPDATE outbox SET slip = (
            SELECT kind.key FROM prints,
                json_each(CASE WHEN json_valid(prints.body) THEN prints.body ELSE '{}' END, '$.kind') AS kind
            WHERE prints.order_id = outbox.order_id AND prints.id = json_extract(outbox.effect, '$.print._0')
        ) WHERE lane = 'print' AND json_valid(effect);
        """

    private static let turnoverGuards = """
        CREATE TRIGGER turnover_is_never_changed BEFORE UPDATE ON turnover
        BEGIN SELECT RAISE(ABORT, 'a number never changes'); END;
        CREATE TRIGGER turnover_is_never_shortened BEFORE DELETE ON turnover
        BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
        CREATE TRIGGER turnover_only_grows BEFORE INSERT ON turnover
        WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM turnover)
        BEGIN SELECT RAISE(ABORT, 'numbers have no gaps'); END;
        """
}

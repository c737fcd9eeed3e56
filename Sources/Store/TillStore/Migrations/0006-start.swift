// SPDX-License-Identifier: Apache-2.0

import GRDB

extension DatabaseMigrator {
    /// What a start looks for, however many sales there were. Never edited after a release.
    mutating func register0006Start() {
        registerMigration("0006-start") { db in try db.execute(sql: Self.start) }
    }

    /// Each holds what is under way at this moment: some rows, of a table that only grows.
    private static let start = """
        CREATE INDEX attempts_asking ON attempts (order_id) WHERE kind = 'asking';
        CREATE INDEX refunds_sent ON refunds (order_id) WHERE kind = 'sent';
        CREATE INDEX prints_started ON prints (order_id) WHERE state = 'started';
        """
}

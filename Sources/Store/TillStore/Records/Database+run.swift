// SPDX-License-Identifier: Apache-2.0

import GRDB

extension Database {
    /// Runs a statement that gives no rows, and keeps it compiled for the next time.
    func run(_ sql: String, arguments: StatementArguments = StatementArguments()) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }
}

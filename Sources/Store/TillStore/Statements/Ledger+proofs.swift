// SPDX-License-Identifier: Apache-2.0

import GRDB
package import TillCore

/// How far an account is proven by its acquirer's statements.
package struct AccountProof: Sendable, Hashable {
    /// The account.
    package let account: AccountID
    /// The last day up to which every day was compared and every difference is settled; nil if
    /// there is none.
    package let provenUntil: CalendarDay?
    /// The days compared last, the newest first.
    package let days: [ComparedDay]
}

/// A day whose statement was compared.
package struct ComparedDay: Sendable, Hashable {
    /// The day.
    package let day: CalendarDay
    /// When it was compared, in ledger time.
    package let comparedAt: Timestamp
    /// Lines of the statement, also those of the merchant's other terminals.
    package let lines: Int
    /// SHA-256 of the statement's bytes.
    package let hash: [UInt8]
    /// The holds that its differences opened.
    package let holds: [HoldID]
    /// How many of them are open.
    package let open: Int
}

extension Ledger {
    /// How far an account is proven, with its latest days.
    package func proof(of account: AccountID, days limit: Int) async throws -> AccountProof {
        try await read { db in
            // Compared without gaps, so that the first difference that is open says it all.
            let open = try String.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT min(s.day) FROM statement_holds s JOIN holds h ON h.id = s.hold_id
                        WHERE s.account = ? AND h.is_open = 1
                        """), arguments: [account.text])
            let last = try String.fetchOne(
                db.cachedStatement(
                    sql: "SELECT max(day) FROM statements WHERE account = :account AND day < coalesce(:open, '~')"),
                arguments: ["account": account.text, "open": open])
            let days = try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT day, compared_at, lines, hash FROM statements WHERE account = ?
                        ORDER BY day DESC LIMIT ?
                        """), arguments: [account.text, limit]
            ).compactMap { try Self.compared($0, account, in: db) }
            return AccountProof(
                account: account, provenUntil: last.flatMap { CalendarDay($0) }, days: days)
        }
    }

    /// The bytes of a statement as they came; nil if the day was not compared.
    package func statement(of day: CalendarDay, at account: AccountID) async throws -> [UInt8]? {
        try await read { db in
            try Row.fetchOne(
                db.cachedStatement(sql: "SELECT raw FROM statements WHERE account = ? AND day = ?"),
                arguments: [account.text, day.description]
            ).map { try $0.bytes("raw") }
        }
    }

    private static func compared(_ row: Row, _ account: AccountID, in db: Database) throws
        -> ComparedDay?
    {
        guard let day = CalendarDay(try row.value("day") as String) else { return nil }
        let holds = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT h.id, h.is_open FROM statement_holds s JOIN holds h ON h.id = s.hold_id
                    WHERE s.account = ? AND s.day = ? ORDER BY h.rowid
                    """), arguments: [account.text, day.description])
        return ComparedDay(
            day: day, comparedAt: Timestamp(milliseconds: try row.value("compared_at")),
            lines: try row.value("lines"),
            hash: try row.bytes("hash"), holds: try holds.map { HoldID(try $0.value("id")) },
            open: try holds.count { try $0.value("is_open") })
    }
}

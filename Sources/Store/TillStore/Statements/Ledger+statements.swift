// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Signing
package import TillCore

/// The statement of one day at one account, as the ledger compares it: the acquirer's days begin
/// where its clocks do.
package struct StatementDay: Sendable, Hashable {
    /// The account.
    package let account: AccountID
    /// The day.
    package let day: CalendarDay
    /// How far the acquirer's clocks are ahead of UTC.
    package let offset: Duration

    /// States all three.
    package init(account: AccountID, day: CalendarDay, offset: Duration) {
        self.account = account
        self.day = day
        self.offset = offset
    }
}

extension Ledger {
    /// The day whose statement is compared next: the one after the last, or that of the first
    /// order at the account; nil if there was none yet.
    package func nextStatementDay(of account: AccountID, offset: Duration) async throws
        -> CalendarDay?
    {
        try await read { db in
            let last = try String.fetchOne(
                db.cachedStatement(sql: "SELECT max(day) FROM statements WHERE account = ?"),
                arguments: [account.text])
            if let last { return CalendarDay(last)?.next }
            return try Int64.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT o.opened_at FROM attempts a JOIN orders o ON o.id = a.order_id
                        WHERE a.account = ? ORDER BY a.rowid LIMIT 1
                        """), arguments: [account.text]
            ).map { CalendarDay(of: Timestamp(milliseconds: $0), offset: offset) }
        }
    }

    /// Compares a statement with the ledger, line by line and the other way round; every
    /// difference becomes one hold.
    ///
    /// A merchant's statement has the lines of all its terminals. Those of another terminal are
    /// passed over, unless what they name is ours.
    ///
    /// It goes in small writes, so that a sale never waits for a long statement. Broken off and
    /// begun again it comes to the same: what a line says is recorded once.
    package func compare(_ statement: TillCore.Statement, of day: StatementDay) async throws {
        // A refund may stand before the payment that it is of.
        let lines =
            statement.lines.filter { $0.kind == .payment }
            + statement.lines.filter { $0.kind != .payment }
        let repeated = Self.repeated(in: lines)
        for start in stride(from: 0, to: lines.count, by: Self.linesAtOnce) {
            let slice = start..<min(start + Self.linesAtOnce, lines.count)
            try await write { write in
                for index in slice where try write.isOurs(lines[index], of: terminal, at: day.account) {
                    try write.compare(lines[index], of: day)
                    if repeated.contains(index) { try write.doubt(repeated: lines[index], of: day) }
                }
            }
        }
        for facts in try await read({ try Self.lacks(of: day, in: $0) }).chunks(of: Self.linesAtOnce) {
            try await write { write in
                for (order, fact) in facts { try write.record(fact, about: order, because: day) }
            }
        }
        let hash = Digest.sha256(statement.raw)
        try await write { try $0.finish(statement, of: day, hash: hash) }
        try await endProvenWatches(of: day)
    }

    /// Lines that one write compares.
    static let linesAtOnce = 100

    /// What this statement should have, and does not.
    ///
    /// Money whose time the acquirer told belongs to that very day. Otherwise we only know when we
    /// learnt of it, by ledger time, which may be behind: then it counts as of this day if it was known
    /// when the last statement was compared of which the wall clock said that it was this day, at most.
    private static func lacks(of day: StatementDay, in db: Database) throws -> [(OrderID, OrderFact)] {
        let own = bounds(of: day.day, day.offset)
        let until = try knownBy(day.day, day, in: db)
        let after = try knownBy(day.day.previous, day, in: db)
        let account = day.account.text
        let money = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT order_id, acquirer_reference FROM transactions t
                    WHERE account = :account AND paid_at >= :from
                        AND paid_at < :until AND \(unseen("payment", "acquirer_reference"))
                    UNION ALL
                    SELECT order_id, acquirer_reference FROM transactions t
                    WHERE account = :account AND paid_at IS NULL
                        AND learnt_at > :after
                        AND learnt_at <= :knownBy
                        AND \(unseen("payment", "acquirer_reference"))
                    """),
            arguments: [
                "account": account, "from": own.from, "until": own.until,
                "after": after, "knownBy": until,
            ])
        let refunds = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT order_id, id FROM refunds t
                    WHERE kind = 'done' AND done_at > :after
                        AND done_at <= :knownBy
                        AND account = :account
                        AND \(unseen("refund", "id"))
                    """), arguments: ["account": account, "after": after, "knownBy": until])
        return try money.map { row in
            let key = TransactionKey(
                account: day.account, acquirerReference: try row.value("acquirer_reference"))
            return (OrderID(try row.value("order_id")), .statementLacks(.transaction(key), day.day))
        }
            + refunds.map { row in
                let refund = StatementMatter.refund(RefundID(try row.value("id")))
                return (OrderID(try row.value("order_id")), .statementLacks(refund, day.day))
            }
    }

    /// Ledger time up to which all that is known happened on a day or before it, as far as statements
    /// tell: an acquirer answers for one only if the wall clock is right. Before 1970 if none does.
    private static func knownBy(_ last: CalendarDay, _ day: StatementDay, in db: Database) throws -> Int64 {
        try Int64.fetchOne(
            db.cachedStatement(
                sql: "SELECT max(compared_at) FROM statements WHERE account = ? AND compared_wall < ?"),
            arguments: [day.account.text, last.next.start(offset: day.offset).milliseconds]) ?? -1
    }

    private static func unseen(_ kind: String, _ column: String) -> String {
        """
        NOT EXISTS (SELECT 1 FROM statement_lines
            WHERE account = :account AND kind = '\(kind)' AND matter = t.\(column))
        """
    }

    private static func bounds(of day: CalendarDay, _ offset: Duration) -> (from: Int64, until: Int64) {
        (day.start(offset: offset).milliseconds, day.next.start(offset: offset).milliseconds)
    }

    /// Ends the watch over attempts that were closed on the day or before.
    private func endProvenWatches(of day: StatementDay) async throws {
        let watched = try await read { db in
            try String.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT a.body FROM attempts a JOIN outbox o ON o.order_id = a.order_id
                        WHERE o.lane = 'provider' AND o.is_watch = 1 AND a.kind = 'closed'
                            AND a.account = ?
                        """), arguments: [day.account.text]
            ).map { try JSON.value(PaymentAttempt.self, from: $0) }
        }
        let proven = Set(
            watched.filter { attempt in
                Order.dayToProve(attempt, offset: day.offset).map { $0 <= day.day } ?? false
            }.map(\.reference)
        ).sorted()
        for references in proven.chunks(of: Self.linesAtOnce) {
            try await write { write in
                for reference in references {
                    guard let order = try write.order(of: reference, at: day.account) else { continue }
                    _ = try write.record(.attempt(reference, .proven(day.day)), about: order)
                }
            }
        }
    }
}

extension Array {
    /// The array in pieces of at most `size`.
    fileprivate func chunks(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}

// SPDX-License-Identifier: Apache-2.0

import GRDB
package import TillCore

/// What a terminal sold in a stretch of time.
package struct DayFigures: Sendable, Hashable {
    /// Money of one account in one currency.
    package struct Line: Sendable, Hashable {
        /// The account.
        package let account: AccountID
        /// How many sales or refunds.
        package let count: Int
        /// Their sum.
        package let total: Money

        /// States all three.
        package init(account: AccountID, count: Int, total: Money) {
            self.account = account
            self.count = count
            self.total = total
        }
    }

    /// What was sold, by account and currency.
    package let sales: [Line]
    /// What of sales went back, by account and currency. Money that was never a sale is in neither.
    package let refunds: [Line]
    /// The journal's head when this was read.
    package let head: JournalHead

    /// States the figures.
    package init(sales: [Line], refunds: [Line], head: JournalHead) {
        self.sales = sales
        self.refunds = refunds
        self.head = head
    }
}

extension Ledger {
    /// Adds up what was paid and what went back from one moment up to another, which is not in it.
    ///
    /// A sale belongs to the moment that its receipt has: when the acquirer says that it was paid, or when we
    /// learnt of it. A refund belongs to the moment when it was done, in ledger time.
    package func figures(from: Timestamp, until: Timestamp) async throws -> DayFigures {
        let epoch = epoch
        return try await read { db in
            let span = [from.milliseconds, until.milliseconds]
            var sales: [DayFigures.Line] = []
            var refunds: [DayFigures.Line] = []
            // Account by account, because that is what the indexes begin with.
            for account in try String.fetchAll(db.cachedStatement(sql: Self.accountsSold)) {
                sales += try Self.lines(Self.salesOfSpan, account, span + span, in: db)
                refunds += try Self.lines(Self.refundsOfSpan, account, span, in: db)
            }
            return DayFigures(sales: sales, refunds: refunds, head: try Self.head(of: epoch, in: db))
        }
    }

    private static func lines(
        _ sql: String, _ account: String, _ times: [Int64], in db: Database
    ) throws -> [DayFigures.Line] {
        var arguments: [any DatabaseValueConvertible] = []
        for span in stride(from: 0, to: times.count, by: 2) { arguments += [account, times[span], times[span + 1]] }
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: StatementArguments(arguments)).map { row in
            guard let currency = Currency(try row.value("currency") as String) else {
                throw DecodingError.dataCorrupted(
                    DecodingError.Context(codingPath: [], debugDescription: "a currency that nobody knows"))
            }
            return DayFigures.Line(
                account: AccountID(account), count: try row.value("number"),
                total: try Money(checking: try row.value("total"), currency))
        }
    }

    /// Each account once, without reading all of its rows.
    private static let accountsSold = """
        WITH RECURSIVE known (account) AS (
            SELECT min(account) FROM transactions
            UNION ALL
            SELECT (SELECT min(t.account) FROM transactions t WHERE t.account > known.account)
            FROM known WHERE known.account IS NOT NULL
        ) SELECT account FROM known WHERE account IS NOT NULL
        """

    private static let salesOfSpan = """
        SELECT currency, count(*) AS number, sum(amount) AS total FROM (
            SELECT currency, amount FROM transactions
            WHERE account = ? AND paid_at >= ? AND paid_at < ? AND fate = 'kept'
            UNION ALL
            SELECT currency, amount FROM transactions
            WHERE account = ? AND paid_at IS NULL AND learnt_at >= ? AND learnt_at < ? AND fate = 'kept'
        ) GROUP BY currency ORDER BY currency
        """

    private static let refundsOfSpan = """
        SELECT t.currency AS currency, count(*) AS number, sum(r.amount) AS total
        FROM refunds r JOIN transactions t
            ON t.account = r.account AND t.acquirer_reference = json_extract(r.body, '$.transaction.acquirerReference')
        WHERE r.account = ? AND r.kind = 'done' AND r.done_at >= ? AND r.done_at < ? AND t.fate = 'kept'
        GROUP BY t.currency ORDER BY t.currency
        """
}

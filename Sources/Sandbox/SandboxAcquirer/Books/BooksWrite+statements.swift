// SPDX-License-Identifier: Apache-2.0

import GRDB

extension BooksWrite {
    /// Visits what moved for a merchant within some time, in the order of its times.
    func forEachEntry(of merchant: String, in times: Range<Int64>, _ visit: (StatementEntry) throws -> Void) throws {
        let statement = try database.cachedStatement(
            sql: """
                SELECT p.order_no, p.id, r.refund_no, r.id, t.amount, t.currency, t.at, p.terminal,
                    CASE WHEN instr(p.script, 'statement_') THEN p.script END AS script
                FROM transactions t JOIN payments p ON p.id = t.payment LEFT JOIN refunds r ON r.id = t.refund
                WHERE t.at >= ?1 AND t.at < ?2 AND p.merchant = ?3 ORDER BY t.at, t.id
                """)
        let rows = try Row.fetchCursor(statement, arguments: [times.lowerBound, times.upperBound, merchant])
        while let row = try rows.next() {
            let number: String? = row[2]
            let id: String? = row[3]
            let text: String? = row[8]
            try visit(
                StatementEntry(
                    orderNo: row[0], payment: row[1], refund: number.flatMap { number in id.map { (number, $0) } },
                    amount: Amount(value: row[4], currency: row[5]), at: row[6], terminal: row[7],
                    script: try text.map { _ in try script(row, of: "payments") }))
        }
    }

    /// The scripts with a word about statements of a merchant's payments that took money within some time.
    func statementScripts(of merchant: String, in times: Range<Int64>) throws -> [(orderNo: String, script: Script)] {
        try rows(
            """
            SELECT p.order_no, p.script FROM transactions t JOIN payments p ON p.id = t.payment
            WHERE t.at >= ? AND t.at < ? AND p.merchant = ? AND t.direction = 'in' AND instr(p.script, 'statement_')
            ORDER BY t.at, t.id
            """, [times.lowerBound, times.upperBound, merchant]
        ).map { ($0["order_no"], try script($0, of: "payments")) }
    }
}

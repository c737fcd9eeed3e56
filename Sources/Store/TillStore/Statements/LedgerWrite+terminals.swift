// SPDX-License-Identifier: Apache-2.0

import GRDB
import TillCore

extension LedgerWrite {
    /// Whether a line is to be compared with this ledger.
    ///
    /// A line of our terminal is, and one of a terminal that the acquirer does not name. A line of
    /// another terminal is if what it names is ours: the acquirer may label wrongly, and our money
    /// is never overlooked.
    func isOurs(_ line: StatementLine, of terminal: TerminalID, at account: AccountID) throws -> Bool {
        guard let named = line.terminal, named != terminal else { return true }
        if try order(of: AttemptReference(line.orderNumber), at: account) != nil { return true }
        if try orderOfMoney(line.acquirerReference, at: account) != nil { return true }
        guard case .refund(let number, _) = line.kind else { return false }
        return try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM refunds WHERE id = ? AND account = ?)"),
            arguments: [number, account.text]) == true
    }
}

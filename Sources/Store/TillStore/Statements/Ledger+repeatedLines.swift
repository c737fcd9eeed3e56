// SPDX-License-Identifier: Apache-2.0

import TillCore

extension Ledger {
    /// What makes two lines of one statement the same money, told twice.
    private struct Movement: Hashable {
        /// Nil for a payment.
        let refund: String?
        let orderNumber: String
        let acquirerReference: String
        let amount: Money

        init(_ line: StatementLine) {
            // The number that was asked for: one wish, and two references, is money that went back twice.
            refund = if case .refund(let number, _) = line.kind { number } else { nil }
            orderNumber = line.orderNumber
            acquirerReference = line.acquirerReference
            amount = line.amount
        }
    }

    /// The places of the lines that say what a line before them has said.
    static func repeated(in lines: [StatementLine]) -> Set<Int> {
        var seen: Set<Movement> = []
        return Set(lines.indices.filter { !seen.insert(Movement(lines[$0])).inserted })
    }
}

extension LedgerWrite {
    /// Has a person look at a line that stands in its statement twice: what it says is recorded
    /// once, and the acquirer counts it again.
    func doubt(repeated line: StatementLine, of day: StatementDay) throws {
        let what = line.kind == .payment ? "payment" : "refund"
        try openStray(
            line, "a second line of a \(what) of \(line.amount) for \(line.orderNumber)", day,
            as: "again")
    }
}

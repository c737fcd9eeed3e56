// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Signing
import TillCore

extension LedgerWrite {
    /// Compares a line with what the ledger has.
    func compare(_ line: StatementLine, of day: StatementDay) throws {
        switch line.kind {
        case .payment:
            try compareMoney(line, of: day)
            try keep(line, about: line.acquirerReference, of: day)
        case .refund(let number, let reference):
            let matter = try compareRefund(line, number: number, reference: reference, of: day)
            try keep(line, about: matter, of: day)
        }
    }

    /// Money that we know of as the line has it says nothing new; all other is told to its order.
    private func compareMoney(_ line: StatementLine, of day: StatementDay) throws {
        let isKnown = try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (
                        SELECT 1 FROM transactions t JOIN attempts a ON a.order_id = t.order_id
                        WHERE t.account = ? AND t.acquirer_reference = ? AND t.amount = ?
                            AND t.currency = ? AND a.reference = ?
                            AND json_extract(t.body, '$.attempt') = a.reference)
                    """),
            arguments: [
                day.account.text, line.acquirerReference, line.amount.minorUnits,
                line.amount.currency.code, line.orderNumber,
            ])
        if isKnown == true { return }
        let reference = AttemptReference(line.orderNumber)
        guard let order = try order(of: reference, at: day.account) else {
            return try openStray(line, "a payment of \(line.amount) for \(line.orderNumber)", day)
        }
        let payment = Payment(
            acquirerReference: line.acquirerReference, amount: line.amount, paidAt: line.at)
        try record(.attempt(reference, .outcome(.paid(payment), .statement)), about: order, because: day)
    }

    /// - Returns: the name under which the line is kept: that of the refund.
    private func compareRefund(
        _ line: StatementLine, number: String, reference: String, of day: StatementDay
    ) throws -> String {
        let own = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT order_id, kind FROM refunds
                    WHERE id = ? AND account = ?
                        AND json_extract(body, '$.transaction.acquirerReference') = ?
                    """), arguments: [number, day.account.text, line.acquirerReference])
        if let own {
            let order = OrderID(try own.value("order_id"))
            let id = RefundID(number)
            guard try self.order(order).refund(id)?.amount == line.amount else {
                try record(.statementDiffers(id, reported: line.amount), about: order, because: day)
                return number
            }
            if try own.value("kind") != "done" {
                try record(.refund(id, .outcome(.done)), about: order, because: day)
            }
            return number
        }
        guard let order = try orderOfMoney(line.acquirerReference, at: day.account) else {
            try openStray(line, "a refund of \(line.amount) for \(line.orderNumber)", day)
            return "\(line.acquirerReference) \(reference)"
        }
        let key = TransactionKey(account: day.account, acquirerReference: line.acquirerReference)
        let report = RefundReport(
            acquirerReference: reference, payment: line.acquirerReference, amount: line.amount)
        try record(.refundedElsewhere(key, report), about: order, because: day)
        let attempt = try self.order(order).transactions.first { $0.key == key }?.attempt
        return Order.refundElsewhere(reference, of: attempt ?? AttemptReference(line.orderNumber)).text
    }

    /// Records what a statement says; the holds that it opens are the statement's differences.
    func record(_ fact: OrderFact, about id: OrderID, because day: StatementDay) throws {
        let before = Set(try order(id).holds.map(\.id))
        let after = try record(fact, about: id)
        for hold in after.holds where !before.contains(hold.id) { try note(hold.id, day) }
    }

    func openStray(
        _ line: StatementLine, _ subject: String, _ day: StatementDay, as word: String = "line"
    ) throws {
        let words: [String] =
            switch line.kind {
            case .payment: [word, line.acquirerReference]
            case .refund(_, let reference): [word, line.acquirerReference, reference]
            }
        let reason = HoldReason.strayLine(day.account, day.day, subject: subject.storable)
        if let hold = try openStray(words, day.account, reason, subject: subject.storable) {
            try note(hold, day)
        }
    }

    private func note(_ hold: HoldID, _ day: StatementDay) throws {
        try db.run(
            "INSERT OR IGNORE INTO statement_holds (account, day, hold_id) VALUES (?, ?, ?)",
            arguments: [day.account.text, day.day.description, hold.text])
    }

    private func keep(_ line: StatementLine, about matter: String, of day: StatementDay) throws {
        let kind = line.kind == .payment ? "payment" : "refund"
        try db.run(
            """
            INSERT OR IGNORE INTO statement_lines
                (account, kind, matter, day, amount, currency, at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            arguments: [
                day.account.text, kind, matter.storable, day.day.description,
                line.amount.minorUnits, line.amount.currency.code, line.at.milliseconds,
            ])
    }

    /// Keeps the statement itself: from now on its day counts as compared.
    func finish(_ statement: TillCore.Statement, of day: StatementDay, hash: [UInt8]) throws {
        try db.run(
            """
            INSERT INTO statements (account, day, compared_at, compared_wall, lines, hash, raw)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            arguments: [
                day.account.text, day.day.description, at.milliseconds, wall.milliseconds, statement.lines.count,
                Data(hash), Data(statement.raw),
            ])
        let differences =
            try Int.fetchOne(
                db.cachedStatement(sql: "SELECT count(*) FROM statement_holds WHERE account = ? AND day = ?"),
                arguments: [day.account.text, day.day.description]) ?? 0
        try append(
            .compared(
                day.account, day.day, lines: statement.lines.count, differences: differences,
                hash: Hex.encode(hash)), order: nil, by: Ledger.daemon, status: nil)
    }

    /// The order that an attempt belongs to, if it goes through the account.
    func order(of reference: AttemptReference, at account: AccountID) throws -> OrderID? {
        try String.fetchOne(
            db.cachedStatement(sql: "SELECT order_id FROM attempts WHERE reference = ? AND account = ?"),
            arguments: [reference.text, account.text]
        ).map { OrderID($0) }
    }
}

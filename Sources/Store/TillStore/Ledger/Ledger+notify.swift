// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Signing
package import TillCore

/// An authentic notify, as it came and as it was read.
package struct ReceivedNotify: Sendable, Hashable {
    /// The account whose acquirer sent it.
    package let account: AccountID
    /// The acquirer's own id of it: told twice, it counts once.
    package let id: String
    /// The bytes as they came.
    package let raw: [UInt8]
    /// What it says; nil if it says nothing that concerns us.
    package let word: NotifyWord?

    /// Puts it together.
    package init(account: AccountID, id: String, raw: [UInt8], word: NotifyWord?) {
        self.account = account
        self.id = id.storable
        self.raw = raw
        self.word = word
    }
}

extension Ledger {
    /// Saves an authentic notify and its effect in one commit; told twice, it counts once.
    ///
    /// What belongs to no order of this account opens a hold: it may be money for a sale that we
    /// forgot.
    ///
    /// - Throws: ``LedgerError/commitFailed(_:)``: then the acquirer is not to be told "received".
    package func receive(_ notify: ReceivedNotify) async throws {
        try await write { write in
            let known = try Bool.fetchOne(
                try write.db.cachedStatement(
                    sql: "SELECT EXISTS (SELECT 1 FROM inbox WHERE account = ? AND notify_id = ?)"),
                arguments: [notify.account.text, notify.id])
            if known == true { return }
            let verdict = try write.apply(notify)
            try write.db.run(
                """
                INSERT INTO inbox (account, notify_id, received_at, raw, verdict)
                VALUES (?, ?, ?, ?, ?)
                """,
                arguments: [
                    notify.account.text, notify.id, write.at.milliseconds, Data(notify.raw),
                    verdict,
                ])
        }
    }
}

extension LedgerWrite {
    /// Applies what a notify says, and gives the verdict that the inbox keeps.
    func apply(_ notify: ReceivedNotify) throws -> String {
        switch notify.word {
        case nil: return "ignored"
        case .payment(let reference, let outcome):
            let id = try String.fetchOne(
                try db.cachedStatement(sql: "SELECT order_id FROM attempts WHERE reference = ? AND account = ?"),
                arguments: [reference.text, notify.account.text])
            guard let id else {
                return try openStray(notify, subject: "a payment for \(reference)")
            }
            _ = try record(
                .attempt(reference, .outcome(outcome, .notify)), about: OrderID(id))
            return "recorded"
        case .foreign(let subject): return try openStray(notify, subject: subject)
        case .refund(let refund, let outcome, let report):
            let id = try String.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT order_id FROM refunds
                        WHERE id = ? AND account = ?
                        """), arguments: [refund.text, notify.account.text])
            guard let id else {
                if try recordElsewhere(report, outcome, at: notify.account) { return "recorded" }
                return try openStray(notify, subject: "refund \(refund)")
            }
            _ = try record(.refund(refund, .outcome(outcome)), about: OrderID(id))
            return "recorded"
        }
    }

    /// Records a refund of money of ours that nobody here asked for; false if it is none.
    private func recordElsewhere(
        _ report: RefundReport?, _ outcome: RefundOutcome, at account: AccountID
    ) throws -> Bool {
        guard outcome == .done, let report,
            let order = try orderOfMoney(report.payment, at: account)
        else { return false }
        let key = TransactionKey(account: account, acquirerReference: report.payment)
        _ = try record(.refundedElsewhere(key, report), about: order)
        return true
    }

    private func openStray(_ notify: ReceivedNotify, subject: String) throws -> String {
        try openStray(["notify", notify.id], notify.account, subject: subject)
        return "stray"
    }

    /// Opens a hold on a notify that belongs to no order; once for each matter of an account.
    func openStray(_ matter: [String], _ account: AccountID, subject: String) throws {
        try openStray(matter, account, .strayNotify(account, subject: subject), subject: subject)
    }

    /// Opens a hold that belongs to no order; once for each matter of an account.
    ///
    /// Its name is a hash, since an acquirer's words may hold anything, and is part of a path.
    @discardableResult
    func openStray(
        _ matter: [String], _ account: AccountID, _ reason: HoldReason, subject: String
    ) throws -> HoldID? {
        let id = HoldID("S-" + Self.name(of: [account.text] + matter))
        let known = try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM holds WHERE id = ?)"), arguments: [id.text])
        if known == true { return nil }
        let hold = Hold(id: id, reason: reason, openedAt: at)
        try OrderRecord.save(hold, 0, of: nil, in: db)
        try append(.stray(account, subject: subject), order: nil, by: Ledger.daemon, status: nil)
        return id
    }

    private static func name(of words: [String]) -> String {
        let lengths = words.map { "\($0.utf8.count):\($0)" }.joined()
        return Hex.encode(Array(Digest.sha256(Array(lengths.utf8)).prefix(10)))
    }

    /// The order that has a piece of money, if one does.
    func orderOfMoney(_ acquirerReference: String, at account: AccountID) throws -> OrderID? {
        try String.fetchOne(
            try db.cachedStatement(
                sql: "SELECT order_id FROM transactions WHERE account = ? AND acquirer_reference = ?"),
            arguments: [account.text, acquirerReference]
        ).map { OrderID($0) }
    }
}

// SPDX-License-Identifier: Apache-2.0

import GRDB
import TillCore

extension TableCheck {
    /// Compares the holds that belong to no order with what the journal tells of them: what each is
    /// about, since when it stands, and who settled it how.
    ///
    /// Of a statement's line the journal does not tell the day.
    ///
    /// - Returns: what is wrong; nil if nothing is.
    static func compareStrays(in db: Database) throws -> String? {
        var told: [String] = []
        var settled: [HoldID: HoldSettlement] = [:]
        let rows = try Row.fetchCursor(
            db, sql: "SELECT * FROM journal WHERE order_id IS NULL ORDER BY seq")
        while let row = try rows.next() {
            let row = try Ledger.journalRow(row)
            switch row.entry {
            case .stray(let account, let subject): told.append("\(row.at.milliseconds) \(account) \(subject)")
            case .settledStray(let id, let decision, let by, let note):
                settled[id] = HoldSettlement(decision: decision, by: by, note: note, at: row.at)
            default: break
            }
        }
        var stored: [String] = []
        let holds = try Row.fetchCursor(db, sql: "SELECT * FROM holds WHERE order_id IS NULL")
        while let row = try holds.next() {
            let hold = try JSON.value(Hold.self, from: try row.value("body"))
            stored.append("\(hold.openedAt.milliseconds) \(Self.subject(of: hold.reason))")
            guard try row.value("id") == hold.id.text, try row.value("position") == 0,
                try row.value("is_open") == hold.isOpen, hold.settlement == settled[hold.id]
            else { return "hold \(hold.id) is not what the journal tells of it" }
        }
        return told.sorted() == stored.sorted() ? nil : "the journal tells of other holds without an order"
    }

    private static func subject(of reason: HoldReason) -> String {
        switch reason {
        case .strayNotify(let account, let subject), .strayLine(let account, _, let subject):
            "\(account) \(subject)"
        case .amountDiffers, .refundRefused, .refundDoneAfterAll, .receiptInDoubt, .lateMoney,
            .refundedElsewhere, .missingInStatement, .refundDiffers, .stuckAttempt, .stuckRefund,
            .displayDiffers:
            "no reason for a hold without an order"
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

import GRDB
package import TillCore

/// A hold and the order beside which it stands.
package struct HeldMatter: Sendable, Hashable {
    /// The hold.
    package let hold: Hold
    /// Its order; nil if it belongs to none.
    package let order: OrderID?
}

/// A hold that a person settled.
package struct SettledMatter: Sendable, Hashable {
    /// The hold as it stands now.
    package let hold: Hold
    /// Its order; nil if it belongs to none.
    package let order: OrderID?
    /// Whether the key had been used before: nothing was done this time.
    package let isReplay: Bool
}

extension Ledger {
    /// The holds that wait for a person, the oldest first.
    package func openHolds() async throws -> [HeldMatter] {
        try await read { db in
            try Row.fetchAll(db.cachedStatement(sql: "SELECT * FROM holds WHERE is_open = 1 ORDER BY rowid")).map {
                try Self.matter($0)
            }
        }
    }

    /// A hold, open or settled.
    ///
    /// - Throws: ``LedgerError/noSuchHold(_:)``.
    package func hold(_ id: HoldID) async throws -> HeldMatter {
        try await read { db in
            guard
                let row = try Row.fetchOne(
                    db.cachedStatement(sql: "SELECT * FROM holds WHERE id = ?"), arguments: [id.text])
            else { throw LedgerError.noSuchHold(id) }
            return try Self.matter(row)
        }
    }

    /// Settles a hold as a person decided.
    ///
    /// - Throws: ``OrderError`` if it is settled already or the decision does not fit; or
    ///   ``LedgerError/noSuchHold(_:)``. Nothing has changed then.
    package func settle(
        _ id: HoldID, _ decision: HoldDecision, note: String, key: IdempotencyKey?, by: String
    ) async throws -> SettledMatter {
        let order = try await hold(id).order
        let isReplay: Bool
        if let order {
            isReplay = try await accept(
                .settle(id, decision, by: by, note: note), about: order, key: key, by: by
            ).isReplay
        } else {
            isReplay = try await settleStray(id, decision, note: note, key: key, by: by)
        }
        return SettledMatter(hold: try await hold(id).hold, order: order, isReplay: isReplay)
    }

    private func settleStray(
        _ id: HoldID, _ decision: HoldDecision, note: String, key: IdempotencyKey?, by: String
    ) async throws -> Bool {
        try await write { write in
            if try write.isRepeated(key, about: id.text) { return true }
            guard
                let row = try Row.fetchOne(
                    write.db.cachedStatement(sql: "SELECT * FROM holds WHERE id = ?"), arguments: [id.text])
            else { throw LedgerError.noSuchHold(id) }
            let hold = try Self.matter(row).hold
            guard hold.isOpen else { throw OrderError.alreadySettled(id) }
            guard hold.reason.decisions.contains(decision) else {
                throw OrderError.decisionDoesNotFit(hold.reason.decisions)
            }
            let settled = Hold(
                id: id, reason: hold.reason, openedAt: hold.openedAt,
                settlement: HoldSettlement(decision: decision, by: by, note: note, at: write.at))
            try OrderRecord.save(settled, 0, of: nil, in: write.db)
            try write.append(
                .settledStray(id, decision, by: by, note: note), order: nil, by: by, status: nil)
            try write.remember(key, subject: id.text)
            return false
        }
    }

    private static func matter(_ row: Row) throws -> HeldMatter {
        HeldMatter(
            hold: try JSON.value(Hold.self, from: try row.value("body")),
            order: try (row.value("order_id") as String?).map { OrderID($0) })
    }
}

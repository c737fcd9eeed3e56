// SPDX-License-Identifier: Apache-2.0

import TillCore
import TillStore

/// Looks through a whole ledger for what may not be.
enum Audit {
    /// What is wrong: half orders, work that does not fit, a journal that tells another story.
    static func faults(of ledger: Ledger) async throws -> [String] {
        var faults: [String] = []
        var owed: [OrderID: [Effect]] = [:]
        for lane in Lane.allCases {
            for work in try await ledger.work(in: lane) {
                owed[work.order, default: []].append(work.effect)
                if work.effect.lane != lane { faults.append("\(work.effect) is in lane \(lane)") }
            }
        }
        let rows = try await journal(of: ledger)
        if rows.map(\.seq) != Array(1...Int64(rows.count)) { faults.append("the journal has gaps") }
        if zip(rows, rows.dropFirst()).contains(where: { $0.at > $1.at }) {
            faults.append("ledger time goes back")
        }
        let stories = Dictionary(grouping: rows.filter { $0.order != nil }, by: \.order)
        let orders = try await ledger.newestOrders(limit: .max)
        for order in orders {
            if order.attempts.isEmpty { faults.append("\(order.id) has no attempt") }
            let work = owed.removeValue(forKey: order.id) ?? []
            if Set(work) != Set(order.effects) || work.count != order.effects.count {
                faults.append("\(order.id) owes \(order.effects), the outbox says \(work)")
            }
            let told = try Replay.order(from: stories[order.id] ?? [])
            if told != order { faults.append("the journal of \(order.id) tells another story") }
        }
        for id in owed.keys { faults.append("the outbox has work for \(id), which is not there") }
        if Set(stories.keys.compactMap { $0 }) != Set(orders.map(\.id)) {
            faults.append("the journal knows other orders")
        }
        if try await ledger.verifyChain(limit: .max) != Int64(rows.count) {
            faults.append("the chain is shorter than the journal")
        }
        return faults
    }

    /// The whole journal.
    static func journal(of ledger: Ledger) async throws -> [JournalRow] {
        try await ledger.journal(after: 0, limit: .max)
    }
}

/// Makes orders out of journals, with nothing but the core.
enum Replay {
    /// The order that its rows tell of; nil if they do not begin with an opening.
    static func order(from rows: [JournalRow]) throws -> Order? {
        var order: Order?
        for row in rows {
            let occasion = Occasion(at: row.at, boot: row.boot)
            order = try row.entry.replayed(onto: order, on: occasion)
        }
        return order
    }
}

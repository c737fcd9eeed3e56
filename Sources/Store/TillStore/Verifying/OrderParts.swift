// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import TillCore

/// The tables of a stretch of orders, side by side, and what they ought to hold.
struct OrderParts {
    /// What is compared of an order's own row.
    static let orderColumns = """
        terminal || ' ' || coalesce(reference, '-') || ' ' || amount || ' ' || currency || ' ' || state || ' ' || status
        || ' ' || opened_at || ' ' || deadline || ' ' || version || ' ' || late_money || ' ' || slips || ' ' || subject
        """

    private var attempts: PartStream
    private var transactions: PartStream
    private var refunds: PartStream
    private var holds: PartStream
    private var prints: PartStream
    private var outbox: PartStream
    /// Nil in a copy that an older program made.
    private var turnover: PartStream?
    private let encoder: JSONEncoder
    private let decoder = JSONDecoder()

    /// Begins at a stretch of orders.
    init(_ stretch: OrderStretch, in db: Database) throws {
        attempts = try PartStream(
            "attempts", columns: "reference || ' ' || account || ' ' || kind", in: stretch, of: db)
        transactions = try PartStream(
            "transactions",
            columns: "account || ' ' || acquirer_reference || ' ' || amount || ' ' || currency || ' ' || fate",
            in: stretch, of: db)
        refunds = try PartStream("refunds", columns: "id || ' ' || amount || ' ' || kind", in: stretch, of: db)
        holds = try PartStream("holds", columns: "id || ' ' || is_open", in: stretch, of: db)
        prints = try PartStream("prints", columns: "id || ' ' || state", in: stretch, of: db)
        outbox = try PartStream("outbox", columns: "lane", body: "effect", sorting: "effect", in: stretch, of: db)
        if try LedgerSchema.hasTurnover(in: db) {
            turnover = try PartStream(
                "turnover", columns: TurnoverItem.spelling, body: "''", sorting: "number", in: stretch, of: db)
        }
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    /// Compares an order with all its tables.
    ///
    /// - Parameter told: what its rows added to the turnover.
    /// - Throws: ``LedgerFault`` that names what differs.
    mutating func compare(_ order: Order, _ told: [ToldTurnover], with stored: StoredPart) throws {
        let id = order.id.text
        let own = columns(of: order)
        guard own == stored.columns else {
            throw LedgerFault(order: id, "its rows give \"\(own)\", and the table orders has \"\(stored.columns)\"")
        }
        guard try order.metadata.isEmpty && stored.body == "{}" || isSame(order.metadata, stored.body) else {
            throw LedgerFault(order: id, "its metadata are not those that its rows give")
        }
        try compare("attempt", order.attempts, try attempts.parts(of: id), id, PartSpelling.text) {
            "\($0.reference) \($0.account) \(OrderRecord.kind(of: $0.state))"
        }
        try compare("transaction", order.transactions, try transactions.parts(of: id), id, PartSpelling.text) {
            "\($0.key.account) \($0.key.acquirerReference) \($0.amount.minorUnits) \($0.amount.currency) \($0.fate.rawValue)"
        }
        try compare("refund", order.refunds, try refunds.parts(of: id), id, { _ in nil }) {
            "\($0.id) \($0.amount.minorUnits) \(OrderRecord.kind(of: $0.state))"
        }
        try compare("hold", order.holds, try holds.parts(of: id), id, { _ in nil }) { "\($0.id) \($0.isOpen ? 1 : 0)" }
        try compare("print", order.prints, try prints.parts(of: id), id, PartSpelling.text) {
            "\($0.id) \($0.state.rawValue)"
        }
        try compareWork(order, try outbox.parts(of: id))
        try compareTurnover(told, of: id)
    }

    /// Checks that the table of running numbers has what the order's rows added to the turnover.
    private mutating func compareTurnover(_ told: [ToldTurnover], of id: String) throws {
        guard let stored = try turnover?.parts(of: id) else { return }
        guard told.count == stored.count else {
            throw LedgerFault(
                order: id, "its rows give \(told.count) running number(s), and the table has \(stored.count)")
        }
        for (number, (told, stored)) in zip(told, stored).enumerated() {
            let own = told.item.spelling(seq: told.seq)
            guard own == stored.columns else {
                throw LedgerFault(
                    order: id,
                    "running number \(number + 1): its rows give \"\(own)\", and the table has \"\(stored.columns)\"")
            }
        }
    }

    /// Checks that no table has parts of other orders.
    func finish() throws {
        for stream in [attempts, transactions, refunds, holds, prints, outbox] { try stream.finish() }
        try turnover?.finish()
    }

    private func columns(of order: Order) -> String {
        let figures = [order.openedAt.milliseconds, order.deadline.milliseconds, Int64(order.version)]
        return [
            order.terminal.text, order.reference ?? "-", "\(order.amount.minorUnits)", order.amount.currency.code,
            order.state.rawValue, order.status.rawValue, figures.map(String.init).joined(separator: " "),
            order.lateMoney.rawValue,
            PartSpelling.text(of: order.slips), order.subject,
        ].joined(separator: " ")
    }

    private func compare<Part: Codable & Equatable>(
        _ name: String, _ parts: [Part], _ stored: [StoredPart], _ order: String, _ spelling: (Part) -> String?,
        columns: (Part) -> String
    ) throws {
        guard parts.count == stored.count else {
            throw LedgerFault(
                order: order, "its rows give \(parts.count) \(name)(s), and the table has \(stored.count)")
        }
        for (number, (part, stored)) in zip(parts, stored).enumerated() {
            let own = columns(part)
            guard own == stored.columns else {
                throw LedgerFault(
                    order: order,
                    "\(name) \(number + 1): its rows give \"\(own)\", and the table has \"\(stored.columns)\"")
            }
            guard try spelling(part) == stored.body || isSame(part, stored.body) else {
                throw LedgerFault(order: order, "\(name) \(number + 1): its body is not what its rows give")
            }
        }
    }

    /// Checks that the outbox holds what the order owes, no more and no less.
    private func compareWork(_ order: Order, _ stored: [StoredPart]) throws {
        let effects = order.effects
        // Most orders are over and owe nothing.
        if effects.isEmpty, stored.isEmpty { return }
        let owed = try effects.map { "\($0.lane.rawValue) \(try text(of: $0))" }.sorted()
        let waiting = stored.map { "\($0.columns) \($0.body)" }.sorted()
        guard owed == waiting else {
            throw LedgerFault(
                order: order.id.text, "it owes \(owed.count) piece(s) of work, and the outbox has others")
        }
    }

    /// Whether a stored text is a value's; one that another version wrote may be spelt otherwise.
    private func isSame<Value: Codable & Equatable>(_ value: Value, _ stored: String) throws -> Bool {
        if try text(of: value) == stored { return true }
        return (try? decoder.decode(Value.self, from: Data(stored.utf8))) == value
    }

    private func text(of value: some Encodable) throws -> String {
        String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

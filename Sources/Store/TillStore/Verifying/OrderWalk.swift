// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import JournalChain
import TillCore

/// Walks over orders by their ids, makes each one of its rows again, and compares it with its tables.
struct OrderWalk {
    /// One row of the journal, as far as a replay needs it.
    private struct Told {
        let order: String
        let seq: Int64
        let occasion: Occasion
        let entry: String
        let status: String?
    }

    /// The last order that was looked at.
    private(set) var last: String
    /// Orders looked at.
    private(set) var orders = 0
    private let rows: RowCursor
    private let tables: RowCursor
    private var told: Told?
    private var table: StoredPart?
    private var tableOrder: String?
    private var parts: OrderParts
    private let decoder = JSONDecoder()

    /// Begins at a stretch of orders.
    init(_ stretch: OrderStretch, in db: Database) throws {
        last = stretch.after
        rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT order_id, seq, at, boot, entry, status FROM journal
                WHERE \(stretch.condition(on: "order_id")) ORDER BY order_id, seq
                """, arguments: stretch.arguments)
        tables = try Row.fetchCursor(
            db,
            sql: """
                SELECT id, \(OrderParts.orderColumns), metadata FROM orders
                WHERE \(stretch.condition(on: "id")) ORDER BY id
                """, arguments: stretch.arguments)
        parts = try OrderParts(stretch, in: db)
        try advanceRows()
        try advanceTables()
    }

    /// Walks until the end of the stretch, or until `isOver` says so, which is asked after each order.
    ///
    /// - Returns: whether the end is reached.
    /// - Throws: ``LedgerFault`` with the first order that differs.
    mutating func walk(until isOver: () -> Bool) throws -> Bool {
        while let id = nextOrder {
            try check(id)
            last = id
            orders += 1
            if isOver() { return false }
        }
        try parts.finish()
        return true
    }

    /// The lowest id that journal or table go on with.
    private var nextOrder: String? {
        guard let told = told?.order else { return tableOrder }
        guard let tableOrder else { return told }
        return told.isAfter(tableOrder) ? tableOrder : told
    }

    private mutating func check(_ id: String) throws {
        let (order, turnover) = try replay(id)
        var stored: StoredPart?
        if tableOrder == id {
            stored = table
            try advanceTables()
        }
        guard let order else {
            throw LedgerFault(order: id, "the table orders has it, and the journal does not")
        }
        guard let stored else {
            throw LedgerFault(order: id, "the journal tells of it, and the table orders does not have it")
        }
        try parts.compare(order, turnover, with: stored)
    }

    /// Makes the order of its rows, and what they added to the turnover.
    private mutating func replay(_ id: String) throws -> (order: Order?, turnover: [ToldTurnover]) {
        var order: Order?
        var turnover: [ToldTurnover] = []
        while let row = told, row.order == id {
            let before = order
            do {
                let entry =
                    try EntryScanner.entry(row.entry) ?? decoder.decode(JournalEntry.self, from: Data(row.entry.utf8))
                order = try entry.replayed(onto: order, on: row.occasion)
            } catch let error as OrderError {
                throw LedgerFault(order: id, row: row.seq, "it was accepted, and makes no sense there: \(error)")
            } catch {
                throw LedgerFault(order: id, row: row.seq, "its entry cannot be read")
            }
            guard let order, order.id.text == id else {
                throw LedgerFault(order: id, row: row.seq, "it comes before the order was opened")
            }
            if let status = row.status, status != order.status.rawValue {
                throw LedgerFault(
                    order: id, row: row.seq, "it says \(status), and the rows up to it give \(order.status.rawValue)")
            }
            turnover += order.turnover(since: before).map { ToldTurnover(seq: row.seq, item: $0) }
            try advanceRows()
        }
        return (order, turnover)
    }

    private mutating func advanceRows() throws {
        told = try rows.next().map { row in
            Told(
                order: try row.decode(String.self, atIndex: 0), seq: try row.decode(Int64.self, atIndex: 1),
                occasion: Occasion(
                    at: Timestamp(milliseconds: try row.decode(Int64.self, atIndex: 2)),
                    boot: try row.decode(Int.self, atIndex: 3)),
                entry: try row.decode(String.self, atIndex: 4), status: try row.decode(String?.self, atIndex: 5))
        }
    }

    private mutating func advanceTables() throws {
        let row = try tables.next()
        tableOrder = try row?.decode(String.self, atIndex: 0)
        table = try row.map {
            StoredPart(
                columns: try $0.decode(String.self, atIndex: 1), body: try $0.decode(String.self, atIndex: 2))
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
package import JournalChain
import TillCore

/// A ledger's file that no daemon has open, or a copy of one. It is only read.
package struct ClosedLedger: Sendable {
    /// The ledger's life.
    package let epoch: String
    private let connections: [DatabaseQueue]
    private let lock: LedgerLock?
    private let leftover: String?

    /// Opens a ledger to look through it.
    ///
    /// - Parameters:
    ///   - isCopy: whether it is a backup, which no daemon may have open.
    ///   - readers: connections that read at the same time, one at least.
    /// - Throws: ``LedgerError/inUse(path:)`` while a daemon has it, or ``LedgerError/unusable(path:why:)``.
    package init(path: String, isCopy: Bool, readers: Int) throws(LedgerError) {
        let files = FileManager.default
        guard files.fileExists(atPath: path) else { throw .unusable(path: path, why: "there is no such file") }
        // Without a lock file no daemon ever had it; and one of ours might lock its user out.
        lock = !isCopy && files.fileExists(atPath: "\(path).lock") ? try LedgerLock(ledger: path) : nil
        let log = try? files.attributesOfItem(atPath: "\(path)-wal")[.size] as? NSNumber
        let isWhole = (log?.intValue ?? 0) == 0
        // Readers of an ended daemon's log share an index beside it, which the daemon has no use for.
        let index = "\(path)-shm"
        leftover = isWhole || files.fileExists(atPath: index) ? nil : index
        do {
            var connections: [DatabaseQueue] = []
            for _ in 0..<max(1, readers) { connections.append(try Self.open(path, isWhole: isWhole)) }
            epoch = try connections[0].read { try Ledger.meta("epoch", in: $0) } ?? ""
            self.connections = connections
        } catch {
            throw .unusable(path: path, why: "it is no ledger, or is damaged: \(error)")
        }
    }

    /// What is whole needs neither log nor index, so that a disk that cannot be written serves as well.
    private static func open(_ path: String, isWhole: Bool) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.label = "closed ledger"
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA trusted_schema = OFF") }
        guard isWhole else { return try DatabaseQueue(path: path, configuration: configuration) }
        let name = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
        return try DatabaseQueue(path: "file:\(name)?immutable=1", configuration: configuration)
    }

    /// Looks through the whole ledger: the chain, every order against its rows, the running numbers, and heads that
    /// were kept.
    ///
    /// - Throws: a database error.
    package func examine(_ pins: [JournalPin]) async throws -> ExaminedLedger {
        let head = try await connections[0].read { [epoch] in try Ledger.head(of: epoch, in: $0) }
        let walks = try await walks(over: try await stretches())
        let rows = walks.filter { $0.stretch == nil }
        let orders = walks.filter { $0.stretch != nil }.sorted { one, other in
            (other.stretch?.after ?? "").isAfter(one.stretch?.after ?? "")
        }
        let lost = try await check(pins)
        var faults = rows.compactMap(\.fault)
        faults += orders.compactMap(\.fault).prefix(1)
        // A number that is missing is one of an order as a rule, and told there.
        if faults.isEmpty { faults += try await turnoverFault().map { [$0] } ?? [] }
        return ExaminedLedger(
            head: head, rows: rows.map(\.count).reduce(0, +), orders: orders.map(\.count).reduce(0, +),
            pins: pins.count - lost.count, faults: faults + lost)
    }

    /// What one walk found, and the connection that is free again.
    private struct Walked: Sendable {
        let connection: DatabaseQueue
        /// The orders that were walked over; nil for the chain.
        let stretch: OrderStretch?
        let count: Int
        let fault: LedgerFault?
    }

    /// Walks along the chain and over all stretches, as many at a time as there are connections.
    private func walks(over stretches: [OrderStretch]) async throws -> [Walked] {
        try await withThrowingTaskGroup(of: Walked.self) { group in
            let first = connections[0]
            group.addTask { try await Self.walkChain(first) }
            var waiting = stretches.makeIterator()
            for connection in connections.dropFirst() {
                guard let stretch = waiting.next() else { break }
                group.addTask { try await Self.walkOrders(stretch, connection) }
            }
            var walks: [Walked] = []
            while let walked = try await group.next() {
                walks.append(walked)
                guard let stretch = waiting.next() else { continue }
                group.addTask { try await Self.walkOrders(stretch, walked.connection) }
            }
            return walks
        }
    }

    private static func walkChain(_ connection: DatabaseQueue) async throws -> Walked {
        try await connection.read { db in
            var walk = try ChainWalk(after: 0, in: db)
            var fault: LedgerFault?
            do {
                _ = try walk.walk(in: db, until: { false })
            } catch let found as LedgerFault {
                fault = found
            }
            return Walked(connection: connection, stretch: nil, count: walk.rows, fault: fault)
        }
    }

    private static func walkOrders(_ stretch: OrderStretch, _ connection: DatabaseQueue) async throws -> Walked {
        try await connection.read { db in
            var walk: OrderWalk?
            var fault: LedgerFault?
            do {
                walk = try OrderWalk(stretch, in: db)
                _ = try walk?.walk(until: { false })
            } catch let found as LedgerFault {
                fault = found
            }
            return Walked(connection: connection, stretch: stretch, count: walk?.orders ?? 0, fault: fault)
        }
    }

    /// What is wrong with the running numbers; nil if nothing is.
    private func turnoverFault() async throws -> LedgerFault? {
        try await connections[0].read { db in
            guard try LedgerSchema.hasTurnover(in: db) else { return nil }
            do {
                var walk = try TurnoverWalk(after: 0, in: db)
                _ = try walk.walk(in: db, until: { false })
                return nil
            } catch let fault as LedgerFault {
                return fault
            }
        }
    }

    /// Stretches of about as many orders each, so that every reader has something to do.
    private func stretches() async throws -> [OrderStretch] {
        try await connections[0].read { db in
            let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM orders") ?? 0
            let size = max(Self.stretchMin, count / (4 * connections.count) + 1)
            var borders: [String] = []
            for place in stride(from: size, to: count, by: size) {
                borders += try String.fetchAll(
                    db, sql: "SELECT id FROM orders ORDER BY id LIMIT 1 OFFSET ?", arguments: [place])
            }
            return zip([""] + borders, borders.map(Optional.some) + [nil]).map { OrderStretch(after: $0, upTo: $1) }
        }
    }

    /// Fewer orders are not worth a stretch of their own.
    private static let stretchMin = 500

    private func check(_ pins: [JournalPin]) async throws -> [LedgerFault] {
        try await connections[0].read { [epoch] db in
            try pins.compactMap { pin in
                pin.fault(ledger: epoch, hash: try Ledger.chain(of: pin.seq, in: db))
            }
        }
    }

    /// Gives the file back as it was found.
    package func close() throws {
        for connection in connections { try connection.close() }
        if let leftover { try? FileManager.default.removeItem(atPath: leftover) }
        lock?.release()
    }
}

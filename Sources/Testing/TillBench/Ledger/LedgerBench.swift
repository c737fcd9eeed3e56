// SPDX-License-Identifier: Apache-2.0

import Foundation

/// `ledger`: what a daemon with a million sales takes longer for than one without any.
///
/// Two daemons run on the same disk and are asked in turn; neither may ask its acquirer. The large ledger is made once and kept
/// for the next run.
struct LedgerBench {
    let ground: Ground

    /// Sales that either daemon opens beforehand, so that the small one has something to be asked about.
    private static let first = 60
    /// Events that a reader has missed.
    private static let missed = 200

    /// Measures every question, and the start.
    func figures() async throws -> [Figure] {
        let path = try await large()
        let names = try Self.names(in: path, of: ground.orders)
        let full = try LedgerDesk("full", ground, ledger: path)
        defer { full.close() }
        let empty = try LedgerDesk("empty", ground, ledger: nil)
        defer { empty.close() }
        // In pages that are read for the first time only the disk is measured.
        full.known = names
        for desk in [full, empty] {
            try desk.shop.start()
            try desk.shop.holdAcquirers()
            try desk.fill(Self.first)
        }
        empty.known = empty.made
        var figures: [Figure] = []
        let questions: [(String, (LedgerDesk) throws -> Double)] = [
            ("open a sale", { try $0.opening(self.count) }),
            ("look at a sale", { try $0.looking(self.count) }),
            ("wait for a change of a sale that has changed", { try $0.polling(self.count) }),
            ("list the 20 newest sales", { try $0.listing(self.count) }),
            ("catch up on \(Self.missed) events", { try $0.catchingUp(self.count, events: Self.missed) }),
            ("ask how it is", { try $0.health(self.count) }),
        ]
        for (what, question) in questions {
            do {
                let comparison = try await Comparison.measure(rounds: rounds) {
                    try question(full)
                } yardstick: {
                    try question(empty)
                }
                figures.append(Figure(what, comparison, aim: .atMost(1.5), names: sides))
            } catch {
                figures.append(Figure(what, refused: "\(error)"))
            }
        }
        figures.append(try await start(full, empty))
        // Both ended as they should: the next run need not make it again.
        guard FileManager.default.createFile(atPath: Self.mark(of: path), contents: nil) else {
            throw BenchFault.missing("\(path) cannot be marked as whole: look at the disk")
        }
        return figures
    }

    private var rounds: Int { ground.scaled(9, short: 3) }
    private var count: Int { ground.scaled(40, short: 15) }

    /// What the two daemons are called.
    private var sides: (String, String) { ("\(ground.orders) sales", "empty") }

    private func start(_ full: LedgerDesk, _ empty: LedgerDesk) async throws -> Figure {
        for desk in [full, empty] { try desk.shop.stop() }
        let comparison = try await Comparison.measure(rounds: rounds) {
            try full.startAgain()
        } yardstick: {
            try empty.startAgain()
        }
        return Figure("start to first answer", comparison, aim: .atMost(2), names: sides)
    }

    /// The large ledger: the one of the last run, or a new one.
    private func large() async throws -> String {
        let folder = "\(ground.folder)/ledger-\(ground.orders)"
        let path = "\(folder)/ledger.sqlite"
        if !FileManager.default.fileExists(atPath: Self.mark(of: path)) {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            Output.note("making a ledger of \(ground.orders) sales in \(folder), once")
            let now = Int64(Date().timeIntervalSince1970 * 1000)
            try await LedgerFactory(path: path, orders: ground.orders, now: now).make { _ in }
        }
        // A daemon that is broken off checks the whole file at its next start, and that would be measured.
        unlink(Self.mark(of: path))
        return path
    }

    /// The file that says that the ledger beside it is whole and was left as it should be.
    private static func mark(of ledger: String) -> String { "\(ledger).whole" }

    /// Names of sales from all over the ledger, of which it has as many as it should.
    private static func names(in path: String, of orders: Int) throws(BenchFault) -> [String] {
        let ledger = try BareDatabase(path)
        let count = try ledger.number("SELECT count(*) FROM orders")
        guard count >= Int64(orders) else {
            throw .control("\(path) has \(count) sales: delete its folder, and it is made again")
        }
        let step = max(1, count / 997)
        let rows = try ledger.rows("SELECT id FROM orders WHERE rowid % \(step) = 0 LIMIT 1000")
        return rows.compactMap { row in
            if case .text(let bytes)? = row.first { String(decoding: bytes, as: UTF8.self) } else { nil }
        }
    }
}

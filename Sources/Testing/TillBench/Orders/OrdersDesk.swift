// SPDX-License-Identifier: Apache-2.0

/// A shop whose daemon opens sales, and the yardstick beside it on the same disk.
final class OrdersDesk {
    /// The shop.
    let shop: BenchShop
    /// Rows that a sale brings when it is opened.
    let rows: Int
    /// Sales that were opened.
    private(set) var opened = 0
    private let writer: BareWriter
    private let ground: Ground

    /// Clients that open sales in turn, and how many each of them opens before they are cancelled.
    private static let turns = [1: 150, 8: 48, 64: 8]

    /// Opens the shop. The daemon ends once, so that the rows of its first sale can be read and be the yardstick's.
    ///
    /// - Throws: ``BenchFault`` if something of it does not come up.
    init(_ name: String, _ ground: Ground, on disk: SlowDisk?) throws(BenchFault) {
        self.ground = ground
        shop = try BenchShop(name, in: ground.folder, ShopPlan(listens: true))
        try shop.start()
        try shop.holdAcquirers()
        let (order, key) = try shop.open()
        try shop.stop()
        guard let attempt = order.attempts.first?.reference else {
            throw .control("a sale was opened without an attempt")
        }
        let names = try OrderNames(order: order.id, attempt: attempt, key: key)
        rows = try OrderRows(names, in: try BareDatabase(shop.ledger)).count
        writer = try BareWriter(in: shop.folder, like: shop.ledger, names: names, on: disk)
        try shop.start(on: disk)
        opened = 1
    }

    /// Closes the shop.
    func close() { shop.close() }

    /// Holds the time of one client against the yardstick.
    ///
    /// - Parameter rest: seconds before each stretch, so that no door is too small for it.
    /// - Returns: The comparison of medians, and the 99th percentile of all times.
    func compare(_ count: Int, by door: Door, rounds: Int, rest: Double = 0) async throws -> (
        times: Comparison, p99: Double
    ) {
        var all: [Double] = []
        let comparison = try await Comparison.measure(rounds: rounds) {
            Ticks.nap(rest)
            let times = try self.open(self.shop.openings(count, by: door), by: door, clients: 1).times
            all += times
            return try Sample(times).median
        } yardstick: {
            try self.writer.write(count).median
        }
        let median = try comparison.ours()
        // What is on the disk has been synced, and that takes time.
        guard median > ground.sync / 2 else {
            throw BenchFault.control("a sale takes \(Unit.seconds.text(median)), which is less than a sync")
        }
        return (comparison, try Sample(all).percentile(99))
    }

    /// Measures how many sales so many clients open, in turn.
    func rates(_ clients: [Int], rounds: Int) throws(BenchFault) -> RateTable {
        var rates: [Int: [Double]] = [:]
        for round in 0...rounds {
            for count in clients {
                let requests = shop.openings(count * (Self.turns[count] ?? 8), by: shop.api)
                let rate = try open(requests, by: shop.api, clients: count).rate
                // A first round warms up.
                if round > 0 { rates[count, default: []].append(rate) }
            }
        }
        return RateTable(rates: rates)
    }

    private func open(_ requests: [[UInt8]], by door: Door, clients: Int) throws(BenchFault) -> Load.Outcome {
        let outcome = try Load(door: door, clients: clients).run(requests, expecting: 201)
        opened += outcome.answers.count
        try shop.cancel(outcome.answers)
        return outcome
    }

    /// Ends the daemon, and looks whether everything that it answered is there.
    ///
    /// - Throws: ``BenchFault/control(_:)`` if it is not.
    func check() throws(BenchFault) {
        try shop.stop()
        let ledger = try BareDatabase(shop.ledger)
        for table in ["orders", "attempts"] {
            let count = try ledger.number("SELECT count(*) FROM \(table)")
            guard count == opened else { throw .control("\(opened) sales were opened, and \(table) has \(count) rows") }
        }
    }
}

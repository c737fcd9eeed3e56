// SPDX-License-Identifier: Apache-2.0

/// One of the two daemons of `ledger`, and what it is asked.
final class LedgerDesk {
    /// The shop.
    let shop: BenchShop
    /// Sales that it is asked about.
    var known: [String] = []
    /// Sales that were opened here.
    private(set) var made: [String] = []
    private var turn = 0

    /// How the ledger is, as far as events go.
    private struct Health: Decodable {
        struct Ledger: Decodable { let last: String }
        let ledger: Ledger
    }

    private struct Page: Decodable {
        struct Event: Decodable { let id: String }
        let events: [Event]
    }

    private struct List: Decodable { let orders: [SeenOrder] }

    /// Opens the shop, without its daemon.
    ///
    /// - Throws: ``BenchFault`` if something of it does not come up.
    init(_ name: String, _ ground: Ground, ledger: String?) throws(BenchFault) {
        shop = try BenchShop("ledger-\(name)", in: ground.folder, ShopPlan(ledger: ledger))
    }

    /// Closes the shop.
    func close() { shop.close() }

    /// Opens sales and cancels them.
    func fill(_ count: Int) throws(BenchFault) {
        let answers = try Load(door: shop.api, clients: 1).run(shop.openings(count, by: shop.api), expecting: 201)
            .answers
        for answer in answers { made.append(try answer.message(SeenOrder.self).id) }
        try shop.cancel(answers)
    }

    /// The time to open a sale.
    func opening(_ count: Int) throws(BenchFault) -> Double {
        let outcome = try Load(door: shop.api, clients: 1).run(shop.openings(count, by: shop.api), expecting: 201)
        try shop.cancel(outcome.answers)
        return try Sample(outcome.times).median
    }

    /// The time to look at a sale, each time another.
    func looking(_ count: Int) throws(BenchFault) -> Double {
        let ids = next(count)
        let outcome = try asking(ids.map { "/v1/orders/\($0)" })
        for (answer, id) in zip(outcome.answers, ids) where try answer.message(SeenOrder.self).id != id {
            throw .control("another sale came than was asked for")
        }
        return try Sample(outcome.times).median
    }

    /// The time to hear of a change that was there before the question.
    func polling(_ count: Int) throws(BenchFault) -> Double {
        let outcome = try asking(next(count).map { "/v1/orders/\($0)?wait=change&version=0&timeout=20" })
        return try Sample(outcome.times).median
    }

    /// The time to list the newest sales.
    func listing(_ count: Int) throws(BenchFault) -> Double {
        let outcome = try asking(Array(repeating: "/v1/orders?limit=20", count: count))
        for answer in outcome.answers where try answer.message(List.self).orders.count != 20 {
            throw .control("a list of 20 has another length")
        }
        return try Sample(outcome.times).median
    }

    /// The time to read the last events.
    func catchingUp(_ count: Int, events: Int) throws(BenchFault) -> Double {
        let last = try shop.ask("GET", "/v1/health").message(Health.self).ledger.last.split(separator: "-")
        guard last.count == 2, let seq = Int(last[1]), seq > events else {
            throw .control("the ledger has fewer events than a reader has missed")
        }
        let path = "/v1/events?after=\(last[0])-\(seq - events)"
        let outcome = try asking(Array(repeating: path, count: count))
        for answer in outcome.answers where try answer.message(Page.self).events.count != events {
            throw .control("a page of \(events) events has another length")
        }
        return try Sample(outcome.times).median
    }

    /// The time to hear how the terminal is.
    func health(_ count: Int) throws(BenchFault) -> Double {
        try Sample(asking(Array(repeating: "/v1/health", count: count)).times).median
    }

    /// The time from the start to the first answer; the daemon is stopped after it.
    func startAgain() throws(BenchFault) -> Double {
        let time = try shop.start()
        try shop.stop()
        return time
    }

    private func asking(_ paths: [String]) throws(BenchFault) -> Load.Outcome {
        try Load(door: shop.api, clients: 1).run(
            paths.map { Request.bytes("GET", $0, to: shop.api) }, expecting: 200)
    }

    /// The next sales that are asked about, around again at the end.
    private func next(_ count: Int) -> [String] {
        guard !known.isEmpty else { return [] }
        return (0..<count).map { _ in
            turn += 1
            return known[turn % known.count]
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

/// Sells again and again, from amount to money, and looks at the daemon's memory in between.
struct SellingSpree {
    let shop: BenchShop
    /// How many sales.
    let sales: Int

    /// Sales that are opened at once, and then waited for.
    private static let batch = 100
    /// Counters of the shop that sell at once.
    private static let clients = 8

    /// Anonymous memory after so many sales.
    struct Look: Hashable {
        let sales: Int
        let bytes: Int
    }

    /// Sells, and states what it came to.
    ///
    /// - Throws: ``BenchFault`` if a sale is not paid.
    func figures() throws(BenchFault) -> [Figure] {
        let step = max(Self.batch, sales / 10)
        var looks = [try look(0)]
        var sold = 0
        let start = Ticks.now()
        while sold < sales {
            let count = min(Self.batch, sales - sold)
            try sell(count)
            sold += count
            if sold / step > (sold - count) / step { looks.append(try look(sold)) }
        }
        let rate = Double(sold) / (Ticks.now() - start)
        // What a first tenth brings stays: pages of the ledger, drawn letters, rooms for connections.
        let settled = looks.dropFirst()
        guard let first = settled.first, let last = settled.last, first.sales < last.sales else {
            throw .nothingMeasured
        }
        let series = looks.map { Number.text(Double($0.bytes) / 1_048_576) }.joined(separator: ", ")
        return [
            Figure(
                "sales from amount to money, 8 clients", rate, .perSecond,
                beside: "the sandbox, a display and a printer on the same machine"),
            Figure(
                "anonymous memory after \(first.sales) sales", Double(first.bytes), .memory,
                aim: .atMost(10 * 1_048_576), beside: "10 MiB is the aim after 10000"),
            Figure(
                "anonymous memory after \(last.sales) sales", Double(last.bytes), .memory, aim: .words("flat"),
                beside: "every \(step): \(series) MiB"),
        ]
    }

    private func look(_ sold: Int) throws(BenchFault) -> Look {
        guard let id = shop.daemon?.id else { throw .missing("no daemon runs") }
        return Look(sales: sold, bytes: try ProcessSight(id).anonymous)
    }

    private func sell(_ count: Int) throws(BenchFault) {
        let load = Load(door: shop.api, clients: Self.clients)
        let opened = try load.run(shop.openings(count, by: shop.api), expecting: 201)
        var questions: [[UInt8]] = []
        for answer in opened.answers {
            let id = try answer.message(SeenOrder.self).id
            questions.append(Request.bytes("GET", "/v1/orders/\(id)?wait=final&timeout=30", to: shop.api))
        }
        for answer in try load.run(questions, expecting: 200).answers {
            let order = try answer.message(SeenOrder.self)
            guard order.status == "paid" else { throw .control("\(order.id) is \(order.status) after half a minute") }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0

import Foundation

/// `daemon`: what the daemon takes of a terminal, at rest and after many sales.
struct DaemonBench {
    let ground: Ground

    /// How long it is watched at rest, in seconds.
    private var watch: Double { Double(ground.scaled(60, short: 10)) }
    /// How many sales it sells.
    private var sales: Int { ground.scaled(100_000, short: 1000) }

    /// Measures start, rest, end and sales.
    func figures() throws -> [Figure] {
        let glass = try GlassFile("daemon")
        let shop = try BenchShop(
            "daemon", in: ground.folder,
            ShopPlan(display: "file:\(glass.path)", prints: true, script: "paid_at_once"))
        defer { shop.close() }
        var figures = try startsAndEnds(shop)
        try shop.start()
        figures += try rest(shop)
        figures += try SellingSpree(shop: shop, sales: sales).figures()
        try shop.stop()
        return figures
    }

    private func startsAndEnds(_ shop: BenchShop) throws(BenchFault) -> [Figure] {
        var starts: [Double] = []
        var ends: [Double] = []
        for round in 0...ground.scaled(20, short: 5) {
            let start = try shop.start()
            let end = try shop.stop()
            // The first one makes the ledger.
            if round > 0 {
                starts.append(start)
                ends.append(end)
            }
        }
        let (start, end) = (try Sample(starts), try Sample(ends))
        let program = try Programs.built("tilld")
        let size = (try? FileManager.default.attributesOfItem(atPath: program)[.size] as? NSNumber)?.doubleValue
        guard let size else { throw .missing("the size of \(program) is not known") }
        return [
            Figure("start to first answer, p50", start.median, spread: start.spread, .seconds, aim: .atMost(0.040)),
            Figure("SIGTERM to end, p50", end.median, spread: end.spread, .seconds, aim: .atMost(0.100)),
            Figure("size of the program", size, .size, aim: .atMost(90e6)),
        ]
    }

    /// Watches it with a display, a printer and an acquirer, and nothing to do.
    private func rest(_ shop: BenchShop) throws(BenchFault) -> [Figure] {
        guard let id = shop.daemon?.id else { throw .missing("no daemon runs") }
        Ticks.nap(5)
        let before = try ProcessSight(id)
        let start = Ticks.now()
        Ticks.nap(watch)
        let after = try ProcessSight(id)
        let time = Ticks.now() - start
        let switches = Double(after.switches - before.switches) / time
        let processor = (after.processor - before.processor) / time * 100
        let seconds = "watched for \(Unit.seconds.text(time))"
        return [
            Figure("context switches a second at rest", switches, .perSecond, aim: .atMost(10), beside: seconds),
            Figure("processor at rest, of one core", processor, .percent, aim: .atMost(0.3), beside: seconds),
            Figure("memory at rest (PSS)", Double(after.shared), .memory, aim: .atMost(45 * 1_048_576)),
            Figure("anonymous memory at rest", Double(after.anonymous), .memory, aim: .atMost(8 * 1_048_576)),
        ]
    }
}

// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Lets a shop come to rest: sales that are open are given up, and everything that is owed gets done.
struct Calm {
    let shop: Shop
    let isShimmed: Bool
    var limit: Duration = .seconds(90)

    /// Waits for rest, and gives what is wrong when it is there, or still wrong when the time is over.
    ///
    /// The daemon is dead afterwards.
    func findings(_ inspector: inout Inspector, _ witness: Witness) throws -> [Violation] {
        shop.board.disarm()
        let deadline = Moment.now + limit
        var pause: Duration = .milliseconds(300)
        while true {
            if shop.daemon?.poll() != nil || shop.daemon == nil { try shop.startWhole(isShimmed: isShimmed) }
            cancelOpenSales()
            // Whatever waits for a time is due again after a start; so waiting long in one life gains nothing.
            _ = Moment.wait(pause, every: .milliseconds(20)) { !hasOpenSales }
            Moment.nap(pause)
            shop.daemon?.kill()
            let found = try inspector.look(at: shop, witness, atRest: true)
            let passing: Set<Violation.Rule> = [.rest, .money, .refund]
            if found.allSatisfy({ !passing.contains($0.rule) }) || Moment.now > deadline {
                let untold = try Books.read(shop).untold.count
                if untold > 0 { Tally.say("  paid twice, and one payment not told yet: \(untold)") }
                return found
            }
            pause = min(pause * 2, .seconds(3))
        }
    }

    private struct Page: Decodable {
        let orders: [OrderAnswer]
    }

    private var openSales: [OrderAnswer] {
        guard let answer = shop.api.exchange("GET", "/v1/orders?open=true") else { return [] }
        return (try? JSONDecoder().decode(Page.self, from: answer.body))?.orders ?? []
    }

    private var hasOpenSales: Bool { !openSales.isEmpty }

    private func cancelOpenSales() {
        for order in openSales {
            _ = shop.api.exchange("POST", "/v1/orders/\(order.id)/cancel", key: "calm-\(order.id)", body: "{}")
        }
    }
}

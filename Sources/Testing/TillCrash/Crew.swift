// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Synchronization

/// Clients at work on threads of their own, across all lives of the daemon.
final class Crew: Sendable {
    private let group = DispatchGroup()
    private let over = Mutex(false)
    let witness: Witness

    /// Sets clients to work.
    init(_ count: Int, at shop: Shop, seed: UInt64, witness: Witness) {
        self.witness = witness
        for number in 1...count {
            let client = Client(api: shop.api, bank: shop.bank, witness: witness) { [self] in isOver }
            DispatchQueue(label: "client \(number)").async(group: group) { [self] in
                var dice = Dice(seed &* 1000 + UInt64(number))
                var sale = 0
                while !isOver {
                    sale += 1
                    Self.sell(client, "\(seed)-\(number)-\(sale)", &dice)
                }
            }
        }
    }

    private var isOver: Bool { over.withLock { $0 } }

    /// Sends everybody home; what they were at is broken off.
    func goHome() {
        over.withLock { $0 = true }
        group.wait()
    }

    private static func sell(_ client: Client, _ key: String, _ dice: inout Dice) {
        let value = 100 + dice.roll(9000)
        guard let order = client.open(key, value: value, seconds: 30 + dice.roll(60)) else { return }
        let choice = dice.roll(100)
        switch choice {
        case ..<20:
            client.cancel(order.id)
            if choice < 10 { _ = client.wait(order.id, seconds: 1) }
        case 20..<30: return
        case 30..<50:
            if let seen = client.look(order.id) { client.pay(seen) }
            fallthrough
        default:
            guard let seen = client.wait(order.id, seconds: 1) else { return }
            guard seen.status == "paid" else {
                if dice.roll(2) == 0 { client.cancel(order.id) }
                return
            }
            switch dice.roll(4) {
            case 0: client.refund(order.id, key: "r-\(key)", value: value)
            case 1:
                client.refund(order.id, key: "r-\(key)", value: value / 2)
                client.refund(order.id, key: "s-\(key)", value: value / 2 + 1)
            case 2: client.reprint(order.id, key: "p-\(key)")
            default: return
            }
        }
    }
}

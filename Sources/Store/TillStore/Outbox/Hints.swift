// SPDX-License-Identifier: Apache-2.0

import Synchronization
package import TillCore

/// The orders about which somebody wants the acquirer asked now. Losing one costs a wait.
final class Hints: Sendable {
    private let orders = Mutex<Set<OrderID>>([])

    func add(_ order: OrderID) { orders.withLock { _ = $0.insert(order) } }

    func take() -> Set<OrderID> {
        orders.withLock { orders in
            defer { orders = [] }
            return orders
        }
    }
}

extension Ledger {
    /// Asks that the acquirer be asked about an order now.
    package func hint(_ order: OrderID) {
        hints.add(order)
        wakeups.wake([.hints])
    }

    /// Takes the hints that came since the last call.
    package func takeHints() -> Set<OrderID> { hints.take() }
}

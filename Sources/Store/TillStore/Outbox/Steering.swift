// SPDX-License-Identifier: Apache-2.0

import Synchronization
package import TillCore

/// What people did to the queue since the worker last looked. Losing it costs a wait: what they did
/// is saved, and read again at each start.
final class Steering: Sendable {
    private let pending = Mutex(Steered())

    func noteHolds() { pending.withLock { $0.holdsChanged = true } }

    func noteFlush(_ orders: Set<OrderID>, _ accounts: Set<AccountID>) {
        pending.withLock {
            $0.flushed.formUnion(orders)
            $0.accounts.formUnion(accounts)
        }
    }

    func take() -> Steered {
        pending.withLock { pending in
            defer { pending = Steered() }
            return pending
        }
    }
}

/// What people did to the queue.
package struct Steered: Sendable, Hashable {
    /// Whether rows were held or released.
    package var holdsChanged = false
    /// The orders whose work somebody wants tried now.
    package var flushed: Set<OrderID> = []
    /// The accounts of these orders.
    package var accounts: Set<AccountID> = []
}

extension Ledger {
    /// Takes what people did to the queue since the last call; the provider lane's worker asks.
    package func takeSteered() -> Steered { steering.take() }

    /// Has the holds read again at the next ``takeSteered()``.
    package func noteHolds() { steering.noteHolds() }
}

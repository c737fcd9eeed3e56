// SPDX-License-Identifier: Apache-2.0

import TillCore

/// What a sentence may refer to: the order around a row, and who stands there.
struct Scene: Sendable {
    /// Which try of an order it is.
    struct Try: Sendable, Hashable {
        /// Counts from 1.
        let number: Int
        /// How many there are by then: one alone needs no number.
        let of: Int
        /// The account that it goes through.
        let account: AccountID
    }

    /// The order after the row; nil if none is known.
    let order: Order?
    /// Who, as the journal has it.
    let by: String
    /// Whether the daemon started just before, so that what was under way had been cut off.
    let isAfterRestart: Bool

    /// The place of an attempt among the order's.
    func attempt(_ reference: AttemptReference) -> Try? { order?.place(of: reference) }
}

/// What is still to come of an order.
struct Outlook: Sendable {
    /// The order as it stands.
    let order: Order
    /// Ledger time now.
    let now: Timestamp

    /// The place of an attempt among the order's.
    func attempt(_ reference: AttemptReference) -> Scene.Try? { order.place(of: reference) }
}

extension Order {
    fileprivate func place(of reference: AttemptReference) -> Scene.Try? {
        guard let index = attempts.firstIndex(where: { $0.reference == reference }) else { return nil }
        return Scene.Try(number: index + 1, of: attempts.count, account: attempts[index].account)
    }
}

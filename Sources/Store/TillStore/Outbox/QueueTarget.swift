// SPDX-License-Identifier: Apache-2.0

package import TillCore

/// The part of the queue that a person means.
package enum QueueTarget: Sendable, Hashable, Codable {
    /// One row of the outbox, by its number.
    case row(Int64)
    /// All that an order owes, and will owe; but never its deadline.
    case order(OrderID)
    /// All of a lane, and what comes into it.
    case lane(Lane)
}

extension QueueTarget {
    /// How far a hold reaches, as the columns say it.
    var scope: QueueHold.Scope {
        switch self {
        case .row: .row
        case .order: .order
        case .lane: .lane
        }
    }

    /// Its name within the scope.
    var name: String {
        switch self {
        case .row(let id): "\(id)"
        case .order(let id): id.text
        case .lane(let lane): lane.rawValue
        }
    }
}

/// That a person holds work back: nobody tries it until it is released.
package struct QueueHold: Sendable, Hashable {
    /// How far a hold reaches.
    package enum Scope: String, Sendable, Hashable, Codable {
        /// The one row.
        case row
        /// The order that owes it.
        case order
        /// The whole lane.
        case lane
    }

    /// How far it reaches.
    package let scope: Scope
    /// Who, as far as the daemon knows.
    package let person: String
    /// Since when, in ledger time.
    package let since: Timestamp
    /// Why, in their words.
    package let why: String

    /// States all four.
    package init(scope: Scope, person: String, since: Timestamp, why: String) {
        self.scope = scope
        self.person = person
        self.since = since
        self.why = why
    }
}

/// A hold of an order or a lane: rows that come while it stands are held as well.
package struct StandingHold: Sendable, Hashable {
    /// The order or the lane.
    package let target: QueueTarget
    /// The hold.
    package let hold: QueueHold
}

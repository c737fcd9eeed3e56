// SPDX-License-Identifier: Apache-2.0

import ServiceLifecycle
package import TillCore
package import TillStore

/// Drains the clock lane: records that an order's time is over.
package struct DeadlineWorker: Service {
    private let ledger: Ledger

    /// Deadlines that one round records, so that commits stay short.
    static let atOnceMax = 16
    /// How long a row waits whose order cannot be read.
    static let setAsideFor: Duration = .seconds(60)

    /// Takes the ledger whose deadlines it watches.
    package init(ledger: Ledger) { self.ledger = ledger }

    /// Works until shutdown: woken by commits and the clock.
    ///
    /// - Throws: only what the ledger throws.
    package func run() async throws {
        try await cancelWhenGracefulShutdown {
            try await ledger.rounds(on: [.lane(.clock)], clock: ContinuousClock()) { _ in
                try await step()
            }
        }
    }

    /// Records the deadlines that have passed, and says when the next one does.
    package func step() async throws -> Timestamp? {
        while true {
            let due = try await ledger.due(in: .clock, limit: Self.atOnceMax)
            if due.isEmpty { return try await ledger.nextDue(in: .clock) }
            for work in due { try await record(work) }
        }
    }

    /// Records one; an order that this version cannot read keeps no other from its end.
    private func record(_ work: Work) async throws {
        do {
            try await ledger.record(.deadlinePassed, about: work.order)
        } catch is DecodingError {
            try await ledger.postpone(
                Postponement(
                    work: work.id, until: ledger.time.now + Self.setAsideFor,
                    answer: Ledger.unreadable))
        }
    }
}

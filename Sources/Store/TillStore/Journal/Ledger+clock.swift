// SPDX-License-Identifier: Apache-2.0

import GRDB
package import TillCore

extension Ledger {
    /// Writes down that the wall clock was stepped; ledger time goes on as it was.
    package func noteClockStep(by step: Duration) async throws {
        let seconds = step.components.seconds
        try await write { write in
            try write.append(
                .clockStepped(seconds: seconds), order: nil, by: Self.daemon, status: nil)
        }
    }

    /// How far ledger time is behind the wall clock, if it is worth setting it ahead for; else nil.
    package var lag: Duration? { lag(behind: clocks.wall()) }

    private func lag(behind wall: Timestamp) -> Duration? {
        let lag = wall.since(time.now)
        return lag >= LedgerTime.lagMin ? lag : nil
    }

    /// Sets ledger time ahead to a clock that an acquirer has confirmed, where the start had none to
    /// believe: a dead battery, and nobody to ask.
    ///
    /// It waits for the end of sales that were opened since, so that no payer loses time over it. What
    /// an earlier start left open is as late as the clock says, and comes to its end.
    ///
    /// - Parameter wall: the confirmed time.
    /// - Returns: by how much it was set ahead; nil if it was not.
    package func catchUp(with wall: Timestamp) async throws -> Duration? {
        guard lag(behind: wall) != nil else { return nil }
        return try await write { write in
            let lag = wall.since(write.at)
            guard try lag >= LedgerTime.lagMin && !write.hasSaleOfThisStart() else { return nil }
            try write.append(
                .timeCaughtUp(seconds: lag.components.seconds), order: nil, by: Self.daemon,
                status: nil, at: wall)
            // All that is due by it is due now.
            write.wake(Set(Lane.allCases.map { .lane($0) } + [.turnover, .followers]))
            time.move(ahead: lag)
            return lag
        }
    }

    /// Ledger time of the last entry before this start; nil on a new ledger.
    ///
    /// Asked right after opening, when this start's own entry is the last one.
    package func lastTimeBeforeStart() async throws -> Timestamp? {
        let head = try await journalHead()
        guard head > 1 else { return nil }
        return try await journal(after: head - 2, limit: 1).first?.at
    }
}

extension LedgerWrite {
    /// Whether a sale that this start opened is not over.
    fileprivate func hasSaleOfThisStart() throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (
                        SELECT 1 FROM orders JOIN journal ON journal.order_id = orders.id
                        WHERE state IN ('open', 'cancelling') AND boot = ? AND entry LIKE '{"opened"%')
                    """),
            arguments: [boot]) == true
    }
}

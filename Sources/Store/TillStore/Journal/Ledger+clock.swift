// SPDX-License-Identifier: Apache-2.0

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

    /// Ledger time of the last entry before this start; nil on a new ledger.
    ///
    /// Asked right after opening, when this start's own entry is the last one.
    package func lastTimeBeforeStart() async throws -> Timestamp? {
        let head = try await journalHead()
        guard head > 1 else { return nil }
        return try await journal(after: head - 2, limit: 1).first?.at
    }
}

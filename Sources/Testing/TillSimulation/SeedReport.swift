// SPDX-License-Identifier: Apache-2.0

/// What one seed brought.
package struct SeedReport: Sendable, Codable {
    /// The seed.
    package let seed: UInt64
    /// Sales that were opened.
    package var sales = 0
    /// How often the daemon died.
    package var crashes = 0
    /// Simulated time, in milliseconds.
    package var milliseconds: Int64 = 0
    /// Requests that the daemon sent.
    package var requests = 0
    /// What happened how often.
    package var situations: [Situation: Int] = [:]
    /// What is wrong, in sentences.
    package var findings: [String] = []
    /// The hash at the head of the journal, in hexadecimal digits.
    package var head = ""

    /// Starts a report.
    package init(seed: UInt64) { self.seed = seed }

    /// Counts a situation.
    mutating func note(_ situation: Situation, times: Int = 1) {
        if times > 0 { situations[situation, default: 0] += times }
    }
}

// SPDX-License-Identifier: Apache-2.0

import TillSimulation

/// Worlds that are weak on purpose: a simulation that cannot fail proves nothing.
enum Controls {
    /// Plays them all, and says whether each was found out.
    static func pass() async throws -> Bool {
        var isSound = true
        for weakness in Weakness.allCases {
            let name = "control \(weakness.rawValue) (\(weakness.summary))"
            if let (seed, finding) = try await Campaign.findOut(weakness) {
                let seeds = seed - Campaign.weakFrom + 1
                Output.line(
                    "\(name): found out by seed \(seeds): \(finding)")
            } else {
                isSound = false
                Output.line(
                    "\(name): not found out in \(Campaign.weakSeedsMax) seeds"
                )
            }
        }
        return isSound
    }
}

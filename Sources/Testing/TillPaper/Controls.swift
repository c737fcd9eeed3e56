// SPDX-License-Identifier: Apache-2.0

import PaperTesting

/// Drivers that are wrong on purpose: a matrix that cannot fail proves nothing.
enum Controls {
    /// Bytes between two trials of a control.
    private static let step = 23

    /// Plays them, and says whether each was found out.
    static func pass() async throws -> Bool {
        var isSound = true
        let cells = PaperMatrix.cells.filter { $0.kind == .code && $0.model.name == "marks" }
        for driver in PaperDriverKind.allCases where driver != .ours {
            var tally = PaperTally()
            for played in try await Campaign(every: step, from: 0, jobs: 2).play(cells, driver: driver) {
                tally.add(played.tally)
            }
            let words = MatrixReport.words(tally.findings)
            Output.line("control \(driver.rawValue): \(tally.bad) of \(tally.trials) trials found out: \(words)")
            isSound = isSound && (tally.findings[.lost] ?? 0) > 0
        }
        return isSound
    }
}

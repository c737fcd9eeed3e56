// SPDX-License-Identifier: Apache-2.0

/// What trials have brought, added up.
package struct PaperTally: Sendable {
    /// How many were played.
    package private(set) var trials = 0
    /// In how many the fault happened.
    package private(set) var fired = 0
    /// In how many a slip came out a second time, marked.
    package private(set) var marked = 0
    /// How many the printer's own evidence settled without a second print.
    package private(set) var settled = 0
    /// In how many a person had to look.
    package private(set) var asked = 0
    /// In how many "unconfirmed" was said of a slip that was not there.
    package private(set) var hollow = 0
    /// How often each thing went wrong.
    package private(set) var findings: [PaperFinding: Int] = [:]
    /// Where the first of them were found.
    package private(set) var places: [String] = []

    private static let placesMax = 5

    /// Starts empty.
    package init() {}

    /// How many trials have something wrong with them.
    package private(set) var bad = 0

    /// Adds one trial.
    mutating func add(_ outcome: PaperTrial.Outcome, at byte: Int, in cell: PaperMatrix.Cell) {
        trials += 1
        if outcome.hasFired { fired += 1 }
        if outcome.wasMarked { marked += 1 }
        if outcome.wasSettled { settled += 1 }
        if outcome.wasAsked { asked += 1 }
        if outcome.wasHollow { hollow += 1 }
        guard !outcome.findings.isEmpty else { return }
        bad += 1
        for finding in outcome.findings { findings[finding, default: 0] += 1 }
        if places.count < Self.placesMax {
            places.append("\(cell.name), byte \(byte): \(outcome.findings.map(\.rawValue).joined(separator: ", "))")
        }
    }

    /// Adds other trials.
    package mutating func add(_ other: PaperTally) {
        trials += other.trials
        fired += other.fired
        marked += other.marked
        settled += other.settled
        asked += other.asked
        hollow += other.hollow
        bad += other.bad
        findings.merge(other.findings, uniquingKeysWith: +)
        places += other.places.prefix(max(Self.placesMax - places.count, 0))
    }
}

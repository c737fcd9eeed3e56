// SPDX-License-Identifier: Apache-2.0

/// What speaks for or against an interrupted job having come out.
package enum PrintEvidence: String, Sendable, Hashable, Codable, CaseIterable {
    /// No byte of it was handed over.
    case nothingWritten = "nothing_written"
    /// The mark behind it has come back.
    case fenceSeen = "fence_seen"
    /// The printer has cut as often as the job does.
    case counterMoved = "counter_moved"
    /// The printer has not cut as often as the job does: it is torn, or was never begun.
    case counterStands = "counter_stands"
    /// The printer cannot say.
    case unknown
    /// The printer never says anything.
    case silent

    /// What is to be done about the job.
    package var verdict: PrintVerdict {
        switch self {
        case .nothingWritten: .printAgain
        case .fenceSeen, .counterMoved: .printed
        case .counterStands, .unknown: .printMarked
        case .silent: .askPerson
        }
    }
}

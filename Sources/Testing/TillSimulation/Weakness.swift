// SPDX-License-Identifier: Apache-2.0

import TillTesting

/// What is wrong with a world on purpose, to see that the audit can fail.
///
/// None of these is in the program: each is a disk, a line, a provider or a printer that was put in
/// front of it.
package enum Weakness: String, Sendable, Hashable, CaseIterable {
    /// The disk says that it synced, and did not.
    case lyingDisk = "lying-disk"
    /// The log is not synced, as with `synchronous = NORMAL`.
    case lazyLog = "lazy-log"
    /// A request leaves before what was written about it is durable.
    case sendFirst = "send-first"
    /// A provider takes "not found" for a refusal.
    case absenceIsRefusal = "absence-is-refusal"
    /// A line calls an answer that was lost a request that never left.
    case silenceIsNothing = "silence-is-nothing"
    /// A provider gives each try of a refund a number of its own.
    case freshRefunds = "fresh-refunds"
    /// A printer says that nothing came out when something did.
    case carelessPrinter = "careless-printer"

    /// What it is, for people.
    package var summary: String {
        switch self {
        case .lyingDisk: "the disk ignores every sync"
        case .lazyLog: "the log is not synced at a commit"
        case .sendFirst: "the request leaves before the intent is durable"
        case .absenceIsRefusal: "\"not found\" is taken for a refusal"
        case .silenceIsNothing: "a lost answer is taken for a request that never left"
        case .freshRefunds: "every try of a refund has a number of its own"
        case .carelessPrinter: "a printer denies what it printed"
        }
    }

    /// What has to be on in a day for the weakness to show.
    func provoke(_ swarm: inout Swarm) {
        swarm.isLong = false
        swarm.deadBattery = 0
        switch self {
        case .lyingDisk, .lazyLog: swarm.crashes = max(swarm.crashes, 0.4)
        case .sendFirst:
            swarm.crashes = max(swarm.crashes, 0.2)
            swarm.line.crash = max(swarm.line.crash, 0.05)
        case .absenceIsRefusal:
            swarm.line.late = max(swarm.line.late, 0.15)
            swarm.line.requestLost = max(swarm.line.requestLost, 0.15)
        case .silenceIsNothing:
            swarm.line.answerLost = max(swarm.line.answerLost, 0.4)
            swarm.meddling = max(swarm.meddling, 0.6)
        case .freshRefunds:
            swarm.line.answerLost = max(swarm.line.answerLost, 0.3)
            swarm.meddling = max(swarm.meddling, 0.8)
        case .carelessPrinter: swarm.printer.answerLost = max(swarm.printer.answerLost, 0.2)
        }
    }

    /// Whether it is one of the disk's.
    var trust: DiskTrust {
        switch self {
        case .lyingDisk, .sendFirst: .lies
        case .lazyLog: .lazyLog
        case .absenceIsRefusal, .silenceIsNothing, .freshRefunds, .carelessPrinter: .honest
        }
    }
}

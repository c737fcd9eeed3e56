// SPDX-License-Identifier: Apache-2.0

/// What goes wrong between a terminal and the sandbox's bank, as chances from 0 to 1.
package struct LineFaults: Sendable {
    /// The request cannot leave.
    package var unreachable = 0.0
    /// The request never arrives.
    package var requestLost = 0.0
    /// The request is done, and its answer never arrives.
    package var answerLost = 0.0
    /// A request that is no query arrives long after its sender gave up.
    package var late = 0.0
    /// The request arrives twice; the sender sees either answer.
    package var twice = 0.0
    /// The answer is changed on its way.
    package var broken = 0.0
    /// The daemon dies while it waits for an answer.
    package var crash = 0.0
    /// A notify never arrives; the bank tries again by its schedule.
    package var notifyLost = 0.0
    /// A notify arrives twice.
    package var notifyTwice = 0.0
    /// A notify is changed on its way.
    package var notifyBroken = 0.0
    /// The longest that a notify is on its way, in milliseconds.
    package var notifyDelay: Int64 = 200

    /// A calm network.
    package init() {}

    /// A bad day.
    package static var bad: LineFaults {
        var faults = LineFaults()
        faults.unreachable = 0.08
        faults.requestLost = 0.08
        faults.answerLost = 0.12
        faults.late = 0.05
        faults.twice = 0.04
        faults.broken = 0.03
        faults.crash = 0.01
        faults.notifyLost = 0.4
        faults.notifyTwice = 0.2
        faults.notifyBroken = 0.1
        faults.notifyDelay = 20_000
        return faults
    }
}

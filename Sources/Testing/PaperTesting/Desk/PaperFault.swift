// SPDX-License-Identifier: Apache-2.0

/// What goes wrong once in a run, when a certain byte leaves the till.
package enum PaperFault: String, Sendable, Hashable, CaseIterable {
    /// The printer is switched off, and on again two seconds later.
    case powerLoss = "power-loss"
    /// Its power fails for a third of a second.
    case powerBlink = "power-blink"
    /// The cover is opened, and shut five seconds later.
    case coverOpen = "cover-open"
    /// The roll ends; there is a new one twenty seconds later.
    case paperOut = "paper-out"
    /// The cable is pulled, and plugged in again two seconds later.
    case cableOut = "cable-out"
    /// The blade sticks at the next cut.
    case bladeSticks = "blade-sticks"
    /// The head gets too hot for eight seconds.
    case headHot = "head-hot"
    /// The printer hangs until somebody switches it off and on.
    case hangs
    /// The answer behind the data does not arrive.
    case answerLost = "answer-lost"
    /// The daemon dies, and is started again a moment later.
    case killed
    /// The daemon dies while the printer has no paper.
    case killedWithoutPaper = "killed-without-paper"
    /// The daemon dies between the printer's answer and its own note of it.
    case killedAfterAnswer = "killed-after-answer"

    /// What happens to the printer, and when.
    var events: [(event: PaperEvent, after: Duration)] {
        switch self {
        case .powerLoss: [(.powerOff, .zero), (.powerOn, .seconds(2))]
        case .powerBlink: [(.powerOff, .zero), (.powerOn, .milliseconds(330))]
        case .coverOpen: [(.coverOpen, .zero), (.coverShut, .seconds(5))]
        case .paperOut, .killedWithoutPaper: [(.paperOut, .zero), (.paperIn, .seconds(20))]
        case .bladeSticks: [(.bladeSticks, .zero)]
        case .headHot: [(.headHot, .zero), (.headCool, .seconds(8))]
        case .hangs: [(.hangs, .zero), (.powerOff, .seconds(15)), (.powerOn, .seconds(17))]
        case .answerLost: [(.losesAnswer, .zero)]
        case .cableOut, .killed, .killedAfterAnswer: []
        }
    }

    /// Whether the daemon dies with it.
    var kills: Bool { self == .killed || self == .killedWithoutPaper }
}

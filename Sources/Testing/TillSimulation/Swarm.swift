// SPDX-License-Identifier: Apache-2.0

package import TillCore
package import TillTesting

/// The mix of troubles that one seed draws: most of them are off in most seeds, so that those which
/// are on are not drowned by the others.
package struct Swarm: Sendable {
    /// Sales of the day.
    package var sales = 24
    /// What the network does.
    package var line = LineFaults()
    /// The chance that a sale's payment has a trouble of the acquirer's own.
    package var troubles = 0.0
    /// The chance that a notify has one.
    package var notifies = 0.0
    /// The chance that a payer's money is wrong, late or twice, or that its refund fails.
    package var money = 0.0
    /// The chance of a crash at one of the next writes to the ledger, for each sale.
    package var crashes = 0.0
    /// The chance that a write to the ledger fails, for each sale.
    package var diskFaults = 0.0
    /// The chance that a life ends in order, for each sale.
    package var restarts = 0.0
    /// The chance that a person does something, for each sale.
    package var meddling = 0.5
    /// The chance that the wall clock is set off, for each sale.
    package var clockSteps = 0.0
    /// The chance that the wall clock is in 1970 after a start.
    package var deadBattery = 0.0
    /// What the printer does.
    package var printer = PrinterFaults()
    /// How often the acquirer is asked while a code is up.
    package var pollEvery: Duration = .seconds(2)
    /// The longest pause between two sales, in milliseconds.
    package var pause: Int64 = 15_000
    /// What becomes of money that comes after a sale was over.
    package var lateMoney = LateMoney.giveBack
    /// Whether the acquirer gives statements; otherwise a closed attempt is watched for two days.
    package var hasStatements = true
    /// The chance that a sale's line in the statement is missing, or another, or has a stranger beside it.
    package var statements = 0.0
    /// The chance that somebody gives money back at the acquirer's own console, for each sale.
    package var console = 0.0
    /// Whether the day ends only when the last closed attempt is not watched any more.
    package var isLong = false

    /// A day without any trouble.
    package init() {}

    /// Draws a mix.
    package init(_ dice: inout Dice) {
        sales = Int(dice.number(in: 16...26))
        if dice.happens(0.4) { line = Self.line(&dice) }
        // Now and then a line on which nearly nothing gets through.
        if dice.happens(0.06) {
            line.unreachable = 0.2
            line.requestLost = 0.2
            line.answerLost = 0.4
        }
        troubles = Self.chance(&dice, on: 0.3, upTo: 0.4)
        notifies = Self.chance(&dice, on: 0.35, upTo: 0.8)
        money = Self.chance(&dice, on: 0.35, upTo: 0.3)
        crashes = Self.chance(&dice, on: 0.5, upTo: 0.35)
        diskFaults = Self.chance(&dice, on: 0.25, upTo: 0.2)
        restarts = Self.chance(&dice, on: 0.2, upTo: 0.15)
        meddling = Self.chance(&dice, on: 0.8, upTo: 0.8)
        clockSteps = Self.chance(&dice, on: 0.2, upTo: 0.1)
        deadBattery = Self.chance(&dice, on: 0.15, upTo: 0.5)
        if dice.happens(0.4) { printer = PrinterFaults(&dice) }
        pollEvery = .seconds(dice.number(in: 2...5))
        pause = dice.number(in: 500...20_000)
        lateMoney = dice.happens(0.6) ? .giveBack : dice.happens(0.5) ? .keep : .ask
        console = Self.chance(&dice, on: 0.15, upTo: 0.3)
        isLong = dice.happens(0.04)
        hasStatements = dice.happens(0.8)
        if isLong, hasStatements { statements = Self.chance(&dice, on: 0.4, upTo: 0.3) }
    }

    private static func chance(_ dice: inout Dice, on: Double, upTo most: Double) -> Double {
        guard dice.happens(on) else { return 0 }
        return Double(dice.number(in: 1...1000)) / 1000 * most
    }

    private static func line(_ dice: inout Dice) -> LineFaults {
        var line = LineFaults()
        line.unreachable = chance(&dice, on: 0.4, upTo: 0.25)
        line.requestLost = chance(&dice, on: 0.4, upTo: 0.2)
        line.answerLost = chance(&dice, on: 0.5, upTo: 0.25)
        line.late = chance(&dice, on: 0.4, upTo: 0.2)
        line.twice = chance(&dice, on: 0.4, upTo: 0.2)
        line.broken = chance(&dice, on: 0.3, upTo: 0.1)
        line.crash = chance(&dice, on: 0.4, upTo: 0.05)
        line.notifyLost = chance(&dice, on: 0.5, upTo: 1)
        line.notifyTwice = chance(&dice, on: 0.4, upTo: 0.4)
        line.notifyBroken = chance(&dice, on: 0.3, upTo: 0.3)
        line.notifyDelay = dice.happens(0.4) ? dice.number(in: 1000...40_000) : 200
        return line
    }
}

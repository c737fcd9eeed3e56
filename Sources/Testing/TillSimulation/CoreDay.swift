// SPDX-License-Identifier: Apache-2.0

import TillCore
import TillTesting

/// The core alone: facts and commands at random against orders, no SQL, no bytes.
package struct CoreDay {
    /// Sales of one seed.
    static let sales = 40

    private var dice: Dice
    private var report: SeedReport
    private var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    private let trace: (@Sendable (String) -> Void)?

    /// Sets the day up.
    ///
    /// - Parameter trace: is told what happens, for people.
    package init(seed: UInt64, trace: (@Sendable (String) -> Void)? = nil) {
        dice = Dice(seed: seed ^ 0xC07E)
        report = SeedReport(seed: seed)
        self.trace = trace
    }

    /// Plays it, and says what it brought.
    ///
    /// - Throws: what the audit throws.
    package mutating func play() throws -> SeedReport {
        let swarm = CoreSwarm(&dice)
        for number in 1...Self.sales where report.findings.isEmpty {
            var sale = CoreSale(
                number: number, seed: report.seed, swarm: swarm, dice: Dice(seed: dice.next()), trace: trace)
            try sale.play()
            report.sales += 1
            report.crashes += sale.crashes
            report.milliseconds += sale.now.milliseconds - CoreSale.beginning.milliseconds
            report.findings += sale.findings
            for (situation, times) in sale.situations { report.note(situation, times: times) }
            for byte in "\(sale.order.version) \(sale.order.state) \(sale.now.milliseconds)".utf8 {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
            }
        }
        report.head = String(hash, radix: 16)
        return report
    }
}

/// The mix of troubles of one seed of the core.
struct CoreSwarm {
    var lost = 0.0
    var unreachable = 0.0
    var late = 0.0
    var stale = 0.0
    var crash = 0.0
    var people = 0.2
    var money = 0.0
    var refusals = false
    var repeats = 0.0
    var console = 0.0
    var lateMoney = LateMoney.giveBack

    init(_ dice: inout Dice) {
        func chance(_ most: Double) -> Double {
            dice.happens(0.5) ? Double(dice.number(in: 1...1000)) / 1000 * most : 0
        }
        lost = chance(0.5)
        unreachable = chance(0.3)
        late = chance(0.2)
        stale = chance(0.4)
        crash = chance(0.15)
        people = chance(0.5)
        money = chance(0.3)
        refusals = dice.happens(0.4)
        repeats = chance(0.3)
        console = dice.happens(0.3) ? chance(0.2) : 0
        lateMoney = LateMoney.allCases.randomElement(using: &dice) ?? .giveBack
    }
}

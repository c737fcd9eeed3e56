// SPDX-License-Identifier: Apache-2.0

import TillTesting

/// What goes wrong at a printer, as chances from 0 to 1 for each slip.
package struct PrinterFaults: Sendable {
    /// The paper is out before the first byte.
    package var paperOut = 0.0
    /// The paper ends in the middle of the slip.
    package var breaksOff = 0.0
    /// The slip comes out, and the printer never says so.
    package var answerLost = 0.0
    /// The printer says nothing about itself at all.
    package var isSilent = false
    /// The daemon dies over the slip, before or after it came out.
    package var crash = 0.0

    /// A good printer.
    package init() {}

    /// Draws a mix.
    init(_ dice: inout Dice) {
        func chance(_ most: Double) -> Double {
            dice.happens(0.5) ? Double(dice.number(in: 1...1000)) / 1000 * most : 0
        }
        paperOut = chance(0.5)
        breaksOff = chance(0.2)
        answerLost = chance(0.2)
        isSilent = dice.happens(0.2)
        crash = chance(0.05)
    }
}

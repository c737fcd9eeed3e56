// SPDX-License-Identifier: Apache-2.0

/// Something that happens to a printer, by accident or by hand.
package enum PaperEvent: Sendable, Hashable {
    /// It loses its power.
    case powerOff
    /// It gets its power back, and starts.
    case powerOn
    /// It has started.
    case started
    /// Somebody opens the cover.
    case coverOpen
    /// Somebody shuts it.
    case coverShut
    /// The roll ends.
    case paperOut
    /// There is a new roll.
    case paperIn
    /// The head is too hot.
    case headHot
    /// The head has cooled down.
    case headCool
    /// The blade will stick at the next cut.
    case bladeSticks
    /// It does nothing any more until it is switched off.
    case hangs
    /// The next answer behind data does not arrive.
    case losesAnswer
}

// SPDX-License-Identifier: Apache-2.0

import EscPos

/// What a printer last said about itself; all false if it has said nothing.
package struct PrinterCondition: Sendable, Hashable {
    /// It takes no data now, for whatever reason.
    package internal(set) var isOffline = false
    /// The cover is open.
    package internal(set) var coverIsOpen = false
    /// There is no paper.
    package internal(set) var paperIsOut = false
    /// The roll is nearly used up.
    package internal(set) var paperIsLow = false
    /// The cutter or something else is broken or stuck.
    package internal(set) var hasError = false
    /// It waits for its head to cool down.
    package internal(set) var headIsHot = false

    /// A printer of which nothing is known.
    package init() {}

    /// Why it does not print, in words that can stand in brackets; nil if it does.
    package var reason: String? {
        if paperIsOut { return "out of paper" }
        if coverIsOpen { return "cover open" }
        if hasError { return "cutter or other error" }
        if headIsHot { return "head too hot" }
        return isOffline ? "offline" : nil
    }

    /// Whether it has said why it is offline, and will say when that is over.
    var hasCause: Bool { coverIsOpen || paperIsOut || hasError }

    /// Takes in what a port says beside its bytes.
    mutating func note(_ hint: PortHint) { if hint == .paperIsOut { paperIsOut = true } }

    /// Takes an automatic status in.
    mutating func note(_ status: AutomaticStatus) {
        coverIsOpen = status.coverIsOpen
        paperIsOut = status.paperIsOut
        paperIsLow = status.paperIsLow
        hasError = status.hasError
        headIsHot = status.headIsHot
        isOffline = status.isOffline || coverIsOpen || paperIsOut || hasError || headIsHot
    }

    /// Takes the answer to the question for the causes of being offline in.
    ///
    /// The printer's own word for it is not asked for: some always say that they are offline.
    mutating func note(causes byte: UInt8) {
        coverIsOpen = byte & 0x04 != 0
        paperIsOut = byte & 0x20 != 0
        hasError = byte & 0x40 != 0
        isOffline = coverIsOpen || paperIsOut || hasError
    }
}

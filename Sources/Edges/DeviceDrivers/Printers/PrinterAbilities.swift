// SPDX-License-Identifier: Apache-2.0

/// What a printer was found to answer when it was asked.
///
/// It is found once for a device, and can be kept and given to the next driver of the same device.
package struct PrinterAbilities: Sendable, Hashable, Codable {
    /// How much it tells about what it has printed.
    package let tier: PrinterTier
    /// Whether it drops what it holds when it is told to.
    package let clears: Bool
    /// Whether it says how often it has cut.
    package let counts: Bool

    /// Puts together what was found.
    package init(tier: PrinterTier, clears: Bool = false, counts: Bool = false) {
        self.tier = tier
        self.clears = clears
        self.counts = counts
    }

    /// Whether it says how it is while it holds data that it cannot print.
    package var answersAtOnce: Bool { tier != .silent }

    /// The same printer without its count, which it did not tell when it was asked.
    var withoutCount: PrinterAbilities { PrinterAbilities(tier: tier, clears: clears) }
}

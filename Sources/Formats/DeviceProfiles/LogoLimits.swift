// SPDX-License-Identifier: Apache-2.0

/// How much of a logo a printer can take.
package struct LogoLimits: Sendable, Hashable {
    /// The most rows; 0 is no logo at all.
    package let maxRows: Int
    /// The most black of a strip in percent: more slows the head and strains the supply.
    package let blackPercent: Int
    /// How it keeps one itself.
    package let stored: LogoStore
}

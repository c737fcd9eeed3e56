// SPDX-License-Identifier: Apache-2.0

/// Which bit of a byte is the left pixel of a display with one bit a pixel.
package enum MonoBitOrder: String, Sendable, Hashable, CaseIterable {
    /// The lowest, as the kernel's own drivers do.
    case lowestLeft = "lowest_left"
    /// The highest.
    case highestLeft = "highest_left"
}

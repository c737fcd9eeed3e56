// SPDX-License-Identifier: Apache-2.0

/// Resolution, paper and feeds of a printer.
package struct PrintGeometry: Sendable, Hashable {
    /// Dots an inch in both directions.
    package let dpi: Int
    /// The rolls that it takes.
    package let paper: [PaperWidth]
    /// Vertical motion units an inch.
    package let verticalUnit: Int
    /// The height of a line of text in dots.
    package let lineSpacingDots: Int
    /// From the head to the blade in dots.
    package let bladeDots: Int
}

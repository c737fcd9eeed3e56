// SPDX-License-Identifier: Apache-2.0

/// Resolution, paper and feeds of a printer.
package struct PrintGeometry: Sendable, Hashable {
    /// Dots an inch in both directions; of impact printers, across.
    package let dpi: Int
    /// The rolls that it takes.
    package let paper: [PaperWidth]
    /// Horizontal motion units an inch.
    package let horizontalUnit: Int
    /// Vertical motion units an inch.
    package let verticalUnit: Int
    /// Whether the units can be set with `1D 50`; it must not be sent to others.
    package let setsUnits: Bool
    /// The height of a line of text in dots.
    package let lineSpacingDots: Int
    /// From the head to the blade in dots.
    package let bladeDots: Int
}

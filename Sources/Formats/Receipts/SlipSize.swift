// SPDX-License-Identifier: Apache-2.0

/// How large a line is printed.
package enum SlipSize: Sendable, Hashable, CaseIterable {
    /// As the grid is.
    case normal
    /// Twice as high.
    case tall
    /// Twice as wide and high.
    case large

    /// How many cells of the grid one cell of the text takes.
    package var widthFactor: Int { self == .large ? 2 : 1 }
    /// How many rows of cells it takes.
    package var heightFactor: Int { self == .normal ? 1 : 2 }
}

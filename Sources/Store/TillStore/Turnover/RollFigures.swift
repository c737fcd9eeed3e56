// SPDX-License-Identifier: Apache-2.0

/// What health shows of a roll.
package struct RollFigures: Sendable, Hashable {
    /// The printer's name.
    package let name: String
    /// The last line on paper; 0 if there is none.
    package let printed: Int64
    /// Lines that wait.
    package let waiting: Int
}

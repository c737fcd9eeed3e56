// SPDX-License-Identifier: Apache-2.0

/// The room of one character.
package struct FontCell: Sendable, Hashable {
    /// Dots across.
    package let width: Int
    /// Dots down.
    package let height: Int

    /// Makes a cell.
    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }
}

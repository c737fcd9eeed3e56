// SPDX-License-Identifier: Apache-2.0

/// How rows of dots are told as vertical motion units, in which paper is fed.
package struct RowUnits: Sendable, Hashable {
    /// Vertical motion units an inch.
    package let unitsPerInch: Int
    /// Rows of dots an inch.
    package let rowsPerInch: Int

    /// Takes both densities; those below 1 are taken as 1.
    package init(unitsPerInch: Int, rowsPerInch: Int) {
        self.unitsPerInch = max(unitsPerInch, 1)
        self.rowsPerInch = max(rowsPerInch, 1)
    }

    /// The units of so many rows; never more, so that no gap opens between two bands.
    package func units(_ rows: Int) -> Int { max(rows, 0) * unitsPerInch / rowsPerInch }
}

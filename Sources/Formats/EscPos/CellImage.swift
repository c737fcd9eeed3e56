// SPDX-License-Identifier: Apache-2.0

/// The dots of one character in its cells.
package struct CellImage: Sendable, Hashable {
    /// How many cells it takes: 0 for an accent by itself, 1, or 2.
    package let cells: Int
    /// Its rows, each in as many words; the left dot is the highest bit of the first one. Empty is white.
    package let rows: [UInt64]
    /// The words of a row.
    package let wordsPerRow: Int

    /// Bytes that keeping it costs, roughly.
    var cost: Int { rows.count * 8 + 128 }
}

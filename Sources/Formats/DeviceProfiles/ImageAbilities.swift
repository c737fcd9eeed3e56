// SPDX-License-Identifier: Apache-2.0

/// How pictures are sent to a printer.
package struct ImageAbilities: Sendable, Hashable {
    /// The commands it knows, the best one first.
    package let modes: [ImageMode]
    /// The most rows of one command.
    package let maxRows: Int
    /// The most bytes of one command.
    package let maxBytes: Int
    /// Whether the raster command doubles dots in both directions.
    package let doubling: Bool
    /// Whether rasters obey the alignment, so that white to their left need not be sent.
    package let aligns: Bool
    /// Whether it obeys real-time bytes inside of pictures.
    package let realtimeInData: Bool
    /// How it prints columns of dots, if it does.
    package let columns: ColumnFormat
    /// Whether columns may stand among the characters of a line.
    package let columnsInText: Bool

    /// Whether it prints pictures by a command that is used.
    package var prints: Bool { modes.contains(.raster) || modes.contains(.column) }
    /// Whether dots of its pictures are as wide as they are high.
    package var isSquare: Bool { modes.contains(.raster) || columns.across == columns.down }
}

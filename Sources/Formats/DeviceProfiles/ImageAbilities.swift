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
}

// SPDX-License-Identifier: Apache-2.0

/// The sizes that every stream keeps to, so that any printer can follow and be brought back.
package enum EscPosLimits {
    /// The most bytes of one command and of one segment.
    ///
    /// A printer that was cut off inside a command swallows what follows as that command's data.
    /// Because none is longer than this, as many zero bytes always bring it back.
    package static let segmentBytes = 4096
    /// The most rows of one raster command, which printers with small buffers still take.
    package static let rasterRows = 128
    /// The bytes before the data of a raster command.
    package static let rasterHeaderBytes = 8
}

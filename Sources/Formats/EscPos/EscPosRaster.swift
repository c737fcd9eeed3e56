// SPDX-License-Identifier: Apache-2.0

/// The data of one raster command: rows of packed dots, 1 is black, the left dot is the high bit.
package struct EscPosRaster: Sendable, Hashable {
    /// Whether each dot is printed twice as wide.
    package let doubleWidth: Bool
    /// Whether each row is printed twice.
    package let doubleHeight: Bool
    /// The bytes of a row.
    package let bytesPerRow: Int
    /// The rows, one after the other.
    package let bytes: [UInt8]

    /// Puts a picture together.
    package init(doubleWidth: Bool, doubleHeight: Bool, bytesPerRow: Int, bytes: [UInt8]) {
        self.doubleWidth = doubleWidth
        self.doubleHeight = doubleHeight
        self.bytesPerRow = bytesPerRow
        self.bytes = bytes
    }

    /// How many rows there are before doubling.
    package var rows: Int { bytesPerRow == 0 ? 0 : bytes.count / bytesPerRow }

    /// The whole command.
    ///
    /// Source: spec of the raster command `1D 76 30 m xL xH yL yH`.
    package var command: [UInt8] {
        let mode: UInt8 = (doubleWidth ? 1 : 0) | (doubleHeight ? 2 : 0)
        return [
            0x1D, 0x76, 0x30, mode,
            UInt8(bytesPerRow & 0xFF), UInt8(bytesPerRow >> 8 & 0xFF),
            UInt8(rows & 0xFF), UInt8(rows >> 8 & 0xFF),
        ] + bytes
    }
}

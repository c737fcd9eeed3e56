// SPDX-License-Identifier: Apache-2.0

/// The data of one column command: columns of dots from the left, each from the top, 1 is black.
package struct EscPosColumns: Sendable, Hashable {
    /// How its dots lie.
    package let mode: ColumnMode
    /// The columns, one after the other; the upper dot of a byte is the high bit.
    package let bytes: [UInt8]

    /// The most columns of one command, which every manual allows.
    ///
    /// Source: manuals of Epson's TM series, ESC *: the high byte of the count is 0 to 3.
    package static let mostColumns = 1023
    /// The bytes before the data of a command.
    package static let headerBytes = 5

    /// Puts columns together.
    package init(mode: ColumnMode, bytes: [UInt8]) {
        self.mode = mode
        self.bytes = bytes
    }

    /// How many columns there are.
    package var count: Int { bytes.count / mode.bytesPerColumn }

    /// The whole command.
    package var command: [UInt8] {
        [0x1B, 0x2A, mode.rawValue, UInt8(count & 0xFF), UInt8(count >> 8 & 0xFF)] + bytes
    }

    /// Tells whether a dot is black; the point must lie within the columns and their rows.
    package func isBlack(column: Int, row: Int) -> Bool {
        bytes[column * mode.bytesPerColumn + row / 8] & (0x80 >> UInt8(row & 7)) != 0
    }
}
